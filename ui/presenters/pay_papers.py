"""The papers of an approved pay run: statements one by one or all, and the list for the folder; no Qt."""

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
from ui.presenters.base import Notice
from ui.presenters.pay_of_run import OfRun
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

AT_ONCE = 10
"""Statements made between two looks at whether to stop."""


class PayPapers:
    """Makes and shows papers; a paper that is kept is never made again."""

    def __init__(self, runs: OfRun) -> None:
        """Belong to the pay runs' presenter."""
        self.runs = runs
        self.shown: Paper | None = None
        """The paper in the preview."""
        self.done = 0
        self.of = 0
        """How many statements are ready of how many; 0 while none are being made."""
        self._waiting: list[PayoutId] = []
        self._stopped = False

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
        """Whether the selected payout has a payslip: it is of wages."""
        run = self.runs.run
        return run is not None and run.ledger is Ledger.WAGE and self.has_papers

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
        """Whether statements are being made."""
        return self.of > 0

    def make_all(self) -> None:
        """Make every statement of the run, a few at a time."""
        if self.is_working or not self.runs.is_approved:
            return
        reopened = self.runs.facts.reopened if self.runs.facts else {}
        self._waiting = [payout.id for payout in self.runs.payouts if payout.id not in reopened]
        self.done, self.of, self._stopped = 0, len(self._waiting), False
        self._next()

    def cancel(self) -> None:
        """Stop; what has been made is kept."""
        self._stopped = True

    def stopped(self) -> None:
        """Something was refused: nothing more is made."""
        self._waiting = []
        self.done = self.of = 0

    def _next(self) -> None:
        """Make the next few, or tell how it ended."""
        run = self.runs.run
        if run is None or self._stopped or not self._waiting:
            self._finish()
            return
        some, self._waiting = tuple(self._waiting[:AT_ONCE]), self._waiting[AT_ONCE:]
        ask = KeepStatements(pay_run=run.id, payouts=some, texts_in=CatalogueTexts)
        self.runs.tell()
        self.runs.act(keep_statements, ask, lambda _done: self._made(len(some)))

    def _made(self, number: int) -> None:
        self.done += number
        self._next()

    def _finish(self) -> None:
        """Say how many are ready."""
        one, many = N_("{number} statement is ready and kept."), N_("{number} statements are ready and kept.")
        sentence = self.runs.texts.count(one, many, self.done)
        self.runs.notice = Notice(sentence, Tone.READY if not self._stopped else Tone.INFO)
        self.done = self.of = 0
        self.runs.tell()
