"""Run the migrations on the connection that the store hands in, inside its transaction."""

from alembic import context

from factcheck.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Table.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
