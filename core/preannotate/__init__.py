"""Pre-annotation: quotations, speakers and names proposed for a text; the models load later than this."""

from core.preannotate.annotator import Annotator, Proposals

__all__ = ["Annotator", "Proposals"]
