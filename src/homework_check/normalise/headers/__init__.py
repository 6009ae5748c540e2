"""What names the columns of a table: header rows, and the field each of them is of."""
