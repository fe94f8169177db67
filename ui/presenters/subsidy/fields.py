"""What the check list of a wage subsidy asks, in groups of what it is about; no Qt."""

from subcontract.people.employment_check import MOST_WEEKLY
from subcontract.words import N_
from ui.presenters.forms.fields import ANSWERS, FieldKind, FieldSpec

SEEKING = N_("Unemployment and the employment plan")
SKILLS = N_("Skills")
CAPACITY = N_("Work capacity")
PLANNED = N_("The employment that is planned")
EARLIER = N_("Earlier subsidy and other aid")
EMPLOYER = N_("The employer")
CHECK = N_("The check itself")
GROUPS = (SEEKING, SKILLS, CAPACITY, PLANNED, EARLIER, EMPLOYER, CHECK)
LEFT = (SEEKING, SKILLS, CAPACITY)
LONGEST_SPELL = 1200
"""Months that may be typed where no rule sets a frame."""


def whether(name: str, label: str, group: str, help: str = "") -> FieldSpec:  # noqa: A002 - as FieldSpec's
    """A question with three answers."""
    return FieldSpec(name=name, label=label, kind=FieldKind.WHETHER, choices=ANSWERS, group=group, help=help)


def months(name: str, label: str, group: str, most: int) -> FieldSpec:
    """A number of months, empty while it is not known."""
    return FieldSpec(
        name=name, label=label, kind=FieldKind.QUANTITY, group=group, unit=N_("months"), places=0, most=most
    )


def hours(name: str, label: str, group: str, help: str = "") -> FieldSpec:  # noqa: A002 - as FieldSpec's
    """Hours of a week, empty while they are not known."""
    return FieldSpec(
        name=name,
        label=label,
        kind=FieldKind.HOURS,
        group=group,
        unit=N_("hours a week"),
        most=MOST_WEEKLY,
        help=help,
    )


FIELDS = (
    whether("jobseeker", N_("Is the person registered as an unemployed jobseeker?"), SEEKING),
    whether("plan_states_subsidy", N_("Does the employment plan mention a wage subsidy?"), SEEKING),
    months("unemployed_of_14", N_("Unemployed within the last 14 months"), SEEKING, 14),
    months("unemployed_of_28", N_("Unemployed within the last 28 months"), SEEKING, 28),
    months("unemployed_in_a_row", N_("Unemployed in a row until now"), SEEKING, LONGEST_SPELL),
    months("months_without_work", N_("Time since the last work"), SEEKING, LONGEST_SPELL),
    whether(
        "long_unemployment_likely",
        N_("Would unemployment likely go on for a year without a subsidy?"),
        SEEKING,
        N_("The employment authority assesses this."),
    ),
    whether(
        "without_qualification",
        N_("Is the person without a vocational or upper-secondary qualification?"),
        SKILLS,
    ),
    whether("integration_plan", N_("Is there an integration plan of an immigrant?"), SKILLS),
    whether(
        "lacks_skills",
        N_("Is unemployment due to a lack of skills that this work mends?"),
        SKILLS,
        N_("The employment authority assesses this."),
    ),
    whether("apprenticeship", N_("Is the employment an apprenticeship?"), SKILLS),
    whether(
        "reduced_capacity",
        N_("Does a disability or illness make suitable work much harder to find?"),
        CAPACITY,
        N_("Only yes or no: a diagnosis is not asked for and not written here."),
    ),
    FieldSpec(
        name="certificate",
        label=N_("Medical certificate written on"),
        kind=FieldKind.DATE,
        group=CAPACITY,
        help=N_("Empty while there is no certificate."),
    ),
    whether(
        "adjustments_made",
        N_("Have the adjustments of occupational health care been made?"),
        CAPACITY,
    ),
    whether(
        "lasting_reduction",
        N_("Is productivity clearly and lastingly reduced in spite of them?"),
        CAPACITY,
        N_("The employment authority assesses this."),
    ),
    FieldSpec(
        name="start",
        label=N_("First day of the employment"),
        kind=FieldKind.DATE,
        group=PLANNED,
        help=N_("The decision must come before this day. Empty: the day of the agreement is used."),
    ),
    hours(
        "weekly_minutes",
        N_("Working time"),
        PLANNED,
        N_("Empty: the hours of the agreement are used."),
    ),
    hours("full_weekly_minutes", N_("Full working time in this work"), PLANNED),
    whether(
        "by_result_alone",
        N_("Would pay be by result alone, without an hourly base?"),
        PLANNED,
        N_("An agreement made in this program always has an hourly base."),
    ),
    whether("collective_agreement", N_("Is pay at least that of the collective agreement?"), PLANNED),
    whether("had_subsidy", N_("Have you had a subsidy for this person before?"), EARLIER),
    FieldSpec(
        name="earlier_subsidy_end",
        label=N_("Last day of that subsidy"),
        kind=FieldKind.DATE,
        group=EARLIER,
    ),
    whether(
        "other_aid",
        N_("Is other aid granted for the same pay, so that little is left to pay?"),
        EARLIER,
    ),
    whether(
        "in_market",
        N_("Does the work compete in a market?"),
        EMPLOYER,
        N_("For an association: is it business?"),
    ),
    whether(
        "redundancies",
        N_("Has anybody been made redundant within a year, without as many being hired again?"),
        EMPLOYER,
    ),
    whether("distorts_competition", N_("Would the subsidy distort competition?"), EMPLOYER),
    whether("unpaid_dues", N_("Have wages, taxes or statutory payments been neglected?"), EMPLOYER),
    whether(
        "convictions",
        N_("Does a sentence or penalty payment of the employer stand in the way?"),
        EMPLOYER,
    ),
    FieldSpec(
        name="checked_on",
        label=N_("Facts as they were on"),
        kind=FieldKind.DATE,
        required=True,
        group=CHECK,
        help=N_("Ages and waiting times are counted from this day, or from the day of the decision."),
    ),
    FieldSpec(name="note", label=N_("Note"), kind=FieldKind.MULTILINE, group=CHECK, max_length=2000),
)
NAMES = tuple(spec.name for spec in FIELDS)
WHOLE_MONTHS = frozenset(spec.name for spec in FIELDS if spec.kind is FieldKind.QUANTITY)
OF_EXTENSIONS = ("adjustments_made", "lasting_reduction")
"""Asked only when a running period goes on; what is kept of them stays."""
