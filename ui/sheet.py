"""The style sheet with the names of tokens in place of values; ``theme.stylesheet`` fills them."""

SHEET = """
QMainWindow, QDialog, QWidget[look="paper"] { background: @paper; color: @ink; }
QToolTip { background: @ink; color: @card; border: 1px solid @ink; padding: @s4 @s8; }

QLabel[look="title"] { font-size: @title; font-weight: 600; }
QLabel[look="section"] { font-size: @section; font-weight: 600; }
QLabel[look="figure"] { font-size: @figure; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: @muted; font-size: @small; }
QLabel[look="quiet"] { color: @muted; }
QLabel[look="label"] { font-weight: 600; }
QLabel[look="error"] { color: @berry_text; }
QLabel[tone="ready"] { color: @pine; }
QLabel[tone="attention"] { color: @sun_text; }
QLabel[tone="wrong"] { color: @berry_text; }
QLabel[tone="info"] { color: @sky_text; }
QLabel[tone="quiet"] { color: @muted; }

QFrame[look="card"] { background: @card; border: 1px solid @line; border-radius: 10px; }
QFrame[look="boardcolumn"] { background: @rail; border: none; border-radius: 10px; }
QFrame[look="jobcard"] { background: @card; border: 1px solid @line; border-radius: 8px; }
QFrame[look="jobcard"]:hover { border-color: @pine; }
QFrame[look="jobcard"][focus="true"] { border: 2px solid @pine; }
QFrame[look="banner"] { border-radius: 8px; border: 1px solid @control; }
QFrame[look="banner"][tone="ready"] { background: @pine_tint; border-color: @pine; }
QFrame[look="banner"][tone="attention"] { background: @sun_tint; border-color: @sun; }
QFrame[look="banner"][tone="wrong"] { background: @berry_tint; border-color: @berry; }
QFrame[look="banner"][tone="info"] { background: @sky_tint; border-color: @sky; }
QFrame[look="line"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="footer"] { background: @paper; border: none; border-top: 1px solid @line; }
QFrame[look="header"] { background: @paper; border: none; border-bottom: 1px solid @line; }
QFrame[look="rail"] { background: @rail; border: none; border-right: 1px solid @line; }
QFrame[look="chip"] { background: @card; border: 1px solid @control; border-radius: @h10; }
QFrame[look="chip"][tone="ready"] { background: @pine_tint; border-color: @pine; }
QFrame[look="chip"][tone="attention"] { background: @sun_tint; border-color: @sun_text; }
QFrame[look="chip"][tone="wrong"] { background: @berry_tint; border-color: @berry; }
QFrame[look="chip"][tone="info"] { background: @sky_tint; border-color: @sky; }
QFrame[look="chip"][tone="quiet"] { background: @paper; border-color: @line; }

QPushButton { background: @card; color: @ink; border: 1px solid @control; border-radius: 6px;
    padding: 0px @s16; min-height: @h36; }
QPushButton:hover { background: @pine_tint; border-color: @pine; }
QPushButton:pressed { background: @pine_tint; }
QPushButton:focus { border: 2px solid @pine; padding: 0px @s16; }
QPushButton:disabled { color: @muted; border-color: @line; background: @paper; }
QPushButton[look="primary"] { background: @pine; color: @on_pine; border: 2px solid @pine; font-weight: 600;
    padding: 0px @s24; min-height: @h36; }
QPushButton[look="primary"]:hover { background: @pine_dark; border-color: @pine_dark; }
QPushButton[look="primary"]:focus { border: 2px solid @ink; }
QPushButton[look="primary"]:disabled { background: @line; color: @muted; border-color: @line; }
QPushButton[look="link"] { background: transparent; border: 2px solid transparent; color: @sky_text;
    padding: 0px @s4; min-height: @h24; text-align: left; }
QPushButton[look="link"]:hover { background: @sky_tint; }
QPushButton[look="link"]:focus { border: 2px solid @pine; }
QPushButton[look="icon"], QPushButton[look="ghost"] { background: transparent; border: 2px solid transparent;
    padding: 0px @s8; min-height: @h28; min-width: @h20; }
QPushButton[look="icon"]:hover, QPushButton[look="ghost"]:hover { background: @pine_tint; }
QPushButton[look="icon"]:focus, QPushButton[look="ghost"]:focus { border: 2px solid @pine; }
QPushButton[look="rail"] { background: transparent; border: 2px solid transparent; border-radius: 8px;
    text-align: left; padding: 0px @s12; min-height: @h36; }
QPushButton[look="rail"][short="true"] { padding: 0px @s8; min-height: @h28; }
QPushButton[look="rail"]:hover { background: @pine_tint; }
QPushButton[look="rail"]:checked { background: @pine; color: @on_pine; font-weight: 600;
    border-color: @pine; }
QPushButton[look="rail"]:focus { border: 2px solid @pine; }
QPushButton[look="rail"]:checked:focus { border: 2px solid @ink; }
QPushButton[look="search"] { color: @muted; text-align: left; padding: 0px @s12; min-height: @h28; }
QPushButton[look="chip"] { border-radius: @h14; padding: 0px @s16; min-height: @h28; }
QPushButton[look="chip"]:checked { background: @pine_tint; border: 2px solid @pine; color: @pine; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox { background: @card; color: @ink;
    border: 1px solid @control; border-radius: 6px; padding: 1px @s10; min-height: @h28;
    selection-background-color: @pine; selection-color: @on_pine; }
QLineEdit, QPlainTextEdit { placeholder-text-color: @muted; }
QPlainTextEdit, QTextEdit { padding: @s4 @s6; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus { border: 2px solid @pine;
    padding: 0px @s10; }
QPlainTextEdit:focus, QTextEdit:focus { padding: @s4 @s6; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid @berry;
    background: @card; padding: 0px @s10; }
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only { background: @paper; color: @ink;
    border: 1px solid @line; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: @h28;
    border: none; }
QComboBox::down-arrow { image: url(@icons/caret-@suffix.svg); width: @h14; height: @h14; }
QComboBox QAbstractItemView { background: @card; color: @ink; border: 1px solid @control; padding: @s4;
    selection-background-color: @pine_tint; selection-color: @ink; outline: none; }
QComboBox QAbstractItemView::item { min-height: @h28; padding: 0px @s8; }

QCheckBox, QRadioButton { spacing: @s8; min-height: @h28; border: 2px solid transparent;
    border-radius: 6px; padding-right: @s6; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @pine; }
QCheckBox::indicator, QRadioButton::indicator { width: @h18; height: @h18;
    border: 1px solid @control; background: @card; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: @h10; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border: 2px solid @pine; }
QCheckBox::indicator:checked { background: @pine; border-color: @pine; image: url(@icons/check-@suffix.svg); }
QRadioButton::indicator:checked { background: @pine; border: 1px solid @pine;
    image: url(@icons/dot-@suffix.svg); }

QTableView, QListView, QTreeView { background: @card; color: @ink; border: 1px solid @line;
    border-radius: 10px;
    gridline-color: @line; selection-background-color: @pine_tint; selection-color: @ink; outline: none; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid @pine; }
QTableView::item { padding: 0px @s8; border: none; }
QTableView::item:selected { background: @pine_tint; color: @ink; }
QTableCornerButton::section { background: @card; border: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: @card; color: @muted; font-size: @small; font-weight: 600; border: none;
    border-bottom: 1px solid @control; padding: @s4 @s8; min-height: @h24; }
QHeaderView::section:hover { background: @pine_tint; color: @ink; }
QHeaderView::up-arrow { image: url(@icons/caret-up-@suffix.svg); width: @h14; height: @h14; }
QHeaderView::down-arrow { image: url(@icons/caret-@suffix.svg); width: @h14; height: @h14; }
QListView::item { padding: @s4 @s8; border-radius: 6px; min-height: @h24; }
QListView::item:selected { background: @pine_tint; color: @ink; }

QScrollArea { background: transparent; border: none; }
QScrollArea:focus { border: 2px solid @pine; border-radius: 8px; }
QScrollArea > QWidget > QWidget[look="clear"] { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @control; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: @paper; color: @ink; border-bottom: 1px solid @line; padding: 2px @s8; }
QMenuBar::item { padding: @s4 @s10; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: @pine_tint; color: @ink; }
QMenu { background: @card; color: @ink; border: 1px solid @control; border-radius: 8px; padding: @s4; }
QMenu::item { padding: @s6 @s24; border-radius: 6px; }
QMenu::item:selected { background: @pine_tint; color: @ink; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: @s4 @s8; }
QMenu::indicator { width: @h16; height: @h16; left: @s6; }
QMenu::indicator:checked { image: url(@icons/tick-@suffix.svg); }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: @s8 @s16; border: 2px solid transparent;
    border-bottom: 3px solid transparent; min-height: @h22; }
QTabBar[short="true"]::tab { padding: @s8 @s8; }
QTabBar::tab:hover { color: @ink; background: @pine_tint; border-radius: 6px; }
QTabBar::tab:selected { color: @ink; font-weight: 600; border-bottom: 3px solid @pine; }
QTabBar::tab:focus { border: 2px solid @pine; border-bottom: 3px solid @pine; }

QSlider { min-height: @h28; border: 2px solid transparent; border-radius: 6px; }
QSlider:focus { border: 2px solid @pine; }
QSlider::groove:horizontal { height: 6px; background: @card; border: 1px solid @control; border-radius: 4px; }
QSlider::sub-page:horizontal { background: @pine; border: 1px solid @pine; border-radius: 4px; }
QSlider::handle:horizontal { width: @h20; margin: -8px 0px; background: @card; border: 2px solid @pine;
    border-radius: 10px; }
QSlider::handle:horizontal:hover { background: @pine_tint; }

QProgressBar { background: @line; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: @pine; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @line; }
QSplitter::handle:horizontal { width: @s16; }
QGroupBox { border: none; margin-top: @h24; font-weight: 600; }
"""
