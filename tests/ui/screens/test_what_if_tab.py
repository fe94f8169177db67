"""The tab of the comparison: sliders and fields are one, by keys too; the paper opens and closes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.fakes import MemoryStore
from tests.ui.places import Walk, demo_store, demo_window
from tests.ui.places_of_limits import what_if_of
from ui.screens.jobs.jobs import JobsScreen
from ui.screens.jobs.what_if_tab import WhatIfTab


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    return demo_store()


@pytest.fixture
def tab(qtbot: object, store: MemoryStore) -> Iterator[WhatIfTab]:
    shell = demo_window(store)
    shell.resize(1366, 768)
    walk = Walk(shell)
    walk.rest()
    screen = walk.to(JobsScreen, "jobs")
    screen.open_record(walk.job(4))
    walk.rest()
    assert screen.page is not None
    made = what_if_of(screen.page)
    walk.rest()
    yield made
    shell.close()
    shell.deleteLater()


def test_a_slider_goes_by_keys_and_its_field_says_the_same(tab: WhatIfTab) -> None:
    view = tab.work.slides["weekly"]
    before = view.slider.value()
    QTest.keyClick(view.slider, Qt.Key.Key_Right)
    assert view.slider.value() == before + 1
    assert view.field.editor.text() == "4:30"  # type: ignore[attr-defined]
    QTest.keyClick(view.slider, Qt.Key.Key_PageUp)
    assert view.slider.value() == before + 1 + view.slider.pageStep()
    answer = tab.result.first.text()
    tab.presenter.form.type("weekly", "8")
    assert view.slider.value() == 32
    assert tab.result.first.text() != answer, "reckoned anew with every key"


def test_a_slider_has_a_name_of_its_own_and_says_its_field(tab: WhatIfTab) -> None:
    names = set()
    for view in tab.work.slides.values():
        spoken = QAccessible.queryAccessibleInterface(view.slider)
        names.add(spoken.text(QAccessible.Text.Name))
        assert spoken.text(QAccessible.Text.Description) == view.field.editor.text()  # type: ignore[attr-defined]
    assert names == {"Työtä viikossa, kukin, liukusäädin", "Hinta tilaajalle, kappale, liukusäädin"}


def test_the_paper_opens_and_esc_goes_back(tab: WhatIfTab) -> None:
    tab.presenter.make_paper()
    for _ in range(200):
        QTest.qWait(10)
        if tab.presenter.paper:
            break
    assert tab.currentWidget() is tab.paper
    assert tab.close_paper()
    assert tab.currentWidget() is tab.front
    assert not tab.close_paper()


def test_a_mistake_takes_the_figures_away_and_says_so(tab: WhatIfTab) -> None:
    tab.presenter.form.type("hourly", "kymppi")
    assert "Vertailu tulee" in tab.result.first.text()
    assert tab.result.compared.isHidden()
    assert not tab.print.isEnabled()
    tab.again.click()
    assert not tab.result.compared.isHidden()
    assert tab.print.isEnabled()
