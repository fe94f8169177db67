"""What an invoice still lacks, in a few words; no Qt."""

from collections.abc import Iterable, Mapping

from subcontract.problems import Code, Problem
from subcontract.words import N_, Texts
from ui.problem_sentences import explain

IN_SHORT: Mapping[Code, str] = {
    Code.ORDER_NUMBER_NEEDED: N_("order number"),
    Code.BUYER_REFERENCE_NEEDED: N_("customer's reference"),
    Code.COST_CENTRE_NEEDED: N_("cost centre"),
    Code.ADDRESS_NEEDED: N_("address"),
    Code.BUYER_VAT_ID_NEEDED: N_("VAT number"),
    Code.E_INVOICE_ADDRESS_MISSING: N_("e-invoice address"),
    Code.E_INVOICE_ASKED: N_("form of the e-invoice"),
    Code.PRICE_MISSING: N_("price"),
}


def in_short(problem: Problem, texts: Texts) -> str:
    """What is missing, as a word; another problem in its own sentence."""
    if problem.code is Code.REQUIRED and problem.field == "exemption":
        return texts.say(N_("ground of exemption"))
    return texts.say(IN_SHORT[problem.code]) if problem.code in IN_SHORT else explain(problem, texts)


def missing_words(problems: Iterable[Problem], texts: Texts) -> str:
    """Everything that is missing, or nothing."""
    return ", ".join(dict.fromkeys(in_short(problem, texts) for problem in problems))
