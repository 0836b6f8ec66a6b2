"""Reading the treebanks and name lists, augmentation, batches."""
import lzma
import os
import random
from collections import Counter

import numpy as np
import torch

from text import hashes, make_script, shape

IGN = -100
UPOS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split()
POS_ID = {t: i for i, t in enumerate(UPOS)}
TYPES = 'PER ORG LOC NORP DATE EVENT MISC'.split()
NER = ['O'] + [p + '-' + t for t in TYPES for p in 'BIES']
NER_ID = {t: i for i, t in enumerate(NER)}
MAX_LENGTH = 256             # pieces of a sentence, [CLS] and [SEP] included


def opener(path):
    return lzma.open(path, 'rt', encoding='utf-8') if path.endswith('.xz') else open(path, encoding='utf-8')


def read_conllu(path):
    """-> list of sentences; multiword and empty lines are skipped."""
    out, rows, sid = [], [], None
    with opener(path) as f:
        for line in f:
            line = line.rstrip('\n')
            if line.startswith('#'):
                if line.startswith('# sent_id'):
                    sid = line.split('=', 1)[1].strip()
            elif not line:
                if rows:
                    out.append(dict(id=sid, words=[r[1] for r in rows], lemmas=[r[2] for r in rows],
                                    upos=[r[3] for r in rows], feats=[r[5] for r in rows],
                                    head=[int(r[6]) for r in rows], deprel=[r[7] for r in rows]))
                rows = []
            else:
                c = line.split('\t')
                if c[0].isdigit():
                    rows.append(c)
    return out


def read_ner(path):
    """-> list of (sentence id, tokens, IOB2 tags)"""
    out, toks, tags, sid = [], [], [], None
    with opener(path) as f:
        for line in list(f) + ['\n']:
            line = line.rstrip('\n')
            if line.startswith('# ') and '\t' not in line:
                if line.startswith('# sent_id'):
                    sid = line.split('=', 1)[1].strip()
            elif not line.strip():
                if toks:
                    out.append((sid, toks, tags))
                toks, tags = [], []
            else:
                a, b = line.split('\t')[:2]
                toks.append(a)
                tags.append(b)
    return out


def spans(tags):
    """IOB2 or BIOES tags -> set of (start, end, type)."""
    res, start, typ = set(), None, None
    for i, t in enumerate(list(tags) + ['O']):
        p, _, k = t.partition('-')
        if start is not None and (p in 'OBS' or k != typ):
            res.add((start, i, typ))
            start = None
        if p != 'O' and start is None:
            start, typ = i, k
    return res


def bioes(tags):
    out = ['O'] * len(tags)
    for s, e, k in spans(tags):
        if e - s == 1:
            out[s] = 'S-' + k
        else:
            out[s:e] = ['B-' + k] + ['I-' + k] * (e - s - 2) + ['E-' + k]
    return out


# What each source's labels may mean in ours, and which of our types its 'O' leaves open
# because the source does not annotate them. A label that the source uses for several of
# our types (MISC of WikiGold holds nationalities and events) allows all of them.
SOURCES = {
    'uner': dict(labels={'PER': 'PER', 'ORG': 'ORG', 'LOC': 'LOC'}, open='NORP DATE EVENT MISC'),
    'wikigold': dict(labels={'PER': 'PER', 'ORG': 'ORG', 'LOC': 'LOC', 'MISC': 'MISC NORP EVENT'}, open='DATE'),
    'europarl': dict(labels={'PER': 'PER', 'ORG': 'ORG', 'LOC': 'LOC', 'MISC': 'MISC NORP EVENT'}, open='DATE'),
    'crossner': dict(labels={'politician': 'PER', 'person': 'PER', 'organisation': 'ORG', 'politicalparty': 'ORG',
                             'country': 'LOC', 'location': 'LOC', 'election': 'EVENT', 'event': 'EVENT',
                             'misc': 'MISC NORP'}, open='DATE NORP'),
    'docred': dict(labels={'PER': 'PER', 'ORG': 'ORG', 'LOC': 'LOC', 'NORP': 'NORP', 'TIME': 'DATE', 'NUM': '',
                           'MISC': 'MISC EVENT NORP'}, open=''),
    'gum': dict(labels={'person': 'PER NORP', 'organization': 'ORG', 'place': 'LOC', 'time': 'DATE', 'event': 'EVENT',
                        'object': 'MISC', 'abstract': 'MISC', 'substance': 'MISC', 'animal': 'MISC',
                        'plant': 'MISC'}, open='NORP DATE'),
}


