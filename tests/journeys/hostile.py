"""Texts that no field should choke on, and the pages whose every field they are typed into."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from subcontract.days import Month
from subcontract.jobs.job import JobState
from tests.desk import Desk, day_of
from tests.fakes import MemoryStore
from ui.presenters.base import Presenter
from ui.presenters.forms.form import FormPresenter

HOSTILE = {
    "nothing": "",
    "blanks": " \u00a0\t ",
    "injection": "'; DROP TABLE clients; --",
    "injection in a filter": "%' OR 1=1 --",
    "markup": "<b>Lihava</b> <img src=file:///etc/passwd> <a href='x'>&amp;</a>",
    "braces": "{name} {0} %s %(x)s",
    "formula": '=HYPERLINK("http://x";"y")',
    "a control character": "a\x07b",
    "escape": "a\x1b[31mb",
    "NUL": "a\x00b",
    "ten thousand characters": "x" * 10_000,
    "ten thousand digits": "9" * 10_000,
    "turned writing": "\u202eabc\u202c",
    "a hidden space": "a\u200bb",
    "emoji": "🦊👩‍🏫",
    "half a letter": "a\ud800b",
    "lines": "a\nb\r\nc\u2028d",
    "a minus": "-1",
    "a real minus": "−1",
    "not a number": "NaN",
    "infinity": "Infinity",
    "an exponent": "1e309",
    "a tiny figure": "0,0000000001",
    "a day that is not": "31.2.2026",
    "a far day": "1.1.9999",
    "an old day": "1.1.0001",
    "an hour that is not": "25:99",
    "wide digits": "１２３",
    "other digits": "١٢٣",
    "two figures": "1.234",
}
FIRM, JOB = "Tavaratalo Kuusi Oy", "Pakettien tarroitus"
SEPTEMBER = Month(2026, 9)
DAY = "21.9.2026"


def small_centre() -> MemoryStore:
    """A store with one of everything: a job under way, a recorded day and a calculated month."""
    store = MemoryStore()
    desk = Desk.new_centre(store)
    desk.set_tariff("1.9.2026", ("A", "Kokopäivä", "8"))
    desk.add_customer(FIRM, business_id="1234567-1", street="Katu 2", postcode="53100", town="Lappeenranta")
    desk.add_client("Aalto", "Liisa", iban="FI21 1234 5600 0007 85")
    desk.add_client("Mäki", "Timo")
    desk.add_job(JOB, FIRM, first="21.9.2026", last="31.12.2026", coach="Ohjaaja, Outi")
    desk.price_phase("Tarroitus", "Kappaleelta", quantity="900", minutes_per_unit="1", unit_price="0,50")
    desk.price_phase("Aloitus", "Kiinteä hinta", unit_price="100", hours="2")
    desk.save_job()
    desk.make_quote()
    desk.accept_quote("Pekka Ostaja")
    desk.move_job(JobState.RUNNING)
    plan = {"weekdays": ("maanantai",), "phase": "Tarroitus", "start": "9", "end": "12"}
    desk.plan_shifts(JOB, first="21.9.2026", last="28.9.2026", **plan)  # type: ignore[arg-type]
    desk.put_on("Aalto", DAY)
    desk.on(DAY, 13).as_coach().open_day(DAY)
    desk.record_day_as_planned()
    desk.group_result("120")
    desk.on("1.10.2026").as_clerk().draft(FIRM)
    return store


def seat(small: MemoryStore, day: str = DAY) -> Desk:
    """The manager at a copy of the small centre."""
    store = MemoryStore()
    store.state = small.state.copy()
    people = Desk.people_of(store)
    return Desk(store, people, day_of(day)).as_manager()


@dataclass(frozen=True)
class Page:
    """A form in sight, what saves it, and the presenter whose notice tells the rest."""

    form: FormPresenter
    save: Callable[[], object]
    owner: Presenter


def _customer(desk: Desk) -> Page:
    page = desk.customers
    page.open_row(desk.row(page.table, FIRM).id)
    return Page(page.form, page.save, page)


def _client(desk: Desk) -> Page:
    page = desk.clients
    page.open_row(desk.row(page.table, "Aalto").id)
    return Page(page.form, page.save, page)


def _client_line(at: int) -> Callable[[Desk], Page]:
    def open_line(desk: Desk) -> Page:
        page = _client(desk)
        lines = desk.clients.lines[at]
        form = lines.rows[0] if lines.rows else lines.add()
        filling = ({"name": "Kortti", "valid_to": "31.12.2027"}, {"kind": "Loma", "first": "1.12.2026"})
        for values in filling:
            if set(values) <= set(form.specs) and not any(form.typed.values()):
                desk.fill(form, **values)
        return Page(form, page.save, page.owner)

    return open_line


def _basics(desk: Desk) -> Page:
    desk.open_job(JOB)
    return Page(desk.jobs.page.basics, desk.jobs.page.save, desk.jobs.page)


def _phase(at: int) -> Callable[[Desk], Page]:
    def open_phase(desk: Desk) -> Page:
        page = _basics(desk)
        desk.jobs.page.sheet.choose(at)
        return Page(desk.jobs.page.sheet.form, page.save, page.owner)

    return open_phase


def _study(desk: Desk) -> Page:
    page = _measurement(desk)
    return Page(desk.jobs.page.studies.form, page.save, page.owner)


def _measurement(desk: Desk) -> Page:
    desk.open_job(JOB)
    part = desk.jobs.page.studies
    desk.fill(part.lines.rows[0], pieces="10", minutes="10", seconds="0")
    return Page(part.lines.rows[0], desk.jobs.page.save_study, desk.jobs.page)


def _offer(desk: Desk) -> Page:
    desk.open_job(JOB)
    return Page(desk.jobs.page.quotes.offer, desk.jobs.page.quotes.make, desk.jobs.page)


def _answer(desk: Desk) -> Page:
    desk.open_job(JOB)
    desk.make_quote()
    desk.fill(desk.jobs.page.quotes.answer, by="Pekka")
    return Page(desk.jobs.page.quotes.answer, desk.jobs.page.quotes.accept, desk.jobs.page)


def _new_shifts(desk: Desk) -> Page:
    forms = desk.rota.forms
    forms.start_new()
    desk.fill(forms.new, job=JOB, first="1.10.2026", last="9.10.2026")
    return Page(forms.new, forms.save_new, desk.rota)


def _change_shift(desk: Desk) -> Page:
    desk.show_shift("28.9.2026")
    desk.rota.forms.start_change()
    desk.fill(desk.rota.forms.change, place="Varasto")
    return Page(desk.rota.forms.change, desk.rota.forms.save_change, desk.rota)


def _cancel_shift(desk: Desk) -> Page:
    desk.show_shift("28.9.2026")
    desk.rota.forms.start_cancel()
    return Page(desk.rota.forms.reason, desk.rota.forms.save_cancel, desk.rota)


def _card(desk: Desk) -> Page:
    desk.open_day(DAY)
    desk.recording.open_row(desk.row(desk.recording.table, "Aalto").id)
    return Page(desk.recording.card.form, desk.recording.card.save, desk.recording)


def _group(desk: Desk) -> Page:
    desk.open_day(DAY)
    group = desk.recording.group

    def leave() -> None:
        for name in ("pieces", "rejects", "coaching"):
            group.form.leave(name)
            group.left(name)

    return Page(group.form, leave, desk.recording)


def _material(desk: Desk) -> Page:
    desk.open_day(DAY)
    group = desk.recording.group
    desk.fill(group.material, material="Teippi", quantity="2", unit_price="3")
    return Page(group.material, group.add_material, desk.recording)


def _tariff(desk: Desk) -> Page:
    desk.tariffs.start_new()
    return Page(desk.tariffs.form, desk.tariffs.save, desk.tariffs)


def _rate(desk: Desk) -> Page:
    page = _tariff(desk)
    return Page(desk.tariffs.rates.rows[0], page.save, page.owner)


def _draft(desk: Desk) -> Page:
    desk.invoices.open_row(desk.row(desk.invoices.table, "Luonnos").id)
    part = desk.invoices.draft
    return Page(part.form, part.save, part)


def _credit(desk: Desk) -> Page:
    _draft(desk)
    desk.issue()
    part = desk.invoices.invoice
    part.start_credit()
    return Page(part.form, part.credit, part)


def _share(desk: Desk) -> Page:
    desk.invoices.show_to_invoice()
    part = desk.invoices.to_invoice
    part.table.select(desk.row(part.table, FIRM).id)
    assert part.form is not None
    return Page(part.form, part.make, part)


PAGES: dict[str, Callable[[Desk], Page]] = {
    "customer": _customer,
    "client": _client,
    "client's form of work": _client_line(0),
    "client's tariff class": _client_line(1),
    "client's permit": _client_line(2),
    "client's absence": _client_line(3),
    "job": _basics,
    "phase by the piece": _phase(0),
    "phase at a fixed price": _phase(1),
    "time study": _study,
    "measurement": _measurement,
    "quote": _offer,
    "answer to a quote": _answer,
    "new shifts": _new_shifts,
    "one shift": _change_shift,
    "cancelled shift": _cancel_shift,
    "client's day": _card,
    "group's line": _group,
    "material": _material,
    "tariff": _tariff,
    "rate": _rate,
    "draft invoice": _draft,
    "credit note": _credit,
    "share of a fixed price": _share,
}


def typed_fields(page: Page) -> Iterator[str]:
    """The fields of a page into which one can type."""
    for name in page.form.typed:
        if name not in page.form.hidden | page.form.locked:
            yield name
