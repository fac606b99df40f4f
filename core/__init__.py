"""Everything but the window: model, pre-annotation, store, formats, comparison. Never imports Qt or ``gui``."""
