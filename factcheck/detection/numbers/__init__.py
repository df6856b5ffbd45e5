"""The grammar of numbers: tokens, number words, hedges, and what the numbers count."""
