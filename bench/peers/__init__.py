"""Real peers: our exports imported by the programs they are meant for, exported there, read back, compared."""
