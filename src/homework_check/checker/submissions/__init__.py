"""What each school handed in, held against what was expected of it."""
