"""Every icon that a screen names exists: a wrong name would leave a gap where the icon should be."""

import re
from pathlib import Path

import ui
from ui.widgets.icons import has_icon

NAMED = re.compile(r'icon_name="([a-z0-9-]+)"')


def test_every_named_icon_is_in_the_set() -> None:
    sources = [path.read_text("utf-8") for path in Path(ui.__file__).parent.rglob("*.py")]
    names = {name for source in sources for name in NAMED.findall(source)}
    assert "plus-circle" in names
    assert sorted(name for name in names if not has_icon(name)) == []
