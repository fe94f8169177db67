"""Kirjanpitoon: what a period sends to accounting, journals that were made, lists, the archive; no Qt."""

from dataclasses import dataclass
from enum import StrEnum

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.export_ledger import (
    LEDGER,
    LEDGER_BOOK,
    LEDGER_INVOICES,
    ExportLedger,
    export_ledger,
)
from subcontract.actions.ledger_facts import LedgerFacts, LedgerRecords, facts_of, ledger_records
from subcontract.days import DateRange
from subcontract.ids import LedgerExportId, StaffId, UnitId
from subcontract.invoicing.sendings import LedgerExport, LedgerPreset
from subcontract.ports import Lists, Paper
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Presenter
from ui.presenters.invoices.accounting.accounting_words import (
    COLUMNS,
    EMPTY,
    UNCHECKED,
    control_steps,
    export_row,
    remarks,
    sentence,
    vat_steps,
)
from ui.presenters.invoices.accounting.gathering import Gathering
from ui.presenters.invoices.accounting.ledger_period import LedgerPeriod
from ui.presenters.tables.table import TablePresenter
from ui.presenters.tone import Tone
from ui.presenters.working import Step
from ui.texts import CatalogueTexts


class View(StrEnum):
    """What is in sight."""

    COMING = "coming"
    MADE = "made"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What the page shows."""

    records: LedgerRecords
    staff: dict[StaffId, str]


class AccountingPresenter(Presenter):
    """The page of one unit's accounting."""

    depends_on = frozenset(
        {Kind.INVOICES, Kind.LEDGER_EXPORTS, Kind.INVOICING_TERMS, Kind.JOBS, Kind.REMINDERS}
    )

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with the month that has ended last."""
        super().__init__(door, texts)
        self.view = View.COMING
        self.chosen = LedgerPeriod(door, texts, self._look_anew)
        self.preset = LedgerPreset.JOURNAL
        self.table = TablePresenter(COLUMNS, texts, name=N_("Journals that were made"), empty=EMPTY)
        self.table.count_words = (N_("{number} journal"), N_("{number} journals"))
        self.table.on_select = lambda _row: self.tell()
        self.table.on_open = lambda _row: self.save()
        self.gathering = Gathering(self)
        self.to_save: Paper | None = None
        """A file that was asked for: the screen asks where to save it, and calls ``file_saved``."""
        self.facts: LedgerFacts | None = None
        self._records: LedgerRecords | None = None

    # --- the period

    @property
    def period(self) -> DateRange | None:
        """The days that are looked at; ``None`` while they cannot be read."""
        return self.chosen.days

    @property
    def period_words(self) -> str:
        """The days in words."""
        return self.chosen.words

    @property
    def file_period(self) -> str:
        """The days in a file's name."""
        return self.chosen.file_name

    def _look_anew(self) -> None:
        self.notice, self.facts = None, None
        self._reckon()
        self.tell()

    def show(self, view: View) -> None:
        """Look at what comes, or at what was made."""
        self.view, self.notice = view, None
        self.tell()

    def choose_preset(self, preset: LedgerPreset) -> None:
        """Make the file in another shape."""
        self.preset = preset
        self.tell()

    # --- reading

    def load(self) -> None:
        """Read everything that journals are made of."""
        unit = self.door.who.unit
        self.door.ask(lambda lists: _read(lists, unit), self._fill)

    def _fill(self, read: PageFacts) -> None:
        self._records, exports = read.records, read.records.exports
        self.table.set_rows(export_row(one, read.staff, self.texts) for one in reversed(exports))
        if self.table.selected is None and exports:
            self.table.select(exports[-1].id)
        self._reckon()

    def _reckon(self) -> None:
        """Reckon what a journal of the chosen days would hold, of what has been read."""
        records, period = self._records, self.period
        if records is not None and period is not None:
            self.door.ask(lambda _lists: facts_of(records, period), self._reckoned)

    def _reckoned(self, facts: LedgerFacts) -> None:
        if facts.period == self.period:
            self.facts = facts
            self.tell()

    @property
    def sentence(self) -> str:
        """What comes, in words."""
        return sentence(self.facts, self.texts) if self.facts else ""

    @property
    def comes(self) -> bool:
        """Whether there is something to send."""
        return self.facts is not None and bool(self.facts.coming.vouchers)

    @property
    def remarks(self) -> tuple[tuple[Tone, str], ...]:
        """What is missing, late or left out."""
        return tuple(remarks(self.facts, self.texts)) if self.facts else ()

    @property
    def lacks_accounts(self) -> bool:
        """Whether some account has no number: the settings are then a step away."""
        return self.facts is not None and bool(self.facts.missing)

    @property
    def preset_note(self) -> str:
        """What is to be known of the shape of the file."""
        return self.texts.say(UNCHECKED) if self.preset is LedgerPreset.PROCOUNTOR else ""

    @property
    def control(self) -> tuple[Step, ...]:
        """The control totals."""
        return control_steps(self.facts, self.texts) if self.facts and self.comes else ()

    @property
    def vat(self) -> tuple[Step, ...]:
        """VAT by rate and code."""
        return vat_steps(self.facts, self.texts) if self.facts else ()

    # --- making

    @property
    def can_export(self) -> bool:
        """Whether there is something to send, and nothing keeps it from being sent."""
        facts = self.facts
        ready = facts is not None and self.comes and not facts.missing and facts.control.agrees
        return (
            ready and self.may(Permission.EXPORT_LEDGER) and not self.busy and not self.gathering.is_working
        )

    @property
    def question(self) -> str:
        """What is asked before, for it cannot be undone."""
        if self.facts is None:
            return ""
        said = N_(
            "{sentence}. Debit and credit {total}. What goes now does not come in a later journal, "
            "and this cannot be undone. The file can be saved again at any time."
        )
        return self.texts.say(said, sentence=self.sentence, total=self.facts.control.debit)

    @property
    def verb(self) -> str:
        """What the primary button does."""
        if not self.period_words:
            return self.texts.say(N_("Send to accounting"))
        return self.texts.say(N_("Send {period} to accounting"), period=self.period_words)

    def export(self) -> None:
        """Make the journal, then let its file be saved."""
        facts = self.facts
        if facts is None or not self.can_export:
            return
        ask = ExportLedger(
            period=facts.period,
            preset=self.preset,
            language=self.texts.language,
            texts_in=CatalogueTexts,
            vouchers=facts.control.vouchers,
            debit=facts.control.debit,
        )
        self.act(export_ledger, ask, done=self._made)

    def _made(self, done: Done) -> None:
        self.view = View.MADE
        self.load()
        if done.id is not None:
            self._fetch(LedgerExportId(done.id), LEDGER)

    # --- saving

    @property
    def selected(self) -> LedgerExport | None:
        """The journal that is selected in the list."""
        exports = self._records.exports if self._records else ()
        return next((one for one in exports if one.id == self.table.selected), None)

    @property
    def can_save_invoices(self) -> bool:
        """Whether the selected journal has Procountor's file of invoices."""
        return self.selected is not None and self.selected.preset is LedgerPreset.PROCOUNTOR

    def save(self) -> None:
        """Save the very bytes of the file for the accounting program again."""
        self._save(LEDGER)

    def _save(self, kind: str) -> None:
        """Save a file of the selected journal."""
        if (export := self.selected) is not None:
            self._fetch(export.id, kind)

    def save_book(self) -> None:
        """Save the workbook of the selected journal."""
        self._save(LEDGER_BOOK)

    def save_invoices(self) -> None:
        """Save Procountor's file of invoices of the selected journal."""
        if self.can_save_invoices:
            self._save(LEDGER_INVOICES)

    def _fetch(self, export: LedgerExportId, kind: str) -> None:
        def read(lists: Lists) -> Paper | None:
            return lists.papers.find(export, kind)

        self.door.ask(read, self.offer)

    def offer(self, paper: Paper | None) -> None:
        """Let the screen save a file."""
        self.to_save = paper
        if paper is not None and self.table.row(paper.of) is not None:
            self.table.select(paper.of)
        self.tell()

    def file_saved(self, path: str, told: Notice | None = None) -> None:
        """The screen has saved the file, or could not, as ``told``; without a path it was not asked to."""
        self.to_save = None
        if told is not None:
            self.notice = told
        elif not path:
            kept = N_("The file was not saved to a folder. It is in the list and can be saved from there.")
            self.notice = Notice(self.texts.say(kept), Tone.INFO) if self.view is View.MADE else None
        self.tell()


def _read(lists: Lists, unit: UnitId) -> PageFacts:
    """What the page needs."""
    return PageFacts(
        records=ledger_records(lists, unit),
        staff={one.id: one.name for one in lists.staff.all()},
    )
