"""Weights learnt over what `hearsay type --evidence` says of each line, in ten folds: the part of Benchmarks/plv behind --learnt.

One linear model, multinomial logistic regression, over blocks of features. A line's features of one block have length one
together, so that no block outweighs another. Every line is answered by a model that never saw it; folds are drawn by a hash of
the line's id, label by label. Nothing that is learnt here is kept or shipped.
"""
import hashlib
from collections import Counter

import numpy as np

FOLDS = 10
# Weight decay. Three were tried, 0.001, 0.0003 and 0.0001: they differ by less than half a point.
DECAY = 0.001
STEPS = 400


def answer(row, merged):
    """The root that the program gives, as a feature."""
    return [merged.get(row["type"], row["type"])]


def claims(row, merged):
    """The claims weighed: the one that fits best, and, alike among themselves, the next three."""
    out = []
    for place, claim in enumerate(row["evidence"]["candidates"][:4]):
        rank = "best" if place == 0 else "other"
        kind = claim["type"]
        out += [f"{rank} {key} {claim[key]}" for key in ("root", "type", "by", "lemma")]
        out += [f"{rank} {kind} {claim['status']}", f"{rank} {kind} mode {claim['mode']}"]
        if place == 0:
            for key in ("told", "inner"):
                out += [f"{key} {word}" for word in claim[key]] + [f"{key} {kind} {word}" for word in claim[key]]
            out += claim["steps"]
    return out


def path(row, merged):
    """The way from one party to the other: lemmas, with and without direction, relations, neighbours."""
    steps = row["evidence"]["path"]
    out = [f"{s['lemma']}" for s in steps] + [f"{s['lemma']} {s['direction']}" for s in steps]
    out += [f"{s['relation']} {s['direction']}" for s in steps]
    return out + [f"{a['lemma']} > {b['lemma']}" for a, b in zip(steps, steps[1:])]


def known(row, merged):
    """Patterns of the codebook that know a word of the way, conditions apart."""
    found = row["evidence"]["known"]
    return [k["by"] for k in found] + [f"{k['type']} {'fails' if k['failed'] else 'holds'}" for k in found]


def words(row, merged):
    """Lemmas and pairs of lemmas, the parties' own words left out, and those between the parties."""
    lemmas = row["evidence"]["lemmas"]
    out = lemmas + [f"{a} {b}" for a, b in zip(lemmas, lemmas[1:])]
    if "SOURCE" in lemmas and "TARGET" in lemmas:
        source, target = lemmas.index("SOURCE"), lemmas.index("TARGET")
        out += [f"between {word}" for word in lemmas[min(source, target) + 1 : max(source, target)]] + [f"first {source < target}"]
    return out


SPARSE = {"answer": answer, "claims": claims, "path": path, "known": known, "words": words}
VECTORS = ["act", "path", "others"]
# What is tried, the simplest first; the last one is the benchmark's result.
SETS = [
    ["answer"], ["words"], ["vectors"], ["answer", "claims"], ["answer", "claims", "path", "known"],
    ["answer", "claims", "path", "known", "words"], ["answer", "claims", "path", "known", "words", "vectors"],
]


def unit(matrix):
    return matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)


def likeness_of_words(rows, features, merged):
    """Products of lines over features that are there or not. Features of one line only change no other line's answer."""
    told = [set(features(row, merged)) for row in rows]
    counts = Counter(feature for one in told for feature in one)
    column = {feature: i for i, feature in enumerate(sorted(counts))}
    matrix = np.zeros((len(rows), len(column)))
    for i, one in enumerate(told):
        matrix[i, [column[feature] for feature in one]] = 1
    matrix = unit(matrix)
    return matrix @ matrix.T


def likeness_of_vectors(rows, part, train):
    matrix = np.array([row["evidence"]["vectors"].get(part, [0] * 384) for row in rows], dtype=float)
    matrix = unit(matrix - matrix[train].mean(axis=0))
    return matrix @ matrix.T


def folds(rows, gold):
    fold, counts = np.zeros(len(rows), dtype=int), Counter()
    for i in sorted(range(len(rows)), key=lambda i: hashlib.sha256(rows[i]["id"].encode()).hexdigest()):
        fold[i] = counts[gold[i]] % FOLDS
        counts[gold[i]] += 1
    return fold


def learn(likeness, wanted, classes):
    """The model's weights as shares of the training lines: there are fewer lines than features, and the model is the same."""
    count = len(wanted)
    truth = np.eye(classes)[wanted]
    shares, bias = np.zeros((count, classes)), np.zeros(classes)
    ahead, ahead_bias = shares, bias
    rate = 1 / (np.linalg.eigvalsh(likeness)[-1] / count / 2 + DECAY)
    for step in range(STEPS):
        scores = likeness @ ahead + ahead_bias
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        wrong = odds / odds.sum(axis=1, keepdims=True) - truth
        before, bias_before = shares, bias
        shares = ahead - rate * (wrong / count + DECAY * ahead)
        bias = ahead_bias - rate * wrong.mean(axis=0)
        momentum = step / (step + 3)
        ahead = shares + momentum * (shares - before)
        ahead_bias = bias + momentum * (bias - bias_before)
    return shares, bias


def predict(rows, gold, merged, names, among=None):
    """Labels of lines by models of the other folds. `among`: learn from these lines only."""
    labels = sorted(set(gold))
    wanted = np.array([labels.index(g) for g in gold])
    fold = folds(rows, gold)
    fixed = sum(likeness_of_words(rows, SPARSE[name], merged) for name in names if name in SPARSE)
    allowed = np.ones(len(rows), dtype=bool) if among is None else among
    out = [None] * len(rows)
    for number in range(FOLDS):
        train, test = np.flatnonzero((fold != number) & allowed), np.flatnonzero(fold == number)
        likeness = fixed
        if "vectors" in names:
            likeness = likeness + sum(likeness_of_vectors(rows, part, train) for part in VECTORS)
        shares, bias = learn(likeness[np.ix_(train, train)], wanted[train], len(labels))
        for i, best in zip(test, (likeness[np.ix_(test, train)] @ shares + bias).argmax(axis=1)):
            out[i] = labels[best]
    return out
