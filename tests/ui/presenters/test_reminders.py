from datetime import date, timedelta

from subcontract.actions.disputes import OpenDispute, open_dispute
from subcontract.actions.perform import perform
from subcontract.clock import standing_at
from subcontract.ids import CustomerId, InvoiceId
from subcontract.ids import new as new_id
from subcontract.money import Money
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from tests.make_reminders import TODAY, late_invoice
from tests.paper_reading import pages, text
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.invoices import InvoicesPresenter
from ui.presenters.invoices.reminders.reminders import RemindersPresenter, View
from ui.presenters.tone import State
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
SECOND = InvoiceId(new_id())
YOUNG = InvoiceId(new_id())


def world() -> MemoryStore:
    """Two invoices that can be reminded and one that is two days late."""
    store = make.store()
    first = late_invoice()
    customer = make.customer(id=first.customer)
    other = make.customer(id=CustomerId(new_id()), number=2, name="Kahvila Kanerva")

    def write(books: object) -> None:
        books.customers.add(customer)  # type: ignore[attr-defined]
        books.customers.add(other)  # type: ignore[attr-defined]
        books.invoices.add(first)  # type: ignore[attr-defined]
        for invoice, due, number in ((SECOND, date(2026, 1, 15), 1008), (YOUNG, TODAY - timedelta(2), 1009)):
            late = late_invoice(id=invoice, due=due, number=number, customer=other.id)
            books.invoices.add(late)  # type: ignore[attr-defined]

    store.fill(write)
    return store


def opened(store: MemoryStore, *roles: Role, day: date = TODAY) -> RemindersPresenter:
    door = DirectDoor(store.open_books, store.open_lists, standing_at(day), make.worker(*roles))
    presenter = RemindersPresenter(door, TEXTS)
    presenter.load()
    return presenter


def states(presenter: RemindersPresenter) -> dict[object, str]:
    found = {}
    for row in presenter.due.visible:
        state = row.cells["state"]
        assert isinstance(state, State)
        found[row.cells["number"]] = state.text
    return found


def test_all_that_can_be_reminded_are_chosen_and_the_rest_tell_why_not() -> None:
    presenter = opened(world())
    assert states(presenter) == {
        "1007": "Voi muistuttaa",
        "1008": "Voi muistuttaa",
        "1009": "7.3.2026 alkaen",
    }
    assert len(presenter.chosen) == 2
    assert presenter.verb.startswith("Lähetä 2 muistutusta")
    presenter.due.select(YOUNG)
    card = presenter.card
    assert card is not None
    assert "7.3.2026" in card[1]


def test_the_card_shows_every_line_with_its_source() -> None:
    presenter = opened(world())
    presenter.due.select(late_invoice().id)
    card = presenter.card
    assert card is not None
    heading, why_not, whole, steps = card
    assert (heading, why_not, str(whole)) == ("Muistutus, lasku 1007", "", "1025.04")
    amounts = [step.amount.replace("\xa0", " ") for step in steps]
    assert amounts == ["1 000,00 €", "4,16 €", "15,88 €", "5,00 €", "1 025,04 €"]
    assert steps[1].rate.replace("\xa0", " ") == "9,5 %"
    assert "633/1982" in steps[1].source
    assert steps[3].rate.replace("\xa0", " ") == "enintään 12,00 €"


def test_what_is_sent_is_shown_as_one_file_and_stands_among_the_sent() -> None:
    presenter = opened(world())
    presenter.send()
    assert presenter.notice is not None
    assert "2 muistutusta tehtiin" in presenter.notice.text
    shown = presenter.papers.shown
    assert shown is not None
    assert len([page for page in pages(shown.content) if "Maksumuistutus" in page]) == 2
    presenter.papers.close()
    presenter.show(View.SENT)
    assert [row.cells["kind"] for row in presenter.sent.visible] == ["Muistutus", "Muistutus"]
    presenter.sent.select(presenter.sent.visible[0].id)
    assert len(presenter.of_day) == 2
    presenter.print_day()
    assert presenter.papers.shown is not None
    presenter.show_paper()
    one = presenter.papers.shown
    assert one is not None
    assert one.name.startswith("muistutus-100")
    assert not presenter.can_send
    presenter.show(View.DUE)
    assert set(states(presenter).values()) == {"17.3.2026 alkaen", "7.3.2026 alkaen"}


def test_some_are_left_out() -> None:
    presenter = opened(world())
    presenter.ticks.turn(SECOND)
    presenter.send()
    shown = presenter.papers.shown
    assert shown is not None
    assert "1007" in text(shown.content)
    assert len(presenter.sent.rows) == 1


