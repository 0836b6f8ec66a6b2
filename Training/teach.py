#!/usr/bin/env python3
"""Let trained models annotate plain text for the training of the next one (distillation).

  python3 teach.py --data DIR --teachers RUN [RUN ...] --out silver.pt [--words 1000000]

The text is that of the name sets (without their labels where their terms keep them from a
product). What the teachers think on average is kept as shares, not only as the best answer:
the next model learns from their doubts too. The annotation covers tags, trees and names.
"""
import argparse
import random
import time

import torch
import torch.nn.functional as F

from data import NER, batches, collate, encode, plain_text
from decode import tree
from export import load_run


@torch.inference_mode()
def annotate(models, batch):
    """-> per sentence the teachers' average: shares of tags, heads, names; relations under the best tree's heads."""
    c, n = collate(batch), len(models)
    with torch.autocast('cpu', dtype=torch.bfloat16):
        heads = [m.heads(m.words(c)) for m in models]

    def mean(scores):
        return sum(F.softmax(s.float(), -1) for s in scores) / n
    arcs = mean([m.arc_scores(h, c['wlens']) for m, h in zip(models, heads)])
    tags = {k: mean([h[k] for h in heads]) for k in ('upos', 'feats', 'lemma', 'ner')}
    logs = arcs.clamp_min(1e-9).log().numpy()
    trees = [tree(logs[i, :len(s['words']) + 1, :len(s['words']) + 1])[1:] for i, s in enumerate(batch)]
    bi = torch.tensor([i for i, s in enumerate(batch) for _ in s['words']])
    di = torch.tensor([k for s in batch for k in range(1, len(s['words']) + 1)])
    hi = torch.tensor([int(k) for t in trees for k in t])
    rels = mean([m.rel_scores(h, bi, di, hi) for m, h in zip(models, heads)])
    out, o = [], 0
    for i, s in enumerate(batch):
        w = len(s['words'])
        here = slice(1, w + 1)
        out.append(dict(
            words=s['words'], head=torch.tensor(trees[i].tolist(), dtype=torch.int16),
            arc=arcs[i, here, :w + 1].half(), rel=rels[o:o + w].half(), upos=tags['upos'][i, here].half(),
            ner=tags['ner'][i, here].half(), feats=tags['feats'][i, here].argmax(-1).to(torch.int16),
            lemma=tags['lemma'][i, here].argmax(-1).to(torch.int16)))
        o += w
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--data', required=True)
    ap.add_argument('--teachers', nargs='+', required=True)
    ap.add_argument('--out', required=True)
    ap.add_argument('--words', type=int, default=1_000_000)
    ap.add_argument('--threads', type=int, default=2)
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    loaded = [load_run(t) for t in a.teachers]
    models, wp, pieces, labels = [m for m, *_ in loaded], loaded[0][1], loaded[0][2], loaded[0][3]
    for t, (_, _, p, l) in zip(a.teachers, loaded):
        if p != pieces or l.to_dict() != labels.to_dict():
            raise SystemExit('%s: other word pieces or labels than %s; teachers must be trained on the same data' % (
                t, a.teachers[0]))
    texts = plain_text(a.data)
    random.Random(1).shuffle(texts)
    chosen, n = [], 0
    for words in texts:
        if n >= a.words:
            break
        if 3 <= len(words) <= 80:
            e = encode(dict(words=words), wp, labels)
            if e:
                chosen.append(e)
                n += len(words)
    out, done, t0 = [], 0, time.time()
    for k, b in enumerate(batches(chosen, 3000, 128)):
        out += annotate(models, b)
        done += sum(len(s['words']) for s in b)
        if k % 50 == 0:
            print('%d of %d words, %.0f words/s' % (done, n, done / (time.time() - t0)), flush=True)
    torch.save(dict(sentences=out, labels=labels.to_dict(), names=NER), a.out)
    print('%d sentences, %d words -> %s' % (len(out), n, a.out))


if __name__ == '__main__':
    main()
