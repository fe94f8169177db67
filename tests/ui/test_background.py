import gc
from datetime import date
from threading import get_ident
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from subcontract.actions.act import Done, Kind, Undo, Worker
from subcontract.clock import Clock, standing_at
from subcontract.people.staff import Role
from subcontract.ports import Books, Lists
from subcontract.problems import Code, Refused, refuse
from tests import make
from tests.fakes import MemoryStore
from ui.background import Background
from ui.bound_door import BoundDoor
from ui.changes import Changes
from ui.collecting import COLLECTOR
from ui.presenters.base import Progress

LOG: list[str] = []


def note(ask: str, _books: Books, _clock: Clock, _who: Worker) -> Done:
    LOG.append(ask)
    return Done(changed=frozenset({Kind.JOBS}), undo=Undo(name="note", action=un_note, ask=ask))


def un_note(ask: str, _books: Books, _clock: Clock, _who: Worker) -> Done:
    LOG.remove(ask)
    return Done(changed=frozenset({Kind.JOBS}), undo=Undo(name="un-note", action=note, ask=ask))


def no(_ask: str, _books: Books, _clock: Clock, _who: Worker) -> Done:
    raise refuse(Code.NOTHING_TO_DO)


def bug(_ask: str, _books: Books, _clock: Clock, _who: Worker) -> Done:
    raise ZeroDivisionError


@pytest.fixture
def background(qtbot: QtBot) -> Any:
    LOG.clear()
    store = MemoryStore()
    made = Background(
        store.open_books,
        store.open_lists,
        standing_at(date(2026, 11, 23)),
        make.worker(Role.MANAGER),
        Changes(),
    )
    yield made
    made.close()
    qtbot.wait(1)


def test_answers_come_on_the_thread_of_the_window_and_reads_do_not_run_on_it(
    qtbot: QtBot, background: Background
) -> None:
    receiver, answers = QObject(), []

    def query(lists: Lists) -> tuple[int, int]:
        return get_ident(), len(lists.jobs.all())

    BoundDoor(background, receiver).ask(query, lambda answer: answers.append((answer, get_ident())))
    qtbot.waitUntil(lambda: bool(answers))
    (asked_on, jobs), answered_on = answers[0]
    assert (answered_on, jobs) == (get_ident(), 0)
    assert asked_on != get_ident()


def test_an_act_tells_what_changed_once_and_can_be_undone_and_redone(
    qtbot: QtBot, background: Background
) -> None:
    receiver = QObject()
    changed: list[object] = []
    background.changes.happened.connect(changed.append)
    BoundDoor(background, receiver).act(note, "a")
    qtbot.waitUntil(lambda: len(changed) == 1)
    assert (LOG, background.undo_stack.undo_name) == (["a"], "note")
    background.undo()
    qtbot.waitUntil(lambda: len(changed) == 2)
    assert (LOG, background.undo_stack.redo_name) == ([], "note")
    background.redo()
    qtbot.waitUntil(lambda: len(changed) == 3)
    assert (LOG, background.undo_stack.undo_name) == (["a"], "note")
    assert changed == [frozenset({Kind.JOBS})] * 3
    assert not background.is_writing


def test_a_refusal_is_an_answer(qtbot: QtBot, background: Background) -> None:
    receiver = QObject()
    refused: list[Refused] = []
    BoundDoor(background, receiver).act(no, "x", None, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].code is Code.NOTHING_TO_DO
    assert not background.is_writing


@pytest.mark.logs
def test_a_bug_is_told_by_an_id_and_the_door_works_on(qtbot: QtBot, background: Background) -> None:
    receiver = QObject()
    done: list[object] = []
    with qtbot.waitSignal(background.failed) as failed:
        BoundDoor(background, receiver).act(bug, "x")
    assert len(failed.args[0]) == 8
    BoundDoor(background, receiver).act(note, "b", done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_the_answer_to_a_receiver_that_is_gone_is_dropped_but_the_act_is_done(
    qtbot: QtBot, background: Background
) -> None:
    receiver = QObject()
    done: list[object] = []
    changed: list[object] = []
    background.changes.happened.connect(changed.append)
    BoundDoor(background, receiver).act(note, "c", done.append)
    del receiver
    qtbot.waitUntil(lambda: bool(changed))
    assert (LOG, done) == (["c"], [])
    assert background.undo_stack.undo_name == "note"


def test_an_undo_that_is_refused_is_dropped_and_told(qtbot: QtBot, background: Background) -> None:
    background.undo_stack.acted(Undo(name="old", action=no, ask="x"))
    with qtbot.waitSignal(background.undo_refused):
        background.undo()
    assert background.undo_stack.undo_name == ""


def test_long_work_tells_its_steps_and_stops_when_asked(qtbot: QtBot, background: Background) -> None:
    receiver = QObject()
    steps: list[tuple[int, int, str]] = []
    done: list[object] = []

    def job(_lists: Lists, progress: Progress) -> str:
        for at in range(3):
            progress.step(at + 1, 3, "page")
        return "ready"

    def told(at: int, of: int, what: str) -> None:
        steps.append((at, of, what))

    BoundDoor(background, receiver).work(job, done.append, progress=told)
    qtbot.waitUntil(lambda: bool(done))
    assert (done, steps[-1]) == (["ready"], (3, 3, "page"))

    def endless(_lists: Lists, progress: Progress) -> str:
        while True:
            progress.step(1, 2)

    work = BoundDoor(background, receiver).work(endless, done.append)
    work.cancel()
    background.close()
    qtbot.wait(20)
    assert done == ["ready"]


def test_another_person_cannot_undo_what_the_first_one_did(background: Background) -> None:
    background.undo_stack.acted(Undo(name="old", action=no, ask="x"))
    background.sign_in(make.worker(Role.CLERK))
    assert background.undo_stack.undo_name == ""


def test_garbage_is_collected_on_the_thread_of_the_window_alone(qtbot: QtBot, background: Background) -> None:
    assert not gc.isenabled()
    COLLECTOR.look()
    receiver = QObject()
    done: list[object] = []
    BoundDoor(background, receiver).ask(lambda _: gc.isenabled(), done.append)
    qtbot.waitUntil(lambda: done == [False])
    background.close()
    assert gc.isenabled()
