"""TOML files that people write: how they are read, and how their mistakes are told."""
