"""Whatever is typed in the first half's forms is kept as typed, or refused beside its field in words."""

import unicodedata

import pytest

from subcontract.clock import standing_at
from tests import make
from ui.presenters.clients.clients import ClientsPresenter
from ui.presenters.clients.fields import PURPOSES
from ui.presenters.clients.wishes import WishesPresenter
from ui.presenters.customers import CustomersPresenter
from ui.presenters.direct import DirectDoor
from ui.presenters.forms.fields import FieldKind
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.jobs.jobs import JobsPresenter
from ui.presenters.settings.rosters import RostersPresenter
from ui.presenters.settings.rota_terms import RotaTermsPresenter
from ui.presenters.settings.staff import StaffPresenter
from ui.presenters.settings.tariffs import TariffsPresenter
from ui.presenters.settings.unit import UnitPresenter
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
HOSTILE = (
    *("<img src=file:///etc/passwd><b>x</b> & co", "'; DROP TABLE clients;--", "{name} %s {0} \\N{BULLET}"),
    *("a\x00b", "\u202egnp.exe", "\ufeff \u200b", "rivi\nrivi\r\n\ttoinen", "😀👨‍👩‍👧", "e\u0301" * 40),
    *(
        "A" * 10_000,
        " " * 500,
        "１２３４",
        "-1",
        "0",
        "1e999",
        "NaN",
        "∞",
        "99999999999999999999",
        "1.234,50",
    ),
    *("31.2.2027", "0.0.0", "1.1.1850", "tänään", "ti", "25:00", "7,5", "\ud800", "½", "\u00a0", "=1+1"),
)
"""Markup, queries, blanks of our own, signs not seen, huge, empty, figures, days and halves of pairs."""


class Desk:
    """The screens of the first half over one unit, with somebody and something of everything."""

    def __init__(self) -> None:
        self.store = make.store()
        self.client, self.customer, self.tariff = make.client(), make.customer(number=1), make.tariff()
        self.job = make.job(number=1, customer=self.customer.id)
        with self.store.open_books() as books:
            books.clients.add(self.client)
            books.customers.add(self.customer)
            books.tariffs.add(self.tariff)
            books.jobs.add(self.job)
            books.commit()
        self.door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker()
        )

    def stored(self) -> str:
        """Everything that has been stored, as one text."""
        with self.store.open_lists() as lists:
            return repr(
                [
                    *(lists.clients.all(), lists.customers.all(), lists.staff.all(), lists.units.all()),
                    *(lists.jobs.all(), lists.tariffs.all()),
                ]
            )


def fill(form: FormPresenter, text: str) -> dict[str, str]:
    """Type a text in every field that can be typed in, and leave each; gives what stands there then."""
    for name, spec in form.specs.items():
        if name in form.typed and spec.kind is not FieldKind.PASSWORD:
            form.type(name, text)
            form.leave(name)
    return dict(form.typed)


def fill_lines(lines: LinesPresenter, text: str) -> None:
    row = lines.add()
    fill(row, text)


def in_words(form: FormPresenter) -> None:
    """Every error is a sentence of ours."""
    for said in form.errors.values():
        assert said.strip().endswith((".", "?"))
        assert "{" not in said.replace("{name}", "").replace("{0}", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_registers_keep_or_refuse(text: str) -> None:
    desk = Desk()
    for kind, record in (
        (ClientsPresenter, desk.client.id),
        (CustomersPresenter, desk.customer.id),
        (StaffPresenter, make.MANAGER),
    ):
        screen = kind(desk.door, TEXTS)
        screen.load()
        screen.open(record)
        typed = fill(screen.form, text)
        for lines in screen.lines:
            fill_lines(lines, text)
        screen.save()
        in_words(screen.form)
        if screen.dirty:
            assert screen.form.typed == typed, "nothing typed is lost"
            assert screen.form.errors or any(row.errors for lines in screen.lines for row in lines.rows)
    clean(desk.stored())


@pytest.mark.parametrize("text", HOSTILE)
def test_the_unit_and_the_tariffs_keep_or_refuse(text: str) -> None:
    desk = Desk()
    unit = UnitPresenter(desk.door, TEXTS)
    unit.load()
    typed = fill(unit.form, text)
    unit.save()
    in_words(unit.form)
    assert unit.form.errors
    assert unit.form.typed == typed
    tariffs = TariffsPresenter(desk.door, TEXTS)
    tariffs.load()
    tariffs.open_row(desk.tariff.id)
    fill(tariffs.form, text)
    fill_lines(tariffs.rates, text)
    tariffs.save()
    in_words(tariffs.form)
    clean(desk.stored())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_job_its_phases_its_quote_and_its_study_keep_or_refuse(text: str) -> None:
    desk = Desk()
    jobs = JobsPresenter(desk.door, TEXTS)
    jobs.load()
    jobs.open(desk.job.id)
    page = jobs.page
    typed = fill(page.basics, text)
    phase = fill(page.sheet.form, text)
    assert isinstance(page.sheet.lines, tuple)
    assert isinstance(page.sheet.warnings, tuple)
    assert isinstance(page.sheet.whole, str)
    page.save()
    for form in (page.basics, page.sheet.form):
        in_words(form)
    assert page.basics.errors or page.sheet.form.errors
    assert (page.basics.typed, page.sheet.form.typed) == (typed, phase)
    page.reset()
    fill(page.quotes.offer, text)
    page.quotes.make()
    in_words(page.quotes.offer)
    fill(page.studies.form, text)
    fill_lines(page.studies.lines, text)
    page.save_study()
    in_words(page.studies.form)
    clean(desk.stored())


@pytest.mark.parametrize("text", HOSTILE)
def test_wishes_hours_and_goals_keep_or_refuse(text: str) -> None:
    desk = Desk()
    wishes = WishesPresenter(desk.door, TEXTS)
    wishes.show_client(desk.client, PURPOSES[0])
    goals = RotaTermsPresenter(desk.door, TEXTS)
    goals.load()
    rosters = RostersPresenter(desk.door, TEXTS)
    rosters.load()
    rosters.open_row(rosters.table.rows[0].id)
    fill_lines(rosters.away, text)
    pages: tuple[WishesPresenter | RotaTermsPresenter | RostersPresenter, ...] = (wishes, goals, rosters)
    for page in pages:
        typed = fill(page.form, text)
        page.save()
        in_words(page.form)
        if page.holds_text:
            assert page.form.typed == typed, "nothing typed is lost"
            assert page.form.errors or any(row.errors for row in rosters.away.rows)
    with desk.store.open_lists() as lists:
        kept = (lists.rota.wishes.all(), lists.rota.terms.all(), lists.rota.rosters.all())
        assert all(len(each) <= 1 for each in kept)


def clean(stored: str) -> None:
    """Nothing that cannot be seen has been stored."""
    hidden = {sign for sign in stored if unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n"}
    assert hidden == set()
    assert "\\x00" not in stored
    assert "\\u202e" not in stored
    assert "\\ud800" not in stored
