"""Asetukset, Säännöt: every dated rule with its ground, source and history."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.settings.rules import RulesPresenter
from ui.presenters.tone import Tone
from ui.screens.bones import Desk, SideCard
from ui.widgets.banner import Banner
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Line, ToneLine
from ui.widgets.pages import Area
from ui.widgets.table import TableView


class RulesPage(QWidget):
    """A table of rules; the selected one's history at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.texts = desk.texts
        self.presenter = RulesPresenter(desk.door(self), desk.texts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.banner = Banner()
        column.addWidget(self.banner)
        self.area = Area(name=self.texts.say(N_("History of the rule")))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.side = SideCard(self.texts, TableView(self.presenter.table), N_("Rule"), self.area)
        self.side.on_close = self.presenter.close
        self.side.splitter.setSizes([489, 458])
        column.addWidget(self.side, 1)
        self._shown = ""
        self.presenter.listen(self.refresh)
        self.presenter.load()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        notice = self.presenter.notice
        self.banner.say(notice.text if notice else "", notice.tone if notice else Tone.INFO)
        rule = self.presenter.open_rule
        self.side.show_card(shown=rule is not None, title=self.presenter.title)
        if rule is not None and rule.name != self._shown:
            self._shown = rule.name
            self.area.setWidget(self._history())

    def _history(self) -> QWidget:
        """The open rule's values, note and link."""
        body = QWidget()
        body.setProperty("look", "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(4, 4, 12, 12)
        column.setSpacing(6)
        column.addWidget(ToneLine(*self.presenter.checked))
        if self.presenter.note:
            column.addWidget(ToneLine(self.presenter.note, Tone.INFO))
        for days, value, ground in self.presenter.history():
            column.addWidget(Line())
            column.addWidget(Label(days, "quiet"))
            column.addWidget(Label(value, "strong", wrap=True))
            column.addWidget(Label(ground, "muted", wrap=True))
        if self.presenter.link:
            link = self.presenter.link
            open_it = LinkButton(
                self.texts.say(N_("Open the source")),
                lambda: QDesktopServices.openUrl(QUrl(link)),
                about=self.presenter.title,
            )
            column.addWidget(open_it, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return body
