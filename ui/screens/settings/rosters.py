"""Työajat: when coaches are at work, by weekday, and their days off."""

from subcontract.words import N_
from ui.presenters.settings.rosters import RostersPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.form import FormView
from ui.widgets.labels import Label, ToneLine
from ui.widgets.lines import LinesView
from ui.widgets.table import TableView


class RostersPage(Screen):
    """The coaches in a list, and the hours of the one who is open."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the card."""
        super().__init__(desk, title=N_("Coaches' hours"))
        self.presenter = presenter = self.use(RostersPresenter(desk.door(self), desk.texts))
        say = self.texts.say
        about = N_(
            "A shift whose coach is not at work is told of. Without hours a coach is taken to be there."
        )
        self.body.addWidget(Label(say(about), "muted", wrap=True))
        self.list = TableView(presenter.table, filtered=False)
        self.form = FormView(presenter.form)
        self.away = LinesView(
            presenter.away, help_text=say(N_("Holidays, training, illness: the reason is not asked for."))
        )
        self.away.setProperty("look", "clear")
        self.away.body.setContentsMargins(0, 12, 0, 0)
        self.form.below.addWidget(self.away)
        self.side = self.split(self.list, N_("Coaches' hours"), self.form, (3, 2))
        self.side.on_close = presenter.close
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.copy = self.add_secondary(
            N_("Monday's hours on all working days"), presenter.copy_monday, key="Ctrl+D", icon_name="copy"
        )
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), presenter.reset)
        self.set_primary(N_("Save"), presenter.save)
        self._open: object = None
        self._refusals = 0

    def refresh(self) -> None:
        """Show what the presenter has now; hours just opened take the focus."""
        presenter = self.presenter
        self.side.show_card(shown=presenter.is_open, title=presenter.heading)
        self.primary.setVisible(presenter.is_open and presenter.can_edit)
        self.primary.setEnabled(presenter.can_save)
        self.copy.setVisible(presenter.can_copy)
        self.undo_typing.setVisible(presenter.dirty)
        self.unsaved.say(presenter.unsaved)
        now = presenter.current.id if presenter.current else None
        if now is not None and now != self._open:
            self.form.focus_first()
        elif presenter.away.refusals != self._refusals and not presenter.form.errors:
            self.away.focus_error()
        self._open, self._refusals = now, presenter.away.refusals
