"""Checks a client's record before it is saved: every problem at once."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from subcontract.codes import iban, identity_code
from subcontract.days import DateRange
from subcontract.ids import ClientId
from subcontract.people.client import Client, FormOfWorkSpan, Permit, TariffClassSpan
from subcontract.people.findings import Findings
from subcontract.people.likeness import alike
from subcontract.problems import Code, Problem

LONGEST_NAME = 60
MOST_DAYS = 7
MOST_MINUTES = 7 * 24 * 60
MOST_PHOTO_BYTES = 200_000
JPEG_START = b"\xff\xd8\xff"


def checked_client(client: Client) -> Client:
    """The client as it is stored: codes in their printed-free form, lists in order, no photo unconsented.

    Refuses with every problem found; nothing about other clients is looked at here.
    """
    found = Findings()
    read = replace(
        client,
        first_name=found.line(client.first_name, "first_name", required=True, longest=LONGEST_NAME),
        last_name=found.line(client.last_name, "last_name", required=True, longest=LONGEST_NAME),
        call_name=found.line(client.call_name, "call_name", longest=LONGEST_NAME),
        identity_code=found.read(identity_code, client.identity_code, "identity_code"),
        address=found.address(client.address),
        phone=found.phone(client.phone),
        email=found.email(client.email),
        contact_name=found.line(client.contact_name, "contact_name"),
        contact_phone=found.phone(client.contact_phone, "contact_phone"),
        iban=found.read(iban, client.iban, "iban"),
        language=found.language(client.language),
        forms=_forms(client.forms, found),
        tariff_classes=_tariff_classes(client.tariff_classes, found),
        absences=tuple(sorted(client.absences, key=lambda absence: absence.days)),
        skills=frozenset(found.line(skill, "skills", required=True) for skill in client.skills),
        permits=_permits(client.permits, found),
        wishes=found.note(client.wishes, "wishes"),
        never_with=client.never_with - {client.id},
        photo=client.photo if client.photo_consent else b"",
    )
    found.between(read.weekly_days, "weekly_days", 0, MOST_DAYS)
    found.between(read.weekly_minutes, "weekly_minutes", 0, MOST_MINUTES)
    if read.photo and (not read.photo.startswith(JPEG_START) or len(read.photo) > MOST_PHOTO_BYTES):
        found.add(Code.BAD_PICTURE, "photo")
    found.refuse_any()
    return read


def _forms(spans: tuple[FormOfWorkSpan, ...], found: Findings) -> tuple[FormOfWorkSpan, ...]:
    """Put the forms of work in order of days and refuse two on one day."""
    ordered = tuple(sorted(spans, key=lambda span: span.days))
    _no_overlap((span.days for span in ordered), "forms", found)
    return ordered


def _tariff_classes(spans: tuple[TariffClassSpan, ...], found: Findings) -> tuple[TariffClassSpan, ...]:
    """Put the tariff classes in order of days and refuse two on one day."""
    ordered = tuple(sorted(spans, key=lambda span: span.days))
    _no_overlap((span.days for span in ordered), "tariff_classes", found)
    return tuple(
        replace(span, tariff_class=found.line(span.tariff_class, "tariff_classes", required=True))
        for span in ordered
    )


def _no_overlap(days: Iterable[DateRange], field: str, found: Findings) -> None:
    """Note two periods that share a day; ``days`` are in order."""
    for earlier, later in pairwise(days):
        if earlier.overlap(later):
            found.add(Code.PERIODS_OVERLAP, field, first=later.first, last=earlier.last)


def _permits(permits: tuple[Permit, ...], found: Findings) -> tuple[Permit, ...]:
    """Read the permits in order of name and refuse the same name twice."""
    ordered = tuple(
        sorted(
            (replace(permit, name=found.line(permit.name, "permits", required=True)) for permit in permits),
            key=lambda permit: permit.name.casefold(),
        )
    )
    for earlier, later in pairwise(ordered):
        if earlier.name.casefold() == later.name.casefold():
            found.add(Code.TWICE_IN_LIST, "permits", name=later.name)
    return ordered


def clashes(client: Client, others: Iterable[Client], before: Client | None = None) -> tuple[Problem, ...]:
    """Others with the same identity code (never allowed) or a similar name (to be confirmed).

    A name that stays as it was ``before`` has been confirmed already.
    """
    problems: list[Problem] = []
    renamed = before is None or before.name != client.name
    for other in others:
        if other.id == client.id:
            continue
        facts = {"name": f"{other.name} ({other.number})"}
        if client.identity_code and other.identity_code == client.identity_code:
            problems.append(Problem(code=Code.ALREADY_EXISTS, field="identity_code", facts=facts))
        elif renamed and alike(client.name, other.name):
            problems.append(Problem(code=Code.SIMILAR_NAME, field="last_name", facts=facts))
    return tuple(problems)


def with_pairs_apart(
    client: Client, before: frozenset[ClientId], others: Iterable[Client]
) -> tuple[Client, ...]:
    """Other clients whose own "never with" must change so that it holds both ways.

    ``before`` is what the client's own list was until now.
    """
    changed: list[Client] = []
    for other in others:
        if other.id == client.id:
            continue
        if other.id in client.never_with and client.id not in other.never_with:
            changed.append(replace(other, never_with=other.never_with | {client.id}))
        elif other.id in before - client.never_with and client.id in other.never_with:
            changed.append(replace(other, never_with=other.never_with - {client.id}))
    return tuple(changed)
