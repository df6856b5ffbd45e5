"""Whether a claim was checked before, and whether it says the same."""
