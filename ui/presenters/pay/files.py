"""Aineistot: the files of an approved run, who is left out of them, saving and ticking; no Qt."""

from collections.abc import Callable

from subcontract.actions.act import Done, Permission
from subcontract.actions.hand_over_facts import HandingFacts, handing_facts, handing_of
from subcontract.actions.make_hand_over import (
    MakeHandOver,
    TickHandOver,
    alike,
    make_hand_over,
    tick_hand_over,
)
from subcontract.ids import HandOverId
from subcontract.papers.files.bank_file import BankFileVersion
from subcontract.payout.handing import Handing
from subcontract.payout.wage_records import HandOver, HandOverKind
from subcontract.ports import Lists, Paper
from subcontract.words import N_
from ui.presenters.base import Notice
from ui.presenters.pay.file_words import (
    COLUMNS,
    EMPTY,
    IN_PLACE,
    PAYROLL_PAYS,
    QUIET,
    TWICE,
    WHY,
    Coming,
    file_row,
    nobody,
    wanting,
    words_of,
)
from ui.presenters.pay.of_run import OfRun
from ui.presenters.tables.table import TablePresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts


class PayFiles:
    """The files of the run that is open."""

    def __init__(self, runs: OfRun) -> None:
        """Belong to the pay runs' presenter."""
        self.runs = runs
        self.is_open = False
        self.kind = HandOverKind.BANK_FILE
        self.version = BankFileVersion.CURRENT
        self.on_version: Callable[[BankFileVersion], object] = lambda _version: None
        """Called when another version is chosen: the screen lets the computer remember it."""
        self.to_save: Paper | None = None
        """A file that was asked for: the screen asks where to save it, and calls ``saved``."""
        self._facts: HandingFacts | None = None
        self.table = TablePresenter(COLUMNS, runs.texts, name=N_("Files of the pay run"), empty=EMPTY)
        self.table.count_words = (N_("{number} file"), N_("{number} files"))
        self.table.on_select = lambda _row: runs.tell()

    # --- reading

    @property
    def can_open(self) -> bool:
        """Whether files can be made of the run."""
        return self.runs.is_approved and self.runs.may(Permission.CALCULATE_PAY)

    def open(self) -> None:
        """Show the files of the run."""
        if self.can_open:
            self.is_open, self.runs.notice = True, None
            self.read()
            self.runs.tell()

    def close(self) -> None:
        """Back to the people of the run."""
        self.is_open, self._facts = False, None
        self.runs.tell()

    def read(self) -> None:
        """Read what the files are made of, and those that were made."""
        run, facts = self.runs.run, self.runs.facts
        if run is None or facts is None or not self.is_open:
            return
        self.table.set_rows(file_row(one, facts, self.runs.texts) for one in reversed(facts.handed))
        self.runs.door.ask(lambda lists: handing_facts(lists, run), self._fill)

    def _fill(self, facts: HandingFacts) -> None:
        run = self.runs.run
        if run is not None and facts.run.id == run.id:
            self._facts = facts
            if self.kind not in facts.kinds:
                self.kind = facts.kinds[0]
            self.runs.tell()

    # --- what would be made

    @property
    def kinds(self) -> tuple[HandOverKind, ...]:
        """The files that are made of the run."""
        return self._facts.kinds if self._facts else ()

    @property
    def why_less(self) -> str:
        """Why there is no bank file of ours, where the payroll pays."""
        return self.runs.texts.say(PAYROLL_PAYS) if self._facts and self._facts.payroll_pays else ""

    def choose(self, kind: HandOverKind) -> None:
        """Look at another kind of file."""
        if kind in self.kinds:
            self.kind = kind
            self.runs.tell()

    def choose_version(self, version: BankFileVersion) -> None:
        """Take the other version of the bank file."""
        self.version = version
        self.on_version(version)
        self.runs.tell()

    @property
    def coming(self) -> Coming | None:
        """What a file of the chosen kind would be now."""
        facts, texts = self._facts, self.runs.texts
        if facts is None:
            return None
        handing = handing_of(facts, self.kind)
        said = [
            (why, texts.say(WHY[why], name=facts.clients[payout.client].name))
            for payout, why in handing.left_out
        ]
        grave = [words for why, words in said if why not in QUIET]
        return Coming(
            sentence=self._sentence(facts, handing),
            left_out=(*grave, *(words for why, words in said if why in QUIET)),
            wanting=wanting(facts.unit, self.kind, self.runs.texts),
            people=len(handing.payouts),
        )

    def _sentence(self, facts: HandingFacts, handing: Handing) -> str:
        """Whom the file is of; where it is of nobody, why."""
        if handing.payouts:
            return words_of(facts, handing, self.kind, self.runs.door.today(), self.runs.texts)
        return self.runs.texts.say(nobody(self.kind, facts.run, made=bool(self._made(self.kind))))

    # --- acting

    def _made(self, kind: HandOverKind) -> tuple[HandOver, ...]:
        facts = self.runs.facts
        return tuple(one for one in facts.handed if one.kind in alike(kind)) if facts else ()

    @property
    def can_make(self) -> bool:
        """Whether a file of the chosen kind can be made now."""
        coming = self.coming
        return self.can_open and coming is not None and coming.people > 0 and not coming.wanting

    @property
    def question(self) -> str:
        """What is asked before a file is made a second time; nothing before the first."""
        made = self._made(self.kind)
        if not made:
            return ""
        words = TWICE if self.kind is not HandOverKind.LEDGER else IN_PLACE
        return self.runs.texts.say(words, moment=made[-1].made_at, reference=made[-1].reference)

    @property
    def verb(self) -> str:
        """What the primary button does."""
        return self.runs.texts.say(N_("Make the file again") if self.question else N_("Make the file"))

    def make(self) -> None:
        """Make a file of the chosen kind, then let it be saved."""
        run = self.runs.run
        if run is None or not self.can_make:
            return
        ask = MakeHandOver(
            pay_run=run.id,
            kind=self.kind,
            language=self.runs.texts.language,
            texts_in=CatalogueTexts,
            version=self.version,
            again=bool(self.question),
        )
        self.runs.act(make_hand_over, ask, done=self._was_made)

    def _was_made(self, done: Done) -> None:
        if done.id is not None:
            self.runs.load()
            self._fetch(HandOverId(done.id), self.kind)

    @property
    def selected(self) -> HandOver | None:
        """The file that is selected in the list."""
        facts = self.runs.facts
        return next((one for one in facts.handed if one.id == self.table.selected), None) if facts else None

    def save_selected(self) -> None:
        """Save the very bytes of a file that was made before."""
        if (handed := self.selected) is not None:
            self._fetch(handed.id, handed.kind)

    def _fetch(self, id: HandOverId, kind: HandOverKind) -> None:  # noqa: A002 - the field's own name
        def read(lists: Lists) -> Paper | None:
            return lists.papers.find(id, kind)

        self.runs.door.ask(read, self._fetched)

    def _fetched(self, paper: Paper | None) -> None:
        self.to_save = paper
        if paper is not None and self.table.row(paper.of) is not None:
            self.table.select(paper.of)
        self.runs.tell()

    def saved(self, path: str, told: Notice | None = None) -> None:
        """The screen has saved the file, or could not, as ``told``; without a path it was not asked to."""
        self.to_save = None
        words = N_("The file was saved. Compare its control total and number of people, then tick it.")
        kept = N_("The file was not saved to a folder. It is in the list and can be saved from there.")
        tone = Tone.READY if path else Tone.INFO
        failed = told if told is not None and told.tone is Tone.WRONG else None
        self.runs.notice = failed or Notice(self.runs.texts.say(words if path else kept), tone)
        self.runs.tell()

    @property
    def can_tick(self) -> bool:
        """Whether the selected file waits for its tick."""
        handed = self.selected
        return handed is not None and handed.ticked_by is None and self.can_open

    def tick(self) -> None:
        """The selected file's total is the same where it went."""
        if (handed := self.selected) is not None and self.can_tick:
            ask = TickHandOver(hand_over=handed.id, version=handed.version)
            self.runs.act(tick_hand_over, ask, done=lambda _done: self.runs.load())
