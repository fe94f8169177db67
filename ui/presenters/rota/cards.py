"""A shift as a card with its people, and what there is to look at in it, in words; no Qt."""

from subcontract.people.client import Client
from subcontract.rota.records import PinKind
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.warnings import RotaWarning, warnings_of
from subcontract.words import N_, Texts
from ui.presenters.recording.rows import photo_of
from ui.presenters.rota.guides import guide_words
from ui.presenters.rota.shift_card import Chip, ShiftCard
from ui.presenters.rota.week import Week
from ui.presenters.rota.words import sentence, sentences
from ui.presenters.tone import Tone


def card_of(shift: Shift, week: Week, texts: Texts) -> ShiftCard:
    """A shift as a card, warnings in words."""
    if shift.id not in week.made_cards:
        week.made_cards[shift.id] = _made_card(shift, week, texts)
    return week.made_cards[shift.id]


def _made_card(shift: Shift, week: Week, texts: Texts) -> ShiftCard:
    """What a shift is, who is on it and what to look at."""
    plan, job = week.plan, week.plan.job_by_id.get(shift.job)
    phase = job.phase(shift.phase) if job else None
    found = warnings_of(shift, plan)
    times = texts.times(shift.start, shift.end)
    chips = tuple(_chip(client, shift, found, week, texts) for client in plan.clients_on(shift.id))
    said = sentences(found, texts)
    pinned = _pinned(shift, chips, week, texts)
    title = " · ".join(part for part in (job.name if job else "", phase.name if phase else "") if part)
    detail = " · ".join(part for part in (guide_words(shift, plan, texts), shift.place) if part)
    off = shift.state is ShiftState.CANCELLED
    told = (*(words for _, words in pinned), *said)
    return ShiftCard(
        shift=shift.id,
        day=shift.day,
        starts=shift.start,
        ends=shift.end,
        times=times,
        title=title,
        detail=detail,
        chips=chips,
        free=0 if off else max(0, shift.most - len(chips)),
        tone=Tone.QUIET if off else Tone.ATTENTION if found else Tone.NONE,
        warnings=said,
        cancelled=texts.say(N_("Cancelled: {reason}"), reason=shift.cancel_reason) if off else "",
        done=shift.id in week.complete,
        spoken=_spoken(shift, title, times, len(chips), told, texts),
        pinned=pinned,
    )


def _spoken(  # noqa: PLR0917 - what is said of a card, in order
    shift: Shift, title: str, times: str, people: int, told: tuple[str, ...], texts: Texts
) -> str:
    """What a screen reader says of a card."""
    size = texts.say(N_("{number} of {most} people"), number=people, most=shift.most)
    return ". ".join((texts.long_day(shift.day), f"{title} {times}", size, *told))


def _pinned(
    shift: Shift, chips: tuple[Chip, ...], week: Week, texts: Texts
) -> tuple[tuple[PinKind, str], ...]:
    """What a coach has decided of the shift, each kind in one line."""
    locked = [chip.name for chip in chips if chip.pin is PinKind.LOCKED]
    people = [week.plan.client_by_id.get(client) for client in week.barred_from.get(shift.id, ())]
    barred = [client.called for client in people if client is not None]
    lines = (
        (PinKind.LOCKED, N_("Locked: {names}"), locked),
        (PinKind.BARRED, N_("Not to this shift: {names}"), barred),
    )
    return tuple(
        (kind, texts.say(words, names=", ".join(sorted(names)))) for kind, words, names in lines if names
    )


def _chip(client: Client, shift: Shift, found: tuple[RotaWarning, ...], week: Week, texts: Texts) -> Chip:
    """A person with their own warnings, and the word of a coach who has locked the place."""
    own = [sentence(warning, texts) for warning in found if warning.client == client.id]
    pin = week.pin_of.get((client.id, shift.id))
    decided = [pin_word(pin, texts)] if pin is not None else []
    return Chip(
        client=client.id,
        name=client.called,
        photo=photo_of(client),
        tone=Tone.ATTENTION if own else Tone.NONE,
        spoken=". ".join((client.name, *decided, *own)),
        warnings=tuple(own),
        pin=pin,
    )


def pin_word(kind: PinKind, texts: Texts) -> str:
    """What a coach has decided, in a word."""
    return texts.say(N_("Locked") if kind is PinKind.LOCKED else N_("Not to this shift"))
