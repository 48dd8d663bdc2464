"""The Qt style sheet, filled in with a theme's colours."""

from __future__ import annotations

from string import Template

from taureau.ui.widgets.theme import Theme

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog, QMessageBox { background: $window; }
QDialog QScrollArea, QDialog QScrollArea > QWidget > QWidget { background: $window; border: none; }
QToolTip { background: $panel; color: $text; border: 1px solid $edge; padding: 4px 8px; }

QMenuBar { background: $window; color: $text; padding: 2px 8px; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $line; }
QMenu { background: $panel; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $line; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 2px 8px; }
QSplitter::handle { background: $line; }

#timeLine QScrollArea, #timeLine QScrollArea > QWidget > QWidget { background: transparent; border: none; }
#panel, #panel QScrollArea, #panel QScrollArea > QWidget > QWidget { background: $panel; border: none; }
#toolBar { background: $panel; border-bottom: 1px solid $line; }
#viewBar { background: $panel; border-top: 1px solid $line; }
#timeLine { background: $panel; border-top: 1px solid $line; }
#heading { color: $muted; font-weight: 600; letter-spacing: 1px; }
#muted { color: $muted; }
#caption { color: $muted; font-size: 11px; }
#stage { font-weight: 600; }
#title { font-size: 19px; color: $pen; }
#onPaper { color: #5e5e59; }
#messageLine, #tidyBar, #rescueCard { background: $panel; border: 1px solid $edge; border-radius: 8px; }
#model { background: $panel; border: 1px solid $line; border-radius: 8px; }
#rescueCard QScrollArea, #rescueCard QScrollArea > QWidget > QWidget { background: $panel; border: none; }
#failure { color: $error; }

QPushButton {
    background: $field; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 0 16px; min-height: 30px;
}
QPushButton:hover { border-color: $muted; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0 15px; min-height: 28px; }
QPushButton:disabled { color: $faint; border-color: $line; background: $panel; }
QPushButton#primary {
    background: $ink; color: $on_ink; border: 1px solid $ink; font-weight: 600; min-height: 38px;
}
QPushButton#primary:hover { background: $ink_hover; }
QPushButton#primary:focus { border: 2px solid $accent; min-height: 36px; }
QPushButton#primary:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton#fold {
    background: transparent; color: $muted; border: 1px solid transparent;
    text-align: left; padding: 0; min-height: 24px;
}
QPushButton#fold:hover { color: $text; }
QPushButton#fold:focus { border: 1px solid $accent; }
QPushButton#heading {
    background: transparent; color: $muted; font-weight: 600; letter-spacing: 1px;
    border: 1px solid transparent; text-align: left; padding: 0; min-height: 24px;
}
QPushButton#heading:hover { color: $text; }
QPushButton#heading:focus { border: 1px solid $accent; }
QPushButton#quiet { background: transparent; color: $muted; border: 1px solid transparent; min-height: 24px; }
QPushButton#quiet:hover { color: $text; }
QPushButton#quiet:focus { border: 1px solid $accent; padding: 0 16px; }
QPushButton#onPaper { background: transparent; color: $pen; border-color: #a9a69d; }
QPushButton#onPaper:hover { border-color: $pen; }
QPushButton#onPaper:focus { border-color: #b0432a; }
QPushButton#onPaper:disabled { background: transparent; color: #8d8a82; border-color: #cfcbc0; }
QPushButton#onPaperFirst { background: $pen; color: $paper; border: 1px solid $pen; font-weight: 600; }
QPushButton#onPaperFirst:hover { background: #000000; }
QPushButton#onPaperFirst:focus { border: 2px solid #b0432a; }
QLineEdit#onPaper {
    background: #ffffff; color: $pen; border: 1px solid #a9a69d; border-radius: 6px; min-height: 30px; padding: 0 8px;
    placeholder-text-color: #5e5e59; selection-background-color: #b0432a; selection-color: #fbf8f1;
}
QLineEdit#onPaper:hover { border-color: $pen; }
QLineEdit#onPaper:focus { border: 2px solid #b0432a; min-height: 28px; padding: 0 7px; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px; padding: 3px; }
QToolButton:hover { background: $line; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $faint; }
QToolButton:checked { background: $line; border-color: $edge; }
QToolButton:checked:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
#toolBar QToolButton { padding: 6px; }
#toolBar QToolButton:checked { background: $raised; border-color: $edge; }
#toolBar QToolButton:focus { border-color: $accent; }
QToolButton#seed { padding: 3px; font-size: 11px; }
QToolButton#seed:checked { background: transparent; border: 2px solid $accent; padding: 2px; }
QToolButton#seed:focus { border: 2px solid $accent; padding: 2px; }
QToolButton#seed:disabled { color: $muted; }
QToolButton#sample { padding: 0; border: 2px solid transparent; border-radius: 8px; }
QToolButton#sample:hover { background: transparent; border-color: #a9a69d; }
QToolButton#sample:focus { border-color: #b0432a; }

