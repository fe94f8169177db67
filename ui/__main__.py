"""Starts the program: ``python -m ui``."""

import sys

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a packed program starts itself anew for each process of its own
        from multiprocessing import freeze_support

        freeze_support()
    from ui.command_line import main

    sys.exit(main())
