"""Any colour, chosen by eye or typed as #rrggbb, while the window stays usable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget


def color_dialog(parent: QWidget, title: str, color: str | None) -> QColorDialog:
    """Closes itself for good when it is done with."""
    dialog = QColorDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(False)
    if color is not None:
        dialog.setCurrentColor(QColor(color))
    return dialog
