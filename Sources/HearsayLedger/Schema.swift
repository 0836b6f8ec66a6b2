/// The tables of a ledger, version by version. A shipped version is never changed; a new one is added behind it.
///
/// Row ids are for joins only. Whatever leaves the ledger is named by its `uid`, which is made of its content.
enum Schema {
    /// "HSAY": tells SQLite's own tools and ours whose file this is.
    static let application: Int32 = 0x4853_4159

    static let versions = [v1]

    private static let v1 = """
        CREATE TABLE raw (
          id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL);

        CREATE TABLE document (
          id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, url TEXT, outlet TEXT, title TEXT, byline TEXT,
          published TEXT, published_by TEXT, language TEXT, text TEXT NOT NULL);
        CREATE INDEX document_url ON document(url);
        CREATE INDEX document_published ON document(published);
        CREATE INDEX document_outlet ON document(outlet);

        CREATE TABLE capture (
          id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document(id), raw_id INTEGER NOT NULL REFERENCES raw(id),
          location TEXT NOT NULL, seen TEXT NOT NULL, UNIQUE (document_id, raw_id, location));
        CREATE INDEX capture_raw ON capture(raw_id);

        CREATE TABLE refusal (
          id INTEGER PRIMARY KEY, location TEXT NOT NULL, reason TEXT NOT NULL, seen TEXT NOT NULL, UNIQUE (location, reason));

        CREATE TABLE run (
          id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, program TEXT NOT NULL, model TEXT NOT NULL, codebook TEXT NOT NULL,
          actors TEXT NOT NULL, places TEXT NOT NULL);

        CREATE TABLE reading (
          id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document(id), run_id INTEGER NOT NULL REFERENCES run(id),
          outcome TEXT NOT NULL CHECK (outcome IN ('read', 'skipped')), note TEXT, names TEXT NOT NULL, UNIQUE (document_id, run_id));

        CREATE TABLE current (
          document_id INTEGER PRIMARY KEY REFERENCES document(id), reading_id INTEGER NOT NULL REFERENCES reading(id));
        CREATE INDEX current_reading ON current(reading_id);

        CREATE TABLE claim (
          id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, document_id INTEGER NOT NULL REFERENCES document(id),
          type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL,
          trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, trigger_text TEXT NOT NULL,
          date_from TEXT, date_to TEXT, edtf TEXT, date_text TEXT,
          place TEXT, place_code TEXT, country TEXT, latitude REAL, longitude REAL, precision TEXT, place_text TEXT,
          json TEXT NOT NULL);
        CREATE INDEX claim_document ON claim(document_id);
        CREATE INDEX claim_type ON claim(type, mode);
        CREATE INDEX claim_date ON claim(date_from, date_to);
        CREATE INDEX claim_place ON claim(place_code);
        CREATE INDEX claim_point ON claim(latitude, longitude) WHERE latitude IS NOT NULL;

        CREATE TABLE told (
          reading_id INTEGER NOT NULL REFERENCES reading(id), position INTEGER NOT NULL, claim_id INTEGER NOT NULL REFERENCES claim(id),
          label TEXT NOT NULL, incident_label TEXT NOT NULL, PRIMARY KEY (reading_id, position)) WITHOUT ROWID;
        CREATE INDEX told_claim ON told(claim_id);

        CREATE TABLE party (
          claim_id INTEGER NOT NULL REFERENCES claim(id), role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
          position INTEGER NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, code TEXT,
          span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (claim_id, role, position)) WITHOUT ROWID;
        CREATE INDEX party_name ON party(name_key);
        CREATE INDEX party_code ON party(code);

        CREATE TABLE speaker (
          claim_id INTEGER NOT NULL REFERENCES claim(id), position INTEGER NOT NULL, name TEXT, name_key TEXT, code TEXT,
          span_start INTEGER, span_end INTEGER, text TEXT, cue TEXT, is_quote INTEGER NOT NULL,
          PRIMARY KEY (claim_id, position)) WITHOUT ROWID;
        CREATE INDEX speaker_name ON speaker(name_key);
        CREATE INDEX speaker_code ON speaker(code);

        CREATE TABLE place_name (
          claim_id INTEGER NOT NULL REFERENCES claim(id), name_key TEXT NOT NULL, name TEXT NOT NULL,
          PRIMARY KEY (name_key, claim_id, name)) WITHOUT ROWID;
        CREATE INDEX place_name_claim ON place_name(claim_id);

        CREATE TABLE figure (
          claim_id INTEGER NOT NULL REFERENCES claim(id), position INTEGER NOT NULL, harm TEXT NOT NULL, who TEXT NOT NULL,
          low INTEGER, high INTEGER, is_vague INTEGER NOT NULL, part_of INTEGER, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
          text TEXT NOT NULL, PRIMARY KEY (claim_id, position)) WITHOUT ROWID;
        CREATE INDEX figure_harm ON figure(harm, low);

        CREATE TABLE finding (
          claim_id INTEGER NOT NULL REFERENCES claim(id), position INTEGER NOT NULL, by TEXT, kind TEXT NOT NULL,
          span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (claim_id, position)) WITHOUT ROWID;
        CREATE INDEX finding_kind ON finding(kind);

        CREATE TABLE review (
          id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, claim_uid TEXT NOT NULL, reviewer TEXT NOT NULL,
          decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'correct', 'defer', 'undo')),
          field TEXT, old TEXT, new TEXT, reason TEXT, at TEXT NOT NULL);
        CREATE INDEX review_claim ON review(claim_uid);

        CREATE TABLE entry (
          seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, row_id INTEGER NOT NULL, content TEXT NOT NULL, hash TEXT NOT NULL);
        CREATE UNIQUE INDEX entry_row ON entry(kind, row_id);

        CREATE VIRTUAL TABLE words USING fts5(title, text, content='document', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

        CREATE VIEW claims AS
          SELECT claim.uid AS claim, document.uid AS document, document.outlet, document.title, document.url, document.published,
            claim.type, claim.mode, claim.status, claim.trigger_text AS "trigger",
            (SELECT group_concat(name, '; ') FROM (SELECT name FROM party WHERE claim_id = claim.id AND role = 'actor' ORDER BY position)) AS actors,
            (SELECT group_concat(name, '; ') FROM (SELECT name FROM party WHERE claim_id = claim.id AND role = 'recipient' ORDER BY position))
              AS recipients,
            (SELECT group_concat(coalesce(name, 'somebody unnamed'), ' < ') FROM (SELECT name FROM speaker WHERE claim_id = claim.id ORDER BY position))
              AS said_by,
            claim.place, claim.country, claim.latitude, claim.longitude, claim.precision, claim.date_from, claim.date_to, claim.edtf,
            (SELECT group_concat(harm || ' ' || text, '; ') FROM (SELECT harm, text FROM figure WHERE claim_id = claim.id ORDER BY position)) AS figures,
            (SELECT group_concat(coalesce(by, 'somebody') || ': ' || kind, '; ') FROM
              (SELECT by, kind FROM finding WHERE claim_id = claim.id ORDER BY position)) AS findings,
            claim.trigger_start, claim.trigger_end
          FROM current JOIN told ON told.reading_id = current.reading_id JOIN claim ON claim.id = told.claim_id
            JOIN document ON document.id = claim.document_id;

        CREATE VIEW evidence AS
          SELECT claim.uid AS claim, rule.value ->> 'field' AS field, rule.value ->> 'rule' AS rule
          FROM claim, json_each(claim.json, '$.evidence') AS rule;

        CREATE VIEW documents AS
          SELECT document.uid AS document, document.name, document.outlet, document.title, document.byline, document.url, document.published,
            document.published_by, document.language, reading.outcome, reading.note,
            (SELECT count(*) FROM told WHERE told.reading_id = reading.id) AS claims,
            (SELECT min(seen) FROM capture WHERE capture.document_id = document.id) AS first_seen
          FROM document LEFT JOIN current ON current.document_id = document.id LEFT JOIN reading ON reading.id = current.reading_id;

        """
        + [
            "raw", "document", "capture", "refusal", "run", "reading", "claim", "told", "party", "speaker", "place_name", "figure", "finding",
            "review", "entry",
        ]
        .map { table in
            // What was written stays: a slip of a hand or a tool is stopped here, a forger by the chain of hashes.
            """
            CREATE TRIGGER \(table)_stays BEFORE UPDATE ON \(table) BEGIN SELECT raise(ABORT, 'a ledger is never changed, only added to'); END;
            CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table) BEGIN SELECT raise(ABORT, 'a ledger is never changed, only added to'); END;

            """
        }.joined()
}
