"""Työvuorot: the week board, the card of a shift, and how evenly work is shared."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from subcontract.actions.act import Kind
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota.base import Card
from ui.presenters.rota.rota import RotaPresenter
from ui.screens.bones import Desk, Screen, day_named
from ui.screens.hours.parts import widen
from ui.screens.shifts.board import Board
from ui.screens.shifts.cards import SideCards
from ui.screens.shifts.day_heads import BoardArea
from ui.screens.shifts.fairness import FairnessStrip
from ui.screens.shifts.month import MonthGrid
from ui.screens.shifts.places import BESIDE, PLACES, FollowsWeek
from ui.screens.shifts.tools import BoardTools
from ui.widgets.buttons import PrimaryButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import hide_unless
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.segments import Segments

LARGE = 150
"""With letters of this many per cent the bars give way to the board; people down tells the figures."""


class ShiftsScreen(Screen):
    """A week of the rota."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Shifts"))
        self.presenter = self.use(RotaPresenter(desk.door(self), desk.texts))
        self.presenter.publishing.confirm = desk.ask_before
        self._make_places()
        self._make_top()
        self.cards = SideCards(self.presenter, self._record)
        side = self.split(self._make_board(), N_("Shift"), self.cards, (9, 5))
        side.on_close = self.presenter.close
        side.go_back = self._focus_back
        side.stands_alone.connect(lambda alone: hide_unless(self.tools, shown=not alone))
        self.side = side
        self.copy_button = self.add_secondary(
            N_("Copy to the next week"), self.presenter.forms.copy_to_next, key="Ctrl+D", icon_name="copy"
        )
        self.set_primary(N_("New shifts"), self._start_new, key="Ctrl+N")
        self.save_button = PrimaryButton("", self._save, key="Ctrl+Return")
        self.save_button.hide()
        self.footer.add(self.save_button)
        self._make_back()
        self.body.addWidget(self.place_pages, 1)
        self._card = Card.NONE
        LOOK.changed.connect(self._look_changed)
        self.refresh()

    # --- parts

    def _make_places(self) -> None:
        """The pages beside the board."""
        say = self.texts.say
        named = tuple((name, say(place.title)) for name, place in PLACES.items())
        self.places = Segments(
            say(N_("Page of shifts")),
            (("", say(N_("Week board"))), *named),
            lambda name: self.presenter.show_place(str(name)),
        )
        self.places.walk_in(self)
        self.body.addWidget(self.places)
        self.place_pages = Pages()
        self._placed = ""
        self.beside = BESIDE.pages(self.desk, self.place_pages)

    def _make_top(self) -> None:
        """The week with its arrows, jobs or people down, and the filter."""
        self.add_stepper(self._title, self.presenter.step, N_("week"))
        self.tools = tools = BoardTools(self.presenter)
        self.filter = tools.filter
        self.body.addWidget(tools)

    def _make_back(self) -> None:
        """The way back from the list for the wall; the list itself is made when it is first asked for."""
        self.add_back(N_("Back to the week"), self.presenter.wall.close)
        self.paper: PdfView | None = None
        self._paper_shown = b""

    def _make_board(self) -> QWidget:
        """The board, or what an empty week says."""
        presenter = self.presenter
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.stack = QStackedLayout()
        column.addLayout(self.stack, 1)
        self.fairness = FairnessStrip(presenter)
        column.addWidget(self.fairness)
        self.board = Board(presenter)
        self.area = BoardArea(self.board)
        self.empty = EmptyState(
            "calendar",
            self.texts.say(N_("No shifts this week. Make them by a calendar rule, or copy the week before.")),
            self.texts.say(N_("New shifts")),
            self._start_new,
        )
        self.month = MonthGrid(presenter)
        for page in (self.area, self.month, self.empty):
            self.stack.addWidget(page)
        return holder

    # --- following

    def _title(self) -> str:
        """The week; in large letters its number alone, for the days stand over the board."""
        return self.presenter.title if LOOK.sizes.percent < LARGE else self.presenter.short_title

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        widen(self.stepper)
        self.board.refresh()
        self.area.refresh()
        self.month.refresh()
        shown = self.month if presenter.is_month else self.area
        turns = self.stack.currentWidget() not in {shown, self.empty}
        self.stack.setCurrentWidget(self.empty if presenter.is_empty else shown)
        if turns and presenter.card is Card.NONE:  # what held the focus is out of sight
            self._focus_first()
        self.fairness.refresh()
        alone = presenter.card is Card.NONE  # beside a card the board needs the room
        barred = LOOK.sizes.percent >= LARGE or presenter.is_month
        self.fairness.setVisible(bool(presenter.bars) and alone and not barred)
        self.tools.refresh()
        self.copy_button.setVisible(not presenter.is_month)
        for button in (self.copy_button, self.primary, self.empty.button):
            button.setEnabled(presenter.can_plan)
        self.cards.refresh()
        self._show_card()
        self._show_paper()
        self._show_place()
        if self.hasFocus():  # one came here before the week had been read
            self._focus_first()

    def _show_paper(self) -> None:
        """Show the list for the wall or the board, and only the buttons that belong to it."""
        wall, writing = self.presenter.wall, self.cards.form(self._card) is not None
        self.side.setVisible(not wall.is_open)
        self.tools.setVisible(not wall.is_open and not self.side.is_alone)
        self.save_button.setVisible(writing and not wall.is_open)
        self.primary.setVisible(not writing and not wall.is_open)
        self.footer.put_away(away=wall.is_open)
        self.back.setVisible(wall.is_open)
        if wall.paper is not self._paper_shown:
            self._turn_to_paper() if wall.is_open else self._turn_to_board()
            self._paper_shown = wall.paper

    def _show_place(self) -> None:
        """Show a page beside the board, and then nothing of the board."""
        presenter, name = self.presenter, self.presenter.place
        allowed = {n for n, p in PLACES.items() if p.permission is None or presenter.may(p.permission)}
        self.places.show_choices({"", *allowed})
        self.places.show_value(name)
        self.places.setVisible(bool(allowed) and not presenter.wall.is_open and not self.side.is_alone)
        self.place_pages.setVisible(bool(name))
        self.stepper.setVisible(not name)
        if name:
            page = self.beside.page(name)
            if name != self._placed and isinstance(page, FollowsWeek):
                page.show_week(presenter.monday)
            self.place_pages.setCurrentWidget(page)
            self.side.hide()
            self.tools.hide()
            self.footer.put_away(away=True)
        elif self._placed and presenter.takes_over(self.beside.page(self._placed).base_presenter):
            self.say_state(presenter.saved)
        self._placed = name

    def _turn_to_paper(self) -> None:
        """Put the list in place of the board."""
        if self.paper is None:
            self.paper = PdfView(self.texts, self.desk.ask_save_path)
            self.body.addWidget(self.paper, 1)
        self.paper.show_paper(self.presenter.wall.paper, self.presenter.wall.name)
        self.paper.show()
        self.paper.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to_board(self) -> None:
        """Put the board back."""
        if self.paper is not None:
            self.paper.hide()
            self.paper.show_paper(b"", "")
        self._focus_first()

    def _look_changed(self) -> None:
        """Lay the board in the new letters: now, or when it next comes in sight."""
        if self.isVisible():
            self.refresh()
        else:
            self.stale = True

    def _show_card(self) -> None:
        """Open, change or close the card beside the board."""
        card, presenter = self.presenter.card, self.presenter
        if card is not Card.NONE:
            self.cards.turn_to(card)
            self.side.show_card(title=presenter.card_title)
            if card is not self._card:
                self.cards.focus_first(card)
        elif self._card is not Card.NONE:
            self.side.show_card(shown=False)
            self._focus_first()
        self._card = card
        if (form := self.cards.form(card)) is not None:
            self.save_button.set_text(self.texts.say(form.verb))

    def take_focus(self) -> None:
        """The board is where work starts."""
        super().take_focus()
        self._focus_first()

    def _focus_first(self) -> None:
        """Go to where work starts: the first card of the week, or the month."""
        if self.presenter.is_month:
            self.month.focus_first()
        else:
            self.board.focus_first()

    def _focus_back(self) -> None:
        """Go back to the shift that was in the card."""
        if self.presenter.is_month:
            self.month.focus_first()
        else:
            self.board.focus_on(self.presenter.shift_id)

    # --- what the user does

    def _start_new(self) -> None:
        """Open the form of new shifts."""
        self.presenter.forms.start_new()

    def _save(self) -> None:
        """Do what the form in the card is for."""
        if (form := self.cards.form(self.presenter.card)) is not None:
            form.save()

    def _record(self) -> None:
        """Record the shift in the card."""
        if self.presenter.shift_id is not None:
            self.desk.go("hours", self.presenter.shift_id)

    def open_record(self, record: UUID) -> None:
        """Show a shift, or a record of the page beside the board."""
        self.area.seek(record)
        self.presenter.go_to_shift(record, self.beside.open_record)

    def open_page(self, page: str, back: str = "") -> None:
        """Show a page beside the board; ``promise`` with a shift shows what was told of its week."""
        super().open_page(page, back)
        if page == Card.PROMISE:
            self.presenter.leads_to = Card.PROMISE
        if page in PLACES:
            self.presenter.show_place(page)
        elif (day := day_named(page)) is not None:
            self.presenter.place = ""
            self.presenter.go_to(day)

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """The pages beside the board follow too."""
        super().something_changed(kinds)
        self.beside.something_changed(kinds)

    @property
    def holds_text(self) -> bool:
        """Whether a form or a page beside the board has text that is not saved."""
        return super().holds_text or self.beside.holds_text

    def tell_step(self, text: str) -> None:
        """Say what was undone on the page in sight."""
        if self.presenter.place:
            self.beside.page(self.presenter.place).tell_step(text)
        else:
            super().tell_step(text)

    def step_back(self) -> bool:
        """Esc lets go of who is in hand, closes the list for the wall, then the card or the page."""
        if place := self.presenter.place:
            if not self.beside.page(place).step_back():
                self.presenter.show_place("")
            return True
        if self.presenter.let_go() or self.presenter.wall.close():
            return True
        if self.presenter.card in {Card.AWAY, Card.WHY}:
            self.presenter.back_to_shift()
            return True
        return super().step_back()
