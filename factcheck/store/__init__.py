"""What the desk keeps: tables, database, migrations, index, queries."""
