"""What is open and what works: session, undo, jobs, settings."""
