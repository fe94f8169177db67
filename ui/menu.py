"""The tables of screens and commands: what the rail, the menus and the search offer; no Qt.

A screen's own buttons have their keys on them; here is what works everywhere. Texts are marked.
"""

from dataclasses import dataclass
from enum import StrEnum

from subcontract.words import N_


class Menu(StrEnum):
    """The menus of the bar, in order; the value is the marked title."""

    FILE = N_("File")
    EDIT = N_("Edit")
    VIEW = N_("View")
    GO = N_("Go to")
    HELP = N_("Help")


class When(StrEnum):
    """When a command is possible."""

    ALWAYS = "always"
    OPEN = "open"
    """Somebody is signed in."""
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. ``choice`` names a group of which exactly one is ticked."""

    id: str
    text: str
    menu: Menu
    key: str = ""
    permission: str = ""
    """The value of the permission that is needed; a test knows them all."""
    screen: str = ""
    when: When = When.ALWAYS
    choice: str = ""
    after_line: bool = False
    """Whether a separator stands before it."""
    found: bool = True
    """Whether the search that finds anything offers it."""


SCREENS: dict[str, tuple[str, str, str]] = {
    "today": ("ui.screens.today:TodayScreen", N_("Today"), "sun-horizon"),
    "jobs": ("ui.screens.jobs.jobs:JobsScreen", N_("Jobs"), "package"),
    "shifts": ("ui.screens.shifts.shifts:ShiftsScreen", N_("Shifts"), "calendar-blank"),
    "hours": ("ui.screens.hours.hours:HoursScreen", N_("Recording"), "check-square-offset"),
    "payouts": ("ui.screens.pay.payouts:PayoutsScreen", N_("Payouts"), "coin"),
    "invoices": ("ui.screens.invoices.invoices:InvoicesScreen", N_("Invoices"), "receipt"),
    "clients": ("ui.screens.clients.clients:ClientsScreen", N_("Clients"), "users-three"),
    "customers": ("ui.screens.customers:CustomersScreen", N_("Customers"), "storefront"),
    "reports": ("ui.screens.reports:ReportsScreen", N_("Reports"), "chart-bar"),
    "settings": ("ui.screens.settings.settings:SettingsScreen", N_("Settings"), "gear-six"),
}
"""id of the screen, in the order of the rail: where its class is (made as ``Class(desk)`` when it is first
shown), its marked word and its icon."""


def _screen(number: int, screen: str, text: str, permission: str = "") -> Command:
    """The command that shows a screen of the rail: Alt and its number."""
    return Command(
        id=f"go_{screen}",
        text=text,
        menu=Menu.GO,
        key=f"Alt+{number % 10}",
        screen=screen,
        when=When.OPEN,
        permission=permission,
    )


COMMANDS: tuple[Command, ...] = (
    Command(
        id="switch_person", text=N_("Change who is working"), menu=Menu.FILE, key="Ctrl+L", when=When.OPEN
    ),
    Command(id="quit", text=N_("Quit"), menu=Menu.FILE, key="Ctrl+Q", after_line=True),
    Command(id="undo", text=N_("Undo"), menu=Menu.EDIT, key="Ctrl+Z", when=When.UNDO, found=False),
    Command(id="redo", text=N_("Redo"), menu=Menu.EDIT, key="Ctrl+Shift+Z", when=When.REDO, found=False),
    Command(
        id="find",
        text=N_("Find anything"),
        menu=Menu.EDIT,
        key="Ctrl+K",
        when=When.OPEN,
        after_line=True,
        found=False,
    ),
    Command(
        id="filter", text=N_("Filter the list"), menu=Menu.EDIT, key="Ctrl+F", when=When.OPEN, found=False
    ),
    Command(id="theme_system", text=N_("Colours of the system"), menu=Menu.VIEW, choice="theme"),
    Command(id="theme_light", text=N_("Light colours"), menu=Menu.VIEW, choice="theme"),
    Command(id="theme_dark", text=N_("Dark colours"), menu=Menu.VIEW, choice="theme"),
    Command(id="theme_contrast", text=N_("High contrast"), menu=Menu.VIEW, choice="theme"),
    Command(id="larger", text=N_("Larger letters"), menu=Menu.VIEW, key="Ctrl++", after_line=True),
    Command(id="smaller", text=N_("Smaller letters"), menu=Menu.VIEW, key="Ctrl+-"),
    Command(id="normal_size", text=N_("Ordinary letters"), menu=Menu.VIEW, key="Ctrl+0"),
    Command(id="language_fi", text=N_("In Finnish"), menu=Menu.VIEW, choice="language", after_line=True),
    Command(id="language_sv", text=N_("In Swedish"), menu=Menu.VIEW, choice="language"),
    Command(id="language_en", text=N_("In English"), menu=Menu.VIEW, choice="language"),
    _screen(1, "today", N_("Today")),
    _screen(2, "jobs", N_("Jobs")),
    _screen(3, "shifts", N_("Shifts")),
    _screen(4, "hours", N_("Recording")),
    _screen(5, "payouts", N_("Payouts"), "see_pay"),
    _screen(6, "invoices", N_("Invoices")),
    _screen(7, "clients", N_("Clients")),
    _screen(8, "customers", N_("Customers")),
    _screen(9, "reports", N_("Reports"), "see_reports"),
    _screen(10, "settings", N_("Settings")),
    Command(id="help", text=N_("Help for this field"), menu=Menu.HELP, key="F1", found=False),
    Command(id="keys", text=N_("Keys"), menu=Menu.HELP, key="Ctrl+F1"),
    Command(id="about", text=N_("About Urakka"), menu=Menu.HELP, after_line=True),
)

BY_ID = {command.id: command for command in COMMANDS}
