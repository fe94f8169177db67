"""The phases of a job while they are written: one on the desk, the others waiting; no Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.ids import ClientId, PhaseId
from subcontract.jobs.job import Basis, Phase, PhaseCosts, SplitRule
from subcontract.jobs.studies import latest_study, minutes_per_unit
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.forms.lines import State as LinesState
from ui.presenters.jobs.phase_fields import (
    FIELDS,
    SHARE_LINE,
    hidden_fields,
    phase_of,
    place_of,
    terms_of,
    values_of,
)
from ui.problem_sentences import explain

State = tuple[tuple[PhaseId, dict[str, str], dict[str, Any], LinesState], ...]
SHARES = "agreed_shares"


@dataclass(slots=True)
class PhaseDraft:
    """A phase as stored, and what has been typed of it."""

    phase: Phase
    typed: dict[str, str]
    picked: dict[str, Any]
    shares: LinesState = ()
    """The lines of agreed shares."""
    errors: dict[str, str] = field(default_factory=dict)


class PhaseDrafts:
    """Phases, one of them on the desk. Going to another loses nothing that has been typed."""

    def __init__(self, texts: Texts, today: Callable[[], date]) -> None:
        """Start without phases."""
        self.texts, self._today = texts, today
        self.form = FormPresenter(FIELDS, texts, today, name=N_("Phase"))
        self.form.on_change = self._changed
        self.shares = self._share_lines(SHARE_LINE)
        self.shares.on_change = self.refresh
        self.drafts: list[PhaseDraft] = []
        self.at = -1
        """The phase on the desk; -1 when there is none."""
        self.locked = False
        self._loaded: State = ()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever phases or figures changed."""
        self._listeners.append(listener)

    def refresh(self) -> None:
        """Reckon anew after something outside the sheet changed."""
        self._changed("")

    def reckon(self) -> None:
        """Called after every change, before the listeners."""

    def _changed(self, _name: str) -> None:
        self._follow()
        self._keep()
        self.reckon()
        self.form.tell()
        for listener in tuple(self._listeners):
            listener()

    # --- filling

    def load(self, phases: Iterable[Phase]) -> None:
        """Show the phases of a job; they are clean after it, and the same place stays on the desk."""
        self.drafts = [self._draft(phase) for phase in phases]
        self.put_on_desk(min(max(self.at, 0), len(self.drafts) - 1))
        self._loaded = self._state()

    def waiting(self) -> tuple[PhaseDraft, ...]:
        """Every phase with what has been typed of it, to be put back with ``restore``."""
        self._keep()
        return tuple(self.drafts)

    def restore(self, drafts: tuple[PhaseDraft, ...]) -> None:
        """Put back phases with what was typed; whether they are clean stays as it was."""
        self.drafts = list(drafts)
        self.put_on_desk(min(0, len(self.drafts) - 1))

    def take_studies(self, phases: Iterable[Phase]) -> None:
        """Take the time studies as they are stored now; what has been typed stays."""
        studies = {phase.id: phase.studies for phase in phases}
        for draft in self.drafts:
            draft.phase = replace(draft.phase, studies=studies.get(draft.phase.id, ()))
        self._changed("")

    def _draft(self, phase: Phase) -> PhaseDraft:
        form = FormPresenter(FIELDS, self.texts, self._today)
        form.load(values_of(phase))
        shares = self._share_lines(SHARE_LINE)
        shares.load({"client": client, "share": share} for client, share in phase.agreed_shares)
        return PhaseDraft(phase, dict(form.typed), dict(form.picked), shares.state())

    def _share_lines(self, specs: Iterable[FieldSpec]) -> LinesPresenter:
        return LinesPresenter(
            SHARES,
            specs,
            self.texts,
            self._today,
            name=N_("Agreed shares of a group's result"),
            add=N_("Add a client"),
        )

    def put_on_desk(self, at: int) -> None:
        self.at = at
        if at >= 0:
            draft = self.drafts[at]
            self.form.load({})
            self.form.typed.update(draft.typed)
            self.form.picked.update(draft.picked)
            self.form.errors.update(draft.errors)
            if self.shares.state() != draft.shares:
                self.shares.restore(draft.shares)
        self._changed("")

    def saved(self) -> None:
        """What is on the sheet has been stored."""
        self._loaded = self._state()

    def _state(self) -> State:
        self._keep()
        return tuple((d.phase.id, dict(d.typed), dict(d.picked), d.shares) for d in self.drafts)

    @property
    def dirty(self) -> bool:
        """Whether a phase came, went or changed since the sheet was loaded."""
        return self._state() != self._loaded

    def _keep(self) -> None:
        """Put what stands on the desk into its draft."""
        if 0 <= self.at < len(self.drafts):
            draft = self.drafts[self.at]
            draft.typed, draft.picked = dict(self.form.typed), dict(self.form.picked)
            draft.errors = dict(self.form.errors)
            draft.shares = self.shares.state()

    # --- what the user does

    def choose(self, at: int) -> None:
        """Put another phase on the desk."""
        if at != self.at and 0 <= at < len(self.drafts):
            self._keep()
            self.put_on_desk(at)

    def add(self) -> None:
        """Add a phase whose people and money are reckoned like those of the phase on the desk.

        What was bought and the hours of that phase stay its own: they would be in the price twice.
        """
        self._keep()
        costs = terms_of(self.phase_at(self.at).costs) if self.at >= 0 else PhaseCosts()
        phase = Phase(id=PhaseId(ids.new()), name="", basis=Basis.PIECE, costs=costs)
        self.drafts.append(self._draft(phase))
        self.put_on_desk(len(self.drafts) - 1)

    def remove(self) -> None:
        """Take the phase on the desk away."""
        if self.at >= 0:
            del self.drafts[self.at]
            self.put_on_desk(min(self.at, len(self.drafts) - 1))

    def move(self, step: int) -> None:
        """Move the phase on the desk earlier or later in the list."""
        to = self.at + step
        if self.at >= 0 and 0 <= to < len(self.drafts):
            self._keep()
            self.drafts[self.at], self.drafts[to] = self.drafts[to], self.drafts[self.at]
            self.put_on_desk(to)

    # --- reading

    def phase_at(self, at: int) -> Phase:
        """A phase with whatever can be read of what has been typed."""
        draft = self.drafts[at]
        form = self._form_of(draft)
        values = {name: value for name, value in form.readable().items() if name not in form.hidden}
        return phase_of(draft.phase, values)

    def _form_of(self, draft: PhaseDraft) -> FormPresenter:
        form = FormPresenter(FIELDS, self.texts, self._today)
        form.typed.update(draft.typed)
        form.picked.update(draft.picked)
        form.hidden = hidden_fields(draft.picked["basis"], draft.picked["pay_form"])
        return form

    def phases(self) -> tuple[Phase, ...]:
        """Every phase; raises ``Refused`` with every problem, each named ``phases.1.margin``."""
        self._keep()
        found: list[Phase] = []
        problems: list[Problem] = []
        for at, draft in enumerate(self.drafts):
            form = self._form_of(draft)
            try:
                values, shares = form.read(), self._shares_of(draft)
            except Refused as refused:
                problems += (
                    Problem(code=p.code, field=f"phases.{at}.{p.field}", facts=p.facts)
                    for p in refused.problems
                )
            else:
                kept = {name: value for name, value in values.items() if name not in form.hidden}
                found.append(replace(phase_of(draft.phase, kept), agreed_shares=shares))
        if problems:
            raise Refused(*problems)
        return tuple(found)

    def _shares_of(self, draft: PhaseDraft) -> tuple[tuple[ClientId, Decimal], ...]:
        """The agreed shares as written; where another rule shares, those stored stay as they are."""
        if not _is_agreed(draft.picked):
            return draft.phase.agreed_shares
        lines = self._share_lines(self.shares.specs)
        lines.restore(draft.shares)
        return tuple((row["client"], row["share"]) for row in lines.read())

    @property
    def shows_shares(self) -> bool:
        """Whether the phase on the desk is shared by agreed shares."""
        return self.at >= 0 and _is_agreed(self.form.picked)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside the fields of their phases, the first one on the desk; give back the rest."""
        left: list[Problem] = []
        first, of_shares = -1, list[Problem]()
        for problem in refused.problems:
            at, name = place_of(problem.field)
            if 0 <= at < len(self.drafts) and name in self.form.specs:
                self.drafts[at].errors.setdefault(name, explain(problem, self.texts))
                first = at if first < 0 else first
            elif 0 <= at < len(self.drafts) and SHARES in problem.field:
                first = at if first < 0 else first
                if at == first:
                    of_shares.append(replace(problem, field=problem.field[problem.field.index(SHARES) :]))
            else:
                left.append(problem)
        if first >= 0:
            self._keep_text()
            self.form.refusals += 1
            self.put_on_desk(first)
        if of_shares:
            self.shares.refuse(Refused(*of_shares))
        return tuple(left)

    def _keep_text(self) -> None:
        """Keep the text on the desk, not its old errors."""
        if self.at >= 0:
            draft = self.drafts[self.at]
            draft.typed, draft.picked = dict(self.form.typed), dict(self.form.picked)
            draft.shares = self.shares.state()

    # --- words

    def _follow(self) -> None:
        """Hide what does not belong to the basis and the pay; a time study goes before the estimate."""
        form = self.form
        form.hidden = hidden_fields(form.picked.get("basis"), form.picked.get("pay_form"))
        form.locked = set(form.specs) if self.locked else set()
        self.shares.locked = self.locked
        form.notes.pop("minutes_per_unit", None)
        study = latest_study(self.drafts[self.at].phase) if self.at >= 0 else None
        if study is not None:
            form.notes["minutes_per_unit"] = self.texts.say(
                N_("Measured on {day}: {minutes} min. It is used in place of the estimate."),
                day=study.day,
                minutes=minutes_per_unit(study),
            )

    @property
    def names(self) -> tuple[str, ...]:
        """What each phase is called in the list of phases."""
        self._keep()
        unnamed = self.texts.say(N_("New phase"))
        return tuple(draft.typed.get("name", "").strip() or unnamed for draft in self.drafts)


def _is_agreed(picked: dict[str, Any]) -> bool:
    """Whether a group's result is shared by agreed shares."""
    return picked.get("basis") is Basis.PIECE and picked.get("split") is SplitRule.AGREED
