"""Schemas of other systems' files, where the checkout has them beside it."""

import os
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree

from tests import house

FOLDERS = (os.environ.get("URAKKA_FORMATS", ""), str(house.ROOT.parent / "shared" / "formats"))


def path_of(name: str) -> Path:
    """Where a schema or sample lies; skips the test when this machine has none."""
    for folder in FOLDERS:
        if folder and (Path(folder) / name).exists():
            return Path(folder) / name
    pytest.skip(f"the schema {name} is not on this machine (set URAKKA_FORMATS to its folder)")


@lru_cache
def schema(name: str) -> etree.XMLSchema:
    """The schema of that name under the folder of formats."""
    return etree.XMLSchema(etree.parse(str(path_of(name))))
