#!/usr/bin/env python3
"""Turns a CoNLL-U file back into the text it was made from, with its paragraphs.

    Tools/rawtext.py GOLD.conllu [--genre news] [--caps] [--curly] > GOLD.txt
    Tools/rawtext.py GOLD.conllu --json > GOLD.jsonl     # one document a line, for `hearsay parse`
    Tools/rawtext.py GOLD.conllu --genre news --conllu   # the gold of the same choice

--genre keeps documents whose id holds the word; --caps and --curly write the text in capitals or with typographic
quotes, and with --conllu the gold likewise.
"""
import argparse
import json
import sys


def documents(path, genre):
    """Yields (id, paragraphs); a paragraph is a list of sentences, a sentence its lines."""
    identifier, paragraphs, lines = "document", [], []
    keep = genre is None
    with open(path, encoding="utf-8") as source:
        for line in list(source) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if paragraphs and keep:
                    yield identifier, paragraphs
                identifier, paragraphs = line.split("=", 1)[-1].strip(), []
                keep = genre is None or genre in identifier
            if line:
                lines.append(line)
            elif lines:
                if not paragraphs or any(l.startswith("# newpar") and not l.startswith("# newpar_") for l in lines):
                    paragraphs.append([])
                paragraphs[-1].append(lines)
                lines = []
    if paragraphs and keep:
        yield identifier, paragraphs


def tokens(lines):
    """Yields (form, a space follows) of the surface tokens."""
    until = 0
    for line in lines:
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if "." in columns[0]:
            continue
        if "-" in columns[0]:
            until = int(columns[0].split("-")[1])
        elif int(columns[0]) <= until:
            continue
        yield columns[1], "SpaceAfter=No" not in columns[9].split("|")


def variant(form, caps, curly, state):
    if curly:
        out = ""
        for character in form:
            if character == '"':
                out += "”" if state[0] else "“"
                state[0] = not state[0]
            else:
                out += "’" if character == "'" else character
        form = out
    return form.upper() if caps and len(form.upper()) == len(form) else form


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--genre")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--conllu", action="store_true")
    parser.add_argument("--caps", action="store_true")
    parser.add_argument("--curly", action="store_true")
    arguments = parser.parse_args()
    for identifier, paragraphs in documents(arguments.file, arguments.genre):
        texts = []
        for paragraph in paragraphs:
            state, text = [False], ""
            for lines in paragraph:
                quotes = [state[0]]
                for form, space in tokens(lines):
                    text += variant(form, arguments.caps, arguments.curly, state) + (" " if space else "")
                if arguments.conllu:
                    print_gold(lines, arguments, quotes)
            texts.append(text.strip())
        if arguments.conllu:
            continue
        if arguments.json:
            print(json.dumps({"id": identifier, "text": "\n".join(texts)}, ensure_ascii=False))
        else:
            print("\n\n".join(texts), end="\n\n")


def print_gold(lines, arguments, state):
    until = 0
    for line in lines:
        columns = line.split("\t")
        if len(columns) == 10:
            inner = columns[0].isdigit() and int(columns[0]) <= until
            if "-" in columns[0]:
                until = int(columns[0].split("-")[1])
            # The words inside a multiword token must not turn its quotes a second time.
            columns[1] = variant(columns[1], arguments.caps, arguments.curly, list(state) if inner else state)
            line = "\t".join(columns)
        print(line)
    print()


if __name__ == "__main__":
    sys.exit(main())
