"""Kind ``reference``: makes a payment reference, or checks one."""

from subcontract.codes import Reference, make_reference, read_reference
from subcontract.problems import Code, Refused, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field
from ui.calc.kinds import Kind

GUIDE = "Finance Finland, Kotimaisen viitteen rakenneohje; ISO 11649"


def answer(case: Case) -> Answer:
    """Make from ``base``, or check ``check``."""
    if case.given("base") and case.given("check"):
        raise refuse(Code.AMBIGUOUS, "check")
    return _checked(case.text("check")) if case.given("check") else _made(case.text("base"))


def _made(base: str) -> Answer:
    """All four forms of a new reference."""
    made = make_reference(base, "base")
    result = {
        "national": made.national,
        "printed": made.printed,
        "rf": made.rf,
        "rf_printed": made.rf_printed,
    }
    return Answer(result=result, lines=_lines(made))


def _checked(text: str) -> Answer:
    """Both forms of a good reference, or why it is not one."""
    try:
        read = read_reference(text, "check")
    except Refused as refused:
        if refused.code is not Code.BAD_REFERENCE:
            raise
        return Answer(result={"valid": False, "reason": refused.problems[0].facts["reason"]})
    return Answer(result={"valid": True, "national": read.national, "rf": read.rf}, lines=_lines(read))


def _lines(one: Reference) -> tuple[WorkingLine, ...]:
    """Which check digits were reckoned."""
    return (
        WorkingLine(
            what=N_("Check digit {digit} of the national reference: weights 7, 3, 1 from the right"),
            facts={"digit": one.national[-1]},
            source=GUIDE,
        ),
        WorkingLine(
            what=N_("Check digits {digits} of the international reference: remainder by 97"),
            facts={"digits": one.rf[2:4]},
            source=GUIDE,
        ),
    )


KIND = Kind(
    purpose=N_("Payment reference: make one from its base, or check one"),
    fields=(
        Field(name="base", unit=N_("text of 3 to 19 digits; or check")),
        Field(name="check", unit=N_("a reference in any form; or base")),
    ),
    example='{"base":"123456"}',
    answer=answer,
)
