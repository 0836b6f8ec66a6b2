#!/usr/bin/env python3
"""Derive Data/actors tables from public reference data; the hand-written tables are not touched.

usage: Tools/actors/build.py REFERENCE_FOLDER        (run in the package root)

REFERENCE_FOLDER holds countries/country-codes.csv (PDDL), countries/factbook.jsonl (public domain),
actors/ucdp-actor-221.csv (CC BY 4.0), actors/phoenix_actors.jsonl.gz and actors/Phoenix.agents.txt.gz (MIT).
"""
import csv, gzip, json, os, re, sys, unicodedata

REF = sys.argv[1] if len(sys.argv) > 1 else "."
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join("Data", "actors")


def fold(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("ß", "ss"))
    text = re.sub(r"[^a-z0-9]", "", text)
    for british, american in (("defence", "defense"), ("organis", "organiz"), ("labour", "labor"), ("centre", "center"), ("neighbour", "neighbor")):
        text = text.replace(british, american)
    return text


def unique(items):
    seen, out = set(), []
    for item in items:
        item = re.sub(r"\s+", " ", item).strip(" ;,.") if not re.fullmatch(r"(\w\.)+", item.strip()) else item.strip()
        if item and item not in seen:
            seen.add(item)
            out.append(item)
    return out


def write(name, header, rows):
    with open(os.path.join(OUT, name), "w", encoding="utf-8") as file:
        for line in header:
            file.write("# " + line + "\n")
        for row in rows:
            file.write("\t".join(row) + "\n")
    print(name, len(rows))


def read_tsv(path):
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            yield line.rstrip("\n").split("\t")


# ---------------------------------------------------------------- countries

def people_of(text):
    """"Algerian(s)" → Algerians; "Beninese (singular and plural)" → Beninese"""
    out = []
    for part in re.split(r",| or |;|/", text or ""):
        part = part.strip()
        if not part or part.startswith(("note", "former")):
            continue
        bare = re.sub(r"\s*\(.*?\)", "", part).strip()
        if "(singular)" in part:
            continue
        out.append(bare + "s" if "(s)" in part else bare)
    return [p for p in out if re.fullmatch(r"[^\W\d_][\w' .-]+", p) and p[0].isupper()]


