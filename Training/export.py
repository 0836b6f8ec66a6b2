#!/usr/bin/env python3
"""Pack a trained checkpoint into the model file that Hearsay reads.

  python3 export.py --run RUN --out careful.hearsay-model [--data DIR] [--golden FILE]

Weights become 7-bit integers with one scale an output, embeddings 8-bit with one scale a
row. With --data the development sets are scored as the integer model computes them and as
the float model does. With --golden the expected analyses of our own sentences are written
for the Swift tests.

The file (little-endian): "HEARSAYM", u32 version, u32 sections, u64 file length,
u64 checksum of all that follows, then 64 bytes a section (40 bytes name, u64 offset,
u64 length, u32 rows, u32 columns), then the sections, each on a 64-byte boundary; the
length is a multiple of 512 past the first 32 bytes.
"""
import argparse
import hashlib
import json
import os
import struct

import numpy as np
import torch
import torch.nn.functional as F

from data import MAX_LENGTH, NER, STYLES, UPOS, Labels, encode, load_dev
from decode import evaluate, predict_batch
import lexicon as lemmas
from model import SHIPPED_STYLE, Model
from text import FOLD_LIMIT, HASH_ROWS, WordPiece, fold_scalar

VERSION = 1
MASK = (1 << 64) - 1


def load_run(run):
    meta = json.load(open(os.path.join(run, 'meta.json')))
    labels = Labels.from_dict(meta['labels'])
    weights = torch.load(os.path.join(run, 'ema.pt'), map_location='cpu')
    layers = 1 + max(int(k.split('.')[1]) for k in weights if k.startswith('layers.'))
    model = Model(labels, len(meta['pieces']), layers=layers)
    missing = model.load_state_dict(weights, strict=False).missing_keys
    if missing not in ([], ['style.weight']):
        raise SystemExit('%s: no %s in its weights' % (run, ', '.join(missing)))
    model.eval()
    return model, WordPiece(meta['pieces']), meta['pieces'], labels


# ---------------------------------------------------------------- integers

def quantise_weights(w):
    """[outputs, inputs] float -> (int8 in -63..63, scales); the clip that costs least squared error."""
    top = w.abs().amax(1).clamp(min=1e-8)
    best, cost = None, None
    for share in (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7):
        s = top * share / 63
        q = (w / s[:, None]).round().clamp(-63, 63)
        e = ((q * s[:, None] - w) ** 2).sum(1)
        if best is None:
            best, cost, scale = q, e, s
        else:
            better = e < cost
            best = torch.where(better[:, None], q, best)
            scale = torch.where(better, s, scale)
            cost = torch.minimum(cost, e)
    return best.to(torch.int8), scale


def quantise_rows(w):
    s = w.abs().amax(1).clamp(min=1e-12) / 127
    return (w / s[:, None]).round().clamp(-127, 127).to(torch.int8), s


def quantise_words(w):
    """The big table takes 6 bits a value: -31..31."""
    s = w.abs().amax(1).clamp(min=1e-12) / 31
    return (w / s[:, None]).round().clamp(-31, 31).to(torch.int8), s


def pack_words(q):
    """Four columns, a quarter of the width apart, to three bytes."""
    v = (q.numpy().astype(np.int32) + 32).reshape(q.shape[0], 4, -1)
    bits = v[:, 0] | v[:, 1] << 6 | v[:, 2] << 12 | v[:, 3] << 18
    return np.stack([bits & 255, bits >> 8 & 255, bits >> 16], 1).astype(np.uint8).reshape(q.shape[0], -1)


def fake_activations(x):
    """What dynamic 8-bit quantisation of rows leaves of x."""
    lo, hi = x.amin(-1, keepdim=True).clamp(max=0), x.amax(-1, keepdim=True).clamp(min=0)
    inv = 255 / (hi - lo).clamp(min=1e-20)
    z = (-lo * inv).round()
    q = ((x * inv).round() + z).clamp(0, 255)
    return (q - z) * (hi - lo) / 255


