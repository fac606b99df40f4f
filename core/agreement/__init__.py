"""How far annotators agree: on quotations, their parts, who said them, and entities. Pure; layers in, numbers out.

``evaluation`` measures a prediction against a gold layer.
"""

from core.agreement.measures import Measures, measures
from core.agreement.study import HEADLINES, Study, at_path, headlines
from core.agreement.tally import Tally, count_all, count_pair, total

__all__ = [
    "HEADLINES",
    "Measures",
    "Study",
    "Tally",
    "at_path",
    "count_all",
    "count_pair",
    "headlines",
    "measures",
    "total",
]
