"""Do annotators put the same annotations to the same source? B-cubed and LEA over clusters of annotations.

A cluster is what one annotator resolves to one actor; ids of actors do not matter, only who is together with whom. The
counts of several articles add up before ratios are taken.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

Clusters: TypeAlias = Sequence[frozenset[Hashable]]


class Share(NamedTuple):
    """A sum of scores and what it could have been: the ratio is a precision or a recall."""

    got: float
    of: float


def clusters_of(sources: Mapping[Hashable, str | None]) -> list[frozenset[Hashable]]:
    """Return the clusters of annotations by the source they resolve to; an unknown source (None) stands alone."""
    together: dict[str, set[Hashable]] = {}
    alone = []
    for item, source in sources.items():
        if source is None:
            alone.append(frozenset([item]))
        else:
            together.setdefault(source, set()).add(item)
    return [*map(frozenset, together.values()), *alone]


def b_cubed(key: Clusters, response: Clusters) -> tuple[Share, Share]:
    """Return B-cubed precision and recall of ``response`` against ``key``.

    Recall is the mean over the key's members of the share of its key cluster that stands with it in the response;
    precision the same with the sides changed.
    Source: A. Bagga, B. Baldwin, Algorithms for scoring coreference chains, LREC workshop (1998).
    """
    return _b_cubed(response, key), _b_cubed(key, response)


def _b_cubed(mine: Clusters, other: Clusters) -> Share:
    cluster_of = {item: cluster for cluster in other for item in cluster}
    got = 0.0
    for cluster in mine:
        for shared in _shared(cluster, cluster_of).values():
            got += shared * shared / len(cluster)
    return Share(got, sum(map(len, mine)))


def lea(key: Clusters, response: Clusters) -> tuple[Share, Share]:
    """Return LEA precision and recall of ``response`` against ``key``: clusters weighed by size.

    Recall = sum_k |k| * sum_r link(k & r) / link(k) / sum_k |k|, link(n) = n(n-1)/2; a cluster of one has a link to
    itself, which is found where it stands alone in the other as well.
    Source: N. S. Moosavi, M. Strube, Which coreference evaluation metric do you trust?, ACL (2016).
    """
    return _lea(response, key), _lea(key, response)


def _lea(mine: Clusters, other: Clusters) -> Share:
    cluster_of = {item: cluster for cluster in other for item in cluster}
    got = 0.0
    for cluster in mine:
        if len(cluster) == 1:
            (item,) = cluster
            got += len(cluster_of.get(item, ())) == 1
        else:
            found = sum(_links(shared) for shared in _shared(cluster, cluster_of).values())
            got += len(cluster) * found / _links(len(cluster))
    return Share(got, sum(map(len, mine)))


def _shared(
    cluster: Iterable[Hashable], cluster_of: Mapping[Hashable, frozenset[Hashable]]
) -> dict[frozenset[Hashable], int]:
    """Return how many members each cluster of the other side shares with this one."""
    out: dict[frozenset[Hashable], int] = {}
    for item in cluster:
        facing = cluster_of.get(item)
        if facing is not None:
            out[facing] = out.get(facing, 0) + 1
    return out


def _links(size: int) -> int:
    """Return the links between members, each from both ends: only their ratios are looked at."""
    return size * (size - 1)