def countries():
    codes = list(csv.DictReader(open(os.path.join(REF, "countries/country-codes.csv"), encoding="utf-8-sig")))
    book = [json.loads(l) for l in open(os.path.join(REF, "countries/factbook.jsonl"), encoding="utf-8")]
    by_name = {}
    for entry in book:
        for name in (entry.get("name"), entry.get("long")):
            if name and name != "none":
                by_name.setdefault(fold(name), entry)
    extra = {}
    for row in read_tsv(os.path.join(HERE, "countries-extra.tsv")):
        row += [""] * (7 - len(row))
        extra[row[0]] = row
    owned = {}
    for row in extra.values():
        for column in (3, 4):
            for word in row[column].lstrip("=").split("|"):
                owned.setdefault(fold(word), set()).add(row[0])
    rows = []
    for c in codes + [{"ISO3166-1-Alpha-3": "XKX", "CLDR display name": "Kosovo", "UNTERM English Short": "", "UNTERM English Formal": "", "official_name_en": "", "Capital": ""}]:
        code = c["ISO3166-1-Alpha-3"]
        if not re.fullmatch(r"[A-Z]{3}", code):
            continue
        e = extra.get(code, [code, c["CLDR display name"].replace("’", "'").replace("St. ", "Saint ").replace(" & ", " and "), "", "", "", "", ""])
        name = e[1]
        plain = lambda s: re.sub(r"\s*\(.*?\)|\[.*?\]|^the |^The ", "", s or "").strip()
        names = [c["CLDR display name"].replace("’", "'"), plain(c["UNTERM English Short"]), plain(c["UNTERM English Formal"])]
        if "," not in (c["official_name_en"] or ""):
            names.append(plain(c["official_name_en"]))
        b = next((by_name[fold(n)] for n in [name] + names + e[2].split("|") if n and fold(n) in by_name), {})
        if b:
            names += [b["long"] if b.get("long") != "none" else ""]
            if code not in ("SRB", "MAR", "LBY"):
                names += [f for f in re.split(r", ", re.sub(r"\(.*?\)", "", b.get("former") or "")) if f and re.fullmatch(r"[A-Z][\w' -]{4,60}", f)]
        if e[2].startswith("="):
            names = []
        names = [n for n in unique(e[2].lstrip("=").split("|") + names) if n != name and " - " not in n and ";" not in n and fold(n) not in
                 {"santodomingo", "ottomanempire", "rwandaurundi", "germaneastafrica", "malifederation", "frenchsudan", "spanishsahara", "centralamerica"}]

        def column(text, derived):
            return unique(text[1:].split("|") if text.startswith("=") else (text.split("|") if text else []) + derived)
        adjectives = column(e[3], [re.sub(r"\s*\(.*?\)", "", a).strip() for a in re.split(r",| or |;|/", b.get("demonym_adj") or "") if "note" not in a and "former" not in a])
        # A dependent territory does not own its sovereign's adjective: "Dutch" is the Netherlands', not Aruba's.
        mine = lambda words: [w for w in words if w and w[0].isupper() and code in owned.get(fold(w), {code})]
        adjectives = mine(adjectives)
        people = column(e[4], people_of(b.get("demonym_noun")))
        people = mine(people)
        capitals = column(e[5], [plain(re.split(r"[;,(]", c.get("Capital") or "")[0])])
        capitals = [x for x in capitals if fold(x) not in {fold(name)} | {fold(n) for n in names} and len(fold(x)) > 3]
        seats = column(e[6], [])
        rows.append([code, name, "|".join(names), "|".join(adjectives), "|".join(people), "|".join(capitals), "|".join(seats)])
    rows.sort()
    write("countries.tsv", [
        "Countries: what they, their people and their seats of government are called.",
        "Historic states stand under the state that took their seat: Soviet Union RUS, Yugoslavia SRB, Czechoslovakia CZE, Zaire COD.",
        "Origin: datasets/country-codes (PDDL), CIA World Factbook (public domain), and Tools/actors/countries-extra.tsv (Hearsay). Made by Tools/actors/build.py.",
        "Lists are separated by |. Capitals give the country alone; seats (Kremlin) give its government (GOV).",
        "code\tname\taliases\tadjectives\tpeople\tcapitals\tseats",
    ], rows)
    return rows


# ---------------------------------------------------------------- UCDP

UCDP_NAMES = {"dr congo (zaire)": "COD", "myanmar (burma)": "MMR", "russia (soviet union)": "RUS", "serbia (yugoslavia)": "SRB",
              "bosnia-herzegovina": "BIH", "yemen (north yemen)": "YEM", "south yemen": "YEM", "zimbabwe (rhodesia)": "ZWE", "cambodia (kampuchea)": "KHM",
              "madagascar (malagasy)": "MDG", "united states of america": "USA", "ivory coast": "CIV", "kyrgyzstan": "KGZ", "macedonia, fyr": "MKD",
              "vietnam (north vietnam)": "VNM", "south vietnam": "VNM", "hyderabad": "IND", "congo": "COG", "tanzania": "TZA", "north macedonia": "MKD",
              "united arab emirates": "ARE", "kingdom of eswatini (swaziland)": "SWZ", "kingdom of eswatini": "SWZ", "solomon islands": "SLB", "brunei": "BRN", "east timor": "TLS", "israel": "ISR", "rumania": "ROU", "surinam": "SUR", "guyana": "GUY"}


