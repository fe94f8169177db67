"""The fields and lines of a client's page; no Qt."""

from collections.abc import Iterable
from decimal import Decimal

from subcontract.people.client import AbsenceKind, Client, FormOfWork
from subcontract.words import N_
from ui.presenters.customers import LANGUAGES
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.lines import LinesPresenter

FORMS = {
    FormOfWork.ALLOWANCE: N_("Work allowance"),
    FormOfWork.EMPLOYMENT: N_("Employment"),
    FormOfWork.FEE: N_("Fee"),
}
ABSENCES = {
    AbsenceKind.HOLIDAY: N_("Holiday"),
    AbsenceKind.SICK: N_("Sick"),
    AbsenceKind.OTHER: N_("Other reason"),
}
BASIC, CONTACT, MONEY, WORK = N_("Basic data"), N_("Contact details"), N_("Payments"), N_("At work")
FIELDS = (
    FieldSpec(name="last_name", label=N_("Last name"), required=True, group=BASIC, max_length=60),
    FieldSpec(name="first_name", label=N_("First name"), required=True, group=BASIC, max_length=60),
    FieldSpec(
        name="call_name",
        label=N_("Name used at work"),
        group=BASIC,
        max_length=60,
        help=N_("Shown on the rota when it differs from the first name."),
    ),
    FieldSpec(
        name="identity_code",
        label=N_("Identity code"),
        kind=FieldKind.IDENTITY_CODE,
        group=BASIC,
        help=N_("Who looks at the whole code is written in the log."),
    ),
    FieldSpec(
        name="language",
        label=N_("Language of papers"),
        kind=FieldKind.CHOICE,
        required=True,
        group=BASIC,
        choices=LANGUAGES,
    ),
    FieldSpec(name="active", label=N_("Takes part in work"), kind=FieldKind.FLAG, group=BASIC),
    FieldSpec(name="street", label=N_("Street address"), group=CONTACT, max_length=120),
    FieldSpec(name="postcode", label=N_("Postcode"), group=CONTACT, max_length=12),
    FieldSpec(name="town", label=N_("Town"), group=CONTACT, max_length=60),
    FieldSpec(name="phone", label=N_("Telephone"), kind=FieldKind.PHONE, group=CONTACT),
    FieldSpec(name="email", label=N_("E-mail"), kind=FieldKind.EMAIL, group=CONTACT),
    FieldSpec(
        name="contact_name",
        label=N_("Whom to call"),
        group=CONTACT,
        max_length=120,
        help=N_("Next of kin, home or trustee."),
    ),
    FieldSpec(
        name="contact_phone",
        label=N_("Telephone of the one to call"),
        kind=FieldKind.PHONE,
        group=CONTACT,
    ),
    FieldSpec(name="iban", label=N_("Account number (IBAN)"), kind=FieldKind.IBAN, group=MONEY),
    FieldSpec(
        name="weekly_days",
        label=N_("Working days in a week, at most"),
        kind=FieldKind.QUANTITY,
        required=True,
        group=WORK,
        unit=N_("days"),
        places=0,
        most=Decimal(7),
    ),
    FieldSpec(
        name="weekly_minutes",
        label=N_("Working time in a week, at most"),
        kind=FieldKind.HOURS,
        required=True,
        group=WORK,
        most=7 * 24 * 60,
    ),
    FieldSpec(
        name="needs_own_coach",
        label=N_("Needs a coach of their own"),
        kind=FieldKind.FLAG,
        group=WORK,
    ),
    FieldSpec(
        name="skills",
        label=N_("Skills"),
        group=WORK,
        max_length=400,
        help=N_("Separate with commas: shelving, packing."),
    ),
    FieldSpec(name="wishes", label=N_("Wishes"), kind=FieldKind.MULTILINE, group=WORK, max_length=2000),
    FieldSpec(
        name="photo_consent",
        label=N_("Consent to a photo given on"),
        kind=FieldKind.DATE,
        group=N_("Photo"),
        help=N_("Empty the day when the consent is taken back: the photo is then removed."),
    ),
)
CARE = frozenset(
    (
        *("weekly_days", "weekly_minutes", "needs_own_coach", "skills", "wishes", "photo_consent"),
        *("contact_name", "contact_phone"),
    )
)
"""Fields that are about care and guidance: not for finance."""
FROM = FieldSpec(name="first", label=N_("From"), kind=FieldKind.DATE, required=True)
TO = FieldSpec(name="last", label=N_("Until"), kind=FieldKind.DATE)
FORM_LINE = (
    FieldSpec(
        name="form",
        label=N_("Form of work"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=form, label=word) for form, word in FORMS.items()),
    ),
    FROM,
    TO,
)
CLASS_LINE = (
    FieldSpec(name="tariff_class", label=N_("Tariff class"), required=True, max_length=60),
    FROM,
    TO,
)
PERMIT_LINE = (
    FieldSpec(name="name", label=N_("Permit or card"), required=True, max_length=60),
    FieldSpec(name="valid_to", label=N_("Valid until"), kind=FieldKind.DATE),
)
ABSENCE_LINE = (
    FieldSpec(
        name="kind",
        label=N_("Reason"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=kind, label=word) for kind, word in ABSENCES.items()),
    ),
    FROM,
    TO,
)
APART_LINE = (FieldSpec(name="client", label=N_("Client"), kind=FieldKind.CHOICE, required=True),)
PLAIN = (
    *("last_name", "first_name", "call_name", "identity_code", "language", "active", "phone", "email"),
    *(
        "contact_name",
        "contact_phone",
        "iban",
        "weekly_minutes",
        "needs_own_coach",
        "wishes",
        "photo_consent",
    ),
)
PURPOSES = (
    N_("Planning and guiding work"),
    N_("Payments"),
    N_("Client's own request"),
    N_("Mending an error"),
)


def choices_beside(record: Client, clients: Iterable[Client]) -> tuple[Choice, ...]:
    """Those who can be kept apart from a client: the others who work, and whoever is kept apart already."""
    return tuple(
        Choice(value=one.id, label=one.name)
        for one in clients
        if one.id != record.id and (one.active or one.id in record.never_with)
    )


def note_classes(lines: LinesPresenter, known: tuple[str, ...]) -> None:
    """Note beside a class that no tariff has: nothing could be paid by it."""
    for row in lines.rows:
        typed = row.typed["tariff_class"].strip()
        note = ""
        if typed and known and typed not in known:
            said = N_("No tariff has the class {name}. There are {classes}.")
            note = lines.texts.say(said, name=typed, classes=", ".join(known))
        if row.notes.get("tariff_class", "") != note:
            row.notes["tariff_class"] = note
            row.tell()
