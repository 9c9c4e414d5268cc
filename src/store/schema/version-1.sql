-- Version 1 of the workspace. Never changed once released: a new version is a new file.
--
-- Four tables hold what people know. Their rows have random UUIDs as keys, say who changed them and when, and are
-- changed in one place (transaction.c). Lists of strings are JSON arrays.

CREATE TABLE review (
  id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state GLOB '[A-Z][A-Z][A-Z]'),
  session INTEGER NOT NULL CHECK (session BETWEEN 1 AND 999),
  symbol TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (state, session)
) STRICT;

CREATE TABLE import (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  rows INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL
) STRICT;

CREATE TABLE recommendation (
  id TEXT NOT NULL PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review (id),
  parent_id TEXT REFERENCES recommendation (id),
  import_id TEXT REFERENCES import (id),
  number TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length (trim (text)) > 0),
  original TEXT,
  states TEXT NOT NULL,
  position TEXT NOT NULL CHECK (position IN ('pending', 'supported', 'noted', 'part')),
  position_word TEXT,
  position_source TEXT,
  themes TEXT NOT NULL,
  groups TEXT NOT NULL,
  sdgs TEXT NOT NULL,
  child_focused INTEGER NOT NULL CHECK (child_focused IN (0, 1)),
  child_focused_decided INTEGER NOT NULL CHECK (child_focused_decided IN (0, 1)),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX recommendation_order ON recommendation (sort_key) WHERE parent_id IS NULL;
CREATE INDEX recommendation_number ON recommendation (review_id, number);
CREATE INDEX recommendation_parent ON recommendation (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE assessment (
  id TEXT NOT NULL PRIMARY KEY,
  recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
  organisation TEXT NOT NULL,
  law TEXT NOT NULL CHECK (law IN ('unassessed', 'nothing', 'some', 'done')),
  policy TEXT NOT NULL CHECK (policy IN ('unassessed', 'nothing', 'some', 'done')),
  practice TEXT NOT NULL CHECK (practice IN ('unassessed', 'nothing', 'some', 'done')),
  light TEXT NOT NULL CHECK (light IN ('grey', 'red', 'amber', 'green')),
  light_overridden INTEGER NOT NULL CHECK (light_overridden IN (0, 1)),
  reason TEXT NOT NULL CHECK (length (trim (reason)) > 0),
  source TEXT NOT NULL CHECK (length (trim (source)) > 0),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (recommendation_id, organisation, name, date)
) STRICT;
CREATE INDEX assessment_latest ON assessment (recommendation_id, date DESC, changed_at DESC);

-- The log of the steps, and where undo and redo come from (history.c).

CREATE TABLE history (
  sequence INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target INTEGER NOT NULL,
  label TEXT NOT NULL,
  author TEXT NOT NULL,
  organisation TEXT NOT NULL,
  at TEXT NOT NULL,
  changes BLOB,
  changes_sha256 TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- The rest is made from the tables above and holds nothing of its own: `tag` and `facet` say which recommendation has
-- which value of which facet, `search` is the full-text index. They refer to recommendations by rowid: a VACUUM would
-- renumber those, so nobody may run one on a workspace. Triggers only note in `index_due` which rows differ;
-- suivi_store_update_index() does the work for all of them at once before each commit. (No INSERT OR IGNORE in a
-- trigger: the conflict clause of the statement that fires it would take its place.)

CREATE TABLE tag (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (kind, value)
) STRICT;
CREATE TABLE facet (
  tag INTEGER NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (tag, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX facet_row ON facet (row);
CREATE TABLE index_due (row INTEGER NOT NULL PRIMARY KEY) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  number, text, states, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);

-- What facets must hold.

CREATE VIEW recommendation_light AS
  SELECT r.rowid AS row,
         coalesce ((SELECT a.light FROM assessment a WHERE a.recommendation_id = r.id
                    ORDER BY a.date DESC, a.changed_at DESC, a.id LIMIT 1), 'grey') AS value
  FROM recommendation r WHERE r.parent_id IS NULL;

CREATE VIEW recommendation_tag AS
  SELECT r.rowid AS row, 'review' AS kind, r.review_id AS value
    FROM recommendation r WHERE r.parent_id IS NULL
  UNION ALL
  SELECT r.rowid, 'position', r.position
    FROM recommendation r WHERE r.parent_id IS NULL
  UNION ALL
  SELECT r.rowid, 'children', CASE r.child_focused WHEN 1 THEN 'yes' ELSE 'no' END
    FROM recommendation r WHERE r.parent_id IS NULL
  UNION ALL
  SELECT r.rowid, 'state', j.value
    FROM recommendation r, json_each (r.states) j WHERE r.parent_id IS NULL
  UNION ALL
  SELECT r.rowid, 'theme', j.value
    FROM recommendation r, json_each (r.themes) j WHERE r.parent_id IS NULL
  UNION ALL
  SELECT r.rowid, 'group', j.value
    FROM recommendation r, json_each (r.groups) j WHERE r.parent_id IS NULL
  UNION ALL
  SELECT r.rowid, 'sdg', j.value
    FROM recommendation r, json_each (r.sdgs) j WHERE r.parent_id IS NULL
  UNION ALL
  SELECT l.row, 'light', l.value FROM recommendation_light l;

CREATE TRIGGER recommendation_inserted AFTER INSERT ON recommendation WHEN new.parent_id IS NULL BEGIN
  INSERT INTO index_due (row)
    SELECT new.rowid WHERE NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = new.rowid);
END;

CREATE TRIGGER recommendation_updated AFTER UPDATE ON recommendation
  WHEN new.parent_id IS NULL OR old.parent_id IS NULL BEGIN
  INSERT INTO index_due (row)
    SELECT new.rowid WHERE NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = new.rowid);
END;

CREATE TRIGGER recommendation_deleted AFTER DELETE ON recommendation WHEN old.parent_id IS NULL BEGIN
  INSERT INTO index_due (row)
    SELECT old.rowid WHERE NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = old.rowid);
END;

CREATE TRIGGER assessment_inserted AFTER INSERT ON assessment BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.id = new.recommendation_id AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;

CREATE TRIGGER assessment_updated AFTER UPDATE ON assessment BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.id IN (old.recommendation_id, new.recommendation_id)
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;

CREATE TRIGGER assessment_deleted AFTER DELETE ON assessment BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.id = old.recommendation_id AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;
