"""Pydantic models of what a rule file may say, and their faults in the words of its authors.

What they find no fault with becomes the value of the same name in `homework_check.rules`.
"""
