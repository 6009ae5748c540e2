"""Entries gathered into class-days, where the same homework reported twice is settled."""
