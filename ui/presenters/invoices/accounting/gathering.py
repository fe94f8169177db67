"""Long work of accounting that only reads: lists as a workbook, and the archive of a month; no Qt."""

from datetime import UTC, datetime
from typing import Protocol

from subcontract import papers
from subcontract.actions.act import Permission
from subcontract.actions.ledger_facts import sales_facts, sales_lists
from subcontract.actions.month_folder import FolderAsk
from subcontract.actions.take_pay_papers import TakePayPapers, take_pay_papers
from subcontract.days import DateRange
from subcontract.papers.files.sales_lists import all_lists
from subcontract.ports import Lists, Paper
from subcontract.words import N_
from ui.presenters.base import Notice, Progress, Work
from ui.presenters.invoices.accounting.folder_work import write_month_folder
from ui.presenters.owner import Owner
from ui.presenters.tone import Tone

LISTS = "sales_lists"


class OfPeriod(Owner, Protocol):
    """What gathering needs to know of its page."""

    @property
    def period(self) -> DateRange | None:
        """The days that are looked at."""

    @property
    def period_words(self) -> str:
        """The days in words."""

    @property
    def file_period(self) -> str:
        """The days in a file's name."""

    def offer(self, paper: Paper | None) -> None:
        """Let a file be saved."""


class Gathering:
    """Makes lists and archives, tells how far it is, and stops when asked."""

    def __init__(self, page: OfPeriod) -> None:
        """Belong to a page."""
        self.page = page
        self.with_pay = False
        """Whether papers of pay come along in the archive."""
        self.done = 0
        self.of = 0
        """How many files are ready of how many; 0 while nothing is under way."""
        self._work: Work | None = None

    @property
    def is_working(self) -> bool:
        """Whether something is under way."""
        return self.of > 0

    @property
    def can_start(self) -> bool:
        """Whether lists or an archive can be made now."""
        allowed = self.page.may(Permission.EXPORT_LEDGER)
        return allowed and self.page.period is not None and not self.is_working and not self.page.busy

    @property
    def may_take_pay(self) -> bool:
        """Whether the one who is signed in sees papers of pay at all."""
        return self.page.may(Permission.SEE_PAY)

    def take_pay(self, *, along: bool) -> None:
        """Choose whether papers of pay come along."""
        self.with_pay = along and self.may_take_pay
        self.page.tell()

    @property
    def pay_note(self) -> str:
        """What taking papers of pay along means."""
        said = N_("They tell what each person was paid. Each person's log will tell who took them, and why.")
        return self.page.texts.say(said) if self.with_pay else ""

    # --- lists

    def make_lists(self) -> None:
        """Make the lists of the period as one workbook, then let it be saved."""
        period, texts = self.page.period, self.page.texts
        if period is None or not self.can_start:
            return
        unit, moment, today = self.page.door.who.unit, self.page.door.clock.now(), self.page.door.today()
        name = f"{texts.say(N_('list-all'))}-{self.page.file_period}.xlsx"

        def job(lists: Lists, _progress: Progress) -> Paper:
            tables = all_lists(sales_lists(sales_facts(lists, unit), period, today), texts)
            noon = datetime(*period.last.timetuple()[:3], 12, tzinfo=UTC)
            content = papers.workbook(tables, texts, noon)
            return Paper(of=unit, kind=LISTS, name=name, content=content, made_at=moment)

        self.page.door.work(job, self.page.offer, refused=self.page.refused)

    # --- the archive

    @property
    def folder_name(self) -> str:
        """What the archive is called; without personal data."""
        return f"{self.page.texts.say(N_('invoicing-folder'))}-{self.page.file_period}.zip"

    def start_folder(self, path: str) -> None:
        """Write the archive to ``path``; that papers of pay are taken is logged first."""
        period = self.page.period
        if not path or period is None or not self.can_start:
            return
        if not self.with_pay:
            self._write(path, period)
            return
        purpose = self.page.texts.say(N_("Accounting of {period}"), period=self.page.period_words)
        ask = TakePayPapers(period=period, purpose=purpose)
        self.page.act(take_pay_papers, ask, done=lambda _done: self._write(path, period))

    def _write(self, path: str, period: DateRange) -> None:
        door, texts = self.page.door, self.page.texts
        ask = FolderAsk(unit=door.who.unit, period=period, made_on=door.today(), with_pay=self.with_pay)
        self.done, self.of = 0, 1
        self.page.notice = None

        def job(lists: Lists, progress: Progress) -> int | None:
            return write_month_folder(path, lists, ask, texts, progress)

        self._work = door.work(job, self._written, progress=self._told, refused=self.page.refused)
        if not self.is_working:  # a door that answers at once has answered
            self._work = None
        self.page.tell()

    def _told(self, done: int, of: int, _what: str) -> None:
        if self.is_working:
            self.done, self.of = done, max(of, 1)
            self.page.tell()

    def _written(self, count: int | None) -> None:
        self._work, self.done, self.of = None, 0, 0
        texts = self.page.texts
        if count is None:
            failed = N_(
                "The file could not be written there. Choose another place, "
                "or close the file if another program has it open."
            )
            self.page.notice = Notice(texts.say(failed), Tone.WRONG)
        else:
            one = N_("The archive was saved: {number} file. Begin with index.html in it.")
            many = N_("The archive was saved: {number} files. Begin with index.html in it.")
            self.page.notice = Notice(texts.count(one, many, count), Tone.READY)
        self.page.tell()

    def cancel(self) -> None:
        """Stop; nothing half-made is left."""
        if self._work is not None:
            self._work.cancel()
        if self.is_working:
            self._work, self.done, self.of = None, 0, 0
            said = N_("Stopped as you asked. No archive was saved.")
            self.page.notice = Notice(self.page.texts.say(said), Tone.INFO)
            self.page.tell()
