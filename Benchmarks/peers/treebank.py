"""CoNLL-U as the peers need it: sentences, and the same file again with what a system says of its words."""
import lzma
from pathlib import Path


def lines(path):
    opened = lzma.open(path, "rt", encoding="utf-8") if Path(path).suffix == ".xz" else open(path, encoding="utf-8")
    with opened as source:
        yield from (line.rstrip("\n") for line in source)


def sentences(path):
    """Gives the rows of each sentence: lists of ten columns, syntactic words alone."""
    rows = []
    for line in lines(path):
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            yield rows
            rows = []
    if rows:
        yield rows


def write(source, target, analyses):
    """Writes the file again; an analysis of a word is (upos, lemma, head counted from 1, relation)."""
    analyses = iter(analyses)
    with open(target, "w", encoding="utf-8") as out:
        for line in lines(source):
            columns = line.split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                upos, lemma, head, relation = next(analyses)
                columns = [*columns[:2], lemma or "_", upos or "_", "_", "_", str(head), relation or "_", "_", columns[9]]
                line = "\t".join(columns)
            out.write(line + "\n")
