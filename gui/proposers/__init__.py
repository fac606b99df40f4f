"""Other proposers in the window: their list, what each is, consent, trying, asking, whose proposals are shown."""
