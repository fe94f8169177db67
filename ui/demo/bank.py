"""The demo centre's clerk reads files of the bank; no Qt."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from subcontract.actions.read_bank_statement import read_bank_statement, statement_of
from ui.bank_files import bytes_of
from ui.demo.beginnings import CLERK
from ui.demo.steps import Step, acting, at


def bank_steps(autumn: dict[str, Any], folder: Path) -> Iterator[Step]:
    """Each file that ``autumn.toml`` names is read on its day."""
    for file in autumn["bank_file"]:
        ask = statement_of(file["name"], bytes_of(folder / file["name"]))
        yield at(file["read"], 16, acting(CLERK, read_bank_statement, ask))
