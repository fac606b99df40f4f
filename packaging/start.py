"""The bundle's start: the program, and the processes that it starts of itself (they run this file again)."""

import multiprocessing

from gui.launch import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
