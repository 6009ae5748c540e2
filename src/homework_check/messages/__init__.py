"""The words of every message, in Chinese and in English: who looks for a text finds it here.

Findings are worded in `about_entries`, `about_labels`, `about_sources`, `undecided` and `roster`,
which `findings` puts together; what is wrong with what a user wrote in `usage` and in those that
end in ``_errors``; the reports' own words in `report`, `lines`, `notes` and in one module for each
format or command that has more. `phrases`, `words`, `wording`, `cuts`, `guesses` and `wrapping`
are what texts are made of, and `inert` makes harmless what comes from a file.
"""