STYLES = ['', *SOURCES]       # '' : nobody's habit, which a third of the sentences are read with


class AllowedTags:
    """Sets of allowed tags, numbered; row 0 allows everything."""

    def __init__(self):
        self.rows, self.index = [[True] * len(NER)], {}

    def number(self, source, tag):
        key = (source, tag)
        if key not in self.index:
            rule = SOURCES[source]
            ok = {'O'} | {p + '-' + t for t in rule['open'].split() for p in 'BIES'} if tag == 'O' else set()
            if tag != 'O':
                p, _, label = tag.partition('-')
                types = rule['labels'].get(label)
                if types is None:                # a label we give no meaning: anything goes
                    ok = set(NER)
                else:
                    ok = {p + '-' + t for t in types.split()} or {'O'}
            self.rows.append([t in ok for t in NER])
            self.index[key] = len(self.rows) - 1
        return self.index[key]

    def table(self):
        return torch.tensor(self.rows)


ALLOWED = AllowedTags()


def ner_numbers(source, tags):
    return [ALLOWED.number(source, t) for t in bioes(tags)]


def add_ner(sents, path, source):
    """Attach names where id and tokens agree; otherwise the sentence has no name loss."""
    ner = {sid: (toks, tags) for sid, toks, tags in read_ner(path)}
    bad = 0
    for s in sents:
        toks, tags = ner.get(s['id'], (None, None))
        if toks == s['words']:
            s['ner'] = ner_numbers(source, tags)
            s['ner_gold'] = tags
            s['source'] = source
        else:
            bad += 1
    return bad


def ner_only(path, source):
    return [dict(id=sid, words=toks, ner=ner_numbers(source, tags), ner_gold=tags, source=source)
            for sid, toks, tags in read_ner(path)]


class Labels:
    """The inventories, fixed by the training treebanks."""

    def __init__(self, sents):
        def seen(key, least):
            c = Counter(x for s in sents for x in s[key])
            return sorted(x for x, n in c.items() if n >= least)
        self.rels = seen('deprel', 2)
        self.feats = seen('feats', 2)
        scripts = Counter(make_script(f, l) for s in sents for f, l in zip(s['words'], s['lemmas']))
        self.scripts = [x for x, n in sorted(scripts.items(), key=lambda t: (-t[1], t[0])) if n >= 2]
        self.index()

    def index(self):
        self.rel_id = {t: i for i, t in enumerate(self.rels)}
        self.feat_id = {t: i for i, t in enumerate(self.feats)}
        self.script_id = {t: i for i, t in enumerate(self.scripts)}

    def to_dict(self):
        return dict(rels=self.rels, feats=self.feats, scripts=self.scripts)

    @classmethod
    def from_dict(cls, d):
        self = cls.__new__(cls)
        self.rels, self.feats, self.scripts = d['rels'], d['feats'], d['scripts']
        self.index()
        return self


# ---------------------------------------------------------------- augmentation

def title(w):
    return w[:1].upper() + w[1:].lower() if len(w) > 1 else w.upper()


def read_names(path):
    """-> {type: {number of words: [names as lists of words]}}"""
    out, kind = {}, None
    for line in open(path, encoding='utf-8'):
        line = line.strip()
        if line in TYPES:
            kind = out.setdefault(line, {})
        elif line and line[0] != '#':
            for name in line.split('|'):
                words = name.split()
                kind.setdefault(len(words), []).append(words)
    return out


