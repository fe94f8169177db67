"""The lines above the board: what is shown, the filter, and what the days in view have to tell."""

from PySide6.QtWidgets import QWidget

from subcontract.words import N_
from ui.presenters.rota.rota import RotaPresenter
from ui.widgets.buttons import Button, IconButton
from ui.widgets.filter_field import FilterField
from ui.widgets.flow import Flow
from ui.widgets.icons import icon
from ui.widgets.labels import Label, restyle, token_of


class BoardTools(Flow):
    """Jobs or people down, a week or a month, the filter; then publishing, what to look at, and pages."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__(space=8)
        self.presenter = presenter
        say = presenter.texts.say
        self.jobs_down = Button(
            say(N_("By job")), lambda: presenter.show_people(by_person=False), key="Ctrl+J"
        )
        self.people_down = Button(
            say(N_("By client")), lambda: presenter.show_people(by_person=True), key="Ctrl+P"
        )
        self.month = Button(
            say(N_("Month")), lambda: presenter.show_month(is_month=not presenter.is_month), key="Ctrl+M"
        )
        for button in (self.jobs_down, self.people_down, self.month):
            button.setCheckable(True)
        hint = say(N_("Filter by job, person or coach"))
        self.filter = FilterField(hint, hint)
        self.filter.textChanged.connect(presenter.set_filter)
        self.promise = Button(" ", presenter.publishing.open, key="F8", icon_name="megaphone-simple")
        self.look = Button("", presenter.open_look, key="F6", icon_name="warning", colour="sun_text")
        self.wall = Button(say(N_("List for the wall")), presenter.wall.show, key="F9", icon_name="printer")
        self.rows_before = IconButton("caret-up", say(N_("Rows before")), lambda: self._turn(-1))
        self.rows_in_view = Label("", "quiet")
        self.rows_after = IconButton("caret-down", say(N_("Rows after")), lambda: self._turn(1))
        chips = (self.jobs_down, self.people_down, self.month)
        for chip in (*chips, self.promise, self.look, self.wall):
            restyle(chip, look="chip")
        pages: tuple[QWidget, ...] = (self.rows_before, self.rows_in_view, self.rows_after)
        for part in (*chips, self.filter, self.promise, self.look, self.wall, *pages):
            self.add(part)
        self._icon = ""

    def _turn(self, pages: int) -> None:
        """Show the rows after or before those in view."""
        self.presenter.turn_page(pages)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.jobs_down.setChecked(not presenter.by_person)
        self.people_down.setChecked(presenter.by_person)
        self.month.setChecked(presenter.is_month)
        self.wall.setVisible(not presenter.is_month)
        self.wall.setEnabled(bool(presenter.made.by_job))
        self.look.set_text(presenter.look_words)
        self.look.setVisible(bool(presenter.look_words))
        state = presenter.publishing.state
        self.promise.setVisible(state is not None)
        if state is not None:
            self.promise.set_text(state.text)
            if self._icon != state.shown_icon:
                self._icon = state.shown_icon
                self.promise.setIcon(icon(state.shown_icon, token_of(state.tone)))
        self.rows_in_view.say(presenter.page_words)
        for button in (self.rows_before, self.rows_after):
            button.setVisible(presenter.has_pages)
