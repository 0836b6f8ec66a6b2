#!/usr/bin/env python3
"""Learns where sentences end and writes the weights as Swift source.

    Training/tokenizer/sentences.py TRAIN.conllu… --out Sources/HearsayLanguage/Tokens/SentenceWeights.swift
        [--dev DEV.conllu…]

A logistic model over hashed features of the tokens around a possible end; SentenceSplitter.swift computes the same
features from the same word lists (read from WordLists.swift). Each text is seen as it is, with typographic and with
``LaTeX'' quotes, in capitals, and with its paragraphs run together. Needs numpy; about a minute.
"""
import argparse
import re
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tools"))
import rawtext  # noqa: E402

BITS = 15
LIMIT = 45  # A weight is one printable character, chr(80 + weight), with "~" for the backslash.
TEMPLATES = 30
GENRES = ("news", "interview", "speech", "bio", "weblog", "newsgroup")


def word_list(name):
    source = (ROOT / "Sources/HearsayLanguage/Tokens/WordLists.swift").read_text()
    return set(re.search(name + r' = WordList\(\s*"+([^"]*)"', source).group(1).split())


TITLES = word_list("titles")
KNOWN = TITLES | word_list("others")

FOLD = {ord("`"): "'"}
FOLD.update({c: "'" for c in (0x2018, 0x2019, 0x201A, 0x201B, 0x2BC, 0xB4, 0x2032)})
FOLD.update({c: '"' for c in (0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x2033)})
FOLD.update({0x2010: "-", 0x2011: "-", 0x2013: "\u2014", 0x2015: "\u2014", 0x2212: "\u2014"})


def fold(form):
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in form.translate(FOLD))


def word_hash(form):
    value = 0x811C9DC5
    for character in form[:16]:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return value


(OTHER, LOWER, TITLE, CAPITAL, CAPS, NUMBER, STOP, PERIOD, QUOTE, OPENING, CLOSING, OPEN, CLOSE, COMMA,
 HYPHEN) = range(1, 16)


def shape(form):
    first = form[0]
    if first.isalpha():
        if first.lower() == first:
            return LOWER
        letters = [c for c in form if c.isalpha()]
        if len(letters) == 1:
            return CAPITAL
        return CAPS if all(c.lower() != c for c in letters) else TITLE
    if first.isdecimal():
        return NUMBER
    folded = first.translate(FOLD)
    if folded in "!?":
        return STOP
    if folded in ".…":
        return PERIOD
    if folded in "\"'":
        return QUOTE
    if first in "([{":
        return OPEN
    if first in ")]}":
        return CLOSE
    if first in ",;:":
        return COMMA
    return HYPHEN if folded in "-\u2014" else OTHER


def mix(template, a, b=0, c=0):
    """32-bit hash of a template and up to three values, as arrays."""
    value = (np.asarray(a, np.uint64) * 0x9E3779B1 + np.asarray(b, np.uint64) * 0x85EBCA77
             + np.asarray(c, np.uint64) * 0xC2B2AE3D + template * 0x27D4EB2F) & 0xFFFFFFFF
    value ^= value >> 15
    value = (value * 0x2C1B3C6D) & 0xFFFFFFFF
    value ^= value >> 12
    value = (value * 0x297A2D39) & 0xFFFFFFFF
    value ^= value >> 15
    return (value >> (32 - BITS)).astype(np.int32)


class Block:
    """Tokens of a paragraph, with what the features ask of each."""

    def __init__(self, sentences):
        self.forms, self.glued, self.ends = [], [], []
        for sentence in sentences:
            for form, space in sentence:
                self.forms.append(form)
                self.glued.append(not space)
                self.ends.append(False)
            self.ends[-1] = True

    def attributes(self):
        folded = [fold(f) for f in self.forms]
        shapes = [shape(f) for f in self.forms]
        for i, s in enumerate(shapes):
            if s == QUOTE:
                shapes[i] = self.turn(i)
        hashes = [word_hash(f) ^ (s if s in (OPENING, CLOSING) else 0) for f, s in zip(folded, shapes)]
        kinds = []
        for f, s in zip(folded, shapes):
            kind = 0
            if f[-1] == "." and len(f) > 1 and s in (LOWER, TITLE, CAPITAL, CAPS):
                word = f[:-1]
                kind = 1 if word in TITLES else 2 if word in KNOWN else 3 if "." in word else 4 if len(word) == 1 else 5
            elif f[-1] == "." and s == NUMBER:
                kind = 6
            kinds.append(kind)
        return folded, hashes, shapes, kinds


    def turn(self, i):
        """Which way a quote turns: its sign tells, or else the spaces around it."""
        if self.forms[i][0] in "\u201c\u2018`\u201e\xab":
            return OPENING
        if self.forms[i][0] in "\u201d\xbb":
            return CLOSING
        before = i > 0 and self.glued[i - 1]
        after = self.glued[i] and i + 1 < len(self.forms)
        return OPENING if after and not before else CLOSING if before and not after else QUOTE


