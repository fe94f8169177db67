"""Asiakkaat: the list of clients and the page of the one that is open."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from subcontract.problems import Refused
from subcontract.words import N_
from ui.look import LOOK
from ui.pictures import portrait, read_picture_file
from ui.presenters.client_fields import BASIC, CONTACT, FIELDS, MONEY, PURPOSES, WORK
from ui.presenters.clients import ClientsPresenter
from ui.presenters.fields import Choice
from ui.screens.bones import Desk, Screen
from ui.widgets.buttons import Button
from ui.widgets.editors import Combo, Flag, LineEdit
from ui.widgets.faces import Face
from ui.widgets.labels import Card, Label, ToneLine
from ui.widgets.late import Late
from ui.widgets.lines import LinesView
from ui.widgets.pages import Pages
from ui.widgets.sections import FieldGroup, Sections
from ui.widgets.table import TableView
from ui.widgets.week_grid import WeekGridView

LARGE = 150
"""With letters of this many per cent the title's line has no room for more than the title."""
PICTURES = "*.jpg *.jpeg *.png *.webp *.gif"


class ClientsScreen(Screen):
    """The people who work."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the page."""
        super().__init__(desk, title=N_("Clients"))
        say = self.texts.say
        self.presenter = self.use(ClientsPresenter(desk.door(self), desk.texts))
        self.list = TableView(self.presenter.table)
        self.inactive = Flag(say(N_("Show also those no longer in use")))
        self.inactive.toggled.connect(lambda on: self.presenter.show_inactive(shown=on))
        self.list.add_tool(self.inactive)
        self._page = Late(lambda: ClientPage(self))
        self.stack = Pages()
        self.body.addWidget(self.stack, 1)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self._page.place)
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.add_back(N_("Back to the list"), self.presenter.close, key="Alt+Up")
        self._add_purpose()
        self.new = self.add_secondary(N_("New client"), self._start_new, key="Ctrl+N", icon_name="plus")
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.reset)
        self.set_primary(N_("Save"), self.presenter.save)
        self._open: UUID | None = None
        self._section = ""
        self._refusals = 0

    @property
    def page(self) -> "ClientPage":
        """The page of a client; made when the first one is opened."""
        return self._page.part

    def _add_purpose(self) -> None:
        """Ask, at the top right, why pages are opened: it is written in the log."""
        say = self.texts.say
        label = Label(say(N_("Data needed for:")), "quiet")
        self.purpose = Combo()
        self.purpose.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.purpose.setMinimumContentsLength(24)
        self.purpose.set_choices((Choice(value=one, label=one) for one in PURPOSES), say, "")
        self.purpose.set_value(self.presenter.purpose)
        self.purpose.setAccessibleName(label.text().rstrip(":"))
        self.purpose.currentIndexChanged.connect(lambda _: self._purpose_changed())
        label.setBuddy(self.purpose)
        self.purpose_row = QWidget()
        row = QHBoxLayout(self.purpose_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.purpose, 1)
        self._place_purpose()
        LOOK.changed.connect(self._place_purpose)

    def _place_purpose(self) -> None:
        """Beside the title; in large letters in a row of its own, for the title needs the room."""
        if LOOK.sizes.percent < LARGE:
            self.top_right.insertWidget(0, self.purpose_row)
        else:
            self.body.insertWidget(0, self.purpose_row)

    def _purpose_changed(self) -> None:
        self.presenter.purpose = str(self.purpose.value() or PURPOSES[0])

    def _start_new(self) -> None:
        self.presenter.start_new()
        self.page.focus_first()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        is_open = presenter.is_open
        self.stack.setCurrentWidget(self._page.place if is_open else self.list)
        self.say_heading(presenter.heading if is_open else "")
        for part in (self.back, self.primary):
            part.setVisible(is_open)
        self.primary.setEnabled(presenter.can_save)
        self.primary.set_text(self.texts.say(presenter.save_words))
        self.undo_typing.setVisible(presenter.dirty)
        self.unsaved.say(presenter.unsaved)
        if self._page.made is not None:
            self._page.made.refresh()
        self._follow_focus()

    def _follow_focus(self) -> None:
        """A page just opened takes the focus, and so does what refused a save; the list takes it back."""
        presenter = self.presenter
        now = presenter.current.id if presenter.current else None
        refusals = presenter.form.refusals + sum(part.refusals for part in presenter.lines)
        if refusals != self._refusals:
            self.page.focus_error()
        elif now is not None and (now != self._open or self._section):
            self.page.focus_first(self._section)
            self._section = ""
        elif now is None and self._open is not None:
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._open, self._refusals = now, refusals

    def step_back(self) -> bool:
        """Esc goes back to the list."""
        if not self.presenter.is_open:
            return False
        self.presenter.close()
        return True

    def open_page(self, page: str, back: str = "") -> None:
        """The client who is opened next is shown from a section on: their permits, or what pay needs."""
        super().open_page(page, back)
        self._section = page

    def open_record(self, record: UUID) -> None:
        """Open a client: from search or a link."""
        self.presenter.open(record)


