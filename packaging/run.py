"""Start Urakka with the demo centre: ``python3 packaging/run.py``; further words go to the program."""

from __future__ import annotations

import os
import subprocess
import sys

import bootstrap

NO_SCREEN = """There is no screen here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).
Start this at the machine's own desktop, or with a virtual screen: xvfb-run python3 packaging/run.py"""


def main() -> int:
    """Make ready, start, and give back the program's own exit code."""
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        bootstrap.ready("run")
        bootstrap.stop(NO_SCREEN)
    python = bootstrap.ready("run")
    try:
        return subprocess.call([python, "-m", "ui", "--demo", *sys.argv[1:]], cwd=bootstrap.CHECKOUT)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
