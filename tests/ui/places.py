"""Every place of the window, and how one comes to it: what tests of looks, sizes and names walk through.

An area is a generator: each name that it yields is a place, arranged and waiting to be looked at.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from subcontract.jobs.job import JobState
from subcontract.people.staff import Staff
from subcontract.problems import Code, refuse
from tests.fakes import MemoryStore
from tests.ui.frame import TODAY, window
from tests.ui.pensioners import add_pensioner
from tests.ui.places_of_accounting import accounting
from tests.ui.places_of_bank import bank
from tests.ui.places_of_board import rota_board
from tests.ui.places_of_drafts import draft_parts, many_drafts, prepayment, recurring
from tests.ui.places_of_e_invoices import e_invoices
from tests.ui.places_of_fairness import fairness, not_coming, why
from tests.ui.places_of_limits import limits, what_if
from tests.ui.places_of_papers import invoice_papers
from tests.ui.places_of_pay import agreements, pots
from tests.ui.places_of_proposal import proposal
from tests.ui.places_of_reality import reality, who_came
from tests.ui.places_of_reminders import invoicing_settings, reminders
from tests.ui.places_of_rota_papers import rota_papers
from tests.ui.places_of_rota_typing import rota_typing
from tests.ui.places_of_runs import payouts
from tests.ui.places_of_subsidy import subsidy, subsidy_claims
from ui import commands
from ui.demo import demo_worker, make_demo
from ui.presenters.base import Notice
from ui.presenters.reports.reports import Report
from ui.presenters.tables.table import TablePresenter
from ui.presenters.tone import Tone
from ui.screens.bones import Screen
from ui.screens.clients.clients import ClientsScreen
from ui.screens.customers import CustomersScreen
from ui.screens.hours.hours import HoursScreen
from ui.screens.invoices.invoices import InvoicesScreen
from ui.screens.jobs.jobs import JobsScreen
from ui.screens.of_client import OfClientPage
from ui.screens.pay.client_year import ClientYearPage
from ui.screens.reports import ReportsScreen
from ui.screens.settings.settings import SettingsScreen
from ui.screens.shifts.shifts import ShiftsScreen
from ui.shell import Shell
from ui.widgets.dialogs import Dialog, question_box, tell_failure
from ui.widgets.palette import PaletteDialog

S = TypeVar("S", bound=QWidget)
WRONG = Notice("Tallennus ei onnistunut: joku muu on tallentanut tämän välillä. Katso ja tallenna uudelleen.")
WRONG_TEXT = "ei tietoa"


def demo_window(store: MemoryStore, who: object = None) -> Shell:
    """A window on the demo centre, somebody at it."""
    from ui.demo.records import read_demo

    return window(store, who or demo_worker(read_demo()), screen="today")  # type: ignore[arg-type]


def demo_store() -> MemoryStore:
    """The demo centre in memory."""
    store = MemoryStore()
    make_demo(store.open_books)
    add_pensioner(store)
    return store


class Walk:
    """Somebody who walks through a window."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    def rest(self) -> None:
        """Let everything be read and answered, answers that ask again among them, and laid out."""
        background, desk = self.shell.background, self.shell.desk
        for _ in range(4):
            answers: list[object] = []
            if desk is not None and background is not None:
                desk.door(self.shell).ask(lambda _: None, answers.append)
                while not answers or background.is_writing:
                    QApplication.processEvents()
            for _ in range(3):
                QApplication.processEvents()

    def until(self, happened: Callable[[], object]) -> None:
        """Wait for something."""
        for _ in range(2000):
            if happened():
                break
            self.rest()
        assert happened()
        self.rest()

    def to(self, kind: type[S], name: str) -> S:
        """Go to a screen."""
        self.shell.show_screen(name)
        self.rest()
        screen = self.shell.current
        assert isinstance(screen, kind)
        return screen

    def open(self, table: TablePresenter, at: int = 0) -> None:
        """Open a row of a list."""
        table.select(table.visible[at].id)
        table.open()
        self.rest()

    def job(self, number: int) -> UUID:
        """A job by its number."""
        assert self.shell.desk is not None
        found: list[UUID] = []
        self.shell.desk.door(self.shell).ask(
            lambda lists: next(job.id for job in lists.jobs.all() if job.number == number), found.append
        )
        self.rest()
        return found[0]


