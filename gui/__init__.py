"""The face: PySide6 over core. No SQL, no rule about meaning, no offset arithmetic outside text_geometry."""
