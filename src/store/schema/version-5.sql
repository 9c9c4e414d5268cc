-- Version 5 of the workspace. Never changed once released: a new version is a new file.
--
-- Clusters: the user's own chapters; the editions of the scorecard, frozen; and what speaks for a grade.

CREATE TABLE cluster (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL UNIQUE CHECK (length (trim (title)) > 0),
  place INTEGER NOT NULL,
  note TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE cluster_rule (
  id TEXT NOT NULL PRIMARY KEY,
  cluster_id TEXT NOT NULL REFERENCES cluster (id),
  kind TEXT NOT NULL CHECK (kind IN ('theme', 'ohchr-cluster', 'position', 'sdg', 'issue', 'group')),
  value TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (cluster_id, kind, value)
) STRICT;

CREATE TABLE cluster_member (
  id TEXT NOT NULL PRIMARY KEY,
  cluster_id TEXT NOT NULL REFERENCES cluster (id),
  recommendation_id TEXT NOT NULL UNIQUE REFERENCES recommendation (id),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX cluster_member_cluster ON cluster_member (cluster_id);

-- An edition holds its rows as they were: they refer to nothing that could change or go.

CREATE TABLE edition (
  id TEXT NOT NULL PRIMARY KEY,
  review_id TEXT REFERENCES review (id),
  previous_id TEXT REFERENCES edition (id),
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  cut_off TEXT NOT NULL CHECK (cut_off GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  method TEXT NOT NULL,
  authors TEXT NOT NULL,
  unit TEXT NOT NULL,
  part_rule TEXT NOT NULL,
  scale TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  note TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE edition_row (
  id TEXT NOT NULL PRIMARY KEY,
  edition_id TEXT NOT NULL REFERENCES edition (id),
  recommendation_id TEXT,
  symbol TEXT NOT NULL,
  number TEXT NOT NULL,
  text TEXT NOT NULL,
  states TEXT NOT NULL,
  position TEXT NOT NULL,
  category INTEGER NOT NULL,
  themes TEXT NOT NULL,
  sdgs TEXT NOT NULL,
  cluster TEXT NOT NULL,
  law TEXT NOT NULL,
  policy TEXT NOT NULL,
  practice TEXT NOT NULL,
  light TEXT NOT NULL,
  light_overridden INTEGER NOT NULL,
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  organisation TEXT NOT NULL,
  name TEXT NOT NULL,
  date TEXT NOT NULL,
  has_previous INTEGER NOT NULL,
  previous_light TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (edition_id, recommendation_id)
) STRICT;

CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  kind TEXT NOT NULL
    CHECK (kind IN ('law', 'policy', 'budget', 'statistics', 'report', 'media', 'first-hand', 'consultation')),
  date TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url TEXT NOT NULL,
  page TEXT NOT NULL,
  quotation TEXT NOT NULL,
  reliability TEXT NOT NULL CHECK (reliability IN ('unknown', 'low', 'medium', 'high')),
  statement_id TEXT REFERENCES statement (id),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_statement ON evidence (statement_id) WHERE statement_id IS NOT NULL;

CREATE TABLE evidence_use (
  id TEXT NOT NULL PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (evidence_id, assessment_id)
) STRICT;
CREATE INDEX evidence_use_assessment ON evidence_use (assessment_id);

-- One row if the file has to be written anew, because something was erased that may have left copies between the pages.

CREATE TABLE compact_due (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1)) STRICT;

-- A recommendation in a cluster has it as a facet.

DROP VIEW recommendation_tag;
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
  SELECT r.rowid, 'cluster', c.title
    FROM recommendation r, cluster_member m, cluster c
    WHERE r.parent_id IS NULL AND m.recommendation_id = r.id AND c.id = m.cluster_id
  UNION ALL
  SELECT r.rowid, 'light', l.value
    FROM recommendation r, recommendation_light l WHERE l.row = r.rowid AND r.mechanism = 'UPR';

CREATE TRIGGER cluster_member_inserted AFTER INSERT ON cluster_member BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.id = new.recommendation_id AND r.parent_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;

CREATE TRIGGER cluster_member_updated AFTER UPDATE ON cluster_member BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.id IN (old.recommendation_id, new.recommendation_id) AND r.parent_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;

CREATE TRIGGER cluster_member_deleted AFTER DELETE ON cluster_member BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.id = old.recommendation_id AND r.parent_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;

CREATE TRIGGER cluster_renamed AFTER UPDATE OF title ON cluster BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r, cluster_member m
    WHERE m.cluster_id = new.id AND r.id = m.recommendation_id AND r.parent_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;
