"""Kind ``split``: shares a pot so that the parts sum to it."""

from subcontract.money import share_out
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, at_field
from ui.calc.kinds import Kind


def answer(case: Case) -> Answer:
    """Share ``pot`` by ``shares``."""
    pot = case.money("pot")
    weights = case.numbers("shares")
    with at_field("shares"):
        parts = share_out(pot, weights)
    lines = tuple(
        WorkingLine(
            what=N_("Share of {key}, exact to the cent; left-over cents to the largest remainders"),
            facts={"key": key},
            basis=weights[key],
            rate=pot.amount,
            amount=part,
        )
        for key, part in parts.items()
    )
    return Answer(result={"shares": {key: str(part) for key, part in parts.items()}}, lines=lines)


KIND = Kind(
    purpose=N_("A pot shared out by weights, to the last cent"),
    fields=(
        Field(name="pot", unit=N_("euros")),
        Field(name="shares", unit=N_("weights by key: minutes, pieces or agreed shares")),
    ),
    example='{"pot":"100.00","shares":{"1":"3","2":"2","10":"2"}}',
    answer=answer,
)
