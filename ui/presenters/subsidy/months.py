"""The months of a client's wage subsidy, what each comes to and why; no Qt."""

from collections.abc import Hashable
from typing import Any

from subcontract.actions.act import Kind, Permission
from subcontract.actions.make_subsidy_claim import (
    MakeSubsidyClaim,
)
from subcontract.benefits.records import SubsidyClaim
from subcontract.benefits.subsidy_claims import is_same_claim
from subcontract.benefits.subsidy_months import ClaimMonth, ClaimState
from subcontract.benefits.subsidy_period import moved_end
from subcontract.days import DateRange
from subcontract.ids import ClientId
from subcontract.payout.eligible import Adjustment
from subcontract.ports import Lists
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.looked_at import LookedAtPresenter
from ui.presenters.subsidy.claim_typing import Coming, Key, adjusted_in, foreseen, given
from ui.presenters.subsidy.claim_words import (
    ADJUSTMENTS,
    BREAK_FIRST,
    BREAK_LAST,
    COLUMNS,
    SENT,
    STILL,
    claim_row,
    deadline,
    span,
    steps_of_claim,
)
from ui.presenters.subsidy.reading import SubsidyRead, read_subsidy
from ui.presenters.tables.table import Empty, TablePresenter
from ui.presenters.tone import Tone
from ui.presenters.working import Step
from ui.problem_sentences import explain

TO_DO = (ClaimState.OPEN, ClaimState.LATE, ClaimState.TO_CORRECT, ClaimState.MADE)
"""States of months that something is to be done with."""
TYPED = frozenset({"adjustments", "broken_off"})
"""Parts of a refusal's field that are typed beside the month."""