def ucdp(countries):
    by_name = {fold(n): r[0] for r in countries for n in [r[1]] + r[2].split("|") if n}
    groups, peoples = {}, {}
    skip = re.compile(r"^(government of|civilians|supporters of|republic of armenia$|unknown|xxx)", re.I)
    for r in csv.DictReader(open(os.path.join(REF, "actors/ucdp-actor-221.csv"), encoding="utf-8-sig")):
        name = re.sub(r"\s+", " ", r["NameData"]).strip().strip(" '’")
        if skip.match(name) or not r["Location"]:
            continue
        first = r["Location"].split(", ")
        where = []
        for place in first:
            code = UCDP_NAMES.get(place.lower()) or by_name.get(fold(place)) or by_name.get(fold(re.sub(r"\(.*?\)", "", place)))
            if code and code not in where:
                where.append(code)
        if not where:
            print("ucdp: no country for", name, r["Location"], file=sys.stderr)
            continue
        full = re.sub(r"\s+", " ", r["NameOrigFullEng"]).strip()
        original = re.sub(r"\s+", " ", r["NameOrigFull"]).strip()
        names = [n for n in (full, name, original, r["NameNewFullEng"] if "NameNewFullEng" in r else r["NewNameFullEng"], r["NewName"]) if n and n.lower() not in ("n/a", "na", "n/a.")]
        names = unique([re.sub(r"^the ", "", n) for n in names])
        canonical = names[0]
        aliases = []
        for n in names:
            for part in ([n] if "/" not in n or len(n) > 60 else [n] + n.split("/")):
                part = part.strip()
                if part != canonical and len(fold(part)) >= 2 and not re.fullmatch(r"[a-z ]+", part):
                    aliases.append(part)
        aliases = unique(aliases)
        # Words that mean something else when they stand alone: left to the roles and the hand-written table.
        bad = {"bla", "police", "army", "military", "pap", "state", "people", "us", "usa", "uk", "un", "is", "popular", "farmers", "students", "workers", "muslim", "muslims", "christian", "christians", "hindus", "sunni", "shia", "arab", "arabs", "opposition"}
        aliases = [a for a in aliases if fold(a) not in bad]
        if fold(canonical) in bad or len(fold(canonical)) < 3:
            continue
        row = [canonical, "|".join(aliases), "|".join(c + (".CIV" if r["Org"] == "3" else ".OPP" if r["Org"] == "2" else ".REB") for c in where[:1]), "", r["ActorId"]]
        table = peoples if r["Org"] == "3" else groups
        if re.match(r"(?i)military faction", canonical):
            continue
        key = fold(canonical) if r["Org"] == "3" else (fold(canonical), where[0])
        if key in table:
            continue
        if r["Org"] == "3":
            table[key] = [canonical, "|".join(aliases), where[0], "communal", "ucdp:" + r["ActorId"]]
        else:
            table[key] = [canonical, "|".join(aliases), row[2], "armed", "|".join(where), "ucdp:" + r["ActorId"]]
    write("groups-ucdp.tsv", [
        "Armed groups of the Uppsala Conflict Data Program's actor list, version 22.1 (1946-2021).",
        "Licence: CC BY 4.0, Uppsala Conflict Data Program, https://ucdp.uu.se; names cleaned and countries turned to ISO codes by Tools/actors/build.py.",
        "name\taliases\tcode\tkind\twhere\torigin",
    ], sorted(groups.values()))
    write("peoples-ucdp.tsv", [
        "Communal groups of the Uppsala Conflict Data Program's actor list, version 22.1 (1946-2021): clans, tribes, communities.",
        "Licence: CC BY 4.0, Uppsala Conflict Data Program, https://ucdp.uu.se; made by Tools/actors/build.py.",
        "name\talso\tcode\tkind\torigin",
    ], sorted(peoples.values()))


def governments(countries):
    """UCDP's numbers of governments: the state of the name, by the code of the state that took its seat."""
    by_name = {fold(n): r[0] for r in countries for n in [r[1]] + r[2].split("|") if n}
    rows = {}
    for r in csv.DictReader(open(os.path.join(REF, "actors/ucdp-actor-221.csv"), encoding="utf-8-sig")):
        name = re.sub(r"\s+", " ", r["NameData"]).strip()
        if r["Org"] != "4" or not name.startswith("Government of "):
            continue
        land = name[len("Government of "):]
        code = UCDP_NAMES.get(land.lower()) or by_name.get(fold(land)) or by_name.get(fold(re.sub(r"\(.*?\)", "", land)))
        # A state that is no more (South Vietnam, Hyderabad) never takes the place of the one that is.
        if code and code not in rows and land.lower() not in ("hyderabad", "south vietnam", "south yemen"):
            rows[code] = [code, name, "ucdp:" + r["ActorId"]]
    write("governments-ucdp.tsv", [
        "Numbers of governments in the Uppsala Conflict Data Program's actor list, version 22.1.",
        "Licence: CC BY 4.0, Uppsala Conflict Data Program, https://ucdp.uu.se; made by Tools/actors/build.py.",
        "code\tname\torigin",
    ], sorted(rows.values()))


# ---------------------------------------------------------------- Phoenix

