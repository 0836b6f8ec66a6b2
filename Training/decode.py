"""Decoding: single-root maximum spanning tree, BIOES Viterbi, and the development scores."""
import time

import numpy as np
import torch
import torch.nn.functional as F

from data import NER, SOURCES, UPOS, batches, collate, spans
from lexicon import lemma

NEG = -1e9


def cle(s):
    """Chu-Liu-Edmonds over s[dependent, head], node 0 is the root -> heads (heads[0] = 0)."""
    n = len(s)
    s = s.copy()
    np.fill_diagonal(s, NEG)
    heads = s.argmax(1)
    heads[0] = 0
    color, cyc = [0] * n, None
    for i in range(1, n):
        path, j = [], i
        while j and not color[j]:
            color[j] = i + 1
            path.append(j)
            j = heads[j]
        if j and color[j] == i + 1:
            cyc = path[path.index(j):]
            break
    if cyc is None:
        return heads
    inc = set(cyc)
    rest = [i for i in range(n) if i not in inc]
    m = len(rest)
    t = np.full((m + 1, m + 1), NEG)
    c = np.array(cyc)
    own = s[c, heads[c]]
    t[:m, :m] = s[np.ix_(rest, rest)]
    out = s[np.ix_(rest, cyc)]
    t[:m, m] = out.max(1)
    oi = out.argmax(1)
    inn = s[np.ix_(cyc, rest)] - own[:, None]
    t[m, :m] = inn.max(0)
    ii = inn.argmax(0)
    sub = cle(t)
    res = heads.copy()
    for k in range(1, m):
        res[rest[k]] = cyc[oi[k]] if sub[k] == m else rest[sub[k]]
    b = sub[m]
    res[cyc[ii[b]]] = rest[b]
    res[0] = 0
    return res


def is_tree(h):
    if (h[1:] == 0).sum() != 1:
        return False
    for i in range(1, len(h)):
        j, k = i, 0
        while j and k <= len(h):
            j, k = h[j], k + 1
        if j:
            return False
    return True


def tree(s):
    """Best tree with exactly one word under the root."""
    g = s.argmax(1)
    g[0] = 0
    if is_tree(g):
        return g
    h = cle(s)
    if (h[1:] == 0).sum() == 1:
        return h
    best, bs = h, -1e18
    for r in np.nonzero(h[1:] == 0)[0] + 1:
        t = s.copy()
        t[1:, 0] = -1e6
        t[r, 0] = s[r, 0]
        h2 = cle(t)
        v = t[np.arange(1, len(t)), h2[1:]].sum()
        if v > bs:
            best, bs = h2, v
    return best


def transitions():
    T = np.full((len(NER), len(NER)), NEG)
    for i, a in enumerate(NER):
        for j, b in enumerate(NER):
            inside = a[0] in 'BI'
            if (b[0] in 'IE' and inside and a[2:] == b[2:]) or (b[0] in 'OBS' and not inside):
                T[i, j] = 0
    return T


TRANS = transitions()
START = np.array([NEG if t[0] in 'IE' else 0 for t in NER])
END = np.array([NEG if t[0] in 'BI' else 0 for t in NER])


def viterbi(e):
    if (e.argmax(1) == 0).all():
        return [0] * len(e)
    a, back = e[0] + START, []
    for x in e[1:]:
        m = a[:, None] + TRANS
        back.append(m.argmax(0))
        a = m.max(0) + x
    t = [int((a + END).argmax())]
    for b in reversed(back):
        t.append(int(b[t[-1]]))
    return t[::-1]


