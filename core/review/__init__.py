"""Review: decisions on differences, the adjudicated layer, corrections, who works on what."""
