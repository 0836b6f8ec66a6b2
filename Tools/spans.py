#!/usr/bin/env python3
"""Span F1 of names: two-column IOB2 files (word, label, blank line between sentences) with the same words.

    Tools/spans.py --gold GOLD.tsv SYSTEM.tsv [--only PER,ORG,LOC]
"""
import argparse
import sys


def read(path):
    words, labels = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if line.startswith("# ") or not line.strip():
                # A name ends with its sentence.
                labels.append(None)
                words.append(None)
                continue
            words.append(columns[0])
            labels.append(columns[-1])
    kept = [k for k in range(len(words)) if words[k] is not None]
    return [words[k] for k in kept], spans(words, labels)


def spans(words, labels):
    found, start, kind, at = set(), None, None, 0
    for word, label in list(zip(words, labels)) + [(None, None)]:
        inside = label is not None and label.startswith("I-") and start is not None and label[2:] == kind
        if start is not None and not inside:
            found.add((start, at, kind))
            start = None
        if label is not None and label != "O" and not inside:
            start, kind = at, label[2:]
        if word is not None:
            at += 1
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("system")
    parser.add_argument("--only", help="kinds to count, by commas; others are dropped on both sides")
    arguments = parser.parse_args()
    (gold_words, gold), (words, system) = read(arguments.gold), read(arguments.system)
    if gold_words != words:
        at = next((k for k, (a, b) in enumerate(zip(gold_words, words)) if a != b), min(len(gold_words), len(words)))
        sys.exit(f"the files hold different words from word {at + 1} on: {gold_words[at:at + 3]} and {words[at:at + 3]}")
    if arguments.only:
        kinds = set(arguments.only.split(","))
        gold, system = ({s for s in side if s[2] in kinds} for side in (gold, system))
    print(f"{'Kind':<8}{'Precision':>10}{'Recall':>10}{'F1':>10}{'Gold':>8}")
    for kind in sorted({s[2] for s in gold | system}) + ["all"]:
        g = {s for s in gold if kind in (s[2], "all")}
        s = {s for s in system if kind in (s[2], "all")}
        right = len(g & s)
        p, r = right / len(s) if s else 0, right / len(g) if g else 0
        f = 2 * right / (len(g) + len(s)) if g or s else 0
        print(f"{kind:<8}{100 * p:10.2f}{100 * r:10.2f}{100 * f:10.2f}{len(g):8}")


if __name__ == "__main__":
    main()
