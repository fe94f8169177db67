"""Start Urakka with the demo centre: ``python3 packaging/run.py``.

Further words go to the program: ``run.py --language sv`` opens the same in Swedish, ``run.py calc --list``
shows what can be calculated.
"""

from __future__ import annotations

import os
import subprocess
import sys

import bootstrap

NO_SCREEN = """There is no screen here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).
Start this at the machine's own desktop, or with a virtual screen: xvfb-run python3 packaging/run.py"""


def has_screen() -> bool:
    """Whether a window has somewhere to open."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def main() -> int:
    """Make ready, start, and give back the program's own exit code."""
    words = sys.argv[1:]
    if not words or words[0] == "--language":
        words.append("--demo")
    if "--demo" in words and not has_screen():
        bootstrap.ready("run")
        bootstrap.stop(NO_SCREEN)
    python = bootstrap.ready("run")
    command = [python, "-m", "ui", *words]
    os.chdir(bootstrap.CHECKOUT)
    if sys.platform == "win32":
        return subprocess.call(command)
    # Become the program, so that whoever ends this ends it.
    return os.execv(python, command)


if __name__ == "__main__":
    sys.exit(main())
