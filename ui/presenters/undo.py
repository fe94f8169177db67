"""What can be taken back, by name: a stack of opposite acts; no Qt."""

from collections import deque

from subcontract.actions.act import Undo

DEPTH = 200


class UndoStack:
    """Steps done and steps undone, each an act of its own when taken.

    The opposite act answers with its own opposite, which is how redo works. A step that is refused
    (the thing has since been issued, or changed by somebody else) is dropped: steps before it may
    still be taken.
    """

    def __init__(self) -> None:
        """Start with nothing to undo."""
        self._done: deque[Undo] = deque(maxlen=DEPTH)
        self._undone: deque[Undo] = deque(maxlen=DEPTH)

    @property
    def undo_name(self) -> str:
        """Marked text of what would be undone, ``""`` when nothing can."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """Marked text of what would be done again, ``""`` when nothing can."""
        return self._undone[-1].name if self._undone else ""

    def __len__(self) -> int:
        """How many steps can be undone."""
        return len(self._done)

    def acted(self, step: Undo | None) -> None:
        """Keep the opposite of a new act; what was undone can no longer be redone."""
        if step is not None:
            self._done.append(step)
        self._undone.clear()

    def take_undo(self) -> Undo | None:
        """Take the latest step off the stack to be performed."""
        return self._done.pop() if self._done else None

    def take_redo(self) -> Undo | None:
        """Take the latest undone step off the stack to be performed."""
        return self._undone.pop() if self._undone else None

    def was_undone(self, step: Undo, opposite: Undo | None) -> None:
        """The step was undone; keep how to do it again under the same name."""
        if opposite is not None:
            self._undone.append(Undo(name=step.name, action=opposite.action, ask=opposite.ask))

    def was_redone(self, step: Undo, opposite: Undo | None) -> None:
        """The step was done again; keep how to undo it."""
        if opposite is not None:
            self._done.append(Undo(name=step.name, action=opposite.action, ask=opposite.ask))

    def clear(self) -> None:
        """Forget everything: another person has signed in."""
        self._done.clear()
        self._undone.clear()
