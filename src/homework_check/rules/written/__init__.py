"""Pydantic models of what a rule file may say, and their faults in the words of its authors.

What they find no fault with becomes the value of the same name in `homework_check.rules`, whose
docstring says what its keys mean. NOTE: they are not the same classes, since pydantic takes longer
to load than a school's log to check: only a file that is not ours waits for it. A test holds the
fields of each pair against each other.
"""
