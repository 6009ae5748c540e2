"""Run the program with ``python -m homework_check``."""

from homework_check.cli import main

if __name__ == "__main__":
    main()
