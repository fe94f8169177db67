"""Every icon that a control asks for is in the font: a missing one leaves an empty space."""

import re
from pathlib import Path

import pytest

pytest.importorskip("qtawesome")

from ui.widgets.icons import has_icon

UI = Path(__file__).parents[2] / "ui"
ASKED = re.compile(r'icon_name="([a-z-]+)"')


def test_every_icon_that_is_asked_for_is_in_the_font() -> None:
    asked = {name for path in UI.rglob("*.py") for name in ASKED.findall(path.read_text(encoding="utf-8"))}
    assert len(asked) > 20
    assert [name for name in sorted(asked) if not has_icon(name)] == []
