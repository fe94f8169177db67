"""The papers of an approved pay run: one by one, all of them in one step, and the folder's list; no Qt."""

from collections import deque
from uuid import UUID

from subcontract.actions.keep_payslips import PAYSLIP, KeepPayslips, keep_payslips
from subcontract.actions.keep_statements import (
    ALLOWANCE_LIST,
    STATEMENT,
    KeepAllowanceList,
    KeepStatements,
    keep_allowance_list,
    keep_statements,
)
from subcontract.ids import PayoutId
from subcontract.payout.records import Ledger
from subcontract.ports import Lists, Paper
from subcontract.words import N_
from ui.presenters.base import ActionFunction, Notice, Progress, Work
from ui.presenters.pay.bundle import bundle, bundle_name
from ui.presenters.pay.of_run import OfRun
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

AT_ONCE = 10
"""Papers made between two looks at whether to stop."""
ALL_PAPERS = "all_papers"
Lot = tuple[ActionFunction, object, int]
"""An action, what it is asked, and how many papers it makes."""


class PayPapers:
    """Makes and shows papers; a paper that is kept is never made again."""

    def __init__(self, runs: OfRun) -> None:
        """Belong to the pay runs' presenter."""
        self.runs = runs
        self.shown: Paper | None = None
        """The paper in the preview."""
        self.done = 0
        self.of = 0
        """How many papers are ready of how many; 0 while none are being made."""
        self._waiting: deque[Lot] = deque()
        self._stopped = self._shows = False
        self._joining: Work | None = None

    def close(self) -> None:
        """Close the preview."""
        self.shown = None
        self.runs.tell()

    # --- one paper

    def show_statement(self) -> None:
        """Show the statement of the selected person."""
        run, payout = self.runs.run, self.runs.selected
        if run is None or payout is None or not self.has_papers:
            return
        ask = KeepStatements(pay_run=run.id, payouts=(payout.id,), texts_in=CatalogueTexts)
        self.runs.act(keep_statements, ask, lambda _done: self._show(payout.id, STATEMENT))

    def show_payslip(self) -> None:
        """Show the payslip of the selected person."""
        run, payout = self.runs.run, self.runs.selected
        if run is None or payout is None or not self.has_payslips:
            return
        ask = KeepPayslips(pay_run=run.id, payouts=(payout.id,), texts_in=CatalogueTexts)
        self.runs.act(keep_payslips, ask, lambda _done: self._show(payout.id, PAYSLIP))

    @property
    def has_papers(self) -> bool:
        """Whether the selected payout has papers: a reopened one is not paid, so none are given out."""
        payout, facts = self.runs.selected, self.runs.facts
        paid = payout is not None and facts is not None and payout.id not in facts.reopened
        return paid and self.runs.is_approved

    @property
    def has_payslips(self) -> bool:
        """Whether the selected payout has a payslip: it is of wages whose net pay is reckoned here."""
        return self.has_papers and self._are_payslips

    @property
    def _are_payslips(self) -> bool:
        """Whether the run's people get payslips from here: a payroll that pays gives its own."""
        facts = self.runs.facts
        return facts is not None and facts.ledger is Ledger.WAGE and not facts.payroll_pays

    def show_list(self) -> None:
        """Show the list for the folder."""
        run = self.runs.run
        if run is None or not self.runs.is_approved:
            return
        language = self.runs.texts.language
        ask = KeepAllowanceList(pay_run=run.id, language=language, texts_in=CatalogueTexts)
        self.runs.act(keep_allowance_list, ask, lambda _done: self._show(run.id, ALLOWANCE_LIST))

    def _show(self, of: UUID, kind: str) -> None:
        """Read the kept bytes."""

        def read(lists: Lists) -> Paper | None:
            return lists.papers.find(of, kind)

        self.runs.door.ask(read, self._shown)

    def _shown(self, paper: Paper | None) -> None:
        self.shown = paper
        self.runs.tell()

    # --- all of them

    @property
    def is_working(self) -> bool:
        """Whether papers are being made or put together."""
        return self.of > 0

    def keep_all(self) -> None:
        """Make everybody's papers, a few at a time."""
        self._start(shows=False)

    def make_all(self) -> None:
        """Make every paper that is not kept yet, then show all of them in one file."""
        self._start(shows=True)

    def _start(self, *, shows: bool) -> None:
        if self.is_working or not self.runs.is_approved:
            return
        self._waiting = deque(self._lots(with_list=shows))
        self.done, self.of = 0, sum(number for _, _, number in self._waiting)
        self._stopped, self._shows = False, shows
        self._next()

    def _lots(self, *, with_list: bool) -> list[Lot]:
        """What is to be made of the run, in lots small enough to stop between."""
        run, facts = self.runs.run, self.runs.facts
        if run is None or facts is None:
            return []
        people = [payout.id for payout in self.runs.payouts if payout.id not in facts.reopened]
        found: list[Lot] = []
        for at in range(0, len(people), AT_ONCE):
            some: tuple[PayoutId, ...] = tuple(people[at : at + AT_ONCE])
            statements = KeepStatements(pay_run=run.id, payouts=some, texts_in=CatalogueTexts)
            found.append((keep_statements, statements, len(some)))
            if self._are_payslips:
                payslips = KeepPayslips(pay_run=run.id, payouts=some, texts_in=CatalogueTexts)
                found.append((keep_payslips, payslips, len(some)))
        if with_list:
            language = self.runs.texts.language
            ask = KeepAllowanceList(pay_run=run.id, language=language, texts_in=CatalogueTexts)
            found.append((keep_allowance_list, ask, 1))
        return found

    def cancel(self) -> None:
        """Stop; what has been made is kept."""
        self._stopped = True
        if self._joining is not None:
            self._joining.cancel()
            self._finish()

    def stopped(self) -> None:
        """Something was refused: nothing more is made."""
        self._waiting.clear()
        self.done = self.of = 0

    def _next(self) -> None:
        """Make the next few, or tell how it ended."""
        self.runs.tell()
        if self._stopped or not self._waiting:
            self._made_all()
            return
        action, ask, number = self._waiting.popleft()
        self.runs.act(action, ask, lambda _done: self._made(number))

    def _made(self, number: int) -> None:
        self.done += number
        self._next()

    def _made_all(self) -> None:
        """Put the papers together if that was asked for."""
        if self._shows and not self._stopped and self.runs.facts is not None:
            self._join()
        else:
            self._finish()

    def _join(self) -> None:
        """One file of all the papers, as a job that can be stopped."""
        run, facts = self.runs.run, self.runs.facts
        if run is None or facts is None:
            return
        self.done, self.of = 0, len(facts.payouts) + 1
        name, moment = bundle_name(facts, self.runs.texts), self.runs.door.clock.now()

        def job(lists: Lists, progress: Progress) -> bytes:
            return bundle(lists, facts, progress)

        def joined(content: bytes) -> None:
            self._joining, self.done, self.of = None, 0, 0
            if self.runs.run is not None and self.runs.run.id == run.id:
                self._shown(Paper(of=run.id, kind=ALL_PAPERS, name=name, content=content, made_at=moment))

        self._joining = self.runs.door.work(job, joined, progress=self._told)
        if not self.of:  # a door that answers at once has answered
            self._joining = None

    def _told(self, done: int, of: int, _what: str) -> None:
        """How far the joining is."""
        if self._joining is not None:
            self.done, self.of = done, of
            self.runs.tell()

    def _finish(self) -> None:
        """Say how many are ready."""
        one, many = N_("{number} paper is ready and kept."), N_("{number} papers are ready and kept.")
        sentence = self.runs.texts.count(one, many, self.done)
        if self._stopped:
            rest = self.runs.texts.say(N_("The rest are made when they are asked for."))
            sentence = f"{sentence} {rest}"
        self.runs.notice = Notice(sentence, Tone.READY if not self._stopped else Tone.INFO)
        self._joining, self.done, self.of = None, 0, 0
        self.runs.tell()
