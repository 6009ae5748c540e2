"""The kinds of rules, each in the module of its name, with what it tells, and what they share.

Rules are data; a new rule needs no code. A new kind is a module here, a model in `rules.kinds`
and a case in `applied` and in `cases`.
"""
