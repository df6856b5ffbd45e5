"""What a text says: quantities, dates, names, quotations, claims, and how they fit together."""
