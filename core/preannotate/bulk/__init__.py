"""Pre-annotation of many articles: in this process, in several, on several machines; the results are the same bytes.

``suited`` chooses. Whoever stores what was proposed is this process alone: workers compute layers and write nothing.
"""

from core.preannotate.bulk.choice import suited
from core.preannotate.bulk.many import Many, Proposer, as_many

__all__ = ["Many", "Proposer", "as_many", "suited"]
