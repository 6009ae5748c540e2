"""The configuration file: where it is found, what it may say, and what its words mean."""
