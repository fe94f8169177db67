"""Under a table in which one types: what is wrong with a cell, in words, for those who point at nothing."""

from ui.presenters.tables.table import TablePresenter
from ui.presenters.tone import Tone
from ui.widgets.labels import ToneLine


class ProblemLine(ToneLine):
    """The problems of the selected row, else of the first row that has any; takes no room without one."""

    def __init__(self, table: TablePresenter) -> None:
        super().__init__("", Tone.WRONG)
        self.table = table
        table.listen(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is wrong now."""
        wrong = [row for row in self.table.visible if row.problems]
        row = next((row for row in wrong if row.id == self.table.selected), next(iter(wrong), None))
        self.say(" ".join(dict.fromkeys(row.problems.values())) if row else "", Tone.WRONG)
