"""Working hours of a day as people write them."""

from datetime import time

import pytest

from subcontract.problems import Code, Refused
from ui import entry

MORNING, AFTERNOON = (time(8), time(11)), (time(12), time(16))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ()),
        ("  ", ()),
        ("8-11", (MORNING,)),
        ("8 – 11", (MORNING,)),
        ("klo 8.00–11.00", (MORNING,)),
        ("0800-1100", (MORNING,)),
        ("8-11, 12-16", (MORNING, AFTERNOON)),
        ("8-11,12-16", (MORNING, AFTERNOON)),
        ("8-11; 12-16", (MORNING, AFTERNOON)),
        ("8-11 ja 12-16", (MORNING, AFTERNOON)),
        ("8-11 och 12-16", (MORNING, AFTERNOON)),
        ("8,30-11", ((time(8, 30), time(11)),)),
        ("8,30-11, 12,15-16", ((time(8, 30), time(11)), (time(12, 15), time(16)))),
        ("22-6", ((time(22), time(6)),)),
        ("6-8, 9-10, 11-12", ((time(6), time(8)), (time(9), time(10)), (time(11), time(12)))),
    ],
)
def test_what_is_meant(typed: str, meant: object) -> None:
    assert entry.stretches(typed) == meant


@pytest.mark.parametrize(
    "typed", ["8", "8-", "-16", "8-25", "vapaa", "8-11-16", "8-11, ", "8-11 12-16", "8-16" * 30, "8,16"]
)
def test_what_is_no_stretch_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        entry.stretches(typed, "hours.0")
    (problem,) = refused.value.problems
    assert (problem.code, problem.field) == (Code.NOT_WORKING_HOURS, "hours.0")
