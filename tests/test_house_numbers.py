"""No binary fraction comes near money or time, and only the clock knows what day it is."""

import ast
import re
from decimal import Decimal, FloatOperation
from pathlib import Path

import pytest

from subcontract.money import Money
from subcontract.problems import Refused
from tests import house

LOOKS_AT_THE_CLOCK = re.compile(r"\b(date\.today|datetime\.(now|utcnow|today)|time\.time)\(")
CLOCK = Path("subcontract/clock.py")
INK = ("subcontract", "papers")


def floats_in(path: Path) -> list[str]:
    """Float literals and calls of ``float``; ``isinstance`` may ask for one."""
    found = []
    for node in ast.walk(house.tree(path)):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
        if isinstance(node, ast.expr) and (literal or call) and not on_paper(path):
            found.append(f"{path}:{node.lineno}")
    return found


def on_paper(path: Path) -> bool:
    """Places on a page are points and millimetres, which reportlab takes as floats; sums there are texts."""
    return path.parts[:2] == INK


def test_no_float_in_the_domain_or_the_storage() -> None:
    assert [place for path in house.sources("subcontract", "db") for place in floats_in(path)] == []


def test_money_refuses_a_float_when_it_runs() -> None:
    with pytest.raises(Refused):
        Money(0.1)  # type: ignore[arg-type]


def test_a_decimal_that_meets_a_float_raises_in_tests() -> None:
    with pytest.raises(FloatOperation):
        Decimal(0.1)  # noqa: RUF032 - the mistake itself
    with pytest.raises(FloatOperation):
        assert Decimal(1) < 0.5


def test_only_the_clock_looks_at_the_clock() -> None:
    found = [
        f"{path}:{number}"
        for path in house.sources(*house.CODE)
        if path != CLOCK
        for number, line in enumerate(house.text(path).splitlines(), 1)
        if LOOKS_AT_THE_CLOCK.search(line)
    ]
    assert found == []