SECTORS = {"GOV": "GOV", "MIL": "MIL", "REB": "REB", "SEP": "REB", "INS": "REB", "RAD": "REB", "COP": "COP", "SPY": "SPY", "JUD": "JUD", "LEG": "LEG",
           "OPP": "OPP", "MED": "MED", "NGO": "NGO", "NGM": "NGO", "BUS": "BUS", "MNC": "BUS", "REL": "REL", "CRM": "CRM", "REF": "REF", "UAF": "UAF", "CVL": "CIV", "EDU": "CIV", "LAB": "CIV", "HLH": "CIV", "AGR": "CIV", "PTY": "OPP"}
SMALL = {"of", "the", "and", "for", "in", "de", "la", "du", "des", "del", "el", "al", "y", "et", "a", "an", "on", "to", "das", "do", "der", "und", "e", "i", "wa", "fi"}


def title(text):
    words = []
    for i, word in enumerate(text.replace("_", " ").replace("+", " ").split()):
        low = word.lower()
        if i and low in SMALL:
            words.append(low)
        elif "-" in word:
            words.append("-".join(p.capitalize() if p.lower() not in SMALL else p.lower() for p in word.split("-")))
        else:
            words.append(word.capitalize() if len(word) > 1 else word)
    return " ".join(words)


def phoenix(countries, taken):
    alpha = {r[0] for r in countries}
    rows = {}
    with gzip.open(os.path.join(REF, "actors/phoenix_actors.jsonl.gz"), "rt", encoding="utf-8") as file:
        for line in file:
            entry = json.loads(line)
            codes = [c if isinstance(c, str) else c.get("code", "") for c in entry["codes"]]
            if entry["file"] == "country" or len(codes) != 1 or " " in codes[0].strip():
                continue  # countries and dated office-holders have tables of their own
            code = codes[0].strip()
            kind = out = None
            if entry["file"] == "militarized non-state":
                country = code[:3]
                if country in alpha and "REB" in code[3:]:
                    out, kind, where = country + ".REB", "armed", country
            elif code.startswith(("NGO", "NGM", "MNC")):
                country = code[3:6]
                kind = "company" if code.startswith("MNC") else "ngo"
                sector = "BUS" if kind == "company" else "NGO"
                if country in alpha:
                    out, where = f"{country}.{sector}", country
                elif kind == "ngo":
                    out, where = "NGO", ""
            if not out:
                continue
            acronym = re.findall(r"\(([A-Z0-9-]{2,8})\)", entry["name"])
            names = [re.sub(r"\s*\(.*?\)", "", n).strip(" _+") for n in [entry["name"]] + entry["aliases"]]
            names = [title(n) for n in names if 5 < len(n) < 60 and not re.search(r"[:;,]|\d{4}| INC$| CORP$", n)]
            if not names:
                continue
            # One word may be any word: only groups may go by one.
            if kind != "armed":
                names = [n for n in names if " " in n]
            names = unique(names)
            if not names:
                continue
            key = fold(names[0])
            if key in taken or key in rows or len(key) < 5:
                continue
            if kind == "company" and len(names[0].split()) > 4:
                continue
            rows[key] = [names[0], "|".join(names[1:] + [a for a in acronym if len(a) > 2]), out, kind, where, "phoenix"]
    armed = [r for r in rows.values() if r[3] == "armed"]
    ngos = [r for r in rows.values() if r[3] == "ngo"]
    companies = [r for r in rows.values() if r[3] == "company"]
    write("groups-phoenix.tsv", [
        "Armed groups, non-governmental organisations and companies of the Phoenix actor dictionaries.",
        "Licence: MIT, Copyright (c) 2014 Open Event Data Alliance (openeventdata/petrarch2); cleaned and recoded by Tools/actors/build.py.",
        "name\taliases\tcode\tkind\twhere\torigin",
    ], sorted(armed) + sorted(ngos) + sorted(companies))


# Peoples, faiths and proper names are no roles: peoples.tsv and groups.tsv have them.
FAITHS = set("""buddhist catholic christian hindu islamic islam muslim moslem jewish jew hebrew hasid hasidim anglican maronite sunni shiite shia sikh
    orthodox protestant baptist mormon coptic copt janjaweed pentagon kremlin white us american un arab kurd tamil kfir confucian shinto taoist sufi
    quaker presbyterian methodist lutheran episcopal evangelical druze mujahideen nazi fascist zionist""".split())
