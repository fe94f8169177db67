"""`urakka read`: what a file of somebody else says, as lines of JSON."""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

KINDS = ("bank", "finvoice")
"""Each has its module ``read_<kind>`` here, with a function of that name from bytes to objects."""
MOST_BYTES = 50_000_000
"""More than any reader takes: enough is read for it to say that the file is too large."""


def read(kind: str, path: Path) -> str:
    """The file as lines of JSON, one for each object; refused as a whole when anything is unreadable."""
    name = f"read_{kind}"
    reader = cast(
        "Callable[[bytes], list[dict[str, object]]]", getattr(import_module(f"ui.outside.{name}"), name)
    )
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in reader(data))