def bucket(count):
    return count if count < 4 else 4 if count < 6 else 5 if count < 10 else 6 if count < 20 else 7 if count < 40 else 8


def features(block, starts=None):
    """Feature ids of each possible end but the block's last, and which they are.

    `starts` decides ends on the way (a function of the feature row); without it the gold ones are used.
    """
    folded, hashes, shapes, kinds = block.attributes()
    n = len(folded)
    words = sum(1 for s in shapes if s in (LOWER, TITLE, CAPITAL, CAPS))
    shouted = int(words >= 4 and sum(1 for s in shapes if s in (CAPITAL, CAPS)) * 10 >= words * 7)
    H = lambda i: hashes[i] if 0 <= i < n else 1
    S = lambda i: shapes[i] if 0 <= i < n else 0
    rows, places = [], []
    first, odd, depth = 0, 0, 0
    for i in range(n - 1):
        if shapes[i] == OPENING:
            odd = 1
        elif shapes[i] == CLOSING:
            odd = 0
        elif shapes[i] == QUOTE:
            odd ^= 1
        if shapes[i] == OPEN:
            depth += 1
        elif shapes[i] == CLOSE and depth:
            depth -= 1
        if block.glued[i] and shapes[i] not in (STOP, PERIOD, QUOTE, CLOSING, CLOSE) and kinds[i] == 0:
            if block.ends[i]:
                first, odd, depth = i + 1, 0, 0
            continue
        core = i
        while core > first and core > i - 3 and shapes[core] in (QUOTE, CLOSING, CLOSE):
            core -= 1
        mark = 8 + shapes[core] if kinds[core] == 0 else kinds[core]
        situation = mark * 4 + i - core
        glued = int(block.glued[i])
        joined = int(block.glued[i - 1]) if i > 0 else 0
        h0, h1, s0, s1 = hashes[i], hashes[i + 1], shapes[i], shapes[i + 1]
        punctuation = h0 if s0 >= STOP or s0 == OTHER else s0
        rows.append((
            (h0, 0, 0), (h1, s0, 0), (s0, s1, shouted), (h0, h1, 0), (h0, s1, shouted), (H(i - 1), h0, 0),
            (S(i - 1), punctuation, s1), (s1, S(i + 2), punctuation), (glued, punctuation, s1),
            (joined, punctuation, s1), (hashes[core], i - core, s1), (odd, punctuation, s1), (depth, punctuation, s1),
            (bucket(i + 1 - first), punctuation, s1), (bucket(n - 1 - i), punctuation, s1), (kinds[i], s1, shouted),
            (kinds[i], h1, 0), (kinds[i], bucket(i + 1 - first), s1), (H(i + 2), h1, s0), (h1, punctuation, 0),
            (H(i + 2), punctuation, s1), (H(i - 1), punctuation, s1), (odd, hashes[core], h1), (S(core - 1), hashes[core], h1),
            (shouted, punctuation, 0), (hashes[first], punctuation, s1), (situation, s1, glued),
            (situation, s1, shouted * 4 + odd * 2 + min(depth, 1)), (situation, s1 * 16 + S(i + 2), glued),
            (situation, h1, 0),
        ))
        places.append(i)
        if (block.ends[i] if starts is None else starts(rows[-1])):
            first, odd, depth = i + 1, 0, 0
    return rows, places


def ids(rows):
    a = np.array(rows, dtype=np.uint64).reshape(-1, TEMPLATES, 3)
    return np.stack([mix(t + 1, a[:, t, 0], a[:, t, 1], a[:, t, 2]) for t in range(TEMPLATES)], axis=1)


def blocks(path, style="plain", merged=False):
    """Yields (document id, Block)."""
    for identifier, paragraphs in rawtext.documents(path, None):
        sentences = []
        for paragraph in paragraphs:
            state = [False]
            made = []
            for lines in paragraph:
                made.append([(restyle(f, style, state), s) for f, s in rawtext.tokens(lines)])
            sentences.append(made)
        if merged:
            for k in range(0, len(sentences), 6):
                yield identifier, Block([open_end(s) for p in sentences[k:k + 6] for s in p])
        else:
            for paragraph in sentences:
                yield identifier, Block(paragraph)


def open_end(sentence):
    """The last token of a paragraph is glued to nothing."""
    return sentence[:-1] + [(sentence[-1][0], True)]


def restyle(form, style, state):
    if style == "caps":
        return form.upper() if len(form.upper()) == len(form) else form
    if style == "latex":
        if form == '"':
            state[0] = not state[0]
            return "``" if state[0] else "''"
        return form
    if style == "curly":
        return rawtext.variant(form, False, True, state)
    return form


