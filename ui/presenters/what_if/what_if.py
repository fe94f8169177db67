"""Entä jos: a job three ways side by side, reckoned anew with every key and slide; no Qt."""

from decimal import Decimal

from subcontract import papers
from subcontract.actions.act import Permission
from subcontract.actions.see_group import SeePayOfGroup, see_pay_of_group
from subcontract.ids import ClientId, JobId
from subcontract.jobs.job import Basis, Job
from subcontract.money import ZERO
from subcontract.papers import ComparisonFacts
from subcontract.papers.comparing import answer_of, assumptions_of
from subcontract.payout.what_if.ask import Way
from subcontract.payout.what_if.compare import Comparison, compare
from subcontract.pricing.phase import PhaseAsk
from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice
from ui.presenters.forms.form import FormPresenter
from ui.presenters.jobs.work import JobPart
from ui.presenters.tables.table import TablePresenter
from ui.presenters.tone import Tone
from ui.presenters.what_if.fields import (
    FIELDS,
    LABELS,
    NO_SLIDE,
    PURPOSE,
    WEEKLY_SLIDE,
    Slide,
    cap_of,
    phase_asks,
    placed,
    price_slide,
    question,
    starting_values,
)
from ui.presenters.what_if.reading import WhatIfAnswer, present_price, read_what_if
from ui.presenters.what_if.rows import COMPARED, PEOPLE, month_rows, person_rows
from ui.presenters.what_if.steps import wage_steps
from ui.presenters.working import Step
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts


