"""Trains the peers and prints one table: see Benchmarks/peers/run.

DATA holds train/ud/en_ewt-ud-train.conllu.xz, train/ud/en_gum_free-train.conllu.xz, dev/ud/en_ewt-ud-dev.conllu and
dev/ud/en_gum_free-dev.conllu, as Training/README.md lays them out. Both peers learn from both training parts, with gold words; neither
has vectors or a language model to begin with. All are scored on the development parts with gold words and sentences by
Tools/conll18.py. spaCy's state is chosen while watching 400 sentences of these parts, as Hearsay's was on all of them.

Words a second: processor time on one core, without loading the model; for Hearsay with it, and with reading and writing CoNLL-U.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import treebank

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HEARSAY = ROOT / ".build/release/hearsay"
WORK = HERE / ".work"
METRICS = ["UPOS", "Lemmas", "UAS", "LAS"]


def scores(gold, system):
    out = subprocess.run(
        [sys.executable, ROOT / "Tools/conll18.py", "--gold", gold, system, "--json"], capture_output=True, text=True, check=True).stdout
    return [100 * json.loads(out)[metric]["f1"] for metric in METRICS]


def hearsay(model, source, target):
    """Parses a treebank with one of Hearsay's models; gives the seconds of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(target, "w", encoding="utf-8") as out:
        subprocess.run(
            [HEARSAY, "parse", "--tokens", "given", "--threads", "1", "--model", model, source], stdout=out, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/peers/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--budget", type=float, default=1200, help="seconds of processor time for spaCy's training (1200)")
    parser.add_argument("--tagger-passes", type=int, default=20, help="iterations of UDPipe's tagger (20)")
    parser.add_argument("--parser-passes", type=int, default=10, help="iterations of UDPipe's parser (10; one of the whole treebanks takes about nine minutes)")
    parser.add_argument("--limit", type=int, help="train on so many sentences alone, to try the script out")
    parser.add_argument("--peers", nargs="*", default=["spacy", "udpipe"], choices=["spacy", "udpipe"], help="none: score Hearsay alone")
    parser.add_argument("--again", action="store_true", help="score peers that were trained before, without training")
    arguments = parser.parse_args()
    if not HEARSAY.exists():
        sys.exit("peers: .build/release/hearsay is not there; run `make build` first")
    train = [arguments.data / f"train/ud/{name}-train.conllu.xz" for name in ("en_ewt-ud", "en_gum_free")]
    dev = [arguments.data / f"dev/ud/{name}-dev.conllu" for name in ("en_ewt-ud", "en_gum_free")]
    for path in train + dev:
        if not path.exists():
            sys.exit(f"peers: {path} is not there; DATA is the folder that holds train/ud and dev/ud")
    WORK.mkdir(exist_ok=True)

    sentences = [rows for path in train for rows in treebank.sentences(path)]
    held = {path: list(treebank.sentences(path)) for path in dev}
    if arguments.limit:
        sentences = sentences[:: max(1, len(sentences) // arguments.limit)]
    print(f"trained on {len(sentences)} sentences, {sum(map(len, sentences))} words; load of the machine {os.getloadavg()[0]:.1f}", flush=True)
    rows, notes = [], []

    def score(name, path, seconds, system):
        words = sum(map(len, held[path]))
        rows.append((name, path.stem, words / seconds, scores(path, system)))

    for peer in arguments.peers:
        module = __import__(f"{peer}_peer")
        target = WORK / peer
        if not arguments.again:
            if peer == "spacy":
                watched = [rows for path in dev for rows in held[path][::max(1, len(held[path]) // 200)][:200]]
                note = module.train(sentences, watched, arguments.budget, target)
            else:
                note = module.train(sentences, arguments.tagger_passes, arguments.parser_passes, target)
            (WORK / f"{peer}.note").write_text(note)
        notes.append(f"{peer}: {(WORK / f'{peer}.note').read_text()}")
        loaded = module.Parser(target)
        for path in dev:
            analyses, seconds = loaded.parse(held[path])
            system = WORK / f"{path.stem}.{peer}.conllu"
            treebank.write(path, system, analyses)
            score(peer, path, seconds, system)
    for model in sorted(p.stem for p in (ROOT / "Models").glob("*.hearsay-model")):
        for path in dev:
            system = WORK / f"{path.stem}.{model}.conllu"
            score(f"hearsay {model}", path, hearsay(model, path, system), system)

    print("\n".join(notes))
    print(f"{'treebank':20}{'system':18}" + "".join(f"{metric:>8}" for metric in METRICS) + f"{'words/s':>9}")
    for name, where, speed, values in sorted(rows, key=lambda row: row[1]):
        print(f"{where:20}{name:18}" + "".join(f"{value:8.2f}" for value in values) + f"{speed:9.0f}")


if __name__ == "__main__":
    main()
