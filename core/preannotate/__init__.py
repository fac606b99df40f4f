"""Pre-annotation: quotations, speakers and names proposed for a text. Importing this is cheap; the models load later."""

from core.preannotate.annotator import Annotator, Proposals

__all__ = ["Annotator", "Proposals"]
