"""The window: PySide6 over core. No SQL, no linguistic rules, no UTF-16 offsets outside gui/canvas/geometry.py."""
