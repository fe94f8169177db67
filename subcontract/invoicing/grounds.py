"""On what ground lines have no VAT: as the classes of their work say, in the customer's language."""

from collections.abc import Iterable
from dataclasses import replace

from subcontract.invoicing.records import Draft
from subcontract.jobs.vat_classes import EXEMPT, Exemption, code_of, ground_of
from subcontract.words import Texts


def grounds_of(vat_classes: Iterable[str]) -> tuple[Exemption, ...]:
    """The grounds that exempt classes name, each once, in the order of the lines."""
    exempt = (one for one in vat_classes if code_of(one) == EXEMPT)
    return tuple(dict.fromkeys(ground for one in exempt if (ground := ground_of(one)) is not None))


def exemption_of(vat_classes: Iterable[str], texts: Texts) -> tuple[str, str]:
    """The code and the sentence of an invoice's ground; several grounds have sentences and no one code."""
    grounds = grounds_of(vat_classes)
    sentence = "; ".join(texts.say(ground.sentence) for ground in grounds)
    return (grounds[0].code if len(grounds) == 1 else ""), sentence


def with_ground(draft: Draft, vat_class: str, texts: Texts) -> Draft:
    """A draft that got a line of a class: the ground of an exempt one is told beside those told before."""
    ground = ground_of(vat_class) if code_of(vat_class) == EXEMPT else None
    if ground is None:
        return draft
    sentence = texts.say(ground.sentence)
    if not draft.exemption.strip():
        return replace(draft, exemption=sentence, exemption_code=ground.code)
    if sentence in draft.exemption:
        return draft
    return replace(draft, exemption=f"{draft.exemption}; {sentence}", exemption_code="")
