"""Review in the window: compare, adjudicate, agreement, ledger, who works on what."""
