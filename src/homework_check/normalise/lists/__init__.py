"""The list layout: one entry a row, below a header row."""