def train(data, labels, weights, epochs=4, rate=0.1, drop=0.45, seed=1):
    """Logistic regression by AdaGrad, averaged over the second half.

    Almost half the features are dropped at random each time: rare words must not carry a decision alone.
    """
    rng = np.random.default_rng(seed)
    size = 1 << BITS
    w, total, mean = np.zeros(size), np.full(size, 1e-2), np.zeros(size)
    bias, total_bias, mean_bias, steps = 0.0, 1e-2, 0.0, 0
    for epoch in range(epochs):
        order = rng.permutation(len(data))
        loss = 0.0
        for k in range(0, len(order), 512):
            batch = order[k:k + 512]
            x, y, g = data[batch], labels[batch], weights[batch]
            kept = rng.random(x.shape) >= drop
            z = (w[x] * kept).sum(1) + bias
            p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
            loss -= float((g * (y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))).sum())
            d = (p - y) * g
            grad = np.bincount(x.ravel(), weights=(d[:, None] * kept).ravel(), minlength=size)
            touched = np.nonzero(grad)[0]
            total[touched] += grad[touched] ** 2
            w[touched] -= rate * grad[touched] / np.sqrt(total[touched])
            step = d.sum()
            total_bias += step ** 2
            bias -= rate * step / np.sqrt(total_bias)
            if epoch >= epochs // 2:
                mean += w * (1 - drop)
                mean_bias += bias
                steps += 1
        print(f"epoch {epoch + 1}/{epochs}: loss {loss / len(data):.5f}", file=sys.stderr)
    return mean / steps, mean_bias / steps


def quantise(w, bias):
    scale = LIMIT / np.quantile(np.abs(w[w != 0]), 0.9995)
    return np.clip(np.round(w * scale), -LIMIT, LIMIT).astype(np.int32), int(round(bias * scale))


def evaluate(paths, table, bias, styles=("plain",)):
    for path in paths:
        for style in styles:
            counts = {}
            for identifier, block in blocks(path, style):
                genre = identifier.split("_")[1] if identifier.startswith("GUM") else identifier.split("-")[0]
                decisions = []

                def decide(row):
                    decisions.append(int(table[ids([row])[0]].sum()) + bias > 0)
                    return decisions[-1]

                _, places = features(block, decide)
                predicted = {p for p, d in zip(places, decisions) if d} | {len(block.forms) - 1}
                gold = {i for i, e in enumerate(block.ends) if e}

                def spans(ends):
                    out, start = set(), 0
                    for end in sorted(ends):
                        out.add((start, end))
                        start = end + 1
                    return out

                g, s = spans(gold), spans(predicted)
                for key in (genre, "all"):
                    row = counts.setdefault(key, [0, 0, 0])
                    row[0] += len(g & s)
                    row[1] += len(g)
                    row[2] += len(s)
            for key, (right, g, s) in sorted(counts.items()):
                print(f"{Path(path).stem} {style} {key}: sentences F1 {200 * right / (g + s):.2f} ({g})", file=sys.stderr)


def swift(table, bias):
    characters = "".join(chr(80 + v) for v in table).replace("\\", "~")
    lines = [characters[k:k + 110] for k in range(0, len(characters), 110)]
    body = "\\\n    ".join(lines)
    return f'''// Made by Training/tokenizer/sentences.py; not edited by hand.
// swift-format-ignore-file

/// Weights of the model that finds where sentences end: one sign a weight, "P" for nought.
enum SentenceWeights {{
    static let bias = {bias}
    static let bits = {BITS}
    static let table: StaticString = """
    {body}
    """
}}
'''


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", nargs="+")
    parser.add_argument("--dev", nargs="*", default=[])
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    data, labels, weights = [], [], []
    for path in arguments.train:
        for style, merged, share in (
            ("plain", False, 1.0), ("curly", False, 0.4), ("latex", False, 0.3), ("caps", False, 0.4), ("plain", True, 0.15),
        ):
            for identifier, block in blocks(path, style, merged):
                rows, places = features(block)
                if not rows:
                    continue
                weight = share * (2 if any(g in identifier for g in GENRES) else 1)
                data.append(ids(rows))
                labels.append(np.array([block.ends[p] for p in places], np.float64))
                weights.append(np.full(len(places), weight))
        print(f"{path}: read", file=sys.stderr)
    w, bias = train(np.concatenate(data), np.concatenate(labels), np.concatenate(weights))
    table, bias = quantise(w, bias)
    print(f"{np.count_nonzero(table)} weights of {1 << BITS}", file=sys.stderr)
    evaluate(arguments.dev, table, bias, ("plain", "curly", "caps"))
    Path(arguments.out).write_text(swift(table, bias))


if __name__ == "__main__":
    main()
