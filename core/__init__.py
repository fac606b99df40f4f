"""The program without a face: model, pre-annotation, store, formats, comparison. Never imports Qt or ``gui``."""
