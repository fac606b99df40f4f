"""``python -m gui`` is ``citata``."""

from gui.launch import main

main()
