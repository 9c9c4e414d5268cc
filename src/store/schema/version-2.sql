-- Version 2 of the workspace. Never changed once released: a new version is a new file.
--
-- Recommendations say more: the mechanism that made them (outputs of treaty bodies and special procedures stand beside
-- those of the UPR), the document, the key in the database they come from, the action category and the issues of UPR
-- Info. New columns come last: the steps of version 1 in the history can still be undone. Outputs have no review, so
-- the table is made anew; row numbers stay, because facets and search refer to them.

DROP VIEW recommendation_tag;
DROP VIEW recommendation_light;
DROP TRIGGER assessment_inserted;
DROP TRIGGER assessment_updated;
DROP TRIGGER assessment_deleted;

CREATE TABLE recommendation_2 (
  id TEXT NOT NULL PRIMARY KEY,
  review_id TEXT REFERENCES review (id),
  parent_id TEXT REFERENCES recommendation (id),
  import_id TEXT REFERENCES import (id),
  number TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length (trim (text)) > 0),
  original TEXT,
  states TEXT NOT NULL,
  position TEXT NOT NULL
    CHECK (position IN ('pending', 'supported', 'noted', 'part', 'commitment', 'none')),
  position_word TEXT,
  position_source TEXT,
  themes TEXT NOT NULL,
  groups TEXT NOT NULL,
  sdgs TEXT NOT NULL,
  child_focused INTEGER NOT NULL CHECK (child_focused IN (0, 1)),
  child_focused_decided INTEGER NOT NULL CHECK (child_focused_decided IN (0, 1)),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  mechanism TEXT NOT NULL DEFAULT 'UPR',
  concerned TEXT NOT NULL DEFAULT '[]',
  symbol TEXT,
  date TEXT,
  source_key TEXT,
  category INTEGER NOT NULL DEFAULT 0 CHECK (category BETWEEN 0 AND 5),
  issues TEXT NOT NULL DEFAULT '[]',
  CHECK ((mechanism = 'UPR') = (review_id IS NOT NULL))
) STRICT;
INSERT INTO recommendation_2 (rowid, id, review_id, parent_id, import_id, number, sort_key, text, original, states,
    position, position_word, position_source, themes, groups, sdgs, child_focused, child_focused_decided, changed_by,
    changed_at)
  SELECT rowid, id, review_id, parent_id, import_id, number, sort_key, text, original, states,
    position, position_word, position_source, themes, groups, sdgs, child_focused, child_focused_decided, changed_by,
    changed_at
  FROM recommendation;
DROP TABLE recommendation;
ALTER TABLE recommendation_2 RENAME TO recommendation;
CREATE INDEX recommendation_order ON recommendation (sort_key) WHERE parent_id IS NULL;
CREATE INDEX recommendation_number ON recommendation (review_id, number) WHERE review_id IS NOT NULL;
CREATE INDEX recommendation_parent ON recommendation (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX recommendation_import ON recommendation (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX recommendation_source ON recommendation (source_key) WHERE source_key IS NOT NULL;
CREATE INDEX recommendation_output ON recommendation (mechanism, symbol) WHERE mechanism <> 'UPR';

-- How many recommendations an import was about.

ALTER TABLE import ADD COLUMN n_new INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN n_changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN n_same INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN n_left_out INTEGER NOT NULL DEFAULT 0;

-- Ties that people confirmed: to earlier recommendations of the same State, to outputs of other mechanisms.

CREATE TABLE link (
  id TEXT NOT NULL PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES recommendation (id),
  to_id TEXT NOT NULL REFERENCES recommendation (id),
  relation TEXT NOT NULL CHECK (relation IN ('general', 'similar', 'same', 'build-up', 'output', 'none')),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (from_id, to_id),
  CHECK (from_id <> to_id)
) STRICT;
CREATE INDEX link_to ON link (to_id);

-- A step that adds very many recommendations keeps their keys instead of a copy of them: the time of the step, then 16
-- bytes for each. It can be undone, but not done again.

ALTER TABLE history ADD COLUMN added BLOB;

-- `indexed` says which facets a recommendation has, to find them when it changes: 4 bytes for each tag, the least
-- significant first. All indexes are made anew.

DROP INDEX facet_row;
DELETE FROM facet;
CREATE TABLE indexed (
  row INTEGER NOT NULL PRIMARY KEY,
  tags BLOB NOT NULL
) STRICT;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
  number, text, states, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2', columnsize = 0
);
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
DELETE FROM index_due;
INSERT INTO index_due (row) SELECT rowid FROM recommendation WHERE parent_id IS NULL;

-- What facets must hold. An output counts for every review of the States that it is about.

CREATE VIEW recommendation_light AS
  SELECT r.rowid AS row,
         coalesce ((SELECT a.light FROM assessment a WHERE a.recommendation_id = r.id
                    ORDER BY a.date DESC, a.changed_at DESC, a.id LIMIT 1), 'grey') AS value
  FROM recommendation r WHERE r.parent_id IS NULL;

CREATE VIEW recommendation_tag AS
  SELECT r.rowid AS row, 'review' AS kind, r.review_id AS value
    FROM recommendation r WHERE r.parent_id IS NULL AND r.mechanism = 'UPR'
  UNION ALL
  SELECT r.rowid, 'review', v.id
    FROM recommendation r, json_each (r.concerned) j, review v
    WHERE r.parent_id IS NULL AND r.mechanism <> 'UPR' AND v.state = j.value
  UNION ALL
  SELECT r.rowid, 'cycle', CASE WHEN v.session <= 12 THEN '1' ELSE CAST (2 + (v.session - 13) / 14 AS TEXT) END
    FROM recommendation r, review v WHERE r.parent_id IS NULL AND v.id = r.review_id
  UNION ALL
  SELECT r.rowid, 'mechanism', r.mechanism
    FROM recommendation r WHERE r.parent_id IS NULL
  UNION ALL
  SELECT r.rowid, 'position', r.position
    FROM recommendation r WHERE r.parent_id IS NULL AND r.position <> 'none'
  UNION ALL
  SELECT r.rowid, 'children', CASE r.child_focused WHEN 1 THEN 'yes' ELSE 'no' END
    FROM recommendation r WHERE r.parent_id IS NULL
  UNION ALL
  SELECT r.rowid, 'category', CAST (r.category AS TEXT)
    FROM recommendation r WHERE r.parent_id IS NULL AND r.category > 0
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
  SELECT r.rowid, 'issue', j.value
    FROM recommendation r, json_each (r.issues) j WHERE r.parent_id IS NULL
  UNION ALL
  SELECT r.rowid, 'light', l.value
    FROM recommendation r, recommendation_light l WHERE l.row = r.rowid AND r.mechanism = 'UPR';

-- Triggers only note which rows differ.

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

CREATE TRIGGER review_inserted AFTER INSERT ON review BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.mechanism <> 'UPR' AND EXISTS (SELECT 1 FROM json_each (r.concerned) j WHERE j.value = new.state)
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;

CREATE TRIGGER review_updated AFTER UPDATE OF state, session ON review BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.review_id = new.id AND r.parent_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.mechanism <> 'UPR'
      AND EXISTS (SELECT 1 FROM json_each (r.concerned) j WHERE j.value IN (old.state, new.state))
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;

CREATE TRIGGER review_deleted AFTER DELETE ON review BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.mechanism <> 'UPR' AND EXISTS (SELECT 1 FROM json_each (r.concerned) j WHERE j.value = old.state)
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;
