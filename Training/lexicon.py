"""Lemmas that no ending tells: irregular verbs and plurals, and what the treebanks agree on.

The network chooses among edit scripts; for a form that it never saw ("struck") it may choose
a script that fits the ending but not the word. A small list decides these.
"""
from collections import Counter, defaultdict

from text import apply_script, lower, make_script

# base past participle; forms that are also forms of another verb (lay, wound, found a city) are left out
VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built
burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug
do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung
fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown
hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept
kneel knelt knelt|know knew known|lead led led|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent
let let let|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled
mistake mistook mistaken|misunderstand misunderstood misunderstood|outdo outdid outdone|overcome overcame overcome
overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
pay paid paid|put put put|quit quit quit|rebuild rebuilt rebuilt|retake retook retaken|ride rode ridden|ring rang rung
rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set
shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut
sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|sling slung slung
smell smelt smelt|speak spoke spoken|speed sped sped|spend spent spent|spill spilt spilt|spin spun spun|spit spat spat
split split split|spoil spoilt spoilt|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen
stick stuck stuck|sting stung stung|stink stank stunk|stride strode stridden|strike struck stricken|string strung strung
strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
thrust thrust thrust|tread trod trodden|undergo underwent undergone|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn
weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|write wrote written
"""
AMBIGUOUS = {'wound', 'lay', 'bore', 'ground'}
PLURALS = """
men man|women woman|children child|feet foot|teeth tooth|geese goose|mice mouse|lives life|wives wife|knives knife
leaves leaf|thieves thief|halves half|wolves wolf|shelves shelf|loaves loaf|selves self|calves calf|crises crisis
bases base|analyses analysis|hypotheses hypothesis|diagnoses diagnosis|oases oasis|theses thesis|criteria criterion
phenomena phenomenon|militiamen militiaman|gunmen gunman|policemen policeman|policewomen policewoman
servicemen serviceman|servicewomen servicewoman|spokesmen spokesman|spokeswomen spokeswoman|fishermen fisherman
businessmen businessman|congressmen congressman|clergymen clergyman|firemen fireman|infantrymen infantryman
rifleman rifleman|riflemen rifleman|tribesmen tribesman|statesmen statesman|countrymen countryman|airmen airman
marksmen marksman|frontmen frontman|middlemen middleman|grandchildren grandchild|schoolchildren schoolchild|people person
"""


def build(trees):
    """-> {(lower-cased form, UPOS): lemma}"""
    out = {}
    for entry in VERBS.replace('\n', '|').split('|'):
        if entry.strip():
            base, *forms = entry.split()
            for f in forms:
                if f not in AMBIGUOUS:
                    out[f, 'VERB'] = base
    for entry in PLURALS.replace('\n', '|').split('|'):
        if entry.strip():
            form, base = entry.split()
            out[form, 'NOUN'] = base
    common, seen = Counter(), defaultdict(Counter)
    for s in trees:
        for f, l, u, ft in zip(s['words'], s['lemmas'], s['upos'], s['feats']):
            if u in ('PROPN', 'X', 'PUNCT', 'NUM', 'SYM', 'INTJ') or 'Typo=Yes' in ft:
                continue
            common[make_script(f, l)] += 1
            seen[lower(f), u][l] += 1
    usual = {s for s, _ in common.most_common(12)}
    for (f, u), lemmas in seen.items():
        l, n = lemmas.most_common(1)[0]
        if n == sum(lemmas.values()) and make_script(f, l) not in usual and f.isalpha() and l == lower(l) and (n > 1 or len(f) > 3):
            out[f, u] = l
        elif len(lemmas) > 1 and out.get((f, u)) not in (None, l):
            del out[f, u]                        # the treebanks disagree: let the network decide
    return out


def lemma(form, upos, script, lexicon):
    known = lexicon.get((lower(form), upos)) if lexicon else None
    return known if known is not None else apply_script(form, script)
