"""Pre-annotation of many articles: in this process, in several, on several machines; the results are the same bytes.

``suited`` chooses. Whoever stores what was proposed is this process alone: workers compute layers and write nothing.
"""

from core.preannotate.bulk.many import Many, Outcome, Proposer, as_many, cores, suited

__all__ = ["Many", "Outcome", "Proposer", "as_many", "cores", "suited"]