def today(walk: Walk) -> Iterator[str]:
    """The first screen."""
    walk.to(Screen, "today")
    yield "today"


def jobs(walk: Walk) -> Iterator[str]:
    """The board, the table, and a job's page with its tabs."""
    screen = walk.to(JobsScreen, "jobs")
    yield "jobs board"
    screen.presenter.show_board(shown=False)
    yield "jobs table"
    screen.presenter.show_board(shown=True)
    screen.open_record(walk.job(2))
    walk.rest()
    page = screen.page
    assert page is not None
    for at, name in enumerate(("basics", "price", "studies", "quotes", "work", "money", "pots", "history")):
        page.tabs.setCurrentIndex(at)
        walk.rest()
        yield f"job {name}"
    for number in (3, 5, 13):
        screen.open_record(walk.job(number))
        walk.rest()
        page.tabs.setCurrentIndex(1)
        yield f"job price {number}"
    page.tabs.setCurrentIndex(3)
    yield "job quote open"
    page.quotes.preview.click()
    walk.until(lambda: page.quotes.currentWidget() is page.quotes.paper)
    yield "job quote paper"
    page.step_back()
    page.head._move(JobState.LOST)
    yield "job lost"


def new_job(walk: Walk) -> Iterator[str]:
    """A new job, and one with mistakes."""
    screen = walk.to(JobsScreen, "jobs")
    screen._start_new()
    walk.rest()
    yield "job new"
    page = screen.page
    assert page is not None
    page.tabs.setCurrentIndex(1)
    yield "job new price"
    screen.presenter.page.sheet.add()
    yield "job new phase"
    for field in ("quantity", "margin"):
        screen.presenter.page.sheet.form.type(field, WRONG_TEXT)
    screen.presenter.page.save()
    walk.rest()
    yield "job mistakes basics"
    page.tabs.setCurrentIndex(1)
    yield "job mistakes price"


def shifts(walk: Walk) -> Iterator[str]:
    """The board by jobs and by people, the cards and the forms."""
    screen = walk.to(ShiftsScreen, "shifts")
    presenter = screen.presenter
    yield "shifts"
    presenter.show_people(by_person=True)
    walk.rest()
    yield "shifts people"
    presenter.show_people(by_person=False)
    walk.rest()
    presenter.open(next(iter(screen.board.cards.values()))[0].card.shift)
    walk.rest()
    yield "shift card"
    forms = presenter.forms
    for name, start in (("change", forms.start_change), ("cancel", forms.start_cancel)):
        start()
        walk.rest()
        yield f"shift {name}"
    presenter.close()
    presenter.open_look()
    walk.rest()
    yield "shifts to look at"
    presenter.close()
    forms.start_new()
    walk.rest()
    yield "shifts new"
    forms.new.type("start", WRONG_TEXT)
    forms.save_new()
    walk.rest()
    yield "shifts new mistakes"


def hours(walk: Walk) -> Iterator[str]:
    """The day grid with its cards, a mistake in a cell, a complete day, and the month."""
    screen = walk.to(HoursScreen, "hours")
    presenter = screen.presenter
    yield "hours"
    presenter.record_all()
    walk.rest()
    yield "hours recorded"
    presenter.table.edit(presenter.table.visible[1].id, "end", WRONG_TEXT)
    walk.rest()
    yield "hours mistake"
    walk.open(presenter.table)
    yield "hours row"
    screen.show_materials()
    yield "hours materials"
    screen.show_extra()
    yield "hours extra"
    screen.step_back()
    presenter.step(-3)
    walk.rest()
    yield "hours complete day"
    presenter.go_to(TODAY.replace(day=22))
    walk.rest()
    yield "hours no shift"
    screen.show_month()
    walk.rest()
    yield "hours month"


