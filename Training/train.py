#!/usr/bin/env python3
"""Train Hearsay's language model: tags, features, lemmas, tree and names in one network.

The learning rate falls with the share of the wall-time budget that is spent, so a run
always ends with a rate near 0, whatever the machine's speed. Interrupted runs go on
where they stopped: run the same command again.

  python3 train.py --data DIR --minilm DIR --out DIR [--budget 4500]

--data    the folder with train/ and dev/ (see README.md)
--minilm  the folder with model.safetensors and vocab.txt of all-MiniLM-L6-v2
"""
import argparse
import json
import os
import random
import time

import numpy as np
import torch

import lexicon
from data import (ALLOWED, Labels, augment, batches, collate, collate_taught, encode, encode_taught, load_dev, load_training,
                  read_names)
from decode import evaluate
from model import Model
from text import WordPiece, prune_vocabulary

WEIGHT = dict(upos=1.0, arc=1.0, rel=1.0, feats=0.5, lemma=0.5, ner=1.0)


def optimiser(model, lr, head_lr, decay):
    """Lower layers learn slower; no weight decay on vectors."""
    groups, enc = [], len(model.layers)

    def group(params, rate):
        for wd, keep in ((0.01, lambda p: p.dim() > 1), (0.0, lambda p: p.dim() <= 1)):
            ps = [p for p in params if p.requires_grad and keep(p)]
            if ps:
                groups.append(dict(params=ps, lr=rate, base=rate, weight_decay=wd))
    group([model.seg, *model.ln.parameters()], lr * decay ** enc)
    for i, l in enumerate(model.layers):
        group(list(l.parameters()), lr * decay ** (enc - 1 - i))
    group([model.shape_in.weight], head_lr / 2)
    group([model.mix], head_lr * 5)
    taken = {id(p) for g in groups for p in g['params']}
    group([p for p in model.parameters() if id(p) not in taken], head_lr)
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def epoch_data(trees, extra, names, epoch, seed, wp, labels):
    """The sentences of one epoch, augmented; the big name set gives a third in turn."""
    rng = random.Random(seed * 1000 + epoch)
    sents = list(trees)
    for source, s in sorted(extra.items()):
        sents += s[epoch % 3::3] if source == 'docred' else s
    out = [e for e in (encode(augment(s, rng, names), wp, labels) for s in sents) if e]
    for e in out:
        if rng.random() < 1 / 3:
            e['style'] = 0
    return out, rng


