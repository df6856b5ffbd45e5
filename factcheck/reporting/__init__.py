"""What the desk prints: report values and their forms."""
