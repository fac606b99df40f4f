"""The state that commands share: session, undo, jobs, settings."""
