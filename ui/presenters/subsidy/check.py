"""The check list of the wage subsidy for one person: questions, and an answer beside them; no Qt."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract import ids, papers
from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.save_subsidy import SaveSubsidyFacts, save_subsidy_facts
from subcontract.actions.see_client import SeeClient, see_identity_code, see_subsidy_facts
from subcontract.benefits.records import SubsidyFacts
from subcontract.benefits.subsidy_asked import agreement_for, asked_of
from subcontract.benefits.subsidy_check import SubsidyCheck, check_subsidy
from subcontract.benefits.subsidy_facts import Asked
from subcontract.ids import ClientId, SubsidyFactsId
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.problems import Code, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Refusable
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.looked_at import LookedAtPresenter
from ui.presenters.subsidy.answer import AnswerShown, answer_shown
from ui.presenters.subsidy.fields import FIELDS, NAMES, OF_EXTENSIONS, WHOLE_MONTHS
from ui.presenters.subsidy.reading import CheckRead, read_check
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts

Draft = tuple[dict[str, str], dict[str, Any]]


class SubsidyCheckPresenter(LookedAtPresenter[CheckRead]):
    """What is known of a person, and what follows from it as one types."""

    depends_on = frozenset({Kind.SUBSIDIES, Kind.EMPLOYMENTS, Kind.PENSIONS, Kind.CLIENTS, Kind.UNITS})
    see = staticmethod(see_subsidy_facts)
    may_see = Permission.CHECK_SUBSIDY

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's facts."""
        super().__init__(door, texts)
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Facts for a wage subsidy"))
        self.form.on_change = lambda _name: self._changed()
        self.facts: SubsidyFacts | None = None
        """As they are kept, or empty ones of today; ``None`` before they have been read."""
        self.answer: AnswerShown | None = None
        self.why_not = ""
        """Why there is no answer, when there is none."""
        self._read: CheckRead | None = None
        self._drafts: dict[ClientId, Draft] = {}
        self._takes_newer = False

    # --- whose facts

    def read(self, lists: Lists, client: ClientId) -> CheckRead:
        """Facts and what else is known."""
        return read_check(lists, client)

    def take(self, answer: CheckRead) -> None:
        """Show the facts; what is being typed stays typed."""
        same = self.facts is not None and self.facts.client == answer.client.id
        typing = same and self.form.dirty
        self._read = answer
        if not typing or self._takes_newer:
            self.facts = answer.facts or self._new_facts(answer.client)
        self._takes_newer = False
        if not typing:
            self._show(answer.client)
        self._changed()

    def _new_facts(self, client: Client) -> SubsidyFacts:
        return SubsidyFacts(id=SubsidyFactsId(ids.new()), client=client.id, checked_on=self.door.today())

    def _show(self, client: Client) -> None:
        if self.facts is None:
            return
        self.form.load({name: _shown(name, getattr(self.facts, name)) for name in NAMES})
        draft = self._drafts.pop(client.id, None)
        if draft is not None:
            self.form.typed.update(draft[0])
            self.form.picked.update(draft[1])
            self.form.tell()

    def leave(self) -> None:
        """Let what was typed wait, and show nobody's facts."""
        if self.client is not None and self.facts is not None and self.form.dirty:
            self._drafts[self.client.id] = (dict(self.form.typed), dict(self.form.picked))
        self.facts, self._read, self.answer, self.notice = None, None, None, None
        self.form.load({})

    @property
    def holds_text(self) -> bool:
        """Whether something typed has not been saved."""
        return (self.facts is not None and self.form.dirty) or bool(self._drafts)

    @property
    def other_drafts(self) -> bool:
        """Whether another client's answers wait to be saved."""
        return bool(self._drafts)

    # --- the answer

    def _changed(self) -> None:
        """Follow what was typed: which questions belong to it, and what the answer is now."""
        asked = self.asked
        self._hide(asked)
        self.answer, self.why_not = None, ""
        if asked is not None:
            try:
                self.answer = answer_shown(check_subsidy(asked), asked, self.texts)
            except Refused as refused:  # a day for which the rules are not known
                self.why_not = explain(refused.problems[0], self.texts)
        self.tell()

    def _hide(self, asked: Asked | None) -> None:
        form = self.form
        hidden = set() if asked is not None and asked.work.extends is not None else set(OF_EXTENSIONS)
        if form.picked["reduced_capacity"] is not True:
            hidden.add("certificate")
        if form.picked["had_subsidy"] is not True:
            hidden.add("earlier_subsidy_end")
        form.hidden = hidden

    @property
    def asked(self) -> Asked | None:
        """What the check list is asked of what can be read of the form now."""
        if self.facts is None or self._read is None:
            return None
        readable = {name: value for name, value in self.form.readable().items() if value is not None}
        day = readable.pop("checked_on", self.facts.checked_on)
        unknown = {name: None for name in NAMES if name not in {"checked_on", "note"}}
        now = replace(self.facts, checked_on=day, **{**unknown, **_typed(readable)})
        return asked_of(now, self._read.known)

    @property
    def check(self) -> SubsidyCheck | None:
        """The answer itself."""
        asked = self.asked
        return check_subsidy(asked) if asked is not None and self.answer is not None else None

    # --- saving

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.facts is not None and not self.busy and self.may(Permission.CHECK_SUBSIDY)

    def save(self) -> None:
        """Save the facts; what is wrong stands beside its field."""
        values = self.form.parsed()
        if values is None or self.facts is None or not self.can_save:
            self.tell()
            return
        kept = {name: getattr(self.facts, name) for name in OF_EXTENSIONS if name in self.form.hidden}
        record = replace(self.facts, **{**_typed(values), **kept})
        self.act(save_subsidy_facts, SaveSubsidyFacts(facts=record), self._saved, self.form)

    def _saved(self, _done: Done) -> None:
        self.form.saved()
        self.load()

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; facts saved elsewhere meanwhile are written over the next time."""
        if any(problem.code is Code.CHANGED_ELSEWHERE for problem in refused.problems):
            self._takes_newer = True
            self.load()
        super().refused(refused, form)

    def reset(self) -> None:
        """Take back what was typed."""
        self.form.reset()
        self._changed()

    # --- the paper

    @property
    def file_name(self) -> str:
        """A name for the data sheet, without the client's name."""
        number = str(self.client.number) if self.client else ""
        return f"{self.texts.say(N_('wage-subsidy-data-{number}'), number=number)}.pdf"

    def make_sheet(self, done: Callable[[bytes], None]) -> None:
        """Make the data sheet of the application, once the use of the identity code has been written."""
        client, check, asked = self.client, self.check, self.asked
        if client is None or check is None or asked is None:
            return
        ask = SeeClient(client=client.id, purpose=self.purpose)
        facts = self._sheet_facts(check, asked)

        def make(_done: Done) -> None:
            language = self.texts.language
            self.door.work(
                lambda _lists, _progress: papers.subsidy_sheet_pdf(facts, CatalogueTexts(language)), done
            )

        self.door.act(see_identity_code, ask, make, self.refused)

    def _sheet_facts(self, check: SubsidyCheck, asked: Asked) -> papers.SubsidySheetFacts:
        read = self._read
        if read is None:
            raise AssertionError
        return papers.SubsidySheetFacts(
            unit=read.unit,
            client=read.client,
            check=check,
            asked=asked,
            agreement=agreement_for(read.known.employments, asked.person.checked_on),
            by=self.door.who.name,
            day=self.door.today(),
        )


def _shown(name: str, value: object) -> object:
    """A value as the field holds it."""
    return Decimal(value) if name in WHOLE_MONTHS and isinstance(value, int) else value


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    """Values as the record holds them."""
    return {
        name: int(value) if name in WHOLE_MONTHS and value is not None else value
        for name, value in values.items()
    }
