"""The project file: SQLite, and the only place with SQL. Others use ``Project`` and the values it gives out."""

from core.store.articles import ORDERS, ArticleQuery, ArticleRow
from core.store.lock import Holder
from core.store.log import LogEntry
from core.store.project import Project
from core.store.review import Assignment, Comment, LayerState, Start
from core.store.reviews import Reviews

__all__ = [
    "ORDERS",
    "ArticleQuery",
    "ArticleRow",
    "Assignment",
    "Comment",
    "Holder",
    "LayerState",
    "LogEntry",
    "Project",
    "Reviews",
    "Start",
]
