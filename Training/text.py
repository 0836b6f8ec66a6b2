"""Text side of the model: folding, word pieces, shapes, suffix hashes, lemma scripts.

Everything here is repeated in Swift (Sources/HearsayLanguage/Parsing), so each rule is
stated over Unicode scalars and needs nothing but tables that export.py writes into the
model file.
"""
import unicodedata

# ---------------------------------------------------------------- folding

ORDINARY, ALONE, DROP, SPACE = 0, 1, 2, 3
FOLD_LIMIT = 0x3000          # scalars from here on are pieces of their own, always unknown

_PLAIN = {
    "'": '\u2018\u2019\u201a\u201b\u2032\u02bb\u02bc\u02bd\u02be\u02bf\u02b9\u2039\u203a\u00b4`',
    '"': '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb',
    '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043',
    '...': '\u2026',
    '*': '\u2022\u00b7\u25aa\u25cf\u2023',
}
_PLAIN = {c: k for k, v in _PLAIN.items() for c in v}


def fold_scalar(c):
    """-> (kind, folded text) of one scalar: lower case, no accents, plain quotes and dashes."""
    o = ord(c)
    if o >= FOLD_LIMIT:
        return ALONE, c
    if c in _PLAIN:
        return ALONE, _PLAIN[c]
    cat = unicodedata.category(c)
    if cat[0] == 'Z' or c in '\t\n\r\x0b\x0c\x85':
        return SPACE, ''
    if cat[0] == 'C' or cat[0] == 'M':
        return DROP, ''
    if cat[0] == 'P' or (o < 128 and not c.isalnum()):
        return ALONE, c
    text = ''.join(x for x in unicodedata.normalize('NFD', c.lower()) if unicodedata.category(x) != 'Mn')
    return ORDINARY, text or c


_fold_cache = {}


def fold_chunks(word):
    """Folded word cut before and after every scalar that stands alone."""
    hit = _fold_cache.get(word)
    if hit is not None:
        return hit
    chunks, cur = [], ''
    for c in word:
        kind, text = fold_scalar(c)
        if kind == ORDINARY:
            cur += text
        elif kind == DROP:
            continue
        else:
            if cur:
                chunks.append(cur)
            cur = ''
            if kind == ALONE:
                chunks += list(text)
    if cur:
        chunks.append(cur)
    if chunks:                                  # whole-token forms that mean the same sign
        if all(x == '-' for x in chunks):
            chunks = ['-']
        elif chunks == ["'", "'"]:
            chunks = ['"']
        elif len(chunks) > 1 and all(x == '.' for x in chunks):
            chunks = ['.', '.', '.']
    _fold_cache[word] = chunks
    return chunks


# ---------------------------------------------------------------- word pieces

MAX_PIECES = 12              # long addresses: the first pieces are enough


def keep_piece(piece):
    """Pieces that English text can reach: after folding, in Latin script or a sign."""
    if piece in ('[PAD]', '[UNK]', '[CLS]', '[SEP]'):
        return True
    if piece.startswith('[') and len(piece) > 1:
        return False
    body = piece[2:] if piece.startswith('##') and len(piece) > 2 else piece
    for c in body:
        kind, text = fold_scalar(c)
        if text != c:
            return False
        if ord(c) < 128:
            continue
        cat = unicodedata.category(c)
        if cat[0] == 'L' and not unicodedata.name(c, '').startswith('LATIN'):
            return False
        if cat[0] in 'L' and ord(c) >= 0x250:   # phonetic letters
            return False
        if cat == 'Nd' or (ord(c) >= 0x2190 and cat[0] in 'SP'):
            return False
    return True


def prune_vocabulary(path):
    """-> (pieces kept, their row numbers in the full table)"""
    with open(path, encoding='utf-8') as f:
        full = [w.rstrip('\n') for w in f]
    rows = [i for i, w in enumerate(full) if keep_piece(w)]
    return [full[i] for i in rows], rows


class WordPiece:
    def __init__(self, pieces):
        self.ids = {p: i for i, p in enumerate(pieces)}
        self.cls, self.sep, self.unk, self.pad = (self.ids[x] for x in ('[CLS]', '[SEP]', '[UNK]', '[PAD]'))
        self.known = {c for p in pieces if not p.startswith('[') for c in (p[2:] if p.startswith('##') else p)} | {'['}
        self.cache = {}

    def _chunk(self, ch):
        out, i = [], 0
        while i < len(ch):
            for j in range(len(ch), i, -1):
                k = self.ids.get(('##' if i else '') + ch[i:j])
                if k is not None:
                    break
            else:
                return [self.unk]
            out.append(k)
            i = j
        return out

    def word(self, w):
        hit = self.cache.get(w)
        if hit is not None:
            return hit
        ids = []
        for ch in fold_chunks(w):
            # an unknown scalar must not take the letters beside it down: cut around it
            part = ''
            for c in ch:
                if c in self.known:
                    part += c
                else:
                    if part:
                        ids += self._chunk(part)
                    part = ''
                    if not ids or ids[-1] != self.unk:
                        ids.append(self.unk)
            if part:
                ids += self._chunk(part)
        ids = (ids or [self.unk])[:MAX_PIECES]
        self.cache[w] = ids
        return ids