class Quantised(torch.nn.Module):
    """A linear layer that computes as the integer kernels do, up to float rounding."""

    def __init__(self, weight, bias):
        super().__init__()
        q, s = quantise_weights(weight.detach())
        self.w, self.b = q.float() * s[:, None], bias.detach()

    def forward(self, x):
        return F.linear(fake_activations(x.float()), self.w, self.b)


class QuantisedModel(Model):
    def prepare(self):
        with torch.no_grad():
            for t in (self.word, self.posn, self.hash_out):
                q, s = quantise_words(t.weight) if t is self.word else quantise_rows(t.weight)
                t.weight.copy_(q.float() * s[:, None])
        for l in self.layers:
            for n in ('qkv', 'out', 'up', 'down'):
                old = getattr(l, n)
                setattr(l, n, Quantised(old.weight, old.bias))
        for n in ('mlp', 'upos', 'feats', 'lemma', 'ner'):
            old = getattr(self, n)
            setattr(self, n, Quantised(old.weight, old.bias))
        self.arc_q = Quantised(self.arc_w[:-1].t(), self.arc_w[-1])
        self.rel_q = Quantised(self.rel_w[:-1].t(), self.rel_w[-1])

    def arc_scores(self, h, wlens):
        s = self.arc_q(h['ad']) @ h['ah'].transpose(1, 2)
        W = s.shape[1]
        bad = (torch.arange(W)[None] >= wlens[:, None])[:, None] | torch.eye(W, dtype=torch.bool)[None]
        return s.masked_fill(bad, -1e4)

    def rel_scores(self, h, bi, di, hi):
        t = self.rel_q(h['rd'])[bi, di].view(len(bi), len(self.labels.rels), -1)
        e = torch.cat([h['rh'][bi, hi], torch.ones(len(bi), 1)], -1)
        return (t * e[:, None]).sum(-1)


# ---------------------------------------------------------------- the file

