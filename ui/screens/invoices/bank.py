"""Suoritukset: bookings that wait above, where the selected one goes below; files are dropped or chosen."""

from uuid import UUID

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.invoices.bank.bank import BankPresenter, View
from ui.presenters.invoices.bank.bank_aside import REASON
from ui.screens.bones import Desk, Screen
from ui.screens.money_parts import why_lines
from ui.widgets.beside import Beside
from ui.widgets.dialogs import ask_open_path
from ui.widgets.labels import Card, Label
from ui.widgets.pages import Pages
from ui.widgets.problem_line import ProblemLine
from ui.widgets.reading_order import go_to
from ui.widgets.sections import FieldGroup
from ui.widgets.segments import Segments
from ui.widgets.table import TableView
from ui.widgets.why import WhyPanel

BOTH_LETTERS = 110
"""Average letters that the invoices and the reason need side by side."""
VIEWS = {View.WAITING: N_("To be placed"), View.ASIDE: N_("Put aside"), View.FILES: N_("Files read")}


class BankPage(Screen):
    """What came on the account."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the lists and what belongs to the selected booking."""
        super().__init__(desk, title=N_("Payments received"))
        say = self.texts.say
        self.presenter = self.use(BankPresenter(desk.door(self), desk.texts))
        self.presenter.on_wish = self.choose_file
        self.setAcceptDrops(True)
        self.views = Segments(
            say(N_("Which bookings")),
            tuple((view, say(word)) for view, word in VIEWS.items()),
            lambda view: self.presenter.show(View(str(view))),
        )
        self.lists = {view: TableView(table) for view, table in self.presenter.tables.items()}
        self.pages = Pages()
        self.pages.addWidget(self._make_waiting())
        for view in (View.ASIDE, View.FILES):
            self.pages.addWidget(self.lists[view])
        self.body.addWidget(self.views)
        self.body.addWidget(self.pages, 1)
        self._make_buttons()
        self._shown: object = None

    def _make_waiting(self) -> QWidget:
        """The list, and below it where the selected booking goes, or why it is set aside."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.lists[View.WAITING], 3)
        self.below = Pages()
        self.below.addWidget(self._make_places())
        names = (spec.name for spec in REASON)
        self.reason = FieldGroup(self.presenter.aside.form, self.texts.say(N_("Set aside")), names)
        self.asked = Label("", "quiet", wrap=True)
        self.reason.body.insertWidget(1, self.asked)
        self.reason.body.addStretch(1)
        self.below.addWidget(self.reason)
        column.addWidget(self.below, 4)
        return page

    def _make_places(self) -> QWidget:
        """What the bank said, the invoices beside the reason of the proposal."""
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.told = Label("", "section", wrap=True)
        self.words = Label("", "quiet", wrap=True)
        column.addWidget(self.told)
        column.addWidget(self.words)
        both = Beside(BOTH_LETTERS)
        self.places = TableView(self.presenter.places.table, total=False)
        self.why = Card(self.texts.say(N_("Why?")))
        self.panel = WhyPanel(self.texts)
        self.why.body.addWidget(self.panel, 1)
        left = QVBoxLayout(side := QWidget())
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.places, 1)
        left.addWidget(ProblemLine(self.presenter.places.table))
        both.add(side, 3)
        both.add(self.why, 2)
        column.addWidget(both, 1)
        return home

    def _make_buttons(self) -> None:
        """The acts: a file, a booking aside, all that is clear, and the one primary."""
        presenter = self.presenter
        self.read = self.add_secondary(
            N_("Read a bank's file"), self.choose_file, key="Ctrl+O", icon_name="folder-open"
        )
        self.aside = self.add_secondary(N_("Set aside"), presenter.aside.start, key="F8")
        self.accept = self.add_secondary(N_("Accept the proposals"), presenter.accept, key="F6")
        self.set_primary(N_("Place on an invoice"), presenter.do)

    # --- acting

    def choose_file(self) -> None:
        """Ask which file is read."""
        if self.presenter.reading.can_read:
            kinds = self.texts.say(N_("Files of the bank"))
            what = self.texts.say(N_("Choose a file of the bank"))
            path = ask_open_path(self, what, f"{kinds} (*.xml *.camt *.nda *.txt *.ktl *.to *.dat *)")
            self.presenter.read(path)

    def cancel_work(self) -> None:
        """Stop the reading: nothing of the file is kept."""
        self.presenter.reading.cancel()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A single file of this computer may be dropped."""
        if _path_of(event) and self.presenter.reading.can_read:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        event.acceptProposedAction()
        self.presenter.read(_path_of(event))

    def step_back(self) -> bool:
        """Give setting aside up."""
        if self.presenter.aside.is_open:
            self.presenter.aside.stop()
            return True
        return super().step_back()

    def open_record(self, record: UUID) -> None:
        """Show a booking that waits."""
        self.presenter.open_record(record)

    # --- following

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.views.show_value(presenter.view)
        self.pages.setCurrentIndex(list(View).index(presenter.view))
        self.below.setVisible(presenter.selected is not None)
        self.below.setCurrentIndex(1 if presenter.aside.is_open else 0)
        self.told.setText(presenter.places.heading)
        self.words.setText(presenter.places.about)
        self.asked.setText(presenter.places.heading)
        self.panel.show_lines(why_lines(presenter.places.steps))
        self._show_buttons()
        self._show_progress()
        self._to_reason()

    def _show_buttons(self) -> None:
        """What can be done."""
        presenter = self.presenter
        waiting = presenter.view is View.WAITING
        placing = waiting and not presenter.aside.is_open
        self.read.setVisible(not presenter.aside.is_open)
        self.read.setEnabled(presenter.reading.can_read)
        self.aside.setVisible(placing and presenter.selected is not None)
        self.aside.setEnabled(presenter.aside.can_do)
        self.accept.setVisible(placing and bool(presenter.acceptable))
        self.accept.setEnabled(presenter.can_accept)
        self.accept.set_text(presenter.accept_words)
        listed = (
            presenter.aside is not None if presenter.view is View.ASIDE else presenter.selected is not None
        )
        self.primary.setVisible(presenter.view is not View.FILES and listed)
        self.primary.set_text(presenter.verb)
        self.primary.setEnabled(presenter.can_do)

    def _show_progress(self) -> None:
        """How far the file has been read."""
        reading = self.presenter.reading
        if reading.is_working and reading.of:
            self.progress.show_step(reading.done, reading.of, reading.what)
        else:
            self.progress.finish()

    def _to_reason(self) -> None:
        """The reason takes the focus when it is asked for, or refused."""
        presenter = self.presenter
        shown = (presenter.aside.is_open, presenter.aside.form.refusals)
        if shown == self._shown:
            return
        self._shown = shown
        if presenter.aside.is_open:
            go_to(next(iter(self.reason.fields.values())).editor)


def _path_of(event: QDropEvent) -> str:
    """The path of the single file that is dropped, or nothing."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""
