"""The titles above the columns of a table, which may have a line for each column told in one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

EDGES = 12
"""What is left above and below more lines than one."""


class Titles(QHeaderView):
    """Titles that are as high as their lines: the style reckons with one line alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)

    def show_sorting(self, *, shown: bool) -> None:
        """Sort by a press, or do not; to be told when the table has the titles, for it forgets it then."""
        self.setSectionsClickable(shown)
        self.setSortIndicatorShown(shown)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def have_lines(self, lines: int) -> None:
        """Be as high as the most lines of a title: the style reckons with one alone."""
        self.setMinimumHeight(lines * self.fontMetrics().lineSpacing() + EDGES if lines > 1 else 0)
