"""What we know to be fragile in Qt for Python: counted references, and the price of its import hook."""

import builtins
import subprocess
import sys

import pytest

from tests import house

CALLS = 1000
IMMORTAL = (3, 12)
HOOK = "import builtins; plain = builtins.__import__; import ui.start; print(builtins.__import__ is plain)"


@pytest.mark.skipif(sys.version_info >= IMMORTAL, reason="None is never freed from Python 3.12 on")
def test_qt_takes_no_reference_from_none(qapp) -> None:
    """PySide6 6.12.0 took one at each call, and the process ended after some five thousand."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
    assert before - sys.getrefcount(None) < CALLS // 10


@pytest.mark.skipif(not (house.ROOT / "ui" / "start.py").exists(), reason="the window is not built yet")
def test_the_import_hook_of_qt_is_taken_away() -> None:
    """It would slow every later import of the process, storage and papers among them."""
    done = subprocess.run(
        [sys.executable, "-c", HOOK], cwd=house.ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "True", done.stderr
    assert callable(builtins.__import__)