def predict_batch(model, b, bf16=True):
    """-> per sentence dict(upos, feats, script, head, rel, ner) of label numbers."""
    c = collate(b)
    with torch.autocast('cpu', dtype=torch.bfloat16, enabled=bf16):
        x = model.words(c)
        h = model.heads(x)
    arcs = F.log_softmax(model.arc_scores(h, c['wlens']).float(), -1).numpy()
    ne = F.log_softmax(h['ner'].float(), -1).numpy()
    up, fe, le = (h[k].float().argmax(-1).numpy() for k in ('upos', 'feats', 'lemma'))
    heads = [tree(arcs[i, :len(s['words']) + 1, :len(s['words']) + 1]) for i, s in enumerate(b)]
    bi = torch.tensor([i for i, s in enumerate(b) for _ in s['words']])
    di = torch.tensor([k for s in b for k in range(1, len(s['words']) + 1)])
    hi = torch.tensor([int(k) for t in heads for k in t[1:]])
    rs = model.rel_scores(h, bi, di, hi).float()
    root = model.labels.rel_id['root']                    # 'root' exactly where the head is 0
    rs[:, root] = torch.where(hi == 0, 1e9, -1e9)
    rel = rs.argmax(-1).numpy()
    out, o = [], 0
    for i, s in enumerate(b):
        w = len(s['words'])
        out.append(dict(upos=up[i, 1:w + 1], feats=fe[i, 1:w + 1], lemma=le[i, 1:w + 1], head=heads[i][1:],
                        rel=rel[o:o + w], ner=viterbi(ne[i, 1:w + 1])))
        o += w
    return out


@torch.inference_mode()
def evaluate(model, sents, name, bf16=True, lexicon=None):
    """Scores of encoded gold sentences; names are scored over PER, ORG, LOC."""
    was = model.training
    model.eval()
    t0 = time.time()
    n = ok = tp = fp = fn = 0
    c = dict.fromkeys(('upos', 'uas', 'las', 'full', 'feats', 'lemma'), 0)
    L = model.labels
    for b in batches(sents, 3000, 128):
        for s, p in zip(b, predict_batch(model, b, bf16)):
            g = s['source']
            if 'head' in g:
                w = len(g['words'])
                n += w
                c['upos'] += sum(UPOS[a] == x for a, x in zip(p['upos'], g['upos']))
                right = [int(a) == x for a, x in zip(p['head'], g['head'])]
                rel = [L.rels[a] for a in p['rel']]
                c['uas'] += sum(right)
                c['las'] += sum(r and a.split(':')[0] == x.split(':')[0] for r, a, x in zip(right, rel, g['deprel']))
                c['full'] += sum(r and a == x for r, a, x in zip(right, rel, g['deprel']))
                c['feats'] += sum(L.feats[a] == x for a, x in zip(p['feats'], g['feats']))
                c['lemma'] += sum(lemma(f, UPOS[u], L.scripts[a], lexicon) == x
                                  for f, u, a, x in zip(g['words'], p['upos'], p['lemma'], g['lemmas']))
            if 'ner_gold' in g:
                pr = {x for x in spans([NER[t] for t in p['ner']]) if x[2] in ('PER', 'ORG', 'LOC')}
                m = SOURCES[s['ner_source']]['labels'] if 'ner_source' in s else None
                go = set()
                for a, e, k in spans(g['ner_gold']):
                    k = m[k].split()[:1] if m and k in m else [k]
                    if k and k[0] in ('PER', 'ORG', 'LOC'):
                        go.add((a, e, k[0]))
                tp += len(pr & go)
                fp += len(pr - go)
                fn += len(go - pr)
    r = {k: 100 * v / max(1, n) for k, v in c.items()}
    r.update(set=name, words=n, ner=100 * 2 * tp / max(1, 2 * tp + fp + fn) if tp + fn else None, wall=time.time() - t0)
    print('   %-12s UPOS %.2f UAS %.2f LAS %.2f full %.2f feats %.2f lemma %.2f NER %s  %.0f s' % (
        name, r['upos'], r['uas'], r['las'], r['full'], r['feats'], r['lemma'],
        '-' if r['ner'] is None else '%.2f' % r['ner'], r['wall']), flush=True)
    model.train(was)
    return r
