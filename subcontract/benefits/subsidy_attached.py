"""What goes with an application: papers that a ground of the act rests on, and who has them."""

from collections.abc import Iterator
from dataclasses import dataclass

from subcontract.benefits.subsidy_check import GroundCheck
from subcontract.benefits.subsidy_facts import Asked, EmployerKind
from subcontract.rules import SubsidyKind
from subcontract.words import N_

BY_CERTIFICATE = frozenset({SubsidyKind.REDUCED_CAPACITY, SubsidyKind.REDUCED_CAPACITY_EXTENSION})
OF_ASSOCIATIONS = frozenset({SubsidyKind.FULL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One paper; ``there`` is whether it is known to be there."""

    what: str
    """Marked English text of the catalogue."""
    section: str
    there: bool = False


def attachments(ground: GroundCheck, asked: Asked) -> tuple[Attachment, ...]:
    """What the application on a ground needs beside it, by the act; the authority may ask for more."""
    return (*_of_person(ground.ground, asked), *_of_employer(ground.ground, asked))


def _of_person(ground: SubsidyKind, asked: Asked) -> Iterator[Attachment]:
    person = asked.person
    by_capacity = ground in BY_CERTIFICATE or (
        ground in {SubsidyKind.FULL, SubsidyKind.APPRENTICESHIP} and bool(person.reduced_capacity)
    )
    if by_capacity:
        extension = ground is SubsidyKind.REDUCED_CAPACITY_EXTENSION
        written = person.certificate
        period = asked.work.extends
        in_period = written is not None and period is not None and written in period
        yield Attachment(
            what=N_("Medical certificate written during the running period")
            if extension
            else N_("Medical certificate of the reduced work capacity"),
            section="380/2023 87 § 3 mom 1 k" if extension else "380/2023 87 §",
            there=in_period if extension else written is not None,
        )
        if extension:
            yield Attachment(
                what=N_("Account of the adjustments that occupational health care recommended"),
                section="380/2023 87 § 3 mom 2 k",
                there=bool(person.adjustments_made),
            )
    if ground is SubsidyKind.APPRENTICESHIP:
        yield Attachment(what=N_("Apprenticeship agreement"), section="380/2023 90 §")
    yield Attachment(
        what=N_("Employment plan, or the document in its place, that mentions the wage subsidy"),
        section="380/2023 81 §",
        there=bool(person.plan_states_subsidy),
    )


def _of_employer(ground: SubsidyKind, asked: Asked) -> Iterator[Attachment]:
    employer, person = asked.work.employer, asked.person
    if ground is not SubsidyKind.REDUCED_CAPACITY_EXTENSION:
        yield Attachment(
            what=N_("Draft of the employment agreement: first day, hours, pay and collective agreement"),
            section="380/2023 84 §",
        )
    if ground in OF_ASSOCIATIONS:
        yield Attachment(what=N_("Account that the work is not business"), section="380/2023 88 § 1 mom")
    elif employer is EmployerKind.ASSOCIATION and asked.work.in_market:
        yield Attachment(
            what=N_("Latest tax return and tax decision of an association that does business"),
            section="TE-palvelut, palkkatuen hakeminen",
        )
    if person.other_aid:
        yield Attachment(
            what=N_("Decisions on other aid for the same pay"), section="380/2023 83 § 3 mom 6 k, 93 §"
        )
