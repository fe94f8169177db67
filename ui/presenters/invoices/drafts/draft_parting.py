"""Lines of a draft moved into drafts of their own: chosen ones, each job's or each month's; no Qt."""

from subcontract.actions.act import Done
from subcontract.actions.arrange_drafts import SplitDraft, split_draft
from subcontract.ids import InvoiceLineId
from subcontract.invoicing.drafting.arranging import by_job, by_month
from subcontract.invoicing.records import Draft, InvoiceLine
from subcontract.money import Money, total
from subcontract.problems import Problem, Refused
from subcontract.words import N_
from ui.presenters.base import Notice
from ui.presenters.invoices.drafts.draft_acts import DraftActs
from ui.presenters.tables.table import STAYS, CellKind, Column, Row, TablePresenter
from ui.presenters.tables.ticks import Ticks
from ui.presenters.tone import Tone

COLUMNS = (
    Column(key="text", title=N_("Text"), grows=True),
    Column(key="days", title=N_("Days of work"), worth=1),
    Column(key="job", title=N_("Job"), worth=2),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, total=True, worth=STAYS),
)
Groups = tuple[frozenset[InvoiceLineId], ...]


class DraftParting:
    """The lines with ticks: what is ticked goes into a new draft."""

    def __init__(self, page: DraftActs) -> None:
        """Split the draft of ``page``."""
        self._page = page
        self.is_open = False
        self.table = TablePresenter(COLUMNS, page.texts, name=N_("Lines that go into a new draft"))
        self.table.count_words = (N_("{number} line"), N_("{number} lines"))
        self.ticks = Ticks(self.table, page.tell)

    def open(self) -> None:
        """Show the lines; what has been typed in the draft is saved first."""
        self._page.when_saved(self._begin)

    def _begin(self) -> None:
        draft = self._page.draft
        if draft is None or not self._page.can_edit:
            return
        self.is_open = True
        self.ticks.set_rows((self._row(line), True) for line in draft.lines)
        self._page.tell()

    def close(self) -> None:
        """Leave the draft as it is."""
        self.is_open = False

    def _row(self, line: InvoiceLine) -> Row:
        first, last, texts = line.supplied.first, line.supplied.last, self._page.texts
        days = texts.day(first) if first == last else f"{texts.day(first)}–{texts.day(last)}"
        job = next((job.name for job in self._page.jobs if job.id == line.job), "")
        return Row(id=line.id, cells={"text": line.text, "days": days, "job": job, "net": line.net})

    # --- splitting

    @property
    def _lines(self) -> tuple[InvoiceLine, ...]:
        return self._page.draft.lines if self._page.draft is not None else ()

    @property
    def chosen(self) -> tuple[InvoiceLine, ...]:
        """The ticked lines."""
        return tuple(line for line in self._lines if line.id in self.ticks)

    @property
    def net(self) -> Money:
        """What the new draft would come to without VAT."""
        return total(line.net for line in self.chosen)

    @property
    def verb(self) -> str:
        """What the primary button does."""
        one, many = N_("Move {number} line, {net}"), N_("Move {number} lines, {net}")
        return self._page.texts.count(one, many, len(self.chosen), net=self.net)

    @property
    def can_do(self) -> bool:
        """Whether the ticked lines can go: some go and some stay."""
        return 0 < len(self.chosen) < len(self._lines) and self._page.can_edit

    @property
    def can_by_job(self) -> bool:
        """Whether the lines are of several jobs."""
        return bool(by_job(self._lines)) and self._page.can_edit

    @property
    def can_by_month(self) -> bool:
        """Whether the lines are of several months."""
        return bool(by_month(self._lines)) and self._page.can_edit

    def do(self) -> None:
        """Move the ticked lines into a new draft."""
        if self.can_do:
            self._split((frozenset(line.id for line in self.chosen),))

    def split_by_job(self) -> None:
        """Give each job a draft of its own."""
        self._split(by_job(self._lines))

    def split_by_month(self) -> None:
        """Give each month a draft of its own."""
        self._split(by_month(self._lines))

    def _split(self, groups: Groups) -> None:
        draft = self._page.draft
        if draft is not None and groups:
            ask = SplitDraft(draft=draft.id, version=draft.version, groups=groups)
            self._page.act(split_draft, ask, done=lambda done: self._done(draft, done), form=self)

    def _done(self, draft: Draft, done: Done) -> None:
        self.close()
        sentence = N_("The draft was split into {number} drafts.")
        said = self._page.texts.say(sentence, number=str(done.facts["drafts"]))
        self._page.notice = Notice(said, Tone.READY)
        self._page.open(draft.id)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """No problem belongs beside a line."""
        return refused.problems
