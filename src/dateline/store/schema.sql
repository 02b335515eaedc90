-- One case. Nouns are kept as JSON (store/plain.py); the columns beside them are what is looked up by.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE sources (          -- files that were read to their end
    file TEXT PRIMARY KEY,      -- as the user names it
    absolute TEXT NOT NULL,     -- where it lay
    sha256 TEXT NOT NULL,       -- of the raw file
    reading TEXT NOT NULL,      -- version of everything that read it; another one reads it again
    fields TEXT NOT NULL        -- where its records hold the known fields (--map), as JSON
) WITHOUT ROWID;

CREATE TABLE begun (            -- files that a run has begun to read, and not finished
    file TEXT PRIMARY KEY,
    absolute TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    reading TEXT NOT NULL,
    fields TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE reports (          -- as read, before anything was inferred from other reports
    id TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    part TEXT,
    start INTEGER NOT NULL,
    report TEXT NOT NULL,
    reading TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reports_of_a_file ON reports (file, part, start);

CREATE TABLE redated (          -- reports and readings with a date inferred by comparing
    id TEXT PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    report TEXT NOT NULL,
    reading TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE concluded (        -- everything concluded across reports, in the order of its export
    kind TEXT NOT NULL,
    place INTEGER NOT NULL,
    noun TEXT NOT NULL,
    PRIMARY KEY (kind, place)
) WITHOUT ROWID;

CREATE TABLE problems (
    file TEXT NOT NULL,
    part TEXT,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL
);
CREATE INDEX problems_of_a_file ON problems (file);

CREATE VIRTUAL TABLE words USING fts5 (id UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2');
