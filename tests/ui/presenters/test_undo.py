from subcontract.actions.act import Done, Undo
from ui.presenters.undo import DEPTH, UndoStack


def action(*_: object) -> Done:
    return Done(changed=frozenset())


def step(name: str) -> Undo:
    return Undo(name=name, action=action, ask=name)


def test_undo_and_redo_keep_the_name() -> None:
    stack = UndoStack()
    stack.acted(step("a"))
    stack.acted(step("b"))
    taken = stack.take_undo()
    assert taken is not None
    assert taken.name == "b"
    stack.was_undone(taken, step("opposite"))
    assert (stack.undo_name, stack.redo_name) == ("a", "b")
    again = stack.take_redo()
    assert again is not None
    assert again.ask == "opposite"
    stack.was_redone(again, step("b"))
    assert (stack.undo_name, stack.redo_name) == ("b", "")


def test_a_new_act_forgets_what_could_be_redone() -> None:
    stack = UndoStack()
    stack.acted(step("a"))
    taken = stack.take_undo()
    assert taken is not None
    stack.was_undone(taken, step("a"))
    stack.acted(step("c"))
    assert stack.redo_name == ""


def test_a_hundred_steps_and_more_are_kept() -> None:
    stack = UndoStack()
    for number in range(DEPTH + 50):
        stack.acted(step(str(number)))
    assert len(stack) == DEPTH >= 100
    assert stack.undo_name == str(DEPTH + 49)


def test_an_empty_stack_gives_nothing() -> None:
    stack = UndoStack()
    assert stack.take_undo() is None
    assert stack.take_redo() is None
    stack.acted(None)
    assert stack.undo_name == ""
