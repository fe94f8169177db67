"""Reopening one person of an approved run: the reason, and what is asked before; no Qt."""

from subcontract.actions.act import Done, Permission
from subcontract.actions.reopen_payout import LONGEST_REASON, ReopenPayout, reopen_payout
from subcontract.ids import PayoutId
from subcontract.payout.records import Payout
from subcontract.payout.wage_records import HandOverKind
from subcontract.words import N_
from ui.presenters.forms.fields import FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.pay.of_run import OfRun

REASON = (
    FieldSpec(
        name="reason",
        label=N_("Why is it reopened"),
        required=True,
        max_length=LONGEST_REASON,
        help=N_("What was wrong. It is kept with your name and the moment."),
    ),
)


SENT = {
    HandOverKind.BANK_FILE: N_(
        "A bank file has been made of this pay run. If it has been sent, do not reopen: correct the "
        "entries, and the difference goes into the next pay run."
    ),
    HandOverKind.PAYROLL: N_(
        "The lines of this pay run have been made for the payroll. If they have been sent, do not reopen: "
        "correct the entries, and the difference goes into the next pay run."
    ),
    HandOverKind.INCOMES_REGISTER: N_(
        "A wage report has been made of this pay run. If it has been sent, the report of this person must be "
        "cancelled by hand in the incomes register: the next pay run reports the pay anew. "
        "The id of the report is {report}."
    ),
    HandOverKind.LEDGER: N_(
        "An accounting file has been made of this pay run. Make it again after this, for it tells of this "
        "payout."
    ),
}
"""What is asked besides where a file of a kind has been made."""
GONE = N_(
    "Paid: the file has been matched. Correct the entries, and the difference goes into the next pay run."
)
BY_HAND = N_(
    "A wage report was made before this. If it was sent, cancel the report {report} by hand in the incomes "
    "register: the program makes no cancellation."
)


def report_id(payout: Payout) -> str:
    """By what the incomes register knows one person's report."""
    return payout.id.hex


class Reopenings:
    """Asks why one payout is not to be paid as it stands."""

    def __init__(self, runs: OfRun) -> None:
        """Belong to the pay runs' presenter."""
        self.runs = runs
        self._payout: PayoutId | None = None
        """The payout whose reason is being written: another one that is selected is not reopened by it."""
        self.form = FormPresenter(REASON, runs.texts, runs.door.today, name=N_("Reopening"))

    @property
    def is_open(self) -> bool:
        """Whether the reason of the selected payout is being written."""
        selected = self.runs.selected
        return selected is not None and selected.id == self._payout

    @property
    def can_reopen(self) -> bool:
        """Whether the selected payout can be reopened."""
        runs = self.runs
        payout, facts = runs.selected, runs.facts
        return (
            payout is not None
            and facts is not None
            and runs.is_approved
            and bool(payout.paid)
            and payout.id not in facts.reopened
            and payout.id not in facts.gone
            and runs.may(Permission.CALCULATE_PAY)
        )

    @property
    def told(self) -> str:
        """Why, by whom and when the selected payout was reopened, or that its money has gone."""
        payout, facts = self.runs.selected, self.runs.facts
        if payout is None or facts is None:
            return ""
        if payout.id in facts.gone:
            return self.runs.texts.say(GONE)
        reopening = facts.reopened.get(payout.id)
        if reopening is None:
            return ""
        words = N_("Reopened {moment} by {name}: {reason} The next pay run pays what is due.")
        handed = (one for one in facts.handed if one.kind is HandOverKind.INCOMES_REGISTER)
        reported = any(one.made_at < reopening.at for one in handed)
        reason = reopening.reason if reopening.reason.endswith((".", "!", "?")) else f"{reopening.reason}."
        texts = self.runs.texts
        said = texts.say(words, moment=reopening.at, name=facts.staff.get(reopening.by, ""), reason=reason)
        by_hand = texts.say(BY_HAND, report=report_id(payout)) if reported else ""
        return f"{said} {by_hand}".strip()

    def start(self) -> None:
        """Ask for the reason."""
        if (payout := self.runs.selected) is not None and self.can_reopen:
            self._payout, self.runs.notice = payout.id, None
            self.form.load({})
            self.runs.tell()

    def close(self) -> None:
        """Leave it as it was."""
        self.leave()
        self.runs.tell()

    def leave(self) -> None:
        """Nobody is being reopened any more."""
        self._payout = None

    @property
    def question(self) -> str:
        """What is asked before, for it cannot be undone; empty while the reason cannot be read."""
        payout, facts, texts = self.runs.selected, self.runs.facts, self.runs.texts
        if payout is None or facts is None or self.form.parsed() is None:
            self.runs.tell()
            return ""
        words = N_(
            "Reopen {name}'s payout of {month}, {amount}? It is not paid; the next pay run pays what is due."
        )
        asked = texts.say(words, name=self.runs.selected_name, month=payout.month, amount=payout.net)
        made = {one.kind for one in facts.handed}
        report = report_id(payout)
        sent = (texts.say(known, report=report) for kind, known in SENT.items() if kind in made)
        return " ".join((asked, *sent))

    def do(self) -> None:
        """Reopen."""
        payout, values = self.runs.selected, self.form.parsed()
        if payout is None or values is None or not (self.is_open and self.can_reopen):
            self.runs.tell()
            return
        ask = ReopenPayout(payout=payout.id, reason=values["reason"])
        self.runs.act(reopen_payout, ask, done=self._reopened, form=self.form)

    def _reopened(self, _done: Done) -> None:
        self.leave()
        self.runs.load()
