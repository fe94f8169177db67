"""The cards beside the board: one shift with its people, and the forms."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.ids import ClientId
from subcontract.rota.records import PinKind
from subcontract.words import N_
from ui.presenters.forms.form import FormPresenter
from ui.presenters.rota.base import Card
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.tone import Tone
from ui.screens.shifts.not_coming import NOT_COMING, NotComingCard
from ui.screens.shifts.promise_card import PromiseCard
from ui.screens.shifts.why_card import EverybodyCard, WhyLine
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.flow import Flow
from ui.widgets.form import FormView
from ui.widgets.labels import Label, ToneLine
from ui.widgets.late import Late
from ui.widgets.pages import Area, Pages
from ui.widgets.table import TableView

ROWS_SEEN = 4
MOST_ROWS = 10
"""So many people on a shift are shown without a scroll bar of their own."""


class ShiftPanel(QWidget):
    """A shift: what, when, who, what to look at, and what can be done with it."""

    def __init__(self, presenter: RotaPresenter, record: Callable[[], object]) -> None:
        super().__init__()
        self.presenter = presenter
        say = presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.what = Label("", wrap=True)
        self.detail = Label("", "quiet", wrap=True)
        self.warnings = ToneLine("", Tone.ATTENTION)
        self.on = TableView(presenter.people.on, filtered=False, total=False, hugs=True, rows=MOST_ROWS)
        self.off = LinkButton(say(N_("Take off the shift")), presenter.people.take_off)
        self.off.setToolTip("Delete")
        self.lock = LinkButton("", lambda: self._pin(PinKind.LOCKED), key="F4")
        self.bar = LinkButton("", lambda: self._pin(PinKind.BARRED), key="Shift+F4")
        self.gone = LinkButton(say(N_("Does not come")), self._not_coming, key=NOT_COMING)
        self.others = TableView(presenter.people.others, total=False, rows=ROWS_SEEN)
        self.put = Button(say(N_("Put on the shift")), presenter.people.put_chosen, icon_name="user-plus")
        self.words = ToneLine("", Tone.ATTENTION)
        self.why = WhyLine(presenter)
        buttons = Flow(space=8)
        self.change = Button(say(N_("Change")), presenter.forms.start_change, icon_name="pencil-simple")
        self.cancel = Button(say(N_("Cancel the shift")), presenter.forms.start_cancel, icon_name="prohibit")
        self.restore = Button(say(N_("Restore the shift")), presenter.restore)
        self.remove = Button(say(N_("Remove")), presenter.remove, icon_name="trash")
        self.record = Button(say(N_("Record")), record, icon_name="check-square-offset")
        for button in (self.record, self.change, self.cancel, self.restore, self.remove):
            buttons.add(button)
        for part in (self.what, self.detail, self.warnings):
            column.addWidget(part)
        column.addWidget(self.on, 2)
        links = Flow(space=8)
        for link in (self.off, self.gone, self.lock, self.bar):
            links.add(link)
        column.addWidget(links)
        column.addWidget(self.why)
        column.addWidget(self.words)
        column.addWidget(self.others, 3)
        column.addWidget(self.put)
        column.addWidget(buttons)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.on)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(presenter.people.take_off)
        presenter.people.others.listen(self._show_chosen)
        presenter.people.on_put = self.focus_first
        self.refresh()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter, card = self.presenter, self.presenter.shift_card
        if card is None:
            return
        self.what.setText(card.title)
        self.detail.say(card.cancelled or card.detail)
        self.warnings.say("\n".join(card.warnings), Tone.ATTENTION)
        self._show_chosen()
        self.why.refresh()
        planned = presenter.can_plan and not presenter.is_cancelled
        self.off.setVisible(planned and bool(presenter.people.on.rows))
        self.off.setEnabled(presenter.people.on.selected is not None)
        for kind, link in ((PinKind.LOCKED, self.lock), (PinKind.BARRED, self.bar)):
            link.set_text(presenter.pins.words(kind, presenter.people.last, presenter.shift_id))
            link.setVisible(planned)
            link.setEnabled(presenter.people.last is not None)
        self.gone.setVisible(planned and bool(presenter.people.on.rows))
        self.others.setVisible(planned)
        self.put.setVisible(planned)
        self.change.setVisible(planned)
        self.cancel.setVisible(planned)
        self.restore.setVisible(presenter.can_plan and presenter.is_cancelled)
        self.remove.setVisible(presenter.can_plan)
        self.record.setVisible(not presenter.is_cancelled)

    def _pin(self, kind: PinKind) -> None:
        """Decide of the person who was selected last, or take it back."""
        presenter = self.presenter
        presenter.pins.toggle(kind, presenter.people.last, presenter.shift_id)

    def _not_coming(self) -> None:
        """Ask who steps in for the one selected; with nobody selected, go to those on the shift."""
        chosen = self._on_chosen()
        if chosen is None:
            self.on.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.away.open(chosen)

    def _on_chosen(self) -> ClientId | None:
        """Who is selected of those on the shift."""
        return cast("ClientId | None", self.presenter.people.on.selected)

    def _show_chosen(self) -> None:
        """What to look at in the one who could be put on, as the filter and the selection go."""
        people = self.presenter.people
        self.words.say(people.chosen_words, Tone.ATTENTION)
        self.put.setEnabled(people.chosen is not None)

    def focus_first(self) -> None:
        """Go to those who could be put on."""
        if self.others.isVisible():
            self.others.filter.setFocus(Qt.FocusReason.OtherFocusReason)


class LookCard(QWidget):
    """Everything of the week to look at; Enter opens the shift."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.list = TableView(presenter.look, filtered=False, total=False)
        self.words = Label("", wrap=True)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        presenter.look.listen(self.refresh)
        self.table = presenter.look
        self.refresh()

    def refresh(self) -> None:
        """The selected sentence in full."""
        row = self.table.row(self.table.selected)
        self.words.say(str(row.cells["words"]) if row else "")

    def focus_first(self) -> None:
        """Go to the list."""
        self.list.focus_first()


