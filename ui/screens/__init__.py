"""The screens of the rail, each imported when it is first shown.

A line is ``id: ("module:Class", marked word, icon)`` in the order of the rail. A screen's class is made
as ``Class(desk)``. What is not there yet shows a sentence that says so.
"""

from subcontract.words import N_

SCREENS: dict[str, tuple[str, str, str]] = {
    "today": ("ui.screens.today:TodayScreen", N_("Today"), "sun-horizon"),
    "jobs": ("ui.screens.jobs:JobsScreen", N_("Jobs"), "package"),
    "shifts": ("ui.screens.shifts:ShiftsScreen", N_("Shifts"), "calendar-blank"),
    "hours": ("ui.screens.hours:HoursScreen", N_("Recording"), "check-square-offset"),
    "payouts": ("ui.screens.payouts:PayoutsScreen", N_("Payouts"), "coin"),
    "invoices": ("ui.screens.invoices:InvoicesScreen", N_("Invoices"), "receipt"),
    "clients": ("ui.screens.clients:ClientsScreen", N_("Clients"), "users-three"),
    "customers": ("ui.screens.customers:CustomersScreen", N_("Customers"), "storefront"),
    "reports": ("ui.screens.reports:ReportsScreen", N_("Reports"), "chart-bar"),
    "settings": ("ui.screens.settings:SettingsScreen", N_("Settings"), "gear-six"),
}
"""id of the screen: where its class is, its word on the rail and its icon."""
