#!/usr/bin/env python3
"""Scores a CoNLL-U file against gold as the CoNLL 2018 shared task defined it.

    Tools/conll18.py --gold GOLD.conllu SYSTEM.conllu [--json]

Words are aligned by their characters (white space aside): a token is right where its first and last character
are, a syntactic word of a multiword token where it is part of a longest common subsequence inside the stretch.
LAS compares universal relations, "LAS (full)" relations with their subtypes. UFeats leaves language-specific
features aside, as the task did; Lemmas counts a gold lemma of "_" as right.
"""
import argparse
import json
import sys

UNIVERSAL_FEATURES = {
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite",
    "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
}
METRICS = ["Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS", "LAS (full)"]


class Word:
    __slots__ = ("start", "end", "form", "lemma", "upos", "feats", "head", "deprel", "in_multiword")

    def __init__(self, start, end, columns, head, in_multiword):
        self.start, self.end = start, end
        self.form, self.lemma, self.upos = columns[1], columns[2], columns[3]
        self.feats = "|".join(sorted(f for f in columns[5].split("|") if f.split("=")[0] in UNIVERSAL_FEATURES))
        self.head = head
        self.deprel = columns[7]
        self.in_multiword = in_multiword


class Treebank:
    """Characters, tokens, sentences (as spans) and words of one file."""

    def __init__(self, path):
        self.characters, self.tokens, self.sentences, self.words = [], [], [], []
        rows, number = [], 0
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                number += 1
                line = line.rstrip("\r\n")
                if line.startswith("#"):
                    continue
                if line:
                    columns = line.split("\t")
                    if len(columns) != 10:
                        sys.exit(f"{path}:{number}: {len(columns)} columns where ten belong")
                    if "." not in columns[0]:
                        rows.append(columns)
                elif rows:
                    self.add(rows)
                    rows = []
        if rows:
            self.add(rows)

    def write(self, form):
        start = len(self.characters)
        self.characters.extend(c for c in form if not c.isspace())
        return start, len(self.characters)

    def add(self, rows):
        first, begin = len(self.words), len(self.characters)
        until, span = 0, None
        for columns in rows:
            if "-" in columns[0]:
                until = int(columns[0].split("-")[1])
                span = self.write(columns[1])
                self.tokens.append(span)
                continue
            inside = int(columns[0]) <= until
            if not inside:
                span = self.write(columns[1])
                self.tokens.append(span)
            head = None if columns[6] == "_" else int(columns[6])
            self.words.append(Word(span[0], span[1], columns, head, inside))
        for word in self.words[first:]:
            if word.head is not None:
                word.head = -1 if word.head == 0 else first + word.head - 1
        self.sentences.append((begin, len(self.characters)))


def subsequence(gold, system):
    """Pairs of a longest common subsequence of forms, case aside."""
    g, s = [w.form.lower() for w in gold], [w.form.lower() for w in system]
    table = [[0] * (len(s) + 1) for _ in range(len(g) + 1)]
    for i in reversed(range(len(g))):
        for j in reversed(range(len(s))):
            table[i][j] = 1 + table[i + 1][j + 1] if g[i] == s[j] else max(table[i + 1][j], table[i][j + 1])
    i = j = 0
    while i < len(g) and j < len(s):
        if g[i] == s[j]:
            yield i, j
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1


def align(gold, system):
    """Maps indices of gold words to system words."""
    pairs, i, j = {}, 0, 0
    while i < len(gold) and j < len(system):
        if gold[i].in_multiword or system[j].in_multiword:
            # The stretch grows until no multiword token of either side reaches over its end.
            gi, sj, end = i, j, max(
                gold[i].end if gold[i].in_multiword else -1, system[j].end if system[j].in_multiword else -1)
            while True:
                if i < len(gold) and gold[i].start < end:
                    if gold[i].in_multiword:
                        end = max(end, gold[i].end)
                    i += 1
                elif j < len(system) and system[j].start < end:
                    if system[j].in_multiword:
                        end = max(end, system[j].end)
                    j += 1
                else:
                    break
            for a, b in subsequence(gold[gi:i], system[sj:j]):
                pairs[gi + a] = sj + b
        elif (gold[i].start, gold[i].end) == (system[j].start, system[j].end):
            pairs[i] = j
            i, j = i + 1, j + 1
        elif gold[i].start <= system[j].start:
            i += 1
        else:
            j += 1
    return pairs


def score(gold, system):
    if gold.characters != system.characters:
        at = next((k for k, (a, b) in enumerate(zip(gold.characters, system.characters)) if a != b),
                  min(len(gold.characters), len(system.characters)))
        sys.exit("the two files hold different texts: gold goes on with "
                 f"'{''.join(gold.characters[at:at + 20])}', the system with '{''.join(system.characters[at:at + 20])}'")
    pairs = align(gold.words, system.words)

    def f1(right, in_gold, in_system):
        precision = right / in_system if in_system else 0.0
        recall = right / in_gold if in_gold else 0.0
        return {"precision": precision, "recall": recall,
                "f1": 2 * right / (in_gold + in_system) if in_gold + in_system else 0.0}

    def spans(a, b):
        return f1(len(set(a) & set(b)), len(a), len(b))

    def attribute(same):
        right = sum(1 for g, s in pairs.items() if same(gold.words[g], system.words[s]))
        aligned = right / len(pairs) if pairs else 0.0
        return f1(right, len(gold.words), len(system.words)) | {"aligned": aligned}

    def same_head(g, s):
        if g.head is None or s.head is None:
            return False
        if g.head == -1 or s.head == -1:
            return g.head == s.head
        return pairs.get(g.head) == s.head

    def universal(relation):
        return relation.split(":")[0]

    return {
        "Tokens": spans(gold.tokens, system.tokens),
        "Sentences": spans(gold.sentences, system.sentences),
        "Words": f1(len(pairs), len(gold.words), len(system.words)),
        "UPOS": attribute(lambda g, s: g.upos == s.upos),
        "UFeats": attribute(lambda g, s: g.feats == s.feats),
        "Lemmas": attribute(lambda g, s: g.lemma == s.lemma or g.lemma == "_"),
        "UAS": attribute(same_head),
        "LAS": attribute(lambda g, s: same_head(g, s) and universal(g.deprel) == universal(s.deprel)),
        "LAS (full)": attribute(lambda g, s: same_head(g, s) and g.deprel == s.deprel),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("system")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    scores = score(Treebank(arguments.gold), Treebank(arguments.system))
    if arguments.json:
        print(json.dumps(scores))
        return
    print(f"{'Metric':<12}{'Precision':>10}{'Recall':>10}{'F1':>10}{'Aligned':>10}")
    for name in METRICS:
        row = scores[name]
        aligned = f"{100 * row['aligned']:10.2f}" if "aligned" in row else ""
        print(f"{name:<12}{100 * row['precision']:10.2f}{100 * row['recall']:10.2f}{100 * row['f1']:10.2f}{aligned}")


if __name__ == "__main__":
    main()
