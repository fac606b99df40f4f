"""``python -m gui`` is ``citata``."""

from gui.launch import main

if __name__ == "__main__":
    main()
