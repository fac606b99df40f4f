"""The bundle's start: the program, and the processes that it starts of itself."""

import multiprocessing

from gui.launch import main

multiprocessing.freeze_support()
main()
