"""One long act on many records, telling how far it is; stopped, it leaves everything as it was; no Qt."""

from collections.abc import Callable

from subcontract.actions.act import Done, Step
from subcontract.problems import Code, refuse
from ui.presenters.base import ActionFunction, Cancelled, Refusable, Stepping
from ui.presenters.owner import Owner


class AtOnce:
    """One act at a time."""

    def __init__(self, owner: Owner) -> None:
        """Belong to a presenter."""
        self._owner = owner
        self._steps: Stepping | None = None
        self.done = 0
        self.of = 0
        """So many are ready of how many; 0 while none are."""

    @property
    def is_working(self) -> bool:
        """Whether there is progress to be shown."""
        return self._steps is not None and self.of > 0

    def start(
        self,
        action: ActionFunction,
        ask: Callable[[Step], object],
        done: Callable[[Done], None],
        *,
        form: Refusable | None = None,
    ) -> None:
        """Do an act; ``ask`` is handed the step that it tells its progress by, ``form`` shows a refusal."""
        self._steps = steps = self._owner.door.stepping(self._stepped)

        def step(at: int, of: int) -> None:
            try:
                steps.step(at, of)
            except Cancelled:
                raise refuse(Code.STOPPED) from None

        def finished(result: Done) -> None:
            self.over()
            done(result)

        self._owner.act(action, ask(step), done=finished, form=form)

    def _stepped(self, done: int, of: int, _what: str) -> None:
        self.done, self.of = done, of
        self._owner.tell()

    def cancel(self) -> None:
        """Stop at the next step; the act is then refused, and nothing of it is kept."""
        if self._steps is not None:
            self._steps.cancel()

    def over(self) -> None:
        """The act has ended, one way or the other."""
        self._steps, self.done, self.of = None, 0, 0