def invoices(walk: Walk) -> Iterator[str]:
    """The list, what is waiting, a draft, an issued invoice and its crediting."""
    screen = walk.to(InvoicesScreen, "invoices")
    presenter = screen.presenter
    yield "invoices"
    presenter.show_to_invoice()
    walk.rest()
    yield "to invoice"
    waiting = presenter.to_invoice
    fixed = next((one.id for one in waiting.waiting if one.fixed), None)
    waiting.table.select(fixed)
    walk.rest()
    yield "to invoice fixed"
    presenter.show_list()
    walk.rest()
    rows = presenter.table.visible
    for name, tone in (("draft", Tone.INFO), ("invoice", Tone.NONE)):
        presenter.open_row(next(row.id for row in rows if row.tone is tone))
        walk.rest()
        yield name
        presenter.leave()
        walk.rest()
    presenter.open_row(next(row.id for row in rows if row.tone is Tone.NONE))
    walk.rest()
    presenter.invoice.start_credit()
    walk.rest()
    yield "invoice credit"


def clients(walk: Walk) -> Iterator[str]:
    """The list, a page, and a new client with mistakes."""
    screen = walk.to(ClientsScreen, "clients")
    yield "clients"
    walk.open(screen.presenter.table)
    yield "client"
    bar = screen.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "client end"
    for name in screen.tabs.pages:
        screen.tabs.show_page(name)
        walk.rest()
        yield f"client {name}"
        page = screen.tabs.page
        if isinstance(page, ClientYearPage):
            page.presenter.show_summary()
            walk.until(lambda page=page: page.presenter.shown)  # type: ignore[misc]
            yield f"client {name} paper"
            page.step_back()
        if not isinstance(page, OfClientPage):
            continue
        page.new.click()
        walk.rest()
        yield f"client {name} new"
        page.presenter.save()
        walk.rest()
        yield f"client {name} mistakes"
        page.step_back()
    screen.step_back()
    screen._start_new()
    screen.presenter.form.type("identity_code", WRONG_TEXT)
    screen.presenter.save()
    walk.rest()
    yield "client mistakes"


def customers(walk: Walk) -> Iterator[str]:
    """The list, a card, and a new customer with mistakes."""
    screen = walk.to(CustomersScreen, "customers")
    yield "customers"
    walk.open(screen.presenter.table)
    yield "customer"
    screen.presenter.close()
    screen._start_new()
    screen.presenter.form.type("business_id", WRONG_TEXT)
    screen.presenter.save()
    walk.rest()
    yield "customer mistakes"


def reports(walk: Walk) -> Iterator[str]:
    """Each report."""
    screen = walk.to(ReportsScreen, "reports")
    for report in Report:
        screen.presenter.show(report)
        walk.rest()
        yield f"report {report.value}"


def settings(walk: Walk) -> Iterator[str]:
    """Each page, with its card open."""
    screen = walk.to(SettingsScreen, "settings")
    for name in ("look", "unit", "staff", "tariffs", "wages", "rules"):
        screen.open_page(name)
        walk.rest()
        yield f"settings {name}"
        page = screen.pages.currentWidget()
        table = getattr(getattr(page, "presenter", None), "table", None)
        if isinstance(table, TablePresenter):
            walk.open(table)
            yield f"settings {name} card"


def _closed(walk: Walk) -> None:
    """Close every dialog."""
    for dialog in walk.shell.findChildren(QDialog):
        dialog.close()
        dialog.deleteLater()
    walk.rest()