class SubsidyMonthsPresenter(LookedAtPresenter[SubsidyRead]):
    """The months of all decisions of the client whose page is open."""

    depends_on = frozenset({Kind.SUBSIDIES, Kind.EMPLOYMENTS, Kind.PAY_RUNS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's claims."""
        super().__init__(door, texts)
        empty = Empty(
            picture="coins",
            sentence=N_("Nothing to claim yet. Months come here when a decision names its employment."),
        )
        self.table = TablePresenter(COLUMNS, texts, name=N_("Claims"), empty=empty)
        self.table.count_words = (N_("{number} month"), N_("{number} months"))
        self.table.on_select = self._selected
        self.table.on_open = self._selected
        self.adjust = FormPresenter(ADJUSTMENTS, texts, door.today, name=N_("What the pay lines do not tell"))
        self.adjust.on_change = lambda _name: self._look_ahead()
        self.sending = FormPresenter(SENT, texts, door.today, name=N_("Sending"))
        self.shown: ClaimMonth | None = None
        """The month whose card is open."""
        self.coming: Coming | None = None
        self.known: SubsidyRead | None = None
        self._drafts: dict[Key, dict[str, str]] = {}
        self._is_new_here = True
        """Whether the client's months have not been shown yet since one came to them."""

    # --- the months

    def read(self, lists: Lists, client: ClientId) -> SubsidyRead:
        """Decisions, agreements, claims and months."""
        return read_subsidy(lists, client, self.door.today())

    def take(self, answer: SubsidyRead) -> None:
        """Show the months; the open one stays open."""
        self.known = answer
        today = self.door.today()
        self.table.set_rows(claim_row(one, today, self.texts) for one in answer.months)
        is_first, self._is_new_here = self._is_new_here, False
        if self.shown is not None:
            self._show(self._month(self.key))
        elif is_first and (to_do := self._to_do()) is not None:
            self.open((to_do.decision.id, to_do.month))

    def _to_do(self) -> ClaimMonth | None:
        """The month to begin with: the earliest to claim or correct, else the earliest to be sent."""
        months = [one for one in self.known.months if one.state in TO_DO] if self.known else []
        return min(months, key=lambda one: (one.state is ClaimState.MADE, one.days.first), default=None)

    def leave(self) -> None:
        """Show nobody's months."""
        self._keep_draft()
        self.known, self.shown, self.coming, self.notice = None, None, None, None
        self._is_new_here = True
        self.table.set_rows(())

    @property
    def key(self) -> Key | None:
        """The decision and the month that are open."""
        return (self.shown.decision.id, self.shown.month) if self.shown else None

    def _month(self, key: Hashable) -> ClaimMonth | None:
        months = self.known.months if self.known else ()
        return next((one for one in months if (one.decision.id, one.month) == key), None)

    def _selected(self, row: Hashable | None) -> None:
        if row is not None and row != self.key:
            self.open(row)

    def open(self, key: Hashable) -> None:
        """Open the card of a month."""
        self._keep_draft()
        self.notice = None
        self._show(self._month(key), anew=True)
        self.table.select(key if self.shown else None)
        self.tell()

    def close(self) -> None:
        """Close the card; what was typed waits."""
        self._keep_draft()
        self.shown, self.coming = None, None
        self.tell()

    def _keep_draft(self) -> None:
        if self.key is not None and self.adjust.dirty:
            self._drafts[self.key] = dict(self.adjust.typed)

    def _show(self, one: ClaimMonth | None, *, anew: bool = False) -> None:
        """Show a month; what is being typed stays unless another month is shown."""
        self.shown = one
        if one is None:
            self.coming = None
            return
        if anew or not self.adjust.dirty:
            self.adjust.load(adjusted_in(one))
            self.adjust.typed.update(self._drafts.pop((one.decision.id, one.month), {}))
        if anew or not self.sending.dirty:
            self.sending.load({"sent_on": self.door.today()})
        self.adjust.locked = set() if self.can_adjust else set(self.adjust.specs)
        self._look_ahead()

    # --- what it would come to

    @property
    def can_adjust(self) -> bool:
        """Whether the month can be reckoned anew: it has ended and its claim does not stand."""
        one = self.shown
        return (
            one is not None
            and self.may(Permission.EDIT_SUBSIDY)
            and one.state not in STILL
            and one.state is not ClaimState.SENT
        )

    def _look_ahead(self) -> None:
        """Reckon the month as it would be claimed with what is typed now."""
        one = self.shown
        if one is None or not self.can_adjust:
            self.coming = None
            self.tell()
            return
        key = (one.decision.id, one.month)
        try:
            ask = self._ask(one, self.adjust.readable())
        except Refused:
            return
        today = self.door.today()
        self.door.ask(lambda lists: foreseen(lists, key, ask, today), self._foreseen)

    def _foreseen(self, coming: Coming) -> None:
        if coming.key == self.key:
            self.coming = coming
            self.tell()

    def _ask(self, one: ClaimMonth, values: dict[str, Any]) -> MakeSubsidyClaim:
        """The month with what only the clerk knows; refuses a break without both days."""
        first, last = values.get(BREAK_FIRST), values.get(BREAK_LAST)
        if (first is None) != (last is None):
            raise refuse(Code.REQUIRED, BREAK_LAST if last is None else BREAK_FIRST)
        gap = None
        if first is not None and last is not None:
            if last < first:
                raise refuse(Code.ENDS_BEFORE_START, BREAK_LAST, first=first, last=last)
            gap = DateRange(first, last)
        return MakeSubsidyClaim(
            decision=one.decision.id,
            month=one.month,
            adjustments=tuple(Adjustment(kind=kind, amount=values[kind]) for kind in given(values)),
            broken_off=gap,
        )

    @property
    def figures(self) -> SubsidyClaim | None:
        """The claim whose figures are shown: as it would be now, else as it was made."""
        if self.coming is not None and self.coming.claim is not None:
            return self.coming.claim
        return self.shown.claim if self.shown else None

    @property
    def is_foreseen(self) -> bool:
        """Whether the figures shown are not those of a claim that has been made."""
        claim, made = self.figures, self.shown.claim if self.shown else None
        return claim is not None and (made is None or not is_same_claim(claim, made))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Why the sum is what it is."""
        claim, one = self.figures, self.shown
        return steps_of_claim(claim, one.decision, self.texts) if claim and one else ()

    @property
    def deadline(self) -> tuple[str, Tone]:
        """Until when the open month can be claimed."""
        if self.shown is None:
            return "", Tone.INFO
        return deadline(self.shown, self.door.today(), self.texts)

    @property
    def why_not(self) -> str:
        """Why the open month cannot be claimed now; else empty."""
        coming, one = self.coming, self.shown
        if one is not None and one.state is ClaimState.NOT_YET:
            words = N_("The month has not ended. It can be claimed from {day}, when its pay is approved.")
            return self.texts.say(words, day=one.open_from)
        if one is not None and one.state is ClaimState.ELSEWHERE:
            words = N_("The wages of this month were not paid with this program. Claim it where they were.")
            return self.texts.say(words)
        if one is not None and one.state is ClaimState.NO_PAY:
            return self.texts.say(N_("Nothing was paid for this month, so nothing can be claimed."))
        if coming is None or coming.refused is None:
            return ""
        if self.is_refused_as_typed and self.adjust.errors:
            return ""
        return explain(coming.refused.problems[0], self.texts)

    @property
    def is_refused_as_typed(self) -> bool:
        """Whether the month could be claimed if something else were typed."""
        refused = self.coming.refused if self.coming else None
        return refused is not None and refused.problems[0].field.partition(".")[0] in TYPED

    @property
    def shows_adjustments(self) -> bool:
        """Whether there is pay that something can be taken off or added to."""
        return self.can_adjust and (self.figures is not None or self.is_refused_as_typed)

    @property
    def amount_words(self) -> str:
        """The sum, large, with whether it is only foreseen."""
        claim = self.figures
        return self.texts.money(claim.amount) if claim is not None else ""

    @property
    def breaks(self) -> str:
        """What the records show of a break, and what it does; empty when there is none."""
        words = N_(
            "No work or pay {days}. A break of a month or more stops the subsidy: tell the authority. "
            "The end of the period may move to {end}."
        )
        found = self.known.breaks if self.known else ()
        say = self.texts.say
        told = (say(words, days=span(gap, self.texts), end=moved_end(one, gap)) for one, gap in found)
        return "\n".join(told)

    @property
    def heading(self) -> str:
        """The month, and the part of it."""
        one = self.shown
        if one is None:
            return ""
        month = self.texts.month(one.month)
        return f"{month} · {span(one.days, self.texts)}" if one.is_part else month
