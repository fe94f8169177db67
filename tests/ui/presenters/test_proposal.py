"""The proposal page without a window: days, goals, making, results, deciding, accepting, bad input."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.pin_place import PinPlace, pin_place
from subcontract.actions.put_on_shift import PutOnShift, put_on_shift
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import ClientId, ShiftId
from subcontract.jobs.job import JobState
from subcontract.people.client import Absence, Client
from subcontract.people.staff import Role
from subcontract.rota.records import PinKind
from subcontract.rota.rotation.proposing.worker import Said
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.weights import Goal, Weight
from tests import make
from tests.fakes import MemoryStore
from tests.proposers import AtOnce, BreaksOff, OneByOne, SeeksAtOnce
from tests.seat import plain
from ui.presenters.direct import DirectDoor
from ui.presenters.rota.proposal.days import Span
from ui.presenters.rota.proposal.presenter import ProposalPresenter
from ui.presenters.rota.proposal.result import View
from ui.presenters.tables.table import TablePresenter
from ui.presenters.tone import State, Tone
from ui.texts import CatalogueTexts

NEXT = make.TODAY + timedelta(days=7)
CUSTOMER = make.customer(number=1)
JOB = make.job(
    number=1, customer=CUSTOMER.id, name="Hyllytys", phases=(), state=JobState.RUNNING, coach=make.MANAGER
)
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
MONDAY = make.shift(job=JOB.id, day=NEXT, least=1, wanted=1, most=2, coach=make.MANAGER)
TUESDAY = replace(MONDAY, id=ShiftId(ids.new()), day=NEXT + timedelta(days=1))


class Desk:
    """A coach at the proposal page."""

    def __init__(
        self,
        *,
        clients: tuple[Client, ...] = (LIISA, EMIL),
        shifts: tuple[Shift, ...] = (MONDAY, TUESDAY),
        on: tuple[tuple[Shift, Client], ...] = ((MONDAY, LIISA),),
        start: Callable[..., Any] = AtOnce,
        roles: tuple[Role, ...] = (),
    ) -> None:
        self.store: MemoryStore = make.store()
        with self.store.open_books() as books:
            books.customers.add(CUSTOMER)
            books.jobs.add(JOB)
            for client in clients:
                books.clients.add(client)
            for shift in shifts:
                books.shifts.add(shift)
            for shift, client in on:
                books.assignments.add(make.assignment(shift, client))
            books.commit()
        clock = standing_at(make.TODAY)
        self.door = DirectDoor(self.store.open_books, self.store.open_lists, clock, make.worker(*roles))
        self.shown: list[date] = []
        self.page = ProposalPresenter(self.door, CatalogueTexts("fi"), start, SeeksAtOnce)
        self.page.on_accepted = self.shown.append
        self.door.changed.append(lambda kinds: self.page.load() if kinds & self.page.depends_on else None)
        self.page.load()

    def propose(self) -> None:
        self.page.propose()
        self.hear()

    def hear(self) -> None:
        for _ in range(20):
            self.page.poll()

    def on(self) -> set[tuple[ClientId, ShiftId]]:
        with self.store.open_lists() as lists:
            return {(each.client, each.shift) for each in lists.assignments.where()}

    @property
    def notice(self) -> str:
        return self.page.notice.text if self.page.notice else ""


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.page.making.end()


def cells(table: TablePresenter, key: str) -> list[str]:
    """The words of a column."""
    column = next(each for each in table.columns if each.key == key)
    return [plain(table.text(row, column)) for row in table.visible]


def figure(desk: Desk, key: str, plan: str) -> str:
    row = desk.page.result.figures.row(key)
    assert row is not None
    state = row.cells[plan]
    assert isinstance(state, State)
    return plain(state.text)


# --- days


def test_it_begins_with_next_week_and_steps_by_what_is_proposed(desk: Desk) -> None:
    page = desk.page
    assert page.title == "Viikko 49: 30.11.–6.12.2026"
    page.step(1)
    assert page.title == "Viikko 50: 7.12.–13.12.2026"
    page.choose(Span.WEEKS)
    assert page.title == "Viikot 50–53: 7.12.–3.1.2027"
    page.step(-1)
    assert page.chosen.days == DateRange(NEXT, NEXT + timedelta(days=27))
    page.choose(Span.DAY)
    page.step(1)
    assert plain(page.title) == "tiistai 1. joulukuuta 2026"
    page.show_day(date(2026, 12, 24))
    assert page.chosen.days == DateRange(date(2026, 12, 24), date(2026, 12, 24))


def test_a_day_of_this_week_is_today(desk: Desk) -> None:
    desk.page.step(-1)
    desk.page.choose(Span.DAY)
    assert desk.page.chosen.days.first == make.TODAY


def test_what_there_is_to_fill_is_told_before_anything_is_proposed(desk: Desk) -> None:
    words = "2 työvuoroa, paikkoja 2, asiakkaita 2. Nykyinen suunnitelma täyttää 1."
    assert plain(desk.page.asked_words) == words
    assert cells(desk.page.result.shifts, "people") == ["Liisa", ""]
    assert cells(desk.page.result.shifts, "places") == ["1 asiakas", "1 paikka tyhjänä"]


# --- making


def test_the_first_plan_is_there_at_once_and_a_better_one_takes_its_place() -> None:
    desk = Desk(start=OneByOne)
    desk.page.propose()
    assert desk.page.kept
    assert desk.page.kept.is_first
    assert desk.page.making.is_working
    assert not desk.page.can_propose
    assert not desk.page.can_accept
    desk.page.poll()
    best = "Paras tähän asti: 0 paikkaa jää tyhjäksi. 1 muutos nykyiseen suunnitelmaan."
    assert plain(desk.page.best_words) == best
    assert desk.page.step_words[2] == "Tehdään ensimmäinen suunnitelma"
    assert desk.page.stop()
    desk.hear()
    assert not desk.page.kept.is_first
    assert "Pysäytetty: tämä on paras tähän asti." in desk.page.outcome[0]
    assert not desk.page.making.needs_polling
    assert not desk.page.stop()


def test_nothing_is_stored_before_it_is_accepted(desk: Desk) -> None:
    before = desk.on()
    desk.propose()
    assert desk.on() == before
    assert desk.page.can_accept


def test_a_bound_is_told_only_where_it_is_proven(desk: Desk) -> None:
    desk.propose()
    kept = desk.page.kept
    assert kept
    assert kept.percent is not None
    words = desk.page.outcome[0]
    assert "parhaasta mahdollisesta" in words or "parempaa ei ole" in words
    desk.page.bounded(None)
    assert "parhaasta mahdollisesta" not in desk.page.outcome[0]
    assert "parempaa ei ole" not in desk.page.outcome[0]


def test_a_process_that_breaks_off_leaves_the_first_plan() -> None:
    desk = Desk(start=BreaksOff)
    desk.propose()
    assert desk.notice.startswith("Etsintä katkesi.")
    assert desk.page.kept
    assert desk.page.kept.is_first
    assert desk.page.can_accept
    assert desk.page.can_propose


def test_a_process_that_cannot_be_started_leaves_the_first_plan() -> None:
    def fails(*_: object) -> Any:
        raise OSError

    desk = Desk(start=fails)
    desk.propose()
    assert desk.notice.startswith("Etsintä katkesi.")
    assert desk.page.can_accept


def test_one_that_does_not_stop_is_ended() -> None:
    class Deaf(OneByOne):
        def said(self) -> Iterator[Said]:
            return iter(())

    desk = Desk(start=Deaf)
    desk.page.propose()
    desk.page.stop()
    for _ in range(60):
        desk.page.poll()
    assert not desk.page.making.is_working
    assert desk.notice.startswith("Etsintä katkesi.")


def test_leaving_the_page_ends_the_process_and_keeps_the_first_plan() -> None:
    made: list[OneByOne] = []

    def start(*facts: Any) -> OneByOne:
        made.append(OneByOne(*facts))
        return made[0]

    desk = Desk(start=start)
    desk.page.propose()
    desk.page.leave()
    assert made[0].was_ended
    assert desk.page.kept
    assert desk.notice == "Etsintä päättyi, kun lähdit sivulta. Ensimmäinen suunnitelma on tallella."


# --- the result


def test_shifts_tell_who_is_new_who_stays_and_who_leaves_in_words() -> None:
    away = replace(LIISA, absences=(Absence(days=DateRange(NEXT, NEXT)),))
    desk = Desk(clients=(away, EMIL))
    desk.propose()
    assert cells(desk.page.result.shifts, "people") == ["uusi: Emil · pois: Liisa", "uusi: Liisa"]
    assert cells(desk.page.result.shifts, "change") == ["1 uusi, 1 poistuu", "1 uusi"]
    assert cells(desk.page.result.shifts, "day") == ["ma 30.11.", "ti 1.12."]


def test_a_card_tells_each_person_of_a_shift_and_why(desk: Desk) -> None:
    desk.propose()
    result = desk.page.result
    result.open_card(MONDAY.id)
    assert result.card_title == "ma 30.11. 8.00–12.00 Hyllytys"
    names = cells(result.on_shift, "name")
    assert names
    result.on_shift.select(result.on_shift.visible[0].id)
    assert result.why
    result.look(View.PEOPLE)
    assert result.shift is None


def test_people_are_side_by_side_and_figures_before_and_after(desk: Desk) -> None:
    desk.propose()
    people = desk.page.result.people
    assert cells(people, "now") == ["3 t 45 min", "0 min"]
    assert cells(people, "A") == ["3 t 45 min", "3 t 45 min"]
    assert (figure(desk, "missing", "now"), figure(desk, "missing", "A")) == ("1", "0")
    row = desk.page.result.figures.row("missing")
    assert row
    assert row.hints["A"] == "parempi kuin nyt"
    assert figure(desk, "least", "A") == "3 t 45 min"
    assert figure(desk, "changes", "A") == "1"
    assert figure(desk, "wishes", "A") == "ei koske ketään"


def test_a_plan_against_the_rules_is_measured_too() -> None:
    away = replace(LIISA, absences=(Absence(days=DateRange(NEXT, NEXT)),))
    desk = Desk(clients=(away, EMIL))
    desk.propose()
    assert (figure(desk, "broken", "now"), figure(desk, "broken", "A")) == ("1", "0")


def test_what_cannot_be_filled_names_the_rule_and_the_person_and_leads_to_them() -> None:
    away = DateRange(NEXT, NEXT)
    desk = Desk(
        clients=(
            replace(LIISA, absences=(Absence(days=away),)),
            replace(EMIL, absences=(Absence(days=away),)),
        ),
        on=(),
    )
    opened: list[object] = []
    desk.page.result.on_open_client = opened.append
    desk.propose()
    assert desk.page.outcome[1] is Tone.ATTENTION
    assert "1 paikka jää tyhjäksi." in desk.page.outcome[0]
    empty = desk.page.result.empty
    ways = cells(empty, "way")
    assert ways[0].startswith("Nämä vuorot eivät täyty yhdessä: paikkoja on 1, ja niistä täyttyy enintään 0.")
    assert "poissaolot" in ways[0]
    assert ways[1].startswith("Liisa pääsisi")
    empty.open(empty.visible[1].id)
    assert opened == [LIISA.id]


def test_a_conflict_leads_to_its_first_shift() -> None:
    desk = Desk(clients=(LIISA,), shifts=(replace(MONDAY, least=2),), on=())
    opened: list[object] = []
    desk.page.result.on_open_shift = opened.append
    desk.propose()
    empty = desk.page.result.empty
    assert cells(empty, "what")[0] == "ma 30.11. 8.00–12.00 Hyllytys"
    empty.open(empty.visible[0].id)
    assert opened == [MONDAY.id]


def test_a_lock_against_the_rules_is_named() -> None:
    away = replace(LIISA, absences=(Absence(days=DateRange(NEXT, NEXT)),))
    desk = Desk(clients=(away, EMIL))
    desk.door.act(pin_place, PinPlace(shift=MONDAY.id, client=LIISA.id, kind=PinKind.LOCKED))
    words = "Lukittu paikka on sääntöä vastaan (poissaolot): Liisa, ma 30.11. 8.00–12.00 Hyllytys."
    assert words in cells(desk.page.result.empty, "what")


# --- goals and comparing


def test_other_goals_make_another_proposal_beside_the_first(desk: Desk) -> None:
    page = desk.page
    desk.propose()
    page.goals.form.pick(Goal.WISHES, Weight.MUCH)
    assert page.old_words == "Tavoitteita on muutettu. Tee ehdotus niillä."
    assert not page.can_accept
    desk.propose()
    assert page.result.letters == ("A", "B")
    assert page.goals.words() == "Toiveet: vaikuttaa paljon"
    page.look_at("A")
    assert page.goals.words() == "Tavoitteet kuten asetuksissa"
    assert page.can_accept
    assert page.kept
    assert page.kept.letter == "A"
    with desk.store.open_lists() as lists:
        assert lists.rota.terms.where() == ()


def test_at_most_three_are_kept_and_the_one_in_sight_stays(desk: Desk) -> None:
    for _ in range(3):
        desk.propose()
    desk.page.look_at("A")
    desk.propose()
    assert desk.page.result.letters == ("A", "B", "C")
    assert desk.page.kept
    assert desk.page.kept.letter == "B"


def test_other_days_have_their_own_proposals(desk: Desk) -> None:
    desk.propose()
    desk.page.step(1)
    assert desk.page.kept is None
    desk.page.step(-1)
    assert desk.page.kept is not None


# --- deciding


def test_a_lock_is_kept_by_the_next_proposal_and_makes_this_one_old(desk: Desk) -> None:
    page = desk.page
    desk.propose()
    page.result.open_card(MONDAY.id)
    page.result.on_shift.select(LIISA.id)
    page.deciding.bar()
    assert page.deciding.pin is PinKind.BARRED
    assert page.old_words == "Ehdotuksen lähtötiedot ovat muuttuneet sen jälkeen. Tee ehdotus uudelleen."
    desk.propose()
    assert page.kept
    assert (LIISA.id, MONDAY.id) not in page.kept.plan.pairs
    page.deciding.let_go()
    assert page.deciding.pin is None
    page.deciding.lock()
    desk.propose()
    assert page.kept
    assert (LIISA.id, MONDAY.id) in page.kept.plan.pairs
    assert desk.door.undo()


def test_nothing_is_decided_of_nobody(desk: Desk) -> None:
    assert not desk.page.deciding.can(PinKind.LOCKED)
    desk.page.deciding.lock()
    with desk.store.open_lists() as lists:
        assert lists.rota.pins.within(DateRange(NEXT, NEXT)) == ()


# --- accepting


def test_accepting_is_one_act_with_one_undo_and_shows_the_board(desk: Desk) -> None:
    before = desk.on()
    desk.propose()
    desk.page.accept()
    assert {shift for _, shift in desk.on()} == {MONDAY.id, TUESDAY.id}
    assert desk.shown == [NEXT + timedelta(days=1)]
    assert desk.page.is_in_use
    assert not desk.page.can_accept
    assert desk.door.undo()
    assert desk.on() == before
    assert desk.page.can_accept


def test_a_plan_that_was_changed_elsewhere_is_not_written_over(desk: Desk) -> None:
    desk.propose()
    desk.door.changed.clear()
    desk.door.act(put_on_shift, PutOnShift(shift=TUESDAY.id, client=EMIL.id))
    changed = desk.on()
    assert desk.page.can_accept
    desk.page.accept()
    assert desk.on() == changed
    assert desk.notice.startswith("Joku on muuttanut näiden päivien suunnitelmaa sillä välin.")
    assert not desk.page.can_accept
    assert desk.page.can_propose


def test_a_change_that_is_seen_makes_the_proposal_old(desk: Desk) -> None:
    desk.propose()
    desk.door.act(put_on_shift, PutOnShift(shift=TUESDAY.id, client=LIISA.id))
    assert desk.page.old_words.startswith("Suunnitelmaa on muutettu")
    assert not desk.page.can_accept


def test_people_of_a_shift_that_was_called_off_stay_where_they_are() -> None:
    off = replace(MONDAY, state=ShiftState.CANCELLED, cancel_reason="Lumi")
    desk = Desk(shifts=(off, TUESDAY))
    desk.propose()
    assert cells(desk.page.result.shifts, "places") == ["peruttu", "1 asiakas"]
    desk.page.accept()
    assert (LIISA.id, off.id) in desk.on()


def test_who_may_not_plan_proposes_nothing() -> None:
    desk = Desk(roles=(Role.CLERK,))
    desk.propose()
    assert desk.page.kept is None
