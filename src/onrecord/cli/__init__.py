"""The command line: a command parses, calls one function of the desk, prints.

Results go to standard output, the rest to standard error, so commands pipe. Exit codes: 0 done,
1 an error of ours (a message, no traceback), 2 wrong usage.
"""

from onrecord.cli.main import main

__all__ = ["main"]