def invented(kind, pool, rng):
    """A name that nobody bears: an acronym for a body, else the beginning of one name with the end of another."""
    if kind == 'ORG' and len(pool[0]) == 1 and rng.random() < 0.7:
        return [''.join(rng.choice('AABCDEFGHIIJKLMNOPPRSTUV') for _ in range(rng.choice((2, 3, 3, 3, 4, 4, 5))))]
    a, b = rng.choice(pool)[-1], rng.choice(pool)[-1]
    half = a[:max(2, len(a) // 2)] + b[max(1, len(b) // 2):]
    return rng.choice(pool)[:-1] + [half if half[:1].isupper() else half.capitalize()]


def swap_names(s, names, rng, share=0.3):
    """Put other names of the same type and length in the place of some: unknown names become usual."""
    words = None
    for start, end, kind in spans(s['ner_gold']):
        kind = SOURCES[s['source']]['labels'].get(kind, '').split(' ')[0]
        pool = names.get(kind, {}).get(end - start)
        if not pool or rng.random() > share:
            continue
        if 'upos' in s and any(u != 'PROPN' for u in s['upos'][start:end]):
            continue
        if words is None:
            words, lemmas = list(s['words']), list(s.get('lemmas', ()))
        new = invented(kind, pool, rng) if rng.random() < 0.5 else rng.choice(pool)
        words[start:end] = new
        if lemmas:
            lemmas[start:end] = new
    if words is None:
        return s
    s = dict(s, words=words)
    if lemmas:
        s['lemmas'] = lemmas
    return s


SMALL = set('a an the of in on at to for and or but by with from as is n\'t \'s'.split())


def augment(s, rng, names=None):
    """Case variants and a missing full stop, as in headlines and wires. Lemmas stay as they are."""
    if names and 'ner_gold' in s and rng.random() < 0.5:
        s = swap_names(s, names, rng)
    r, drop = rng.random(), rng.random() < 0.05
    n = len(s['words'])
    if drop and n > 2 and s['words'][-1] == '.' and n not in s.get('head', ()):
        s = {k: (v[:-1] if isinstance(v, list) else v) for k, v in s.items()}
    if r < 0.10:
        s = dict(s)
        if r < 0.04:
            s['words'] = [w.upper() for w in s['words']]
        elif r < 0.08:
            skip = rng.random() < 0.5
            s['words'] = [w if skip and i and w.lower() in SMALL or w.isupper() else title(w)
                          for i, w in enumerate(s['words'])]
        else:
            s['words'] = [w.lower() for w in s['words']]
    return s


# ---------------------------------------------------------------- numbers

_script_cache = {}


def encode(s, wp, labels):
    """-> arrays of one sentence, or None when it has more pieces than positions."""
    ids, slot, shp, wsh, hsh = [wp.cls], [0], [0], [0], [[0] * 5]
    for k, w in enumerate(s['words'], 1):
        p, sh = wp.word(w), shape(w)
        ids += p
        slot += [k] * len(p)
        shp += [sh] * len(p)
        wsh.append(sh)
        hsh.append(hashes(w))
    ids.append(wp.sep)
    if len(ids) > MAX_LENGTH:
        return None
    e = dict(ids=ids, slot=slot, shp=shp + [0], wsh=wsh, hsh=hsh, words=s['words'], source=s)
    if 'head' in s:
        e['upos'] = [POS_ID.get(x, POS_ID['X']) for x in s['upos']]
        e['head'] = s['head']
        e['rel'] = [labels.rel_id.get(x, IGN) for x in s['deprel']]
        e['feats'] = [labels.feat_id.get(x, IGN) for x in s['feats']]
        scripts = []
        for f, l in zip(s['words'], s['lemmas']):
            k = _script_cache.get((f, l))
            if k is None:
                k = _script_cache[f, l] = labels.script_id.get(make_script(f, l), IGN)
            scripts.append(k)
        e['lemma'] = scripts
    if 'ner' in s:
        e['ner'] = s['ner']
        e['style'] = STYLES.index(s['source'])
    return e


def round_up(n):
    """Few different shapes: the matrix library prepares a kernel for each new one."""
    return (n + 7) // 8 * 8


def batches(sents, max_pieces, max_sents, rng=None):
    """Length-sorted batches of at most max_pieces padded pieces, shuffled when rng is given."""
    key = (lambda s: len(s['ids']) + rng.random() * 3) if rng else (lambda s: len(s['ids']))
    out, cur, longest = [], [], 0
    for s in sorted(sents, key=key):
        n = max(longest, round_up(len(s['ids'])))
        if cur and (n * (len(cur) + 1) > max_pieces or len(cur) >= max_sents):
            out.append(cur)
            cur, n = [], round_up(len(s['ids']))
        cur.append(s)
        longest = n
    if cur:
        out.append(cur)
    if rng:
        rng.shuffle(out)
    return out


GOLD = ('upos', 'head', 'rel', 'feats', 'lemma')


def collate(b):
    B, L = len(b), round_up(max(len(s['ids']) for s in b))
    W = round_up(max(len(s['words']) for s in b) + 1)    # with the root in front
    ids = np.zeros((B, L), np.int64)
    shp = np.zeros((B, L), np.int64)
    slot = np.full((B, L), B * W, np.int64)              # B*W: where padding and [SEP] go
    wsh = np.zeros((B, W), np.int64)
    hsh = np.zeros((B, W, 5), np.int64)
    gold = np.full((len(GOLD), B, W), IGN, np.int64)
    ner = np.zeros((B, W), np.int64)
    for i, s in enumerate(b):
        n, w = len(s['ids']), len(s['words']) + 1
        ids[i, :n], shp[i, :n], wsh[i, :w], hsh[i, :w] = s['ids'], s['shp'], s['wsh'], s['hsh']
        slot[i, :n - 1] = np.asarray(s['slot']) + i * W
        if 'head' in s:
            for k, g in enumerate(GOLD):
                gold[k, i, 1:w] = s[g]
        if 'ner' in s:
            ner[i, 1:w] = s['ner']
    t = torch.from_numpy
    return dict(ids=t(ids), shp=t(shp), slot=t(slot), wsh=t(wsh), hsh=t(hsh), ner=t(ner),
                style=torch.tensor([s.get('style', 0) for s in b]),
                lens=torch.tensor([len(s['ids']) for s in b]),
                wlens=torch.tensor([len(s['words']) + 1 for s in b]),
                **{g: t(gold[k]) for k, g in enumerate(GOLD)})


def load_training(root):
    """-> (tree sentences, name-only sentences by source)"""
    ud, ner = os.path.join(root, 'train/ud'), os.path.join(root, 'train/ner')
    ewt = read_conllu(ud + '/en_ewt-ud-train.conllu.xz')
    gum = read_conllu(ud + '/en_gum_free-train.conllu.xz')
    print('without names: EWT %d, GUM %d sentences' % (
        add_ner(ewt, ner + '/ewt_uner-train.tsv', 'uner'), add_ner(gum, ner + '/gum_named_free-train.tsv', 'gum')))
    extra = {s: ner_only('%s/%s-train.tsv' % (ner, f), s) for s, f in (
        ('wikigold', 'wikigold'), ('crossner', 'crossner_politics'), ('europarl', 'europarl'), ('docred', 'docred'))}
    return ewt + gum, extra


def plain_text(root):
    """-> sentences as lists of words, for teachers to annotate; no label of these files is read."""
    ner, seen, out = os.path.join(root, 'train/ner'), set(), []
    for name in ('docred-train.tsv', 'wikigold-train.tsv', 'europarl-train.tsv', 'gmb_silver-train.tsv.xz'):
        for _, words, _ in read_ner(os.path.join(ner, name)):
            if tuple(words) not in seen:
                seen.add(tuple(words))
                out.append(words)
    return out


SHARES = ('arc', 'rel', 'upos', 'ner')


def encode_taught(t, wp, labels, rng):
    """A sentence that teachers annotated, in the cases of headlines and wires too."""
    words = augment(dict(words=t['words'], head=[len(t['words'])]), rng)['words']      # the head keeps the full stop
    e = encode(dict(words=words), wp, labels)
    return dict(e, taught=t) if e else None


def collate_taught(b):
    c = collate(b)
    B, W = c['wsh'].shape
    c['head'] = torch.full((B, W), IGN)
    for k in ('feats', 'lemma'):
        c[k] = torch.full((B, W), IGN)
    sizes = dict(arc=W, rel=b[0]['taught']['rel'].shape[1], upos=len(UPOS), ner=len(NER))
    for k in SHARES:
        c['share_' + k] = torch.zeros(B, W, sizes[k])
    for i, s in enumerate(b):
        t, w = s['taught'], len(s['words'])
        for k in ('head', 'feats', 'lemma'):
            c[k][i, 1:w + 1] = t[k].long()
        for k in SHARES:
            x = t[k].float()
            c['share_' + k][i, 1:w + 1, :x.shape[1]] = x
    return c


def load_dev(root):
    ud, ner = os.path.join(root, 'dev/ud'), os.path.join(root, 'dev/ner')
    ewt, gum = read_conllu(ud + '/en_ewt-ud-dev.conllu'), read_conllu(ud + '/en_gum_free-dev.conllu')
    add_ner(ewt, ner + '/ewt_uner-dev.tsv', 'uner')
    add_ner(gum, ner + '/gum_named_free-dev.tsv', 'gum')
    return ewt, gum
