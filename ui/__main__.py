"""Starts the program: ``python -m ui``."""

import sys

if __name__ == "__main__":
    from ui.command_line import main

    sys.exit(main())
