"""Every icon that a screen names exists: a wrong name would leave a gap where the icon should be."""

import re
from pathlib import Path

import ui
from ui.widgets.icons import has_icon

OF_BUTTON = re.compile(r'icon_name="([a-z0-9-]+)"')
OF_STATE = re.compile(r'(?:\(N_\("[^"]*"\)|State\(.*\)), Tone\.[A-Z]+, "([a-z0-9-]+)"')
A_SCREEN = "OpenKind."
"""A line of what does not agree names a screen there, no icon."""


def test_every_named_icon_is_in_the_set() -> None:
    files = Path(ui.__file__).parent.rglob("*.py")
    lines = [line for path in files for line in path.read_text("utf-8").splitlines() if A_SCREEN not in line]
    names = {name for line in lines for name in (*OF_BUTTON.findall(line), *OF_STATE.findall(line))}
    assert {"plus-circle", "swap"} <= names
    assert sorted(name for name in names if not has_icon(name)) == []