def test_a_disputed_one_cannot_be_chosen() -> None:
    store = world()
    ask = OpenDispute(invoice=SECOND, reason="Väärä määrä")
    perform(open_dispute, ask, store.open_books, standing_at(TODAY), make.worker())
    presenter = opened(store)
    assert states(presenter)["1008"] == "Riidanalainen"
    assert len(presenter.chosen) == 1
    presenter.due.select(SECOND)
    card = presenter.card
    assert card is not None
    assert "Väärä määrä" in card[1]


def test_a_sum_that_changed_meanwhile_is_told() -> None:
    store = world()
    presenter = opened(store)
    payment = make.payment(invoice=SECOND, day=TODAY)
    store.fill(lambda books: books.payments.add(payment))
    presenter.send()
    assert presenter.notice is not None
    assert "1 muistutus tehtiin" in presenter.notice.text
    assert "1008" in presenter.notice.text


def test_who_may_not_issue_invoices_looks_only() -> None:
    presenter = opened(world(), Role.JOB_COACH)
    assert (presenter.chosen, presenter.can_send) == ((), False)
    assert len(presenter.due.visible) == 3


def test_an_unknown_rate_is_told_among_the_lines() -> None:
    presenter = opened(world(), day=date(2026, 8, 3))
    presenter.due.select(SECOND)
    card = presenter.card
    assert card is not None
    assert any("viitekorkoa" in step.what for step in card[3])


def test_nothing_overdue_is_an_empty_list() -> None:
    presenter = opened(make.store())
    assert (presenter.due.visible, presenter.can_send, presenter.card) == ((), False, None)


# --- one invoice alone


def test_a_dispute_is_noted_with_its_reason_and_ended() -> None:
    store = world()
    presenter = opened(store)
    presenter.due.select(SECOND)
    presenter.look()
    one = presenter.one
    assert (one.can_dispute, one.can_end, one.heading.startswith("Lasku 1008")) == (True, False, True)
    one.dispute()
    assert one.form.errors["reason"]
    one.form.type("reason", "Kappaleet puuttuvat")
    assert presenter.holds_text
    one.dispute()
    assert (one.can_dispute, one.can_end, presenter.holds_text) == (False, True, False)
    assert "Kappaleet puuttuvat" in one.sentence
    assert states(presenter)["1008"] == "Riidanalainen"
    one.end()
    assert (one.can_dispute, one.can_end) == (True, False)
    assert [row.cells["words"] for row in one.table.visible] == ["Kappaleet puuttuvat"]


def test_interest_of_what_was_paid_late_becomes_a_draft() -> None:
    store = world()
    drafts: list[object] = []
    door = DirectDoor(store.open_books, store.open_lists, standing_at(TODAY), make.worker())
    presenter = RemindersPresenter(door, TEXTS, drafts.append)
    payment = make.payment(invoice=SECOND, day=TODAY, amount=late_invoice().total)
    store.fill(lambda books: books.payments.add(payment))
    presenter.load()
    one = presenter.one
    one.open(SECOND)
    assert str(one.to_charge) == "11.97"
    assert one.can_charge
    assert len(one.steps) > 1
    one.charge()
    assert len(drafts) == 1
    one.load()
    assert not one.can_charge
    assert "ei" in one.sum_words


def test_an_unknown_rate_keeps_interest_from_being_charged() -> None:
    presenter = opened(world(), day=date(2026, 8, 3))
    presenter.one.open(SECOND)
    assert not presenter.one.can_charge
    assert "1.7.2026" in presenter.one.sentence
    presenter.show(View.DUE)
    assert presenter.one.wanted is None


def test_the_invoices_own_page_tells_of_its_reminder_and_takes_what_it_asked_for() -> None:
    store = world()
    presenter = opened(store)
    presenter.send()
    page = InvoicesPresenter(presenter.door, TEXTS)
    page.load()
    page.open_record(late_invoice().id)
    facts = dict(page.invoice.facts)
    assert facts["Muistutus 2.3.2026"].replace("\xa0", " ") == "1 025,04 €"
    payments = page.invoice.payments
    payments.start()
    payments.form.type("amount", "1025,04")
    told = {line.label: line.value.replace("\xa0", " ") for line in payments.form.summary_lines()}
    assert told["Maksaa muistutusten kuluja ja korkoa"] == "25,04 €"
    assert "Maksettu liikaa" not in told
    payments.record()
    assert page.invoice.left == Money(0)
    assert page.invoice.state.text == "Maksettu"
