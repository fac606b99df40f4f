"""Words of Qt's own dialogs that Qt's translations lack, by language: the file dialog, kinds of files, printing."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

LACKING: dict[str, dict[tuple[str, str], str]] = {
    "ru": {
        ("QFileDialog", "&Look in:"): "&Папка:",
        ("QFileDialog", "Files of &type:"): "&Тип файлов:",
        ("QAbstractFileIconProvider", "File"): "Файл",
        ("QAbstractFileIconProvider", "File Folder"): "Папка",
        ("QAbstractFileIconProvider", "Folder"): "Папка",
        ("QAbstractFileIconProvider", "Drive"): "Диск",
        ("QAbstractFileIconProvider", "Alias"): "Ссылка",
        ("QAbstractFileIconProvider", "Shortcut"): "Ярлык",
        ("QAbstractFileIconProvider", "Unknown"): "Неизвестно",
        ("QPageSetupWidget", "Page &order:"): "&Порядок страниц:",
        ("QPageSetupWidget", "Pages &per sheet:"): "&Страниц на листе:",
        ("QPrintDialog", "Automatic"): "Автоматически",
        ("QColorDialog", "Pick Screen Color"): "Взять цвет с экрана",
        ("QErrorMessage", "An error occurred"): "Произошла ошибка",
        ("QMessageBox", "OK"): "OK",
        ("QMessageBox", "Help"): "Справка",
    }
}


class QtWords(QTranslator):
    """Translate what Qt's own translation to a language lacks; asked last."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._words = LACKING.get(language, {})

    def isEmpty(self) -> bool:
        return not self._words

    def translate(self, context: str, source: str, _context: str | None = None, n: int = -1) -> str | None:
        """Return the words; None lets Qt go on."""
        return self._words.get((context, source))
