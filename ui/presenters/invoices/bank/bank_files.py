"""Reading a file of the bank: opened and read beside the window, then kept; can be stopped; no Qt."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from subcontract.actions.act import Done, Permission
from subcontract.actions.read_bank_statement import ReadBankStatement, read_bank_statement, statement_of
from subcontract.ports import Lists
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_
from ui.bank_files import bytes_of
from ui.presenters.base import Cancelled, Progress, Stepping, Work
from ui.presenters.owner import Owner

HUNDRED = 100


class FileReading:
    """One file at a time."""

    def __init__(self, page: Owner, read: Callable[[Done], None]) -> None:
        """``read`` is called with what came of a file."""
        self._page = page
        self._read = read
        self._work: Work | None = None
        self._steps: Stepping | None = None
        self.done = 0
        self.of = 0
        """How far it is of how much; 0 while nothing is read."""
        self.what = ""

    @property
    def is_working(self) -> bool:
        """Whether a file is being read."""
        return self._work is not None or self._steps is not None

    @property
    def can_read(self) -> bool:
        """Whether a file can be read now."""
        page = self._page
        return page.may(Permission.RECORD_PAYMENTS) and not page.busy and not self.is_working

    def start(self, path: str) -> None:
        """Read the file of a path; what is refused is said, and nothing of it is kept."""
        page = self._page
        if not page.may(Permission.RECORD_PAYMENTS):
            page.refused(refuse(Code.NOT_ALLOWED))
            return
        if not path or not self.can_read:
            return
        page.notice = None
        self.what = page.texts.say(N_("Reading the file, per cent"))

        def job(_lists: Lists, progress: Progress) -> ReadBankStatement:
            def step(done: int, of: int) -> None:
                progress.step(done * HUNDRED // max(of, 1), HUNDRED)

            return _opened(Path(path), step)

        self._work = _Begun()
        work = page.door.work(job, self._keep, progress=self._stepped, refused=self._refused)
        if self.is_working:  # a door may answer at once
            self._work = work

    def _keep(self, ask: ReadBankStatement) -> None:
        """The file has been read: keep what it told."""
        self._work = None
        page = self._page
        self.what = page.texts.say(N_("Bookings"))
        self._steps = steps = page.door.stepping(self._stepped)

        def step(at: int, of: int) -> None:
            try:
                steps.step(at, of)
            except Cancelled:
                raise refuse(Code.STOPPED) from None

        page.door.act(read_bank_statement, replace(ask, step=step), self._kept, self._refused)

    def _kept(self, done: Done) -> None:
        self.over()
        self._read(done)

    def _refused(self, refused: Refused) -> None:
        self.over()
        self._page.refused(refused)

    def _stepped(self, done: int, of: int, _what: str) -> None:
        self.done, self.of = done, of
        self._page.tell()

    def cancel(self) -> None:
        """Stop at the next step; nothing of the file is kept."""
        for one in (self._work, self._steps):
            if one is not None:
                one.cancel()
        if self._work is not None:  # a reading that is stopped does not answer
            self.over()
            self._page.tell()

    def over(self) -> None:
        """It has ended, one way or the other."""
        self._work, self._steps, self.done, self.of = None, None, 0, 0


class _Begun:
    """Stands for work that has been begun until the door tells of it."""

    def cancel(self) -> None:
        """Nothing can be stopped yet."""


def _opened(path: Path, step: Callable[[int, int], None]) -> ReadBankStatement:
    """Open and read a file."""
    try:
        data = bytes_of(path)
    except OSError:
        raise refuse(Code.BANK_FILE_UNOPENED) from None
    return statement_of(path.name, data, step)