class FormCard(QWidget):
    """A form and what it comes to; while it is open its ``verb`` is the screen's primary button."""

    def __init__(self, form: FormPresenter, verb: str, save: Callable[[], None]) -> None:
        super().__init__()
        self.verb, self.save = verb, save
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        summary, form.summary = form.summary, None
        self.form = FormView(form)
        form.summary = summary
        self.presenter_form = form
        self.sums = Label("", "strong", wrap=True)
        for part in (self.form, self.sums):
            column.addWidget(part)
        form.listen(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the form comes to."""
        lines = self.presenter_form.summary_lines()
        self.sums.say("\n".join(f"{line.label}: {line.value}" for line in lines))

    def focus_first(self) -> None:
        """Go to the first field, or to the first that is wrong."""
        self.form.focus_first()


class SideCards(Pages):
    """The card of a shift, the list of what to look at and the forms: made when first shown."""

    def __init__(self, presenter: RotaPresenter, record: Callable[[], object]) -> None:
        super().__init__()
        forms = presenter.forms
        self.pages: dict[Card, Late[Any]] = {
            Card.SHIFT: Late(lambda: ShiftPanel(presenter, record), home=Area),
            Card.LOOK: Late(lambda: LookCard(presenter)),
            Card.PROMISE: Late(lambda: PromiseCard(presenter)),
            Card.WHY: Late(lambda: EverybodyCard(presenter)),
            Card.AWAY: Late(lambda: NotComingCard(presenter), home=Area),
            Card.NEW: Late(lambda: FormCard(forms.new, N_("Make the shifts"), forms.save_new)),
            Card.CHANGE: Late(lambda: FormCard(forms.change, N_("Save"), forms.save_change)),
            Card.CANCEL: Late(lambda: FormCard(forms.reason, N_("Cancel the shift"), forms.save_cancel)),
        }
        for page in self.pages.values():
            self.addWidget(page.place)

    def turn_to(self, card: Card) -> None:
        """Show a card."""
        self.setCurrentWidget(self.pages[card].place)

    def focus_first(self, card: Card) -> None:
        """Go to where the work of a card starts."""
        self.pages[card].part.focus_first()

    def form(self, card: Card) -> FormCard | PromiseCard | None:
        """What has the primary button in a card that has been made, if anything: a form or publishing."""
        made = self.pages[card].made if card in self.pages else None
        return made if isinstance(made, FormCard | PromiseCard) else None

    def refresh(self) -> None:
        """Show the shift as it is now."""
        for card in (Card.SHIFT, Card.WHY, Card.AWAY, Card.PROMISE):
            if (panel := self.pages[card].made) is not None:
                panel.refresh()
