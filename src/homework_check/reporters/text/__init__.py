"""What a report says, part by part, as lines of a terminal; other formats take their words here."""