# Misspelt words, stems, weapons, and nouns that name no actor.
JUNK = set("""kanidurgu brigaider branokker manafacture filmaker maffia gendermarie kindergarden monastary harcore milita vip assemblies kingdom will star
    minist industr compan authorit corp org offcial offical minster administryration monarcy facilitiy parlaimentary nongovernmenal privitization
    minsters provincal opthamologist tinginist traffiker enterpreneur kidnaper sanatarium sanitarium secretariate muhabarat mukabarat dfense unrepresentative
    drone drones missile jet jets bomber bombers plane planes helicopter gunship uav aircraft falcon hornet tomahawk tomcat sukhoi typhoon predator
    gun harrier jetfighter jetliner jumbojet mig humvee hmmwv battlewagon supertanker airliner oiler vehicle destroyer corvette cruiser battleship
    religion revolt uprising presence rule activity information operation gangland gangdom governance check retired naval naturalized echelon telecom
    polity semi doc ens bureaucracy airway constituent counsel elector fisher producer regulator snatcher monger objector advocate infirmary
    grader schooler their with soldiers professor its presence town duma scud""".split())
DROP = {"security council", "democratic party", "federation council", "state-owned", "secretary of security council", "science congress", "conservatory",
        "control forces", "top left leader", "top right leader", "sole political party", "member of the senate", "unspecified opposition", "military led",
        "general for law and order", "religious person", "leading news", "elected bodies", "royal advisory", "fighting position", "party president",
        "attack craft", "armed force", "armed citizens", "national traitor", "private citizen", "revolutionary movement", "ethnic group", "outlawed parties",
        "artillery system", "capital ship", "weapons storage facility", "general contractor", "social reformer", "military justice", "war machine"}


def singulars(noun):
    if noun.endswith("men"):
        yield noun[:-3] + "man"
    if noun.endswith("ies"):
        yield noun[:-3] + "y"
    if noun.endswith("s"):
        yield noun[:-1]


def agents(taken):
    sector = {"GOV": "GOV", "MIL": "MIL", "REB": "REB", "CRM": "CRM", "OPP": "OPP", "BUS": "BUS", "CVL": "CIV", "JUD": "JUD", "COP": "COP", "MED": "MED",
              "LEG": "LEG", "HLH": "CIV", "EDU": "CIV", "UAF": "UAF", "SPY": "SPY", "AGR": "CIV", "REL": "REL", "LAB": "CIV", "REF": "REF", "PTY": "OPP",
              "NGO": "NGO", "PPL": "CIV", "ELI": "GOV", "ENV": "NGO", "HRI": "NGO", "MUS": "REL", "CHR": "REL", "BUD": "REL", "HIN": "REL", "JEW": "REL"}
    sets = {"!PERSON!": ["MAN", "WOMAN", "PERSON"], "!MINIST!": ["MINISTER", "MINISTRY"]}
    rows = {}
    drop = re.compile(r"^(bank|boss|aerospace|business|terrorist|black|white|patient|party|chamber|state|house|home|will|well|mine|bill|major|general|brand|fan|host|press|star|stock|trade|union|water|youth|subject|person|man|woman)$")
    for line in gzip.open(os.path.join(REF, "actors/Phoenix.agents.txt.gz"), "rt", encoding="utf-8", errors="replace"):
        line = line.split("#")[0].strip()
        m = re.match(r"^([A-Z'’_!\-. ]+?)(\s*\{([^}]*)\})?\s*\[~([A-Z]{3})[A-Z]*\]", line)
        if not m or m.group(4) not in sector:
            continue
        forms = [m.group(1)]
        for key, words in sets.items():
            forms = [f.replace(key, w) for f in forms for w in (words if key in f else [""])]
        for form in forms:
            noun = form.replace("_", " ").strip().lower()
            words = set(re.findall(r"[a-z]+", noun))
            if words & FAITHS or words & JUNK or noun in DROP or noun.startswith(("a ", "the ")) or noun.split()[-1] in ("in", "of", "for", "to", "at", "the"):
                continue
            if any(fold(one) in taken for one in singulars(noun)):
                continue
            if not re.fullmatch(r"[a-z][a-z' \-.]+", noun) or drop.match(noun) or fold(noun) in taken or fold(noun) in rows or len(noun) < 3:
                continue
            kind = "body" if re.search(r"(ministry|department|agency|council|committee|commission|authority|office|bureau|company|firm|industry|union|party|court|parliament|force|forces|service|services|association|organization|group|radio|television|newspaper|university|hospital|school|corporation|institute|board|administration|government|congress|assembly|senate|army|navy)$", noun) else "person"
            rows[fold(noun)] = [noun, sector[m.group(4)], kind, "", "", "phoenix"]
    write("agents-phoenix.tsv", [
        "Role nouns of the Phoenix/CAMEO agents dictionary that agents.tsv lacks.",
        "Licence: MIT, Copyright (c) 2014 Open Event Data Alliance (openeventdata/petrarch2); recoded by Tools/actors/build.py.",
        "noun\tsector\tkind\tflags\tname\torigin",
    ], sorted(rows.values()))


