"""Kind ``payday``: when pay is paid and reported."""

from subcontract import rules
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, at_field
from ui.calc.kinds import Kind


def answer(case: Case) -> Answer:
    """The real pay day of ``nominal``, and the last day to report it."""
    with at_field("nominal"):
        paid = rules.pay_day(case.day("nominal"))
        due = rules.register_due(paid.value)
    lines = (
        WorkingLine(
            what=N_("Paid on {day}: on a day off the working day before"), facts={"day": paid.value}
        ).by(paid),
        WorkingLine(
            what=N_("Reported by {day}: the fifth day after, or the next working day"),
            facts={"day": due.value},
        ).by(due),
    )
    result = {"pay_day": paid.value.isoformat(), "register_due": due.value.isoformat()}
    return Answer(result=result, lines=lines)


KIND = Kind(
    purpose=N_("Pay day and the last day to report to the incomes register"),
    fields=(Field(name="nominal", unit=N_("agreed date of payment")),),
    example='{"nominal":"2026-12-25"}',
    answer=answer,
)
