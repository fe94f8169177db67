"""Kind ``barcode``: makes the digits of a bank barcode, or reads them."""

from subcontract.codes import bank_barcode, read_bank_barcode, symbol_check
from subcontract.money import Money
from subcontract.problems import Code, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field
from ui.calc.kinds import Kind

GUIDE = "Finance Finland, Pankkiviivakoodi-opas 5.3"
MAKING = ("iban", "amount", "reference", "due")


def answer(case: Case) -> Answer:
    """Make from an invoice's facts, or read ``decode``."""
    if case.given("decode"):
        if any(name in case for name in MAKING):
            raise refuse(Code.AMBIGUOUS, "decode")
        return _read(case.text("decode"))
    amount = case.money("amount").cents if case.given("amount") else None
    due = case.day("due") if case.given("due") else None
    code = bank_barcode(case.text("iban"), amount, case.text("reference"), due)
    return Answer(result={"code": code, "symbol_check": symbol_check(code)}, lines=_lines(code))


def _read(text: str) -> Answer:
    """The facts that the digits hold."""
    read = read_bank_barcode(text, "decode")
    result = {
        "iban": read.account,
        "amount": None if read.cents is None else str(Money.of_cents(read.cents)),
        "reference": read.reference,
        "due": None if read.due is None else read.due.isoformat(),
    }
    return Answer(result=result)


def _lines(code: str) -> tuple[WorkingLine, ...]:
    """How the symbol's check character comes."""
    return (
        WorkingLine(
            what=N_("Check character {check} of the symbol: pairs by their places, remainder by 103"),
            facts={"check": str(symbol_check(code))},
            source=GUIDE,
        ),
    )


KIND = Kind(
    purpose=N_("Bank barcode of an invoice: make its 54 digits, or read them"),
    fields=(
        Field(name="iban", unit=N_("Finnish account number")),
        Field(name="amount", unit=N_("euros; null leaves it open")),
        Field(name="reference", unit=N_("national or international reference")),
        Field(name="due", unit=N_("date; null leaves it open")),
        Field(name="decode", unit=N_("54 digits, instead of all the others")),
    ),
    example=(
        '{"iban":"FI79 4405 2020 0360 82","amount":"4883.15","reference":"868516259619897",'
        '"due":"2010-06-12"}'
    ),
    answer=answer,
)
