"""The network: MiniLM encoder, word vectors, heads."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

from data import IGN, MAX_LENGTH, NER, STYLES, UPOS
from text import HASH_ROWS, N_SHAPE


HIDE = 0.08                  # share of the words whose pieces are hidden in training
SHIPPED_STYLE = 'uner'


def dropout(x, p, training):
    """One mask per sentence, the same at every position: cheap to draw, and it suits parsers."""
    if not training or p == 0:
        return x
    return x * torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype).bernoulli_(1 - p).div_(1 - p)


class Layer(nn.Module):
    def __init__(self, d=384, h=12, ff=1536, drop=0.1):
        super().__init__()
        self.h, self.drop = h, drop
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)
        self.ln1 = nn.LayerNorm(d, eps=1e-12)
        self.up = nn.Linear(d, ff)
        self.down = nn.Linear(ff, d)
        self.ln2 = nn.LayerNorm(d, eps=1e-12)

    def forward(self, x, mask):
        B, L, D = x.shape
        q, k, v = self.qkv(x).view(B, L, 3, self.h, D // self.h).permute(2, 0, 3, 1, 4)
        s = (q @ k.transpose(2, 3)).float() * (D // self.h) ** -0.5      # plain products: faster backward on CPU
        if mask is not None:
            s = s + mask
        a = s.softmax(-1).to(v.dtype) @ v
        a = self.out(a.transpose(1, 2).reshape(B, L, D))
        x = self.ln1(x + dropout(a, self.drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.ln2(x + dropout(y, self.drop, self.training))


class Model(nn.Module):
    """Word vectors are 448 wide: 384 from the encoder, 32 from the shape, 32 from hashed endings."""

    def __init__(self, labels, vocab, d=384, layers=6, side=32, arc=256, rel=128, tag=384, ner=256, drop=0.2, mask=None):
        super().__init__()
        self.labels, self.drop, self.mask_piece = labels, drop, mask
        self.dims = dict(arc=arc, rel=rel, tag=tag, ner=ner)
        self.word = nn.Embedding(vocab, d)
        self.posn = nn.Embedding(MAX_LENGTH, d)
        self.word.weight.requires_grad_(False)                 # frozen: names keep their neighbours
        self.posn.weight.requires_grad_(False)
        self.seg = nn.Parameter(torch.zeros(d))
        self.ln = nn.LayerNorm(d, eps=1e-12)
        self.layers = nn.ModuleList(Layer(d) for _ in range(layers))
        self.shape_in = nn.Embedding(N_SHAPE, d)
        nn.init.zeros_(self.shape_in.weight)
        self.shape_out = nn.Embedding(N_SHAPE, side)
        self.hash_out = nn.Embedding(HASH_ROWS, side)
        nn.init.normal_(self.hash_out.weight, std=0.1)
        self.mix = nn.Parameter(torch.tensor([-2.] + [-1.] * (layers - 1) + [1.]))
        n, R = d + 2 * side, len(labels.rels)
        self.n = n
        self.mlp = nn.Linear(n, 2 * arc + 2 * rel + tag + ner)  # first layer of all heads at once
        self.style = nn.Embedding(len(STYLES), ner)             # what each source calls a name; row 0 is nobody's habit
        nn.init.zeros_(self.style.weight)
        self.upos = nn.Linear(tag, len(UPOS))
        self.feats = nn.Linear(tag, len(labels.feats))
        self.lemma = nn.Linear(tag, len(labels.scripts))
        self.ner = nn.Linear(ner, len(NER))
        self.arc_w = nn.Parameter(torch.zeros(arc + 1, arc))
        self.rel_w = nn.Parameter(torch.zeros(rel + 1, R * (rel + 1)))
        nn.init.normal_(self.arc_w, std=0.02)
        nn.init.normal_(self.rel_w, std=0.02)

    def load_minilm(self, path, rows):
        w = load_file(path)
        self.word.weight.data.copy_(w['embeddings.word_embeddings.weight'][rows])
        self.posn.weight.data.copy_(w['embeddings.position_embeddings.weight'][:MAX_LENGTH])
        self.seg.data.copy_(w['embeddings.token_type_embeddings.weight'][0])
        self.ln.weight.data.copy_(w['embeddings.LayerNorm.weight'])
        self.ln.bias.data.copy_(w['embeddings.LayerNorm.bias'])
        for i, l in enumerate(self.layers):
            p = f'encoder.layer.{i}.'
            for k in ('weight', 'bias'):
                getattr(l.qkv, k).data.copy_(torch.cat([w[p + f'attention.self.{n}.{k}'] for n in ('query', 'key', 'value')]))
                for mine, theirs in ((l.out, 'attention.output.dense'), (l.ln1, 'attention.output.LayerNorm'),
                                     (l.up, 'intermediate.dense'), (l.down, 'output.dense'), (l.ln2, 'output.LayerNorm')):
                    getattr(mine, k).data.copy_(w[p + theirs + '.' + k])

    def words(self, c):
        """-> [sentence, word, 448]; word 0 is the root, whose vector is that of [CLS]."""
        ids, lens = c['ids'], c['lens']
        B, L = ids.shape
        hidden = None
        if self.training and self.mask_piece is not None:       # some words are hidden: learn to read from the rest
            hidden = torch.rand(c['wsh'].shape) < HIDE
            hidden[:, 0] = False
            flat = torch.cat([hidden.view(-1), torch.zeros(1, dtype=torch.bool)])
            ids = ids.masked_fill(flat[c['slot']], self.mask_piece)
        x = self.word(ids) + self.posn.weight[:L] + self.seg + self.shape_in(c['shp'])
        x = dropout(self.ln(x), 0.1, self.training)
        ok = torch.arange(L)[None] < lens[:, None]
        mask = None if bool(ok.all()) else torch.zeros(B, 1, 1, L).masked_fill(~ok[:, None, None], -1e9)
        m = F.softmax(self.mix, 0)
        mixed = m[0] * x
        for i, l in enumerate(self.layers):
            x = l(x, mask)
            mixed = mixed + m[i + 1] * x
        W, D = c['wsh'].shape[1], x.shape[-1]
        flat = c['slot'].view(-1)
        acc = torch.zeros(B * W + 1, D).index_add(0, flat, mixed.float().reshape(-1, D))
        n = torch.zeros(B * W + 1).index_add(0, flat, torch.ones(flat.numel())).clamp_(min=1)
        x = (acc / n[:, None])[:-1].view(B, W, D)
        endings = self.hash_out(c['hsh']).sum(-2)
        if hidden is not None:
            endings = endings.masked_fill(hidden[..., None], 0)
        x = torch.cat([x, self.shape_out(c['wsh']), endings], -1)
        return dropout(x, self.drop, self.training)

    def heads(self, x, style=None):
        a, r, t, n = (self.dims[k] for k in ('arc', 'rel', 'tag', 'ner'))
        z = self.mlp(x)
        if style is None:                                       # how the shipped model reads
            style = torch.full((len(x),), STYLES.index(SHIPPED_STYLE))
        z = torch.cat([z[..., :-n], z[..., -n:] + self.style(style)[:, None].to(z.dtype)], -1)
        ad, ah, rd, rh, tg, ne = F.gelu(z).split([a, a, r, r, t, n], -1)
        tr = self.training
        ad, ah, rd, rh = (dropout(y, 0.25, tr) for y in (ad, ah, rd, rh))
        tg, ne = dropout(tg, self.drop, tr), dropout(ne, self.drop, tr)
        return dict(ad=ad, ah=ah, rd=rd, rh=rh, upos=self.upos(tg), feats=self.feats(tg), lemma=self.lemma(tg), ner=self.ner(ne))

    def arc_scores(self, h, wlens):
        d = h['ad'] @ self.arc_w[:-1].to(h['ad'].dtype) + self.arc_w[-1].to(h['ad'].dtype)
        s = (d @ h['ah'].transpose(1, 2)).float()                       # [sentence, dependent, head]
        W = s.shape[1]
        bad = (torch.arange(W)[None] >= wlens[:, None])[:, None] | torch.eye(W, dtype=torch.bool)[None]
        return s.masked_fill(bad, -1e4)

    def rel_scores(self, h, bi, di, hi):
        """Relation scores for chosen (sentence, dependent, head) triples."""
        d = h['rd']                                                     # all words, so that shapes repeat
        w = self.rel_w.to(d.dtype)
        t = (d @ w[:-1] + w[-1])[bi, di].view(len(bi), len(self.labels.rels), -1)
        e = h['rh'][bi, hi]
        e = torch.cat([e, torch.ones(len(e), 1, dtype=e.dtype)], -1)
        return (t * e[:, None]).float().sum(-1)

    def loss_taught(self, c):
        """Distance to what the teachers thought; features and lemmas to their best answer."""
        with torch.autocast('cpu', dtype=torch.bfloat16):
            h = self.heads(self.words(c))
            has = c['head'] != IGN
            bi, di = has.nonzero(as_tuple=True)
            scores = dict(arc=self.arc_scores(h, c['wlens'])[has], rel=self.rel_scores(h, bi, di, c['head'][bi, di]),
                          upos=h['upos'][has], ner=h['ner'][has])
            out = {k: -(c['share_' + k][has] * F.log_softmax(s.float(), -1)).sum(-1).mean() for k, s in scores.items()}
            for k in ('feats', 'lemma'):
                out[k] = F.cross_entropy(h[k][has].float(), c[k][has])
        return out

    def loss(self, c, allowed):
        with torch.autocast('cpu', dtype=torch.bfloat16):
            h = self.heads(self.words(c), c['style'])
            zero = torch.zeros(())
            has = c['head'] != IGN
            out = dict.fromkeys(('upos', 'arc', 'rel', 'feats', 'lemma', 'ner'), zero)
            if bool(has.any()):
                arcs = self.arc_scores(h, c['wlens'])
                out['arc'] = F.cross_entropy(arcs[has], c['head'][has])
                bi, di = has.nonzero(as_tuple=True)
                out['rel'] = F.cross_entropy(self.rel_scores(h, bi, di, c['head'][bi, di]), c['rel'][bi, di], ignore_index=IGN)
                for k in ('upos', 'feats', 'lemma'):
                    out[k] = F.cross_entropy(h[k][has].float(), c[k][has], ignore_index=IGN)
            names = c['ner'] != 0
            if bool(names.any()):
                e = h['ner'][names].float()
                ok = allowed[c['ner'][names]]
                out['ner'] = (e.logsumexp(-1) - e.masked_fill(~ok, -1e9).logsumexp(-1)).mean()
        return out
