"""The command line: options become values, one call is made, its result is shown or saved."""

from homework_check.cli.run import main

__all__ = ["main"]
