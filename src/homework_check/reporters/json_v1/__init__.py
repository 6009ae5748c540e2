"""Version 1 of the report for programs, in a shape of its own: keys are only ever added."""
