"""What stands around a table and holds for all of it: titles, notes, names of sheets and files."""
