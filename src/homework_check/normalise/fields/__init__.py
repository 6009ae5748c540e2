"""The fields of an entry, from cells and from around the table: whose work, which day, how much."""
