"""Care for the project file: backups, verification, merge, earlier states, trouble."""