#segments { background: $groove; border-radius: 7px; }
#segments QToolButton {
    border: 1px solid transparent; border-radius: 5px; padding: 0 4px; min-height: 24px; color: $muted;
}
#segments QToolButton:hover { color: $text; background: transparent; }
#segments QToolButton:checked { color: $accent; background: $raised; border-color: $edge; }
#segments QToolButton:focus { border: 2px solid $accent; padding: 0 3px; min-height: 22px; }

#palette { background: $panel; border: 1px solid $edge; }
#palette QLineEdit {
    background: $field; color: $text; border: 1px solid $edge; border-radius: 6px; min-height: 32px; padding: 0 8px;
}
#palette QLineEdit:focus { border: 2px solid $accent; min-height: 30px; padding: 0 7px; }
#palette QTreeWidget { background: $panel; color: $text; border: none; }
#palette QTreeWidget::item { min-height: 28px; padding: 0 8px; border: none; }
#palette QTreeWidget::item:selected { background: $line; color: $text; }
QPlainTextEdit { background: $field; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 4px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px; }

QDoubleSpinBox, #panel QLineEdit, QLineEdit#field, QFileDialog QLineEdit {
    background: $field; color: $text; border: 1px solid $edge; border-radius: 6px; min-height: 28px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QDoubleSpinBox:hover, #panel QLineEdit:hover, QLineEdit#field:hover, QFileDialog QLineEdit:hover {
    border-color: $muted;
}
QDoubleSpinBox:focus, #panel QLineEdit:focus, QLineEdit#field:focus, QFileDialog QLineEdit:focus {
    border: 2px solid $accent; min-height: 26px;
}
#panel QLineEdit, QLineEdit#field { padding: 0 8px; }
#panel QLineEdit:focus, QLineEdit#field:focus { padding: 0 7px; }
QDoubleSpinBox QLineEdit, #panel QDoubleSpinBox QLineEdit {
    background: transparent; border: none; min-height: 0; padding: 0;
}
QDoubleSpinBox:disabled { color: $faint; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; height: 0; border: none; }

QPushButton::menu-indicator { image: none; width: 0; }
QComboBox {
    background: $field; color: $text; border: 1px solid $edge; border-radius: 6px;
    min-height: 28px; padding: 0 28px 0 8px;
}
QComboBox:hover { border-color: $muted; }
QComboBox:focus { border: 2px solid $accent; min-height: 26px; padding: 0 27px 0 7px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $panel; color: $text; border: 1px solid $edge; padding: 4px;
    selection-background-color: $line; selection-color: $text;
}

QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; background: $edge; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $muted; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: $field; border: 1px solid $muted;
}
QSlider::handle:horizontal:hover { border-color: $text; }
QSlider::handle:horizontal:focus, QSlider::handle:horizontal:pressed {
    border: 2px solid $accent; width: 12px; height: 12px;
}
QSlider::sub-page:horizontal:disabled, QSlider::groove:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { background: $panel; border-color: $edge; }

#panel QListView { background: transparent; border: none; }
QListView#gallery { background: $window; border: none; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 4px; min-width: 32px; }
QScrollBar::handle:vertical { background: $edge; border-radius: 4px; min-height: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; width: 0; height: 0;
}
""")


def style_sheet(theme: Theme) -> str:
    """Return the style sheet in the theme's colours."""
    colors = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    return _SHEET.substitute(
        colors,
        groove=theme.window if theme.dark else "#ebe9e5",
        raised="#333331" if theme.dark else theme.field,
        ink_hover="#ffffff" if theme.dark else "#000000",
        on_accent=theme.on_ink if theme.dark else theme.paper,
    )
