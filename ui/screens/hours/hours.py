"""Kirjaus: the day grid, and the month's gaps behind it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from subcontract.ids import ShiftId
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.recording.month import MonthPresenter
from ui.presenters.recording.recording import RecordingPresenter
from ui.screens.bones import Desk, Screen, Stepper, month_named
from ui.screens.hours.cards import AwayCard, ExtraClientCard, MaterialsCard, RowCard
from ui.screens.hours.day import DayPage
from ui.screens.hours.month import MonthPage
from ui.screens.hours.parts import LARGE, DayTools, widen
from ui.widgets.buttons import Button
from ui.widgets.editors import LineEdit
from ui.widgets.labels import hide_unless, restyle
from ui.widgets.pages import Pages

DAY_FIELD = 16
"""Width of the field where a day is typed, in average characters."""


class HoursScreen(Screen):
    """A day of one shift, typed row by row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Recording"))
        door = desk.door(self)
        self.presenter = self.use(RecordingPresenter(door, desk.texts))
        self.presenter.on_plan = lambda: desk.go("shifts")
        self.month = MonthPresenter(door, desk.texts)
        self.month.listen(self._month_told)
        self._make_top()
        self.pages = Pages()
        self.pages.addWidget(self._make_day())
        self.month_page = MonthPage(self.month, self._open_gap)
        self.pages.addWidget(self.month_page)
        self.body.addWidget(self.pages, 1)
        self._make_buttons()
        self._make_keys()
        LOOK.changed.connect(self._look_changed)
        self.refresh()

    # --- parts

    def _make_top(self) -> None:
        """The day with its arrows, a field to type a day, and the way to the month."""
        say, presenter = self.texts.say, self.presenter
        self.add_stepper(self._day_words, presenter.step, N_("day"))
        self.day_field = LineEdit()
        self.day_field.setPlaceholderText(say(N_("Go to a day")))
        self.day_field.setAccessibleName(say(N_("Go to a day")))
        self.day_field.setToolTip(say(N_("Type a day: 23.11., yesterday, Tue. Ctrl+G comes here.")))
        self.day_field.returnPressed.connect(self._typed_day)
        self.day_field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.day_field.setMinimumWidth(self.fontMetrics().averageCharWidth() * DAY_FIELD)
        self.month_stepper = Stepper(
            self.texts, lambda: self.texts.month(self.month.month), self.month.step, N_("month")
        )
        self.month_stepper.hide()
        self.top.add(self.month_stepper)
        self.to_month = Button(say(N_("Month")), self.show_month, key="Ctrl+M", icon_name="calendar-check")
        self.to_day = Button(say(N_("Back to the day")), self.show_day, icon_name="caret-left")
        for button in (self.to_month, self.to_day):
            restyle(button, look="chip")
        self.tools = DayTools(presenter, self.day_field, self.to_month, self.to_day)
        self.body.addWidget(self.tools)

    def _make_day(self) -> QWidget:
        """The day with the card at its right."""
        presenter = self.presenter
        self.day = DayPage(presenter, self.show_materials, self.show_extra, self.show_away)
        self.grid = self.day.grid
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        self.cards = Pages()
        self.row_card = RowCard(presenter)
        self.materials = MaterialsCard(presenter)
        self.extra = ExtraClientCard(presenter)
        self.away = AwayCard(presenter)
        presenter.on_instead = self.show_extra
        for card in (self.row_card, self.materials, self.extra, self.away):
            self.cards.addWidget(card)
        self.side = self.split(self.day, N_("Client"), self.cards, (19, 10))
        self.side.on_close = self._close_card
        self.side.stands_alone.connect(lambda alone: hide_unless(self.tools, shown=not alone))
        self.body.removeWidget(self.side)
        whole.addWidget(self.side)
        return page

    def _make_buttons(self) -> None:
        """What is done with the whole day or month."""
        self.all_button = self.add_secondary(N_("Everybody as planned"), self._record_all, key="F5")
        self.reopen_button = self.add_secondary(N_("Open the day again"), self._reopen)
        self.reopen_month = self.add_secondary(N_("Open the month again"), self.month.reopen)
        self.set_primary(N_("Day complete"), self._complete, key="Ctrl+Return")

    def _make_keys(self) -> None:
        """Keys without a button of their own."""
        for key, act in (
            ("Ctrl+G", self.day_field.setFocus),
            ("Ctrl+PgDown", lambda: self.presenter.step_shift(1)),
            ("Ctrl+PgUp", lambda: self.presenter.step_shift(-1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- following

    def _look_changed(self) -> None:
        """Let what is in sight follow the size of the letters."""
        self.refresh()

    @property
    def on_month(self) -> bool:
        """Whether the month is in view."""
        return self.pages.currentWidget() is self.month_page

    def _day_words(self) -> str:
        """The day in view; in large letters with the short name of its weekday."""
        presenter = self.presenter
        return presenter.day_words if LOOK.sizes.percent < LARGE else presenter.short_day_words

    def refresh(self) -> None:
        """Show what the presenter has now."""
        self.tools.refresh(on_month=self.on_month)
        widen(self.stepper)
        widen(self.month_stepper)
        self.day.refresh()
        self._show_side()
        self._show_buttons()

    def _show_side(self) -> None:
        """The card at the right follows the presenter."""
        card = self.presenter.card
        if card.is_open:
            self.cards.setCurrentWidget(self.row_card)
            self.side.show_card(title=card.title)
        elif self.cards.currentWidget() is self.row_card:
            self.side.show_card(shown=False)
        elif self.away.isVisible() and not self.presenter.away.asked:
            self.side.close_card()  # everybody who was asked about has been answered
        for each in (self.row_card, self.materials, self.extra, self.away):
            each.refresh()

    def _show_buttons(self) -> None:
        """Which buttons belong to what is in view."""
        presenter, on_month = self.presenter, self.on_month
        has_shift = presenter.shift is not None
        self.all_button.setVisible(not on_month and has_shift and not presenter.is_locked)
        self.all_button.setEnabled(presenter.can_record_all)
        self.reopen_button.setVisible(not on_month and presenter.can_reopen)
        self.reopen_month.setVisible(on_month and self.month.can_reopen)
        self.primary.set_text(self.texts.say(N_("Month complete") if on_month else N_("Day complete")))
        day_shown = has_shift and not presenter.is_locked
        self.primary.setVisible(self.month.can_complete if on_month else day_shown)
        self.primary.setEnabled(on_month or presenter.can_complete)
        of_day: tuple[QWidget, ...] = (self.stepper, self.day_field, self.to_month)
        of_month: tuple[QWidget, ...] = (self.month_stepper, self.to_day)
        for widgets, shown in ((of_day, not on_month), (of_month, on_month)):
            for widget in widgets:
                widget.setVisible(shown)

    # --- what the user does

    def _close_card(self) -> None:
        """Close the card of a row; what was typed and not saved is told."""
        self.presenter.card.close()
        self.presenter.tell()

    def _reopen(self) -> None:
        """Open the day again and go back to the rows."""
        self.presenter.reopen()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed_day(self) -> None:
        """Go to the day that was typed, and on to the grid."""
        if self.presenter.type_day(self.day_field.text()):
            self.day_field.clear()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record_all(self) -> None:
        """Everybody as planned; the grid is where the exceptions are typed."""
        self.presenter.record_all()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _complete(self) -> None:
        """The day's word, or the month's, which is asked first because one cannot undo it alone."""
        if not self.on_month:
            self.day.commit()
            self.presenter.complete()
        elif self.desk.ask_before(self.month.question, self.texts.say(N_("Month complete"))):
            self.month.complete()

    def show_materials(self) -> None:
        """Open the card of materials."""
        self._open_side(self.materials, N_("Materials and kilometres"))
        self.materials.focus_first()

    def show_extra(self) -> None:
        """Open the card for one more client."""
        self._open_side(self.extra, N_("One more client"))
        self.extra.focus_first()

    def show_away(self) -> None:
        """Open the card of how long somebody stays away."""
        self._open_side(self.away, N_("Absence goes on"))
        self.away.focus_first()

    def _open_side(self, card: QWidget, title: str) -> None:
        """Open a card that is not a row's."""
        self.presenter.card.close()
        self.cards.setCurrentWidget(card)
        self.side.show_card(title=self.texts.say(title))

    def show_month(self) -> None:
        """Show the month's gaps."""
        self._drop_notices()
        self.pages.setCurrentWidget(self.month_page)
        self.month.show(self.presenter.day)
        self.refresh()
        self.month_page.focus_first()

    def show_day(self) -> None:
        """Show the day again."""
        self._drop_notices()
        self.pages.setCurrentIndex(0)
        self.refresh()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_notices(self) -> None:
        """What was noticed on one page is not told on the other."""
        self.presenter.notice = self.month.notice = None
        self._repaint()

    def tell_step(self, text: str) -> None:
        """Say what was undone; the month's notice goes as the day's does."""
        self.month.notice = None
        super().tell_step(text)

    def _month_told(self) -> None:
        """The month changed."""
        if self.month.notice is not None:
            self.presenter.notice = self.month.notice
        self.month_stepper.refresh()
        self.month_page.refresh()
        self._repaint()

    def _open_gap(self, row: object) -> None:
        """Go to the day of a gap."""
        gap = self.month.gap(row if isinstance(row, int) else -1)
        if gap is not None:
            self.presenter.go_to(gap.day, gap.shift)
            self.show_day()

    def open_page(self, page: str, back: str = "") -> None:
        """Show the gaps of the month that a link leads to, such as ``2026-10``."""
        super().open_page(page, back)
        month = month_named(page)
        if month is not None:
            self.show_month()
            self.month.show(month.first)

    def open_record(self, record: UUID) -> None:
        """Show the day of a shift."""
        self.show_day()
        self.presenter.go_to_shift(ShiftId(record))

    def home(self) -> QWidget:
        """The rows are where typing starts."""
        return self.month_page.list.grid if self.on_month else self.grid

    def take_focus(self) -> None:
        """Coming to the screen, one types in the rows."""
        self.go_home()

    def step_back(self) -> bool:
        """Esc closes the card, then the month."""
        if super().step_back():
            return True
        if self.on_month:
            self.show_day()
            return True
        return False
