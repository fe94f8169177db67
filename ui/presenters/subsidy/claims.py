"""A client's claims of the wage subsidy: made, sent, corrected; no Qt."""

from subcontract.actions.act import Done, Permission
from subcontract.actions.make_subsidy_claim import MarkClaimSent, make_subsidy_claim, mark_claim_sent
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice
from ui.presenters.subsidy.claim_papers import ClaimPapers
from ui.presenters.subsidy.claim_typing import beside, given
from ui.presenters.subsidy.months import SubsidyMonthsPresenter
from ui.presenters.tone import Tone


class SubsidyClaimsPresenter(SubsidyMonthsPresenter):
    """What can be done with the month that is open."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's claims."""
        super().__init__(door, texts)
        self.papers = ClaimPapers(self)

    @property
    def can_make(self) -> bool:
        """Whether making the claim would bring something new."""
        made = self.coming is not None and self.coming.claim is not None
        return self.can_adjust and made and self.is_foreseen and not self.busy

    @property
    def can_send(self) -> bool:
        """Whether a claim has been made that is not marked as sent."""
        claim = self.shown.claim if self.shown else None
        sent = claim is None or claim.sent_on is not None
        return not sent and self.may(Permission.EDIT_SUBSIDY) and not self.is_foreseen and not self.busy

    @property
    def can_take_back(self) -> bool:
        """Whether the mark of sending can be taken away."""
        claim = self.shown.claim if self.shown else None
        return claim is not None and claim.sent_on is not None and self.may(Permission.EDIT_SUBSIDY)

    @property
    def make_words(self) -> str:
        """What the button says, marked."""
        claim = self.shown.claim if self.shown else None
        if claim is None:
            return N_("Make the claim")
        return N_("Make the correction") if claim.sent_on or claim.earlier else N_("Make the claim anew")

    @property
    def verb(self) -> str:
        """What the one primary button does, marked."""
        return N_("Mark as sent") if self.can_send else self.make_words

    @property
    def can_do(self) -> bool:
        """Whether there is something to press it for."""
        return self.can_send or self.can_make

    def do(self) -> None:
        """Make the claim, or mark the one that was made as sent."""
        if self.can_send:
            self.mark_sent()
        else:
            self.make()

    def make(self) -> None:
        """Make the claim of the open month."""
        one = self.shown
        values = self.adjust.parsed()
        if one is None or values is None:
            self.tell()
            return
        try:
            ask = self._ask(one, values)
        except Refused as refused:
            self.refused(refused, self)
        else:
            self.act(make_subsidy_claim, ask, self._made, self)

    def _made(self, done: Done) -> None:
        facts = done.facts
        late = N_("The claim of {month} was made, {amount}, after its last day {due}. The authority decides.")
        words = N_("The claim of {month} was made: {amount}. Send it by {due} and mark it as sent.")
        told = self.texts.say(late if facts["late"] else words, **facts)
        self.notice = Notice(told, Tone.ATTENTION if facts["late"] else Tone.READY)
        self.adjust.saved()
        self.load()

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Put what is wrong with an adjustment beside its field; give back the rest."""
        order = list(given(self.adjust.readable()))
        problems = (beside(problem, order) for problem in refused.problems)
        return self.adjust.refuse(Refused(*problems))

    def mark_sent(self) -> None:
        """Keep the day of sending."""
        values = self.sending.parsed()
        claim = self.shown.claim if self.shown else None
        if claim is None or values is None:
            self.tell()
            return
        ask = MarkClaimSent(claim=claim.id, version=claim.version, sent_on=values["sent_on"])
        self.act(mark_claim_sent, ask, self._sent, self.sending)

    def _sent(self, _done: Done) -> None:
        self.sending.saved()
        self.load()

    def take_back(self) -> None:
        """Take the mark of sending away."""
        claim = self.shown.claim if self.shown else None
        if claim is not None:
            ask = MarkClaimSent(claim=claim.id, version=claim.version, sent_on=None)
            self.act(mark_claim_sent, ask, self._sent, self.sending)

    @property
    def holds_text(self) -> bool:
        """Whether something typed would go with the window."""
        return self.adjust.dirty or bool(self._drafts)