class ClientPage(Sections):
    """One client's data in sections."""

    def __init__(self, screen: ClientsScreen) -> None:
        super().__init__()
        self.presenter = presenter = screen.presenter
        self.texts = screen.texts
        say = self.texts.say
        form = presenter.form
        self.groups = [
            FieldGroup(form, say(title), (spec.name for spec in FIELDS if spec.group == title))
            for title in (BASIC, CONTACT, MONEY, WORK)
        ]
        self.photo = PhotoCard(presenter)
        self.week = WeekGridView(presenter.week, say(N_("Can work")))
        help_class = N_("By the unit's tariff: the class decides the allowance.")
        for group in self.groups[:3]:
            self.add(group, 0)
        self.forms = LinesView(presenter.forms, help_text=say(N_("Allowance, employment or fee, by dates.")))
        self.classes = LinesView(presenter.classes, help_text=say(help_class))
        for lines in (self.forms, self.classes):
            self.add(lines, 0)
        self.permits = LinesView(presenter.permits)
        self.care = [
            self.photo,
            self.week,
            self.groups[3],
            self.permits,
            LinesView(presenter.absences),
            LinesView(presenter.apart, help_text=say(N_("Holds both ways: neither is put with the other."))),
        ]
        for part in self.care:
            self.add(part, 1)
        self.refresh()

    def refresh(self) -> None:
        """Leave out what is not for the reader."""
        for part in self.care:
            if part is not self.groups[3]:
                part.setVisible(self.presenter.sees_care)
        self.photo.refresh()

    def focus_first(self, section: str = "") -> None:
        """Go to the first field, or to that of a section."""
        part: QWidget = {"permits": self.permits, "pay": self.groups[2]}.get(section, self.groups[0])
        self.verticalScrollBar().setValue(0)
        field = part.findChild(LineEdit)
        if isinstance(field, LineEdit):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if section:
            QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part))

    def focus_error(self) -> None:
        """Go to the first field with an error, down the first column and then the second."""
        lines = [part for part in self.care if isinstance(part, LinesView)]
        parts: list[FieldGroup | LinesView] = [*self.groups[:3], self.forms, self.classes]
        parts += [self.photo.consent, self.groups[3], *lines]
        next((part for part in parts if part.focus_error()), None)


class PhotoCard(Card):
    """The photo, its consent, and the buttons to choose and to take away."""

    def __init__(self, presenter: ClientsPresenter) -> None:
        super().__init__(presenter.texts.say(N_("Photo")))
        self.presenter = presenter
        say = presenter.texts.say
        self.face = Face("", side=96)
        self.choose = Button(say(N_("Choose a photo")), self._choose, icon_name="image")
        self.remove = Button(say(N_("Remove the photo")), lambda: presenter.set_photo(b""))
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.face, self.choose, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addLayout(row)
        self.consent = FieldGroup(presenter.form, "", ("photo_consent",))
        self.consent.setProperty("look", "clear")
        self.consent.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.consent)

    def _choose(self) -> None:
        """Choose a file; what is no picture is refused in words."""
        say = self.presenter.texts.say
        parent: QWidget = self.window()
        path, _ = QFileDialog.getOpenFileName(
            parent, say(N_("Choose a photo")), "", f"{say(N_('Pictures'))} ({PICTURES})"
        )
        if path:
            self.take(path)

    def take(self, path: str) -> None:
        """Take the photo in a file."""
        try:
            self.presenter.set_photo(portrait(read_picture_file(path)))
        except Refused:
            self.presenter.refuse_photo()

    def refresh(self) -> None:
        """Show the photo there is now."""
        presenter = self.presenter
        name = presenter.current.name if presenter.current else ""
        self.face.set_person(name, presenter.photo)
        can = presenter.can_save
        self.choose.setVisible(can)
        self.remove.setVisible(can and bool(presenter.photo))
