"""Absurd, hostile and huge cases: every line gets an answer or a refusal with a known code."""

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from subcontract.problems import Code
from tests.ui.test_command_line import answers
from ui.calc.kinds import MODULES, kind

ODD: list[Any] = [
    None, True, False, 0, -1, 10**30, "", " ", "0", "-0", "-1", "1e5", "NaN", "Infinity",
    "9" * 18, "9" * 40,
    "0." + "0" * 30 + "1", "0.00000000000000001", "1,5", "１", "\u202e1",
    "\x00", "'; DROP TABLE x; --", "<b>1</b>",
    "2026-02-29", "2026-11-02", "2199-12-31", "1900-01-01", "0000-00-00", "23:59", "03:30",
    "24:00", [], {}, [[]],
    [["08:00", "09:00"]], {"a": "1"}, "x" * 2000, "day", "hour", "period", "taxable", "AE", "=1+1",
    "RF18 1009",
]  # fmt: skip
LONGEST_ANSWER = 20_000


def places(said: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a case where something stands."""
    inner = said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ()
    return [at, *(place for key, value in inner for place in places(value, (*at, key)))]


def with_odd(case: Any, at: tuple[Any, ...], odd: Any) -> Any:
    """The case with something else in one place."""
    changed = copy.deepcopy(case)
    holder = changed
    for key in at[:-1]:
        holder = holder[key]
    holder[at[-1]] = odd
    return changed


def check(name: str, line: str) -> None:
    (answer,) = answers(name, [line], explain=True)
    if "error" in answer:
        assert answer["error"]["code"] in set(Code), line
        assert answer["error"]["message"]
    else:
        assert "lines" in answer
        assert "-0.00" not in json.dumps(answer)
    assert len(json.dumps(answer)) < LONGEST_ANSWER


@pytest.mark.parametrize("name", list(MODULES))
def test_one_odd_thing_in_every_place(name: str) -> None:
    example = json.loads(kind(name).example)
    for at in places(example)[1:]:
        for odd in ODD:
            check(name, json.dumps(with_odd(example, at, odd)))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("name", list(MODULES))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=25)
@given(data=st.data())
def test_odd_things_everywhere(name: str, data: st.DataObject) -> None:
    fields = [field.name for field in kind(name).fields]
    case = data.draw(st.dictionaries(st.sampled_from(fields), JSON, max_size=6) | JSON)
    check(name, json.dumps(case))


@pytest.mark.parametrize("name", list(MODULES))
@settings(max_examples=25)
@given(line=st.text(max_size=60))
def test_any_text_at_all(name: str, line: str) -> None:
    check(name, line.replace("\n", " ").replace("\r", " "))
