"""What is half written on a job's page waits: the words of a quote, an answer, a time study."""

from decimal import Decimal

from subcontract.clock import standing_at
from tests import make
from ui.presenters.direct import DirectDoor
from ui.presenters.jobs.jobs import JobsPresenter
from ui.texts import CatalogueTexts


class Desk:
    """The jobs' screen with two jobs of one customer."""

    def __init__(self) -> None:
        store = make.store()
        customer = make.customer(number=1)
        phases = (make.phase(name="Tarroitus"), make.phase(name="Pakkaus"))
        self.job = make.job(number=1, customer=customer.id, phases=phases)
        self.other = make.job(number=2, customer=customer.id, name="Toinen")
        with store.open_books() as books:
            books.customers.add(customer)
            books.jobs.add(self.job)
            books.jobs.add(self.other)
            books.commit()
        door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker())
        self.screen = JobsPresenter(door, CatalogueTexts("en"))
        door.changed.append(lambda _: self.screen.load())
        self.screen.load()
        self.page = self.screen.page
        self.screen.open(self.job.id)


def test_the_words_of_a_quote_wait_while_another_job_is_looked_at() -> None:
    desk = Desk()
    desk.page.quotes.offer.type("text", "Delivered on Fridays.")
    desk.screen.open(desk.other.id)
    assert desk.page.quotes.offer.typed["text"] == ""
    desk.screen.open(desk.job.id)
    assert desk.page.quotes.offer.typed["text"] == "Delivered on Fridays."
    desk.page.close()
    desk.screen.open(desk.job.id)
    assert desk.page.quotes.offer.typed["text"] == "Delivered on Fridays."


def test_reading_the_job_anew_leaves_the_words_of_a_quote_alone() -> None:
    desk = Desk()
    desk.page.quotes.offer.type("text", "Delivered on Fridays.")
    desk.page.basics.type("place", "Storehouse")
    desk.page.save()
    assert desk.page.quotes.offer.typed["text"] == "Delivered on Fridays."


def test_the_next_version_begins_with_the_words_of_the_last() -> None:
    desk = Desk()
    desk.page.quotes.offer.type("text", "Delivered on Fridays.")
    for phase in (0, 1):
        desk.page.sheet.choose(phase)
        desk.page.sheet.form.type("unit_price", "0,80")
    desk.page.save()
    desk.page.quotes.make()
    assert desk.page.quotes.open_quote is not None
    assert desk.page.quotes.offer.typed["text"] == "Delivered on Fridays."
    assert not desk.page.quotes.offer.dirty
    desk.page.quotes.answer.type("by", "Kirsti")
    desk.screen.open(desk.other.id)
    desk.screen.open(desk.job.id)
    assert desk.page.quotes.answer.typed["by"] == "Kirsti"


def test_a_study_half_written_waits_for_its_phase() -> None:
    desk = Desk()
    studies = desk.page.studies
    assert not studies.form.dirty, "who measured is filled in, and nobody has typed yet"
    studies.form.type("method", "Stopwatch")
    studies.lines.rows[0].type("pieces", "20")
    desk.page.sheet.choose(1)
    assert studies.form.typed["method"] == ""
    assert studies.lines.rows[0].typed["pieces"] == ""
    desk.page.sheet.choose(0)
    assert studies.form.typed["method"] == "Stopwatch"
    assert studies.lines.rows[0].typed["pieces"] == "20"


def test_no_average_is_told_while_a_figure_is_wrong() -> None:
    desk = Desk()
    row = desk.page.studies.lines.rows[0]
    row.type("pieces", "20")
    row.type("minutes", "28")
    assert "1.4" in desk.page.studies.average
    row.type("seconds", "75")
    assert desk.page.studies.average == ""
    row.type("seconds", "15")
    assert str(Decimal("1.4125")) in desk.page.studies.average


def test_a_price_other_than_the_ordered_one_is_told_of_beside_it() -> None:
    desk = Desk()
    for phase in (0, 1):
        desk.page.sheet.choose(phase)
        desk.page.sheet.form.type("unit_price", "0,80")
    desk.page.save()
    assert "unit_price" not in desk.page.sheet.form.notes
    desk.page.quotes.make()
    desk.page.quotes.answer.type("by", "Kirsti")
    desk.page.quotes.accept()
    form = desk.page.sheet.form
    assert "unit_price" not in form.notes
    form.type("unit_price", "1,50")
    assert "0.80" in form.notes["unit_price"]
    form.type("margin", "3")
    assert "unit_price" in form.notes
    form.type("unit_price", "0,8")
    assert "unit_price" not in form.notes
