"""Pieces that count for each client of a shift, and in words what is odd about what was recorded; no Qt."""

from collections.abc import Iterable, Iterator, Mapping

from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.hours.pieces import is_present, pieces_of, total_pieces, unshared
from subcontract.ids import ClientId
from subcontract.jobs.job import SplitRule
from subcontract.rota.shift import Shift
from subcontract.words import N_, Texts
from ui.presenters.recording.day import Day, Line
from ui.texts import Length

NOBODY: Mapping[SplitRule, str] = {
    SplitRule.MINUTES: N_("Nobody at work has hours, so nobody gets pieces of the group's result."),
    SplitRule.PIECES: N_(
        "Nobody has own pieces, so nobody gets pieces of the group's result. "
        "Write own pieces in the rows, or share by time."
    ),
    SplitRule.AGREED: N_(
        "Nobody here has an agreed share, so nobody gets pieces of the group's result. "
        "Write the shares on the job's price sheet, or share by time."
    ),
    SplitRule.EQUAL: N_("Nobody has been at work, so nobody gets pieces of the group's result."),
}
"""Why nobody gets a share, and what to do, by the way of sharing."""

LONG = 12 * 60
"""Minutes of work on one shift from which the times are looked at again."""


def of_shift(day: Day, shift: Shift) -> tuple[WorkEntry, ...]:
    """The entries in force on a shift."""
    return tuple(entry for entry in day.standing if entry.shift == shift.id)


def counted(day: Day, shift: Shift) -> dict[ClientId, int]:
    """The pieces that are paid for: own ones, and shares of what the group made together."""
    numbers = {client.id: client.number for client in day.clients.values()}
    return pieces_of(of_shift(day, shift), day.jobs, numbers)


def group_words(day: Day, shift: Shift, texts: Texts) -> str:
    """What has to be known of the group's result: that nobody gets it, or how own pieces count beside it."""
    entries = of_shift(day, shift)
    results = [entry for entry in entries if entry.kind is EntryKind.GROUP_RESULT and entry.pieces]
    if not results:
        return ""
    rule = results[0].split or SplitRule.MINUTES
    if unshared(entries, day.jobs):
        return texts.say(NOBODY[rule])
    own, whole = sum(entry.pieces for entry in entries if is_present(entry)), total_pieces(entries)
    if not own:
        return ""
    if rule is SplitRule.PIECES:
        sentence = N_("Own pieces ({own}) only decide the shares: {number} pieces count in all.")
    else:
        sentence = N_("Own pieces ({own}) count besides the group's result: {number} pieces in all.")
    return texts.say(sentence, own=own, number=whole)


def long_words(lines: Iterable[Line], texts: Texts) -> Iterator[str]:
    """Whose work on the shift was so long that the times may be a slip, such as an end of 7 for 17."""
    for line in lines:
        if line.entry is not None and line.entry.minutes > LONG:
            sentence = N_("{name}: {minutes} on one shift. Check the times.")
            yield texts.say(sentence, name=line.client.name, minutes=Length(line.entry.minutes))
