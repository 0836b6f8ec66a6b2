"""spaCy's CNN (spacy.cfg), trained on gold words for a budget of processor time."""
import random
import time
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, minibatch, resolve_dot_names, registry

HERE = Path(__file__).resolve().parent


def reference(nlp, rows):
    """A sentence with its tree; its words are given, so that it stays one sentence."""
    heads = [int(r[6]) for r in rows]
    return Doc(
        nlp.vocab, words=[r[1] for r in rows], spaces=["SpaceAfter=No" not in r[9] for r in rows], pos=[r[3] for r in rows],
        morphs=["" if r[5] == "_" else r[5] for r in rows], lemmas=[r[2] for r in rows],
        heads=[head - 1 if head else index for index, head in enumerate(heads)],
        deps=["ROOT" if r[7] == "root" else r[7] for r in rows], sent_starts=[index == 0 for index in range(len(rows))])


def bare(nlp, rows):
    return Doc(
        nlp.vocab, words=[r[1] for r in rows], spaces=["SpaceAfter=No" not in r[9] for r in rows],
        sent_starts=[index == 0 for index in range(len(rows))])


def train(sentences, dev, seconds, target):
    """Trains until so many seconds of processor time are spent, keeps the best of about ten states, gives what it did."""
    config = load_config(HERE / "spacy.cfg")
    fix_random_seed(config["training"]["seed"])
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    examples = [Example(bare(nlp, rows), reference(nlp, rows)) for rows in sentences]
    optimizer = nlp.initialize(lambda: examples)
    optimizer = registry.resolve({"optimizer": config["training"]["optimizer"]})["optimizer"]
    order = random.Random(1)
    start, words, best, next_score, total = time.process_time(), 0, -1.0, seconds / 10, sum(map(len, sentences))
    spent = 0.0
    while spent < seconds:
        order.shuffle(examples)
        # Batches grow from 100 to 1,000 words, as spaCy's own recipe has it.
        batch, size = [], 0
        for example in examples:
            batch.append(example)
            size += len(example.reference)
            if size < min(1000, 100 * 1.001 ** (words / 500)):
                continue
            nlp.update(batch, sgd=optimizer, drop=0.1)
            words += size
            batch, size = [], 0
            spent = time.process_time() - start
            if spent < next_score and spent < seconds:
                continue
            next_score += seconds / 10
            with nlp.use_params(optimizer.averages):
                score = attachment(nlp, dev)
                print(f"  spaCy: {spent:.0f} s, {words / total:.1f} passes, LAS of {len(dev)} sentences {100 * score:.2f}", flush=True)
                if score > best:
                    best = score
                    nlp.to_disk(target)
            # Scoring is no training.
            start += time.process_time() - start - spent
            if spent >= seconds:
                break
    return f"{spent:.0f} s of processor time, {words / total:.1f} passes"


def attachment(nlp, dev):
    right = total = 0
    for rows, doc in zip(dev, nlp.pipe([bare(nlp, rows) for rows in dev])):
        for row, (_, _, head, relation) in zip(rows, analyses(doc)):
            right += int(row[6]) == head and row[7].split(":")[0] == relation.split(":")[0]
            total += 1
    return right / total


def analyses(doc):
    for token in doc:
        is_root = token.head.i == token.i
        yield token.pos_, token.lemma_, 0 if is_root else token.head.i + 1, "root" if is_root else token.dep_


class Parser:
    def __init__(self, path):
        self.nlp = spacy.load(path)

    def parse(self, sentences):
        """Gives analyses and the seconds of processor time that they took, words being there already."""
        docs = [bare(self.nlp, rows) for rows in sentences]
        start = time.process_time()
        docs = list(self.nlp.pipe(docs))
        took = time.process_time() - start
        return [analysis for doc in docs for analysis in analyses(doc)], took
