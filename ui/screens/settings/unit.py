"""Yksikkö: the unit's own facts in one form, and its logo."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from subcontract.words import N_
from ui.look import LOOK
from ui.pictures_apart import logo_of_file
from ui.presenters.settings.unit import UnitPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.buttons import Button
from ui.widgets.form import FormView
from ui.widgets.labels import Card, Label

PICTURES = "*.png *.jpg *.jpeg *.webp *.gif"
LOGO_WIDTH, LOGO_HEIGHT = 200, 64


class UnitPage(Screen):
    """Who sells the work and pays the clients."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the form, with the logo below what papers say."""
        super().__init__(desk, title=N_("Unit"))
        self.presenter = self.use(UnitPresenter(desk.door(self), desk.texts))
        self.logo = LogoCard(self.presenter)
        self.form = FormView(self.presenter.form)
        self.form.below.addWidget(self.logo)
        self.body.addWidget(self.form, 1)
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.reset)
        self.set_primary(N_("Save"), self.presenter.save)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        self.logo.refresh()
        self.undo_typing.setVisible(self.presenter.dirty)
        self.primary.setEnabled(self.presenter.can_save)


class LogoCard(Card):
    """The logo of papers, and the buttons to choose and to take away."""

    def __init__(self, presenter: UnitPresenter) -> None:
        say = presenter.texts.say
        super().__init__(say(N_("Logo")))
        self.presenter = presenter
        self.picture = Label("")
        self.none = Label(say(N_("No logo: papers begin with the unit's name.")))
        self.choose = Button(say(N_("Choose a logo")), self._choose, icon_name="image")
        self.remove = Button(say(N_("Remove the logo")), lambda: presenter.set_logo(b""))
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.picture, self.none, self.choose, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addLayout(row)

    def _choose(self) -> None:
        """Choose a file; what is no picture is refused in words."""
        say = self.presenter.texts.say
        kinds = f"{say(N_('Pictures'))} ({PICTURES})"
        path, _ = QFileDialog.getOpenFileName(self.window(), say(N_("Choose a logo")), "", kinds)
        if path:
            self.take(path)

    def take(self, path: str) -> None:
        """Take the logo in a file."""
        self.presenter.take_logo(partial(logo_of_file, path))

    def refresh(self) -> None:
        """Show the logo there is now."""
        presenter = self.presenter
        has = bool(presenter.logo)
        pixmap = QPixmap()
        if has:
            pixmap.loadFromData(presenter.logo)
            room = LOOK.sizes.px(LOGO_WIDTH), LOOK.sizes.px(LOGO_HEIGHT)
            smooth = Qt.TransformationMode.SmoothTransformation
            pixmap = pixmap.scaled(*room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        self.picture.setPixmap(pixmap)
        self.picture.setVisible(has)
        self.none.setVisible(not has)
        can = not presenter.form.locked
        self.choose.setVisible(can)
        self.remove.setVisible(can and has)
