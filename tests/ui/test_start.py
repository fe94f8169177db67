import json
import logging
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from subcontract.ids import StaffId
from subcontract.people.staff import Staff
from tests import make
from tests.ui import accessible
from ui.look import LOOK
from ui.settings import KeptSettings, Settings
from ui.start import LogFile, Program
from ui.theme import ThemeChoice


def test_settings_are_kept_and_nonsense_is_left_aside(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    kept = KeptSettings(path)
    kept.change(language="sv", percent=150)
    assert KeptSettings(path).now.language == "sv"
    path.write_text(json.dumps({"language": 7, "percent": 200, "gone": 1}))
    assert KeptSettings(path).now == Settings(percent=200)
    path.write_text("{")
    assert KeptSettings(path).now == Settings()
    path.write_text("[]")
    assert KeptSettings(path).now == Settings()


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, qapp: object) -> Program:
    assert qtbot
    LOOK.choice = ThemeChoice.LIGHT
    LOOK.start(qapp)  # type: ignore[arg-type]
    settings = KeptSettings(None)
    settings.change(file=str(tmp_path / "centre.db"), screen="settings")
    return Program(settings, demo=False)


def problem(words: str) -> logging.LogRecord:
    return logging.LogRecord("urakka", logging.ERROR, __file__, 1, words, None, None)


def test_a_file_of_problems_is_made_at_the_first_of_them(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "urakka.log"
    file = LogFile(path)
    assert not path.exists()
    for number in ("A1", "B2"):
        file.handle(problem(f"number {number}"))
    file.close()
    assert [line.split(" ", 2)[2] for line in path.read_text().splitlines()] == [
        "ERROR number A1",
        "ERROR number B2",
    ]


def test_the_window_lives_without_a_file_of_problems(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    file = LogFile(tmp_path / "taken" / "urakka.log")
    file.handle(problem("nowhere to write"))
    file.close()


def test_the_first_field_has_the_focus_at_the_first_start(qtbot: QtBot, program: Program) -> None:
    program.window.show()
    program.window.activateWindow()
    program.begin()
    first = program.window.welcome.findChildren(QLineEdit)[0]
    qtbot.waitUntil(first.hasFocus)


def end(program: Program) -> None:
    program.window.close()
    program.window.deleteLater()
    accessible.free()


def test_a_centre_is_made_at_the_first_start_and_opened_at_the_second(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.window.show()
    program.begin()
    welcome = program.window.welcome
    assert accessible.nameless(program.window) == []
    assert accessible.doubles(program.window) == []
    form = welcome.form
    assert form is not None
    answers = {"unit": "Rantapaja", "provider": "Esimerkin hyvinvointialue", "name": "Maija Koivu"}
    for name, text in {**answers, "password": "lyhyt", "again": "lyhyt"}.items():
        form.type(name, text)
    welcome.press()
    assert "password" in form.errors
    form.type("password", "pitkä salasana 1")
    form.type("again", "pitkä salasana 2")
    welcome.press()
    assert "again" in form.errors
    form.type("again", "pitkä salasana 1")
    welcome.press()
    qtbot.waitUntil(lambda: program.window.desk is not None, timeout=30_000)
    assert program.window.background is not None
    assert program.window.background.who.name == "Maija Koivu"
    end(program)

    settings = KeptSettings(None)
    settings.change(file=str(tmp_path / "centre.db"), screen="settings")
    again = Program(settings, demo=False)
    again.window.show()
    again.begin()
    welcome = again.window.welcome
    assert welcome.form is not None
    welcome.form.type("password", "väärä salasana")
    welcome.press()
    qtbot.waitUntil(welcome.isEnabled, timeout=30_000)
    assert "Salasana ei ole oikein" in welcome.form.errors.get("password", welcome.problem.text())
    qtbot.waitUntil(lambda: isinstance(again.window.focusWidget(), QLineEdit))
    welcome.form.type("password", "pitkä salasana 1")
    welcome.press()
    qtbot.waitUntil(lambda: again.window.desk is not None, timeout=30_000)
    end(again)


def test_a_person_is_chosen_by_the_button_with_the_name(qtbot: QtBot, program: Program) -> None:
    program.window.show()
    welcome = program.window.welcome
    chosen: list[Staff] = []
    people = (make.staff(), make.staff(id=StaffId(uuid4()), name="Olli Rinne"))
    welcome.choose_person(people, chosen.append)
    button = next(each for each in welcome.findChildren(QPushButton) if each.accessibleName() == "Olli Rinne")
    button.click()
    assert chosen == [people[1]]