MONTHS = {m: i + 1 for i, m in enumerate("January February March April May June July August September October November December".split())}


def chiefs(countries, taken):
    """heads of state and government of the World Factbook, where the name and the day are plainly given"""
    by_name = {fold(n): r[0] for r in countries for n in [r[1]] + r[2].split("|") if n}
    rows = []
    for line in open(os.path.join(REF, "countries/factbook.jsonl"), encoding="utf-8"):
        entry = json.loads(line)
        code = by_name.get(fold(entry.get("name") or "-")) or by_name.get(fold(entry.get("long") or "-"))
        for field in ("chief_of_state", "head_of_government"):
            m = re.match(r"^(President|Prime Minister|Premier|King|Chancellor|Interim President|Interim Prime Minister) ([^(;,]+?) \(since (\d{1,2}) (\w+) (\d{4})\)", entry.get(field) or "")
            if not code or not m or m.group(4) not in MONTHS or "represented" in entry[field]:
                continue
            name = m.group(2).strip()
            if re.search(r"\b(of|and|also|the)\b|[\"“]", name):
                continue
            capitals = [w for w in name.split() if len(w) > 1 and w == w.upper()]
            if not capitals:
                continue
            soft = lambda w: "-".join(p.capitalize() for p in w.split("-")) if w == w.upper() and len(w) > 1 else w
            full = " ".join(soft(w) for w in name.split())
            surname = " ".join(soft(w) for w in capitals)
            if fold(full) in taken or (code, fold(surname)) in taken or any(fold(r[1]) == fold(full) for r in rows):
                continue
            title = m.group(1).replace("Interim ", "")
            office = {"Premier": "prime minister", "King": "monarch"}.get(title, title.lower())
            if office == "president" and re.match(r"^(Prime Minister|Chancellor|Premier)", entry.get("head_of_government") or "") and code in ("ITA", "DEU", "IND", "ISR", "IRL", "GRC", "AUT", "CZE", "HUN", "ETH", "ARM", "ALB", "BGR", "HRV", "EST", "FIN", "LVA", "MLT", "SVK", "SVN", "SRB", "SGP", "TTO", "DMA", "BGD", "NPL", "PAK", "IRQ", "LBN", "XKX", "MKD", "MNE", "GEO", "PRT", "ISL"):
                office = "ceremonial president"
            rows.append([code + ".GOV", full, surname, office, f"{m.group(5)}-{MONTHS[m.group(4)]:02}-{int(m.group(3)):02}", "", "factbook"])
    write("leaders-factbook.tsv", [
        "Heads of state and government of May 2026 that leaders.tsv lacks.",
        "Origin: CIA World Factbook (public domain); made by Tools/actors/build.py.",
        "code\tname\tsurnames\toffice\tfrom\tto\torigin",
    ], sorted(rows))


def taken_leaders():
    out = set()
    for row in read_tsv(os.path.join(OUT, "leaders.tsv")):
        out.add(fold(row[1]))
        for surname in row[2].split("|") + row[1].split()[-1:]:
            out.add((row[0][:3], fold(surname)))
            out.add(fold(surname)) if " " in surname else None
    return out


def taken_names(file, columns=(0, 1)):
    path = os.path.join(OUT, file)
    out = set()
    if os.path.exists(path):
        for row in read_tsv(path):
            for c in columns:
                if c < len(row):
                    out |= {fold(n) for n in row[c].split("|") if n}
    return out


if __name__ == "__main__":
    os.makedirs(OUT, exist_ok=True)
    table = countries()
    ucdp(table)
    governments(table)
    phoenix(table, taken_names("groups.tsv") | taken_names("groups-ucdp.tsv"))
    agents(taken_names("agents.tsv", (0,)))
    chiefs(table, taken_leaders())
