"""Tables in which lines of their own say of what the entries below them are."""