def taught_data(taught, share, epoch, rng, wp, labels):
    """The part of the taught sentences whose turn it is."""
    parts = max(1, round(1 / share))
    out = [encode_taught(t, wp, labels, rng) for t in taught[epoch % parts::parts]]
    return [e for e in out if e]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--data', required=True)
    ap.add_argument('--minilm', required=True)
    ap.add_argument('--out', required=True)
    ap.add_argument('--budget', type=float, default=4500, help='wall seconds, evaluation included')
    ap.add_argument('--lr', type=float, default=3e-4)
    ap.add_argument('--head-lr', type=float, default=2e-3)
    ap.add_argument('--layer-decay', type=float, default=0.9)
    ap.add_argument('--ema', type=float, default=0.997)
    ap.add_argument('--pieces', type=int, default=1024, help='padded word pieces in a batch')
    ap.add_argument('--sents', type=int, default=64)
    ap.add_argument('--layers', type=int, default=6)
    ap.add_argument('--warmup', type=int, default=60)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--threads', type=int, default=2)
    ap.add_argument('--save-every', type=float, default=600)
    ap.add_argument('--taught', help='what teach.py wrote: sentences that trained models annotated')
    ap.add_argument('--taught-share', type=float, default=0.5, help='share of them in each epoch')
    ap.add_argument('--start', help='a finished run whose weights to start from; of deeper ones the lowest layers')
    ap.add_argument('--tree-only', action='store_true', help='leave the name-only sentences out')
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(a.seed)
    os.makedirs(a.out, exist_ok=True)

    pieces, rows = prune_vocabulary(os.path.join(a.minilm, 'vocab.txt'))
    wp = WordPiece(pieces)
    trees, extra = load_training(a.data)
    if a.tree_only:
        extra = {}
    names = read_names(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'names.txt'))
    labels = Labels(trees)
    ewt, gum = load_dev(a.data)
    dev = {}
    for name, sents, src in (('EWT dev', ewt, 'uner'), ('GUM dev', gum, 'gum')):
        enc = [encode(s, wp, labels) for s in sents]
        print(name, 'sentences too long:', sum(e is None for e in enc))
        dev[name] = [dict(e, ner_source=src) for e in enc if e]
    allowed = ALLOWED.table()
    model = Model(labels, len(pieces), layers=a.layers, mask=wp.unk)
    model.load_minilm(os.path.join(a.minilm, 'model.safetensors'), rows)
    if a.start:
        old = torch.load(os.path.join(a.start, 'ema.pt'))
        top = max(int(k.split('.')[1]) for k in old if k.startswith('layers.'))
        mine = model.state_dict()
        model.load_state_dict({k: old[k] if k in old and old[k].shape == v.shape else v for k, v in mine.items()})
        print('started from %s, layers 0 to %d of %d' % (a.start, a.layers - 1, top + 1))
    taught = []
    if a.taught:
        d = torch.load(a.taught)
        if d['labels'] != labels.to_dict():
            raise SystemExit(a.taught + ': its teachers had other labels than this training data gives')
        taught = d['sentences']
        random.Random(a.seed).shuffle(taught)
    model.train()
    opt = optimiser(model, a.lr, a.head_lr, a.layer_decay)
    live = [p for p in model.parameters() if p.requires_grad]
    ema = [p.detach().clone() for p in live]
    meta = dict(labels=labels.to_dict(), pieces=pieces)
    json.dump(meta, open(os.path.join(a.out, 'meta.json'), 'w'), ensure_ascii=False)
    known = [[f, u, l] for (f, u), l in sorted(lexicon.build(trees).items())]
    json.dump(known, open(os.path.join(a.out, 'lexicon.json'), 'w'), ensure_ascii=False)
    print('pieces %d, relations %d, features %d, scripts %d; trained parameters %.1f M; trees %d, names %s' % (
        len(pieces), len(labels.rels), len(labels.feats), len(labels.scripts), sum(p.numel() for p in live) / 1e6,
        len(trees), {k: len(v) for k, v in extra.items()}), flush=True)

    state = dict(spent=0.0, step=0, epoch=1, batch=0, history=[])
    last = os.path.join(a.out, 'state.pt')
    if os.path.exists(last):
        d = torch.load(last, weights_only=False)
        model.load_state_dict(d['model'])
        opt.load_state_dict(d['opt'])
        for e, v in zip(ema, d['ema']):
            e.copy_(v)
        state = d['state']
        print('going on at epoch %(epoch)d, batch %(batch)d, %(spent).0f s spent' % state, flush=True)

    def swap():
        with torch.no_grad():
            for p, e in zip(live, ema):
                t = p.detach().clone()
                p.copy_(e)
                e.copy_(t)

    def save(weights_only=False):
        if not weights_only:
            torch.save(dict(model=model.state_dict(), opt=opt.state_dict(), ema=ema, state=state), last + '.tmp')
            os.replace(last + '.tmp', last)
        swap()
        torch.save(model.state_dict(), os.path.join(a.out, 'ema.pt.tmp'))
        os.replace(os.path.join(a.out, 'ema.pt.tmp'), os.path.join(a.out, 'ema.pt'))
        swap()

    begin, before, saved = time.time(), state['spent'], time.time()
    done = False
    while not done:
        epoch = state['epoch']
        data, rng = epoch_data(trees, extra, names, epoch, a.seed, wp, labels)
        bs = batches(data, a.pieces, a.sents, rng)
        if taught:
            bs += batches(taught_data(taught, a.taught_share, epoch, rng, wp, labels), a.pieces, a.sents, rng)
            rng.shuffle(bs)
        skip = state['batch']
        tot, k, words, w0 = dict.fromkeys(WEIGHT, 0.0), 0, 0, time.time()
        for i in range(skip, len(bs)):
            f = min(1, (state['step'] + 1) / a.warmup) * max(0.02, 1 - state['spent'] / a.budget)
            for g in opt.param_groups:
                g['lr'] = g['base'] * f
            is_taught = 'taught' in bs[i][0]
            losses = model.loss_taught(collate_taught(bs[i])) if is_taught else model.loss(collate(bs[i]), allowed)
            loss = sum(WEIGHT[n] * v for n, v in losses.items())
            opt.zero_grad(set_to_none=True)
            loss.backward()
            for p in live:
                if p.grad is None:
                    p.grad = torch.zeros_like(p)
            torch.nn.utils.clip_grad_norm_(live, 2.0, foreach=True)
            opt.step()
            with torch.no_grad():
                torch._foreach_lerp_(ema, live, 1 - min(a.ema, (1 + state['step']) / (10 + state['step'])))
            for n, v in losses.items():
                tot[n] += float(v.detach())
            k += 1
            state['step'] += 1
            state['batch'] = i + 1
            words += sum(len(s['words']) for s in bs[i])
            state['spent'] = before + time.time() - begin
            if k % 50 == 0:
                print('  e%d %d/%d  %s  %.0f words/s  spent %.0f s' % (
                    epoch, i + 1, len(bs), ' '.join('%s %.3f' % (n, v / k) for n, v in tot.items()),
                    words / (time.time() - w0), state['spent']), flush=True)
            if state['spent'] >= a.budget:
                done = True
                break
            if time.time() - saved > a.save_every:
                save()
                saved = time.time()
        swap()
        row = dict(epoch=epoch, words=words, spent=state['spent'], loss={n: v / max(1, k) for n, v in tot.items()},
                   mix=torch.softmax(model.mix, 0).tolist())
        print('epoch', json.dumps(row), flush=True)
        for name, sents in dev.items():
            row[name] = evaluate(model, sents, name)
        swap()
        state['spent'] = before + time.time() - begin
        state['history'].append(row)
        json.dump(state['history'], open(os.path.join(a.out, 'history.json'), 'w'), indent=1)
        state['epoch'], state['batch'] = epoch + 1, 0
        save()
        saved = time.time()
    open(os.path.join(a.out, 'finished'), 'w').close()
    print('finished', flush=True)


if __name__ == '__main__':
    main()
