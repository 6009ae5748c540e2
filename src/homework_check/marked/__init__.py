"""Marked copies: a source with what was found in it at its cells, and a list of that in front.

`markings` finds out what is to be said, `copying` says it in a workbook: only that needs openpyxl.
"""
