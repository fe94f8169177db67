"""Kind ``vat-rate``: the rate of value added tax on a day of supply."""

from subcontract import rules
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, at_field, rate
from ui.calc.kinds import Kind


def answer(case: Case) -> Answer:
    """The rate of ``class`` on ``supplied``."""
    with at_field("supplied"):
        found = rules.vat_rate(case.text("class"), case.day("supplied"))
    line = WorkingLine(what=N_("Rate of value added tax on the day of supply"), rate=found.value).by(found)
    return Answer(result={"rate": rate(found.value)}, lines=(line,))


KIND = Kind(
    purpose=N_("Rate of value added tax by the day of supply"),
    fields=(
        Field(name="supplied", unit=N_("date of supply")),
        Field(name="class", unit=N_("general, reduced or reduced2")),
    ),
    example='{"supplied":"2024-08-31","class":"general"}',
    answer=answer,
)