class WhatIfPresenter(JobPart):
    """The assumptions of a job, and what they come to."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start without a job."""
        super().__init__(door, texts)
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("What if"))
        self.form.on_change = self._changed
        self.compared = TablePresenter(COMPARED, texts, name=N_("A month three ways"))
        self.people = TablePresenter(PEOPLE, texts, name=N_("In hand in a month"))
        self.compared.count_words = self.people.count_words = ("", "")
        self.people.on_select = lambda _row: self.tell()
        self.found: Comparison | None = None
        self.paper = b""
        """The one page, while it is in sight."""
        self._answer: WhatIfAnswer | None = None
        self._seen: frozenset[ClientId] = frozenset()
        """Whose look has been written in the log for the job that is shown."""
        self._phases: tuple[PhaseAsk, ...] = ()
        self._price_slide: Slide | None = None
        """Set by the first comparison of a job: it does not move while one slides."""

    @property
    def can_see(self) -> bool:
        """Whether the one who is signed in may see what people are paid."""
        return self.may(Permission.SEE_PAY)

    # --- reading

    def show(self, job: Job | None) -> None:
        """Show another job, or the same one read anew; what is typed for a job stays while it is open."""
        if job is None or self.job is None or job.id != self.job.id:
            self._answer, self.found, self._price_slide, self.paper = None, None, None, b""
            self._seen = frozenset()
        super().show(job)

    def load(self) -> None:
        """Read the job's group."""
        job, today = self.job, self.door.today()
        if job is None or not self.can_see:
            self._take_nothing()
            return
        self.door.ask(lambda lists: read_what_if(lists, job, today), lambda read: self._fill(job.id, read))

    def _take_nothing(self) -> None:
        self.compared.set_rows(())
        self.people.set_rows(())
        self.tell()

    def _fill(self, job: JobId, answer: WhatIfAnswer | Refused) -> None:
        if self.job is None or job != self.job.id:
            return
        if isinstance(answer, Refused):
            self._answer, self.found = None, None
            self.notice = Notice(explain(answer.problems[0], self.texts), Tone.ATTENTION)
            self._take_nothing()
            return
        people = frozenset(one.client for one in answer.facts.people if one.client is not None)
        if people <= self._seen:
            self._take(job, answer)
            return
        ask = SeePayOfGroup(job=job, clients=tuple(people), purpose=self.texts.say(PURPOSE))
        self.door.act(see_pay_of_group, ask, lambda _: self._take(job, answer, people), self.refused)

    def _take(self, job: JobId, answer: WhatIfAnswer, seen: frozenset[ClientId] = frozenset()) -> None:
        """Show what was read, once the look at everybody's pay has been written."""
        if self.job is None or self.job.id != job:
            return
        self._seen |= seen
        is_new = self._answer is None
        self._answer = answer
        self._phases = phase_asks(self.job, self.door.today(), registered=answer.unit.vat_registered)
        if is_new:
            self.form.load(self._start(answer))
        self._reckon()
        self.tell()

    def _start(self, answer: WhatIfAnswer) -> dict[str, object]:
        """How the job is now, and the usual assumptions."""
        price = present_price(self.job, self._phases) if self.job else Decimal(0)
        return starting_values(answer.facts, price)

    # --- reckoning

    def _changed(self, name: str) -> None:
        """Every key and slide reckons anew; another share brings the cap that goes with it."""
        if name == "percentage" and self._answer is not None:
            cap = cap_of(self.form.picked["percentage"], self._answer.facts.pay_day)
            self.form.type("cap", self.texts.number(cap.amount, 2))
        self.paper = b""
        self._reckon()
        self.tell()

    def _reckon(self) -> None:
        """Compare by what stands in the fields; what cannot be read stands beside its field."""
        answer = self._answer
        if answer is None:
            return
        try:
            self.found = compare(question(answer.facts, self._phases, self.form.read()))
        except Refused as refused:
            self.found = None
            self.refuse(refused)
        else:
            self.form.errors.clear()
            self.notice = None
            self._price_slide = self._price_slide or price_slide(self.found)
        self._show()

    def refuse(self, refused: Refused) -> None:
        """Put what is wrong beside its field; leave the focus where one types."""
        before, left = self.form.refusals, self.form.refuse(placed(refused))
        self.form.refusals = before
        self.notice = None if not left else Notice(self.texts.say(N_("This cannot be compared.")), Tone.INFO)

    def _show(self) -> None:
        """Fill both tables."""
        facts = self.facts
        if facts is None or self.found is None:
            self.compared.set_rows(())
            self.people.set_rows(())
            return
        self.compared.set_rows(month_rows(facts, self.texts))
        self.people.set_rows(person_rows(self.found, self.texts))

    @property
    def facts(self) -> ComparisonFacts | None:
        """The comparison with what its words and its paper need."""
        answer, job = self._answer, self.job
        if answer is None or job is None or self.found is None:
            return None
        basis = self.found.selling.basis
        names = [phase.unit_name for phase in job.phases if phase.basis is Basis.PIECE]
        return ComparisonFacts(
            comparison=self.found,
            job=job,
            unit=answer.unit,
            day=self.door.today(),
            customer=answer.customer,
            by=self.door.who.name,
            unit_name=names[0] if basis is Basis.PIECE and names else "",
            is_named=answer.facts.is_named,
            pension_known=answer.facts.pension_known,
        )

    @property
    def answer(self) -> tuple[str, ...]:
        """What it would take to pay wages."""
        return answer_of(self.facts, self.texts) if self.facts else ()

    @property
    def why_heading(self) -> str:
        """Whose wage is explained; empty while nobody is selected."""
        row = self.people.row(self.people.selected)
        if row is None:
            return ""
        return self.texts.say(N_("How the wage comes: {name}"), name=row.cells["name"])

    @property
    def steps(self) -> tuple[Step, ...]:
        """The working behind the wage of the person who is selected."""
        at = self.people.selected
        if self.found is None or not isinstance(at, int) or self.people.row(at) is None:
            return ()
        return wage_steps(self.found.ask.people[at], self.found.ask, self.texts)

    @property
    def enough(self) -> bool:
        """Whether the present price pays wages."""
        return self.found is not None and self.found.ways[Way.WAGE].left >= ZERO

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the figures rest on."""
        return assumptions_of(self.facts, self.texts) if self.facts else ()

    @property
    def about_people(self) -> str:
        """Whose figures these are."""
        answer = self._answer
        if answer is None:
            return ""
        one, many = (
            (N_("{number} person of the job's shifts"), N_("{number} people of the job's shifts"))
            if answer.facts.is_named
            else (N_("{number} person, not chosen yet"), N_("{number} people, not chosen yet"))
        )
        return self.texts.count(one, many, len(answer.facts.people))

    @property
    def price_label(self) -> str:
        """What the price is of."""
        basis = self.found.selling.basis if self.found else Basis.HOUR
        return self.texts.say(LABELS[basis])

    # --- sliding

    def slide_of(self, name: str) -> Slide:
        """The range of a field that can be slid."""
        return WEEKLY_SLIDE if name == "weekly" else self._price_slide or NO_SLIDE

    def slid(self, name: str) -> int:
        """Where the slider of a field stands; at its least while the field cannot be read."""
        slide = self.slide_of(name)
        try:
            value = Decimal(self.form.value(name))
        except Refused:
            return slide.least
        return min(max(int(value / slide.step), slide.least), slide.most)

    def slide(self, name: str, steps: int) -> None:
        """The user moved a slider: its field says the same."""
        if steps == self.slid(name):
            return
        value = self.slide_of(name).step * steps
        if name == "weekly":
            minutes = int(value)
            self.form.type(name, f"{minutes // 60}:{minutes % 60:02}")
        else:
            places = max(2, -int(value.normalize().as_tuple().exponent))
            self.form.type(name, self.texts.number(value, places).replace("\N{NO-BREAK SPACE}", ""))

    # --- back to how it is, and the paper

    def reset(self) -> None:
        """How the job is now, and the usual assumptions again."""
        if self._answer is not None:
            self.form.load(self._start(self._answer))
            self.paper = b""
            self._reckon()
            self.tell()

    def make_paper(self) -> None:
        """Make the one page, away from the window."""
        facts, language = self.facts, self.texts.language
        if facts is None:
            return

        def made(paper: bytes) -> None:
            if self.facts == facts:  # neither another job nor other figures meanwhile
                self.paper = paper
                self.tell()

        self.door.work(lambda _lists, _progress: papers.what_if_pdf(facts, CatalogueTexts(language)), made)

    def close_paper(self) -> None:
        """Back to the comparison."""
        self.paper = b""
        self.tell()

    @property
    def file_name(self) -> str:
        """The name to save the page under."""
        number = str(self.job.number) if self.job else ""
        return self.texts.say(N_("what-if-job-{number}.pdf"), number=number)