class File:
    def __init__(self):
        self.parts = []

    def add(self, name, data, rows=0, columns=0):
        self.parts.append((name, data, rows, columns))

    def strings(self, name, items):
        enc = [x.encode('utf-8') for x in items]
        at = np.cumsum([0] + [len(x) for x in enc]).astype('<u4')
        self.add(name, at.tobytes() + b''.join(enc), len(items))

    def floats(self, name, t):
        t = t.detach().float().numpy()
        self.add(name, np.ascontiguousarray(t, '<f4').tobytes(), t.shape[0], t.shape[1] if t.ndim > 1 else 1)

    def table(self, name, w):
        q, s = quantise_rows(w.detach())
        self.add(name + '.q', q.numpy().tobytes(), *q.shape)
        self.floats(name + '.scale', s)

    def linear(self, name, weight, bias):
        q, s = quantise_weights(weight.detach())
        q, s, b = q.numpy(), s.numpy(), bias.detach().float().numpy()
        n, k = q.shape
        pad = -n % 16
        assert k % 64 == 0
        if pad:
            q = np.concatenate([q, np.zeros((pad, k), np.int8)])
            s, b = np.concatenate([s, np.zeros(pad, np.float32)]), np.concatenate([b, np.zeros(pad, np.float32)])
        packed = q.reshape((n + pad) // 16, 16, k // 4, 4).transpose(0, 2, 1, 3)
        self.add(name + '.weight', np.ascontiguousarray(packed).tobytes(), n + pad, k)
        self.floats(name + '.scale', torch.from_numpy(s))
        self.floats(name + '.bias', torch.from_numpy(b))
        self.add(name + '.sum', q.astype(np.int32).sum(1).astype('<i4').tobytes(), n + pad, 1)

    def write(self, path):
        head = 32 + 64 * len(self.parts)
        body, table, at = bytearray(), bytearray(), (head + 63) // 64 * 64
        base = at
        for name, data, rows, columns in self.parts:
            body += b'\0' * (-len(body) % 64)
            table += struct.pack('<40sQQII', name.encode(), base + len(body), len(data), rows, columns)
            body += data
        rest = bytes(table) + b'\0' * (base - head) + bytes(body)
        rest += b'\0' * (-len(rest) % 512)
        total = 32 + len(rest)
        with open(path + '.tmp', 'wb') as f:
            f.write(struct.pack('<8sIIQQ', b'HEARSAYM', VERSION, len(self.parts), total, checksum(rest)))
            f.write(rest)
        os.replace(path + '.tmp', path)
        return total


def styled_bias(model):
    """The habit in naming that ships becomes part of the names head's bias."""
    bias = model.mlp.bias.detach().clone()
    style = model.style.weight[STYLES.index(SHIPPED_STYLE)].detach()
    bias[-len(style):] += style
    return bias


def checksum(data):
    """As hk_checksum: 64 lanes of 64-bit words, folded one by one."""
    p = np.uint64(0xD6E8FEB86659FD93)
    words = np.frombuffer(data, '<u8').reshape(-1, 64)
    with np.errstate(over='ignore'):
        lane = np.uint64(0x9E3779B97F4A7C15) * np.arange(1, 65, dtype=np.uint64)
        for row in words:
            h = (lane ^ row) * p
            lane = (h << np.uint64(29)) | (h >> np.uint64(35))
    total = len(data)
    for h in lane.tolist():
        total = ((total ^ h) * 0xD6E8FEB86659FD93) & MASK
        total = (total << 29 | total >> 35) & MASK
    return total


def piece_slots(pieces):
    """Open addressing over FNV-1a: number + 1, 0 where empty."""
    slots = np.zeros(1 << 16, '<u2')
    for i, p in enumerate(pieces):
        h = 2166136261
        for b in p.encode('utf-8'):
            h = ((h ^ b) * 16777619) & 0xffffffff
        at = (h ^ h >> 15) & 0xffff
        while slots[at]:
            at = (at + 1) & 0xffff
        slots[at] = i + 1
    return slots


def export(model, wp, pieces, labels, lexicon, path, name):
    f = File()
    d = model.state_dict()
    digest = hashlib.sha256(b''.join(v.numpy().tobytes() for v in d.values())).hexdigest()[:10]
    identifier = '%s-%s' % (name, digest)
    f.strings('identifier', [identifier])
    f.strings('pieces', pieces)
    f.add('pieces.slots', piece_slots(pieces).tobytes(), 1 << 16)
    f.strings('lexicon', ['%s\t%s\t%s' % (w, u, l) for (w, u), l in sorted(lexicon.items())])
    f.strings('upos', UPOS)
    f.strings('feats', ['' if x == '_' else x for x in labels.feats])
    f.strings('scripts', labels.scripts)
    f.strings('rels', labels.rels)
    f.strings('tags', NER)
    folded = [fold_scalar(chr(c)) if not 0xD800 <= c < 0xE000 else (2, '') for c in range(FOLD_LIMIT)]
    f.add('fold.kind', bytes(k for k, _ in folded), FOLD_LIMIT)
    f.strings('fold.text', [t for _, t in folded])
    f.add('fold.known', bytes(chr(c) in wp.known for c in range(FOLD_LIMIT)), FOLD_LIMIT)
    q, s = quantise_words(model.word.weight.detach())
    packed = pack_words(q)
    f.add('word.q', packed.tobytes(), *packed.shape)
    f.floats('word.scale', s)
    f.table('position', model.posn.weight)
    f.floats('shape_in', model.shape_in.weight + model.seg)
    f.floats('shape_out', model.shape_out.weight)
    f.table('hash', model.hash_out.weight)
    f.floats('mix', F.softmax(model.mix, 0))
    f.floats('norm.gain', model.ln.weight)
    f.floats('norm.bias', model.ln.bias)
    for i, l in enumerate(model.layers):
        for n in ('qkv', 'out', 'up', 'down'):
            f.linear('layer%d.%s' % (i, n), getattr(l, n).weight, getattr(l, n).bias)
        for n in ('ln1', 'ln2'):
            f.floats('layer%d.%s.gain' % (i, n), getattr(l, n).weight)
            f.floats('layer%d.%s.bias' % (i, n), getattr(l, n).bias)
    f.linear('mlp', model.mlp.weight, styled_bias(model))
    f.linear('tag', torch.cat([model.upos.weight, model.feats.weight, model.lemma.weight]),
             torch.cat([model.upos.bias, model.feats.bias, model.lemma.bias]))
    f.linear('ner', model.ner.weight, model.ner.bias)
    f.linear('arc', model.arc_w[:-1].t(), model.arc_w[-1])
    # relations: for each its block of weights, then the terms of the dependent alone
    R, r = len(labels.rels), model.dims['rel']
    w, b = model.rel_w[:-1].view(r, R, r + 1), model.rel_w[-1].view(R, r + 1)
    w = torch.cat([w[:, :, :r].reshape(r, R * r), w[:, :, r]], 1)
    b = torch.cat([b[:, :r].reshape(R * r), b[:, r]])
    f.linear('rel', w.t(), b)
    f.add('sizes', struct.pack('<8i', 12, MAX_LENGTH, *(model.dims[k] for k in ('arc', 'rel', 'tag', 'ner')), HASH_ROWS, 0), 8)
    size = f.write(path)
    print('%s: %.2f MB, %s' % (path, size / 1e6, identifier))
    return identifier


# ---------------------------------------------------------------- golden sentences

GOLDEN = [
    "Armenian officials said on Tuesday that Azerbaijani forces had shelled the town of Martakert .",
    "The ministry denied that its drones struck a convoy near Stepanakert , killing at least 12 people .",
    "At least four civilians were wounded when rockets hit Kharkiv 's northern suburbs , the governor told Reuters .",
    "RUSSIA SAYS IT TOOK VILLAGE IN DONETSK REGION",
    "“ We will not give up , ” President Zelensky told the European Union 's foreign ministers on 3 March 2023 .",
    "Fighters loyal to the Islamic State – West Africa Province have n't been seen there since last week .",
    "Who ordered the attack ?",
    "Two children , aged six and nine , were among the dead , according to a local doctor .",
    "The cease-fire which both sides agreed to in Geneva was broken within hours…",
    "Houthi Rebels Seize Ship in the Red Sea",
    "He is believed to have fled to Niger , where he ’d been hiding in the house of a relative .",
    "Sudan's army and the RSF blamed each other for the strike on El Fasher 's last hospital .",
    "a b c",
    "!",
]


def golden(model, wp, labels, lexicon, identifier, path):
    """Tab-separated: form, lemma, upos, feats, head, relation, tag; a blank line ends a sentence."""
    with torch.inference_mode(), open(path, 'w', encoding='utf-8') as f:
        f.write('# model = %s\n' % identifier)
        for text in GOLDEN:
            s = dict(words=text.split())
            e = encode(s, wp, labels)
            p = predict_batch(model, [e], bf16=False)[0]
            f.write('# pieces = %s\n' % ' '.join(map(str, e['ids'])))
            for i, w in enumerate(s['words']):
                ft = labels.feats[p['feats'][i]]
                f.write('\t'.join([w, lemmas.lemma(w, UPOS[p['upos'][i]], labels.scripts[p['lemma'][i]], lexicon), UPOS[p['upos'][i]], ft,
                                   str(p['head'][i]), labels.rels[p['rel'][i]], NER[p['ner'][i]]]) + '\n')
            f.write('\n')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--run', required=True)
    ap.add_argument('--out', required=True)
    ap.add_argument('--name', default='careful')
    ap.add_argument('--data')
    ap.add_argument('--golden')
    ap.add_argument('--threads', type=int, default=1)
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    model, wp, pieces, labels = load_run(a.run)
    lexicon = {(f, u): l for f, u, l in json.load(open(os.path.join(a.run, 'lexicon.json')))}
    identifier = export(model, wp, pieces, labels, lexicon, a.out, a.name)
    quantised = QuantisedModel(labels, len(pieces), layers=len(model.layers))
    quantised.load_state_dict(model.state_dict())
    quantised.prepare()
    quantised.eval()
    if a.golden:
        golden(quantised, wp, labels, lexicon, identifier, a.golden)
    if a.data:
        for name, sents, src in zip(('EWT dev', 'GUM dev'), load_dev(a.data), ('uner', 'gum')):
            enc = [dict(e, ner_source=src) for e in (encode(s, wp, labels) for s in sents) if e]
            evaluate(model, enc, name + ' float', bf16=False, lexicon=lexicon)
            evaluate(quantised, enc, name + ' int8', bf16=False, lexicon=lexicon)


if __name__ == '__main__':
    main()