# ---------------------------------------------------------------- shape

N_SHAPE = 11
_shape_cache = {}


def shape(w):
    """Class of the upper and lower case pattern; 0 is kept for the root and for padding."""
    hit = _shape_cache.get(w)
    if hit is not None:
        return hit
    letters, digit = [], False
    for c in w:
        cat = unicodedata.category(c)
        if cat[0] == 'L':
            letters.append(cat[1])
        elif cat == 'Nd':
            digit = True
    if digit:
        s = 7 if letters else 6
    elif not letters:
        s = 8 if sum(map(len, fold_chunks(w))) <= 1 else 9
    elif all(x == 'l' for x in letters):
        s = 1
    elif len(letters) == 1:
        s = 4 if letters[0] in 'ut' else 10
    elif all(x == 'u' for x in letters):
        s = 3
    elif letters[0] in 'ut' and all(x == 'l' for x in letters[1:]):
        s = 2
    elif any(x in 'ut' for x in letters):
        s = 5
    else:
        s = 10
    _shape_cache[w] = s
    return s


# ---------------------------------------------------------------- suffix hashes

HASH_ROWS = 8192
N_HASH = 5
_hash_cache = {}


def _fnv(text, seed):
    h = 2166136261 ^ seed
    for b in text.encode('utf-8'):
        h = ((h ^ b) * 16777619) & 0xffffffff
    h ^= h >> 15
    return h % (HASH_ROWS - 1) + 1               # row 0 stays empty, for the root and padding


def hashes(w):
    """Rows of the hashed table for the endings of 1 to 4 scalars and the whole folded word."""
    hit = _hash_cache.get(w)
    if hit is not None:
        return hit
    t = ''.join(fold_chunks(w))
    out = [_fnv(t[-k:], k) if len(t) >= k else 0 for k in (1, 2, 3, 4)] + [_fnv(t, 9)]
    _hash_cache[w] = out
    return out


# ---------------------------------------------------------------- lemma scripts
#
# A script is 'CASE|PREFIX CUT,PREFIX ADD|SUFFIX CUT,SUFFIX ADD' or 'CASE|=LEMMA'. The edits
# work on the lower-cased form; CASE then says how to spell the result:
#   l  as it is (lower)      k  the form's own letters, so far as they were kept
#   t  first letter upper    u  all upper

def lower(s):
    """Lower case scalar by scalar (no context rules), as the Swift side does it."""
    return ''.join(c.lower() if len(c.lower()) == 1 else c for c in s)


def upper(s):
    return ''.join(c.upper() if len(c.upper()) == 1 else c for c in s)


def apply_script(form, script):
    case, _, edit = script.partition('|')
    base = form if case == 'k' else lower(form)
    if edit.startswith('='):
        out = edit[1:]
    else:
        pre, suf = edit.split('|')
        pc, pa = pre.split(',', 1)
        sc, sa = suf.split(',', 1)
        pc, sc = int(pc), int(sc)
        if pc + sc > len(base) or pc + sc == len(base) and not pa + sa:
            return base                          # the script does not fit this form
        out = pa + base[pc:len(base) - sc] + sa
    if case == 't':
        return upper(out[:1]) + out[1:]
    if case == 'u':
        return upper(out)
    return out


def make_script(form, lemma):
    """The simplest script that turns the form into the lemma; lower, kept, title, upper in turn."""
    f, l = lower(form), lower(lemma)
    best, bi, bj = 0, 0, 0                       # longest common substring
    prev = [0] * (len(l) + 1)
    for i in range(1, len(f) + 1):
        row = [0] * (len(l) + 1)
        for j in range(1, len(l) + 1):
            if f[i - 1] == l[j - 1]:
                row[j] = prev[j - 1] + 1
                if row[j] > best:
                    best, bi, bj = row[j], i - row[j], j - row[j]
        prev = row
    if best == 0 or any(c in ',|' for c in l) and f != l:
        edit = '=' + l
        kept = '=' + lemma
    else:
        edit = '%d,%s|%d,%s' % (bi, l[:bj], len(f) - bi - best, l[bj + best:])
        kept = '%d,%s|%d,%s' % (bi, lemma[:bj], len(f) - bi - best, lemma[bj + best:])
    for case in 'lktu':
        s = case + '|' + (kept if case == 'k' else edit)
        if apply_script(form, s) == lemma:
            return s
    return 'k|=' + lemma
