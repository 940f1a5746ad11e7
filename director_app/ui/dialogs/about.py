"""What this program is, its version, and whose work it stands on."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

import director_app
from director_app.ui.look import Look
from director_app.ui.widgets.text import Text


class AboutDialog(QDialog):
    """A small window with facts; everything in it can be copied."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wording = look.wording
        self.setWindowTitle(wording.text("About this program"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(Text(look, wording.text("Culture Delivery Director"), "title"))
        version = getattr(director_app, "__version__", "")
        facts = wording.text(
            "Version {version} · Qt {qt} · Python {python}",
            version=version,
            qt=qVersion(),
            python=platform.python_version(),
        )
        column.addWidget(Text(look, facts, "small", "text2"))
        for sentence in (
            wording.text("Works without a network. Plans stay on this computer."),
            wording.text("Fonts: Pretendard and Noto Sans KR (OFL). Icons: Lucide (ISC). Window: Qt (LGPL 3)."),
            wording.text("Licences of all parts lie beside the program."),
        ):
            column.addWidget(Text(look, sentence, "small", wraps=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(wording.text("Close"))
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setFixedWidth(420)
