"""The tab of the wage subsidy as widgets: its parts, the three answers, the papers, the way of the keys."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from subcontract.benefits.records import SubsidyFacts
from subcontract.people.staff import Role
from tests import make, subsidy_world
from tests.fakes import MemoryStore
from tests.subsidy_world import DECISION, OCTOBER
from tests.ui.frame import window
from tests.ui.places import Walk
from ui.presenters.tone import Tone
from ui.screens.clients.clients import ClientsScreen
from ui.screens.of_client import OfClientPage
from ui.screens.subsidy.check import SubsidyCheckPage
from ui.screens.subsidy.claims import SubsidyClaimsPage
from ui.screens.subsidy.subsidy import SubsidyPage
from ui.widgets.segments import ChipButton
from ui.widgets.whether import Whether

LIISA = make.client(number=1, identity_code="010190-900P")
Opens = Callable[..., tuple[Walk, SubsidyPage]]


@pytest.fixture
def store() -> MemoryStore:
    made = make.store()

    def write(books: object) -> None:
        books.clients.add(LIISA)  # type: ignore[attr-defined]
        subsidy_world.fill(books, LIISA)

    made.fill(write)
    return made


@pytest.fixture
def opens(qtbot: QtBot, store: MemoryStore) -> Iterator[Opens]:
    """Open the tab at a part, as a link of the first screen does."""
    assert qtbot
    walks: list[Walk] = []

    def opened(part: str, *roles: Role, record: UUID = LIISA.id) -> tuple[Walk, SubsidyPage]:
        shell = window(store, make.worker(*roles) if roles else None, screen="today")
        walks.append(Walk(shell))
        shell.show_screen(f"clients/subsidy/{part}", record)
        walks[-1].rest()
        screen = shell.current
        assert isinstance(screen, ClientsScreen)
        page = screen.tabs.page
        assert isinstance(page, SubsidyPage)
        return walks[-1], page

    yield opened
    for walk in walks:
        walk.shell.close()
        walk.shell.deleteLater()


def kept(store: MemoryStore) -> SubsidyFacts:
    with store.open_lists() as lists:
        (facts,) = lists.pay.subsidy_facts.all()
    return facts


def test_a_link_leads_to_the_claims_of_the_client(opens: Opens) -> None:
    walk, page = opens("claims")
    assert page.at == "claims"
    claims = page.part
    assert isinstance(claims, SubsidyClaimsPage)
    claims.presenter.open((DECISION, OCTOBER))
    walk.rest()
    assert claims.card.amount.text().replace("\u00a0", " ") == "1 770,00 €"
    claims.primary.click()
    walk.until(lambda: claims.presenter.can_send)
    assert claims.primary.accessibleName() == "Merkitse lähetetyksi"
    assert claims.card.day.isVisible()
    claims.primary.click()
    walk.until(lambda: claims.presenter.can_take_back)
    assert not claims.primary.isVisible()
    claims.sheet.click()
    walk.until(lambda: claims.pages.shows_paper)
    screen = walk.shell.current
    assert isinstance(screen, ClientsScreen)
    assert screen.step_back()
    assert not claims.pages.shows_paper


def test_an_answer_is_given_with_the_keys_and_saved(opens: Opens, store: MemoryStore) -> None:
    walk, page = opens("check")
    check = page.part
    assert isinstance(check, SubsidyCheckPage)
    field = next(
        group.fields["redundancies"] for group in check.questions.groups if "redundancies" in group.fields
    )
    editor = field.editor
    assert isinstance(editor, Whether)
    held = [button for _, button in editor._buttons if button.isChecked()]
    assert [button.accessibleName() for button in held] == [f"{field.label.text()}: Ei tiedossa"]
    held[0].setFocus()
    QTest.keyClick(held[0], Qt.Key.Key_Left)
    assert check.presenter.form.picked["redundancies"] is False
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().endswith(": Ei")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is not focus
    assert check.presenter.form.picked["redundancies"] is False
    check.primary.click()
    walk.until(lambda: kept(store).redundancies is False)


def test_the_answer_is_drawn_as_it_changes(opens: Opens) -> None:
    walk, page = opens("check")
    check = page.part
    assert isinstance(check, SubsidyCheckPage)
    chip = check.questions.answer.verdict.chip
    assert chip.words.text() == "Todennäköisesti"
    check.presenter.form.pick("other_aid", value=False)
    check.presenter.form.pick("jobseeker", value=False)
    walk.rest()
    assert chip.words.text() == "Ei näillä tiedoilla"
    answer = check.questions.answer
    told = [label.text() for label in answer.home.findChildren(QLabel) if label.text()]
    assert check.presenter.answer is not None
    against = [row.text for row in check.presenter.answer.conditions if row.state.tone is Tone.WRONG]
    assert told[:2] == ["Ei täyty", against[0]]  # what stands against it comes first, and once
    assert told.count(against[0]) == 1


def test_an_error_takes_the_focus(opens: Opens) -> None:
    walk, page = opens("check")
    check = page.part
    assert isinstance(check, SubsidyCheckPage)
    check.presenter.form.type("certificate", "eilen illalla")
    check.primary.click()
    walk.rest()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Lääkärintodistus kirjoitettu"


def test_the_office_has_no_check_list(opens: Opens) -> None:
    _, page = opens("check", Role.CLERK)
    assert list(page.parts) == ["decisions", "claims"]
    assert page.at == "decisions"
    assert isinstance(page.part, OfClientPage)
    assert page.part.presenter.table.visible


def test_what_is_typed_on_a_part_is_held_and_found_again(opens: Opens) -> None:
    walk, page = opens("check")
    check = page.part
    assert isinstance(check, SubsidyCheckPage)
    check.presenter.form.type("note", "kesken")
    page.show_part("claims")
    walk.rest()
    assert page.holds_text
    page.show_part("check")
    walk.rest()
    assert check.presenter.form.typed["note"] == "kesken"


def test_the_parts_leave_their_keys_out_where_that_saves_a_line(opens: Opens) -> None:
    walk, page = opens("check")
    chips = page.which.findChildren(ChipButton)
    assert "Ctrl+1" in chips[0].text()
    page.which.setFixedWidth(sum(chip.sizeHint().width() for chip in chips) - 20)
    walk.rest()
    assert max(chip.y() for chip in chips) < chips[0].height()
    assert "Ctrl" not in "".join(chip.text() for chip in chips)
    page.which.setFixedWidth(2000)
    walk.rest()
    assert "Ctrl+1" in chips[0].text()
