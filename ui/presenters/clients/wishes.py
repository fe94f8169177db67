"""What a client wishes of the rota: work, days, company, coaches, and limits of their own; no Qt."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.save_rota_wishes import SaveRotaWishes, save_rota_wishes
from subcontract.actions.see_client import see_rota_wishes
from subcontract.ids import ClientId, JobId, RotaWishesId
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.people.staff import Staff
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused
from subcontract.rota.records import RotaWishes
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Refusable
from ui.presenters.clients.wish_fields import (
    COACH_LINE,
    COMPANY_LINE,
    FIELDS,
    JOB_LINE,
    LINES_OF,
    OF_PAY,
    fields_of,
    job_lines,
    offered_clients,
    offered_coaches,
    offered_jobs,
    values_of,
)
from ui.presenters.forms.fields import FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.kept_forms import KeptForms
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.registers.looked_at import LookedAtPresenter


@dataclass(frozen=True, slots=True, kw_only=True)
class WishesRead:
    """What was read of a client, and whom and what the wishes may name."""

    wishes: RotaWishes | None
    clients: tuple[Client, ...]
    jobs: tuple[Job, ...]
    staff: tuple[Staff, ...]

    @property
    def job_by_id(self) -> dict[JobId, Job]:
        """Jobs by id."""
        return {job.id: job for job in self.jobs}


class WishesPresenter(LookedAtPresenter[WishesRead]):
    """The wishes of the client whose page is open. What is typed of each waits until it is saved."""

    depends_on = frozenset({Kind.ROTA_WISHES, Kind.CLIENTS, Kind.JOBS, Kind.STAFF})
    see = staticmethod(see_rota_wishes)
    may_see = Permission.SEE_CARE

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's wishes."""
        super().__init__(door, texts)
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Wishes for shifts"))
        self.form.on_change = lambda _field: self.tell()
        self.jobs = self._make_lines("jobs", JOB_LINE, N_("Work"), N_("Add a job"))
        self.company = self._make_lines(
            "company", COMPANY_LINE, N_("Should be on the same shift with"), N_("Add somebody")
        )
        self.coaches = self._make_lines("coaches", COACH_LINE, N_("Familiar coaches"), N_("Add a coach"))
        self.lines = (self.jobs, self.company, self.coaches)
        self.wishes: RotaWishes | None = None
        """As they are kept, or empty ones; ``None`` before they have been read."""
        self._jobs: dict[JobId, Job] = {}
        self._kept = KeptForms(self.form, lambda: self.lines)
        self._takes_newer = False

    def _make_lines(self, field: str, specs: Iterable[FieldSpec], name: str, add: str) -> LinesPresenter:
        lines = LinesPresenter(field, specs, self.texts, self.door.today, name=name, add=add)
        lines.on_change = self.tell
        return lines

    # --- whose wishes

    def read(self, lists: Lists, client: ClientId) -> WishesRead:
        """The wishes, and everybody and every job of the unit."""
        unit = lists.clients.get(client).unit
        return WishesRead(
            wishes=next(iter(lists.rota.wishes.where(client=client)), None),
            clients=lists.clients.where(unit=unit),
            jobs=lists.jobs.where(unit=unit),
            staff=lists.staff.where(unit=unit),
        )

    def take(self, answer: WishesRead) -> None:
        """Show the wishes; what is being typed stays typed."""
        typing = self.wishes is not None and self.dirty
        if self.client is None or (typing and not self._takes_newer):
            return
        wishes = answer.wishes or RotaWishes(
            id=RotaWishesId(ids.new()), unit=self.client.unit, client=self.client.id
        )
        self.wishes, self._jobs, self._takes_newer = wishes, answer.job_by_id, False
        self._offer(answer, wishes)
        if not typing:
            self._show(wishes)

    def _offer(self, answer: WishesRead, wishes: RotaWishes) -> None:
        """Offer what can be named."""
        self.jobs.set_choices("job", offered_jobs(answer.jobs, wishes))
        self.company.set_choices("client", offered_clients(answer.clients, wishes))
        self.coaches.set_choices("staff", offered_coaches(answer.staff, wishes))

    def _show(self, wishes: RotaWishes) -> None:
        """Fill the form and the lines, and type again what waits."""
        self.form.hidden = set() if self.may(Permission.SEE_PAY) else set(OF_PAY)
        self.form.load(values_of(wishes))
        self.jobs.load(job_lines(wishes, self._jobs))
        self._load_people(self.company, "client", wishes.should_be_with)
        self._load_people(self.coaches, "staff", wishes.familiar_coaches)
        self.form.locked = set() if self.can_edit else set(self.form.specs)
        for part in self.lines:
            part.locked = not self.can_edit
        self._kept.give_back(wishes.client)
        self.form.tell()

    @staticmethod
    def _load_people(lines: LinesPresenter, field: str, chosen: Iterable[object]) -> None:
        """A line of each, in the order in which they are offered."""
        wanted = set(chosen)
        offered = (choice.value for spec in lines.specs for choice in spec.choices)
        lines.load({field: one} for one in offered if one in wanted)

    def leave(self) -> None:
        """Let what was typed wait, and show nobody's wishes."""
        if self.wishes is not None:
            self._kept.keep(self.wishes.client)
        self.wishes, self.notice, self._takes_newer = None, None, False
        self.form.load({})
        for part in self.lines:
            part.load(())

    # --- what can be done

    @property
    def can_edit(self) -> bool:
        """Whether the reader may change wishes."""
        return self.may(Permission.EDIT_CLIENTS)

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.wishes is not None and self.can_edit and self.dirty and not self.busy

    @property
    def dirty(self) -> bool:
        """Whether something typed has not been saved."""
        return self.form.dirty or any(part.dirty for part in self.lines)

    @property
    def holds_text(self) -> bool:
        """Whether something typed of this client or another has not been saved."""
        return self.dirty or bool(self._kept)

    @property
    def other_drafts(self) -> bool:
        """Whether another client's wishes wait to be saved."""
        return bool(self._kept)

    def reset(self) -> None:
        """Take back what was typed."""
        if self.wishes is not None:
            self._kept.drop(self.wishes.client)
            self._show(self.wishes)
            self.tell()

    # --- saving

    def save(self) -> None:
        """Save the wishes; what is wrong stands beside its field."""
        read = self._read_page()
        if self.wishes is not None and read is not None:
            fields = {name: value for name, value in read.items() if name not in self.form.hidden}
            ask = SaveRotaWishes(wishes=replace(self.wishes, **fields))
            self.act(save_rota_wishes, ask, self._saved, self)

    def _read_page(self) -> dict[str, Any] | None:
        """What stands on the page, or ``None`` with the errors beside their fields."""
        values = self.form.parsed()
        lines: dict[str, list[dict[str, Any]]] = {}
        for part in self.lines:
            with suppress(Refused):  # the errors stand beside the fields of the line
                lines[part.field] = part.read()
        if values is None or len(lines) < len(self.lines):
            self.tell()
            return None
        return fields_of(values, lines)

    def _saved(self, _done: Done) -> None:
        """What stands on the page has been stored."""
        self.form.saved()
        for part in self.lines:
            part.saved()
        self.load()

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside the fields and under the lines that they belong to; give back the rest."""
        left = self.form.refuse(Refused(*map(self._placed, refused.problems)))
        for part in self.lines:
            left = part.refuse(Refused(*left)) if left else left
        return left

    def _placed(self, problem: Problem) -> Problem:
        """A problem of whom or what is named, beside the line that names it."""
        part = next((one for one in self.lines if one.field == LINES_OF.get(problem.field)), None)
        if part is None:
            return problem
        name = part.specs[0].name
        named = {
            choice.value for choice in part.specs[0].choices if choice.label == problem.facts.get("name")
        }
        filled = (row for row in part.rows if any(row.picked.values()))
        at = next((at for at, row in enumerate(filled) if row.picked[name] in named), None)
        return replace(problem, field=part.field if at is None else f"{part.field}.{at}.{name}")

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; wishes saved elsewhere meanwhile are written over the next time."""
        if any(problem.code is Code.CHANGED_ELSEWHERE for problem in refused.problems):
            self._takes_newer = True
            self.load()
        super().refused(refused, form)