def dialogs(walk: Walk) -> Iterator[str]:
    """The search, the few dialogs, and a banner over a screen."""
    shell = walk.shell
    screen = walk.to(Screen, "customers")
    shell.find_anything()
    walk.rest()
    yield "search"
    found = shell.findChild(PaletteDialog)
    assert isinstance(found, PaletteDialog)
    found.field.setText("ta")
    found.field.textEdited.emit("ta")
    walk.until(lambda: found.list.count() and not found._timer.isActive())
    walk.rest()
    yield "search found"
    _closed(walk)
    for command in ("about", "keys", "help"):
        commands.run(shell, command)
        walk.rest()
        yield f"dialog {command}"
        _closed(walk)
    question: Dialog = question_box(
        shell, shell.texts, "Luottolasku hyvittää laskun 1012 kokonaan, 1 245,80 €.", "Hyvitä 1 245,80 €"
    )
    question.open_and_forget()
    yield "dialog question"
    _closed(walk)
    tell_failure(shell, shell.texts, "1A2B3C4D")
    yield "dialog failure"
    _closed(walk)
    screen.banner.say(WRONG.text, Tone.WRONG)
    yield "banner"


def welcome(walk: Walk) -> Iterator[str]:
    """What comes before anybody is signed in."""
    page = walk.shell.welcome
    walk.shell.show_welcome()
    page.show_opening("Esimerkkikeskusta tehdään. Tämä kestää muutaman sekunnin.")
    page.show_progress(4, 10)
    yield "opening"
    page.ask_first(lambda _: None, lambda: None)
    yield "first start"
    assert page.form is not None
    for name, text in (("password", "lyhyt"), ("again", "toinen")):
        page.form.type(name, text)
    page.press()
    yield "first start mistakes"
    page.ask_password("urakka.db", lambda _: None, lambda: None)
    yield "password"
    page.refuse(refuse(Code.WRONG_PASSWORD))
    yield "password refused"
    people: list[tuple[Staff, ...]] = []
    assert walk.shell.desk is not None
    walk.shell.desk.door(walk.shell).ask(lambda lists: lists.staff.all(), people.append)
    walk.rest()
    page.choose_person(people[0], lambda _: None)
    yield "who is working"


def every_screen(walk: Walk) -> Iterator[str]:
    """The screens as they are in a centre where nothing has been done yet."""
    for name in (
        "today",
        "jobs",
        "shifts",
        "hours",
        "payouts",
        "invoices",
        "clients",
        "customers",
        "reports",
    ):
        screen = walk.to(Screen, name)
        yield f"new {name}"
        if isinstance(screen, InvoicesScreen):
            screen.presenter.show_to_invoice()
            walk.rest()
            yield "new to invoice"
        if isinstance(screen, HoursScreen):
            screen.show_month()
            walk.rest()
            yield "new month"
    page = walk.to(SettingsScreen, "settings")
    for name in ("staff", "tariffs", "wages"):
        page.open_page(name)
        walk.rest()
        yield f"new {name}"


AREAS: dict[str, Callable[[Walk], Iterator[str]]] = {
    "accounting": accounting,
    "today": today,
    "jobs": jobs,
    "new job": new_job,
    "shifts": shifts,
    "rota board": rota_board,
    "proposal": proposal,
    "why": why,
    "reality": reality,
    "who came": who_came,
    "rota papers": rota_papers,
    "not coming": not_coming,
    "fairness": fairness,
    "hours": hours,
    "payouts": payouts,
    "invoices": invoices,
    "bank": bank,
    "clients": clients,
    "agreements": agreements,
    "limits": limits,
    "e-invoices": e_invoices,
    "what if": what_if,
    "pots": pots,
    "subsidy": subsidy,
    "subsidy claims": subsidy_claims,
    "recurring": recurring,
    "reminders": reminders,
    "invoicing settings": invoicing_settings,
    "many drafts": many_drafts,
    "draft parts": draft_parts,
    "prepayment": prepayment,
    "invoice papers": invoice_papers,
    "customers": customers,
    "reports": reports,
    "settings": settings,
    "dialogs": dialogs,
    "rota typing": rota_typing,
    "welcome": welcome,
}
"""Areas of the demo centre."""
