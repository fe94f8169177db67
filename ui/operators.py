"""E-invoice operators by name and code, read from the resources; no Qt."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "resources" / "e_invoice_operators.toml"


@cache
def operators() -> dict[str, str]:
    """Names by code, in the order of the names."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))["operator"]
    return {one["code"]: one["name"] for one in sorted(told, key=lambda one: one["name"].casefold())}


def operator_name(code: str) -> str:
    """What the operator of a code is called; empty when it is not in the list."""
    return operators().get("".join(code.split()).upper(), "")


def operator_code(typed: str) -> str:
    """The code of an operator that was written by its name; anything else as it was written."""
    wanted = " ".join(typed.split()).casefold()
    return next((code for code, name in operators().items() if name.casefold() == wanted), typed)
