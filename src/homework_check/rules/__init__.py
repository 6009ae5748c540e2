"""Rule packs: what a rule file may say, and how packs are found, inherited and loaded.

A `pack` has rules of one of the `kinds`, which are made of the parts in `base` and prove
themselves by `cases`. `load` gives it by its name: `files` reads the TOML, `written` finds what is
wrong with it, and `data` makes the values.
"""
