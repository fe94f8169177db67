"""Kind ``allowance``: the tax-free limit of the work allowance."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from subcontract.money import Money
from subcontract.payout.allowance import AllowanceSplit, day_sums, split_allowance
from subcontract.payout.records import AboveLimit, LimitMode
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, at_field
from ui.calc.kinds import Kind

ENTRY = frozenset({"client", "date", "amount"})


def answer(case: Case) -> Answer:
    """Split each client's days at the limit."""
    mode = case.choice("limit_mode", LimitMode, LimitMode.DAY)
    above = case.choice("above", AboveLimit, AboveLimit.CUT)
    sums = day_sums(_entries(case))
    with at_field("entries"):
        splits = {client: split_allowance(days, mode, above) for client, days in sums.items()}
    lines = [line for client, split in splits.items() for line in _named(client, split)]
    return Answer(
        result={"clients": {client: _result(split) for client, split in splits.items()}}, lines=lines
    )


def _entries(case: Case) -> Iterator[tuple[str, date, Money]]:
    case.items("entries") if "entries" in case else case.text("entries")
    for entry in case.cases("entries", ENTRY):
        yield entry.text("client"), entry.day("date"), entry.money("amount")


def _result(split: AllowanceSplit) -> dict[str, object]:
    return {
        "days": split.days,
        "tax_free": str(split.tax_free),
        "taxable": str(split.taxable),
        "cut": str(split.cut),
        "average": str(split.average),
    }


def _named(client: str, split: AllowanceSplit) -> Iterator[WorkingLine]:
    """The lines of a client, each naming the client."""
    for line in split.lines:
        yield replace(line, facts={**line.facts, "client": client})


KIND = Kind(
    purpose=N_("Work allowance of each client within the tax-free limit"),
    fields=(
        Field(name="limit_mode", unit=N_("day or period; day when left out")),
        Field(name="above", unit=N_("cut or taxable: what becomes of the rest; cut when left out")),
        Field(name="entries", unit=N_("list of client, date and amount in euros")),
    ),
    example=(
        '{"limit_mode":"day","above":"cut","entries":[{"client":"7","date":"2026-11-02","amount":"8.00"},'
        '{"client":"7","date":"2026-11-02","amount":"6.00"}]}'
    ),
    answer=answer,
)
