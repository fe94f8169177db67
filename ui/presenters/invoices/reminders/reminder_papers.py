"""The kept papers of reminders as one file for the printer; no Qt."""

from dataclasses import dataclass

from subcontract.actions.send_reminders import PAPER
from subcontract.ids import ReminderId
from subcontract.papers.bundle import put_together
from subcontract.ports import Lists
from subcontract.words import N_
from ui.presenters.base import Progress, Work
from ui.presenters.owner import Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Papers in the preview."""

    name: str
    content: bytes


class ReminderPapers:
    """What is in the preview."""

    def __init__(self, owner: Owner) -> None:
        """Belong to a presenter."""
        self._owner = owner
        self._joining: Work | None = None
        self.shown: Sheet | None = None

    def show(self, reminders: tuple[ReminderId, ...]) -> None:
        """Read kept papers and show them as one."""
        if reminders:
            name = self._owner.texts.say(N_("reminders-{day}"), day=self._owner.door.today().isoformat())
            self._joining = self._owner.door.work(
                lambda lists, progress: _joined(lists, reminders, f"{name}.pdf", progress), self._show
            )

    def _show(self, sheet: Sheet) -> None:
        self._joining, self.shown = None, sheet
        self._owner.tell()

    def close(self) -> None:
        """Close the preview."""
        self.shown = None
        self._owner.tell()

    def cancel(self) -> None:
        """Stop putting papers together."""
        if self._joining is not None:
            self._joining.cancel()


def _joined(lists: Lists, reminders: tuple[ReminderId, ...], name: str, progress: Progress) -> Sheet:
    """The kept papers, each on a sheet of its own; a single one is given byte for byte."""
    kept = [paper for one in reminders if (paper := lists.papers.find(one, PAPER)) is not None]
    if len(kept) == 1:
        return Sheet(name=kept[0].name, content=kept[0].content)
    content = put_together(((paper.content,) for paper in kept), lambda done: progress.step(done, len(kept)))
    return Sheet(name=name, content=content)
