-- Version 6 of the workspace. Never changed once released: a new version is a new file.
--
-- Assessments say more: how sure those are who judged, and, of a grade that a coalition agreed on, who agreed and who
-- sees it otherwise. New columns come last: older steps in the history can still be undone. "Worse than before" is a
-- light of its own, and one more judgement may stand on the same day: the agreed one. So the table is made anew.

DROP VIEW recommendation_tag;
DROP VIEW recommendation_light;
DROP TRIGGER assessment_inserted;
DROP TRIGGER assessment_updated;
DROP TRIGGER assessment_deleted;

CREATE TABLE assessment_6 (
  id TEXT NOT NULL PRIMARY KEY,
  recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
  organisation TEXT NOT NULL,
  law TEXT NOT NULL CHECK (law IN ('unassessed', 'nothing', 'some', 'done')),
  policy TEXT NOT NULL CHECK (policy IN ('unassessed', 'nothing', 'some', 'done')),
  practice TEXT NOT NULL CHECK (practice IN ('unassessed', 'nothing', 'some', 'done')),
  light TEXT NOT NULL CHECK (light IN ('grey', 'red', 'amber', 'green', 'worse')),
  light_overridden INTEGER NOT NULL CHECK (light_overridden IN (0, 1)),
  reason TEXT NOT NULL CHECK (length (trim (reason)) > 0),
  source TEXT NOT NULL CHECK (length (trim (source)) > 0),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  confidence TEXT NOT NULL DEFAULT 'unknown' CHECK (confidence IN ('unknown', 'low', 'medium', 'high')),
  agreed INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1)),
  agreed_by TEXT NOT NULL DEFAULT '[]',
  dissent TEXT NOT NULL DEFAULT '',
  UNIQUE (recommendation_id, organisation, name, date, agreed)
) STRICT;
INSERT INTO assessment_6 (id, recommendation_id, organisation, law, policy, practice, light, light_overridden, reason,
    source, date, name, changed_by, changed_at)
  SELECT id, recommendation_id, organisation, law, policy, practice, light, light_overridden, reason,
    source, date, name, changed_by, changed_at
  FROM assessment;
DROP TABLE assessment;
ALTER TABLE assessment_6 RENAME TO assessment;
CREATE INDEX assessment_latest ON assessment (recommendation_id, agreed DESC, date DESC, changed_at DESC);

-- What an edition keeps besides its rows: every judgement up to its cut-off, and the evidence behind them, as they were.
-- The keys are those of what was copied; nothing refers to what could change or go. What came from children goes with
-- the statement that it came from, when that is erased.

ALTER TABLE edition_row ADD COLUMN review TEXT NOT NULL DEFAULT '';
ALTER TABLE edition_row ADD COLUMN groups TEXT NOT NULL DEFAULT '[]';
ALTER TABLE edition_row ADD COLUMN issues TEXT NOT NULL DEFAULT '[]';
ALTER TABLE edition_row ADD COLUMN child_focused INTEGER NOT NULL DEFAULT 0 CHECK (child_focused IN (0, 1));
ALTER TABLE edition_row ADD COLUMN institutions TEXT NOT NULL DEFAULT '[]';

CREATE TABLE edition_assessment (
  edition_id TEXT NOT NULL,
  id TEXT NOT NULL,
  recommendation_id TEXT NOT NULL,
  organisation TEXT NOT NULL,
  law TEXT NOT NULL,
  policy TEXT NOT NULL,
  practice TEXT NOT NULL,
  light TEXT NOT NULL,
  light_overridden INTEGER NOT NULL,
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  date TEXT NOT NULL,
  name TEXT NOT NULL,
  confidence TEXT NOT NULL,
  agreed INTEGER NOT NULL,
  agreed_by TEXT NOT NULL,
  dissent TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (edition_id, id)
) STRICT;
CREATE INDEX edition_assessment_latest
  ON edition_assessment (edition_id, recommendation_id, agreed DESC, date DESC, changed_at DESC);

CREATE TABLE edition_evidence (
  edition_id TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url TEXT NOT NULL,
  page TEXT NOT NULL,
  quotation TEXT NOT NULL,
  reliability TEXT NOT NULL,
  statement_id TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (edition_id, id)
) STRICT;

CREATE TABLE edition_evidence_use (
  edition_id TEXT NOT NULL,
  id TEXT NOT NULL,
  evidence_id TEXT NOT NULL,
  assessment_id TEXT NOT NULL,
  PRIMARY KEY (edition_id, id)
) STRICT;
CREATE INDEX edition_evidence_use_assessment ON edition_evidence_use (edition_id, assessment_id);

-- How the user calls a grade: "grade" is its nick on its scale, "language" that of the outputs ("fr"; "" for all).

CREATE TABLE grade_label (
  id TEXT NOT NULL PRIMARY KEY,
  grade TEXT NOT NULL,
  language TEXT NOT NULL,
  label TEXT NOT NULL CHECK (length (trim (label)) > 0),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (grade, language)
) STRICT;

-- What children are told in the edition made for them: the wording that the user wrote for a recommendation.

CREATE TABLE plain_wording (
  id TEXT NOT NULL PRIMARY KEY,
  recommendation_id TEXT NOT NULL UNIQUE REFERENCES recommendation (id),
  chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)),
  wording TEXT NOT NULL,
  explanation TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

-- What civil society did about a recommendation, for the mid-term report.

CREATE TABLE contribution (
  id TEXT NOT NULL PRIMARY KEY,
  recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
  organisation TEXT NOT NULL,
  date TEXT NOT NULL,
  what TEXT NOT NULL CHECK (length (trim (what)) > 0),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX contribution_recommendation ON contribution (recommendation_id);

-- The institutions of the State that are to implement a recommendation.

CREATE TABLE responsibility (
  id TEXT NOT NULL PRIMARY KEY,
  recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
  institution TEXT NOT NULL CHECK (length (trim (institution)) > 0),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (recommendation_id, institution)
) STRICT;
CREATE INDEX responsibility_institution ON responsibility (institution);

-- The agreed grade counts before the judgements of the organisations; without one, the latest judgement counts.

CREATE VIEW recommendation_light AS
  SELECT r.rowid AS row,
         coalesce ((SELECT a.light FROM assessment a WHERE a.recommendation_id = r.id
                    ORDER BY a.agreed DESC, a.date DESC, a.changed_at DESC, a.id LIMIT 1), 'grey') AS value
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
  SELECT r.rowid, 'cluster', c.title
    FROM recommendation r, cluster_member m, cluster c
    WHERE r.parent_id IS NULL AND m.recommendation_id = r.id AND c.id = m.cluster_id
  UNION ALL
  SELECT r.rowid, 'institution', p.institution
    FROM recommendation r, responsibility p
    WHERE r.parent_id IS NULL AND p.recommendation_id = r.id
  UNION ALL
  SELECT r.rowid, 'light', l.value
    FROM recommendation r, recommendation_light l WHERE l.row = r.rowid AND r.mechanism = 'UPR';

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

CREATE TRIGGER responsibility_inserted AFTER INSERT ON responsibility BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.id = new.recommendation_id AND r.parent_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;

CREATE TRIGGER responsibility_updated AFTER UPDATE ON responsibility BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.id IN (old.recommendation_id, new.recommendation_id) AND r.parent_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;

CREATE TRIGGER responsibility_deleted AFTER DELETE ON responsibility BEGIN
  INSERT INTO index_due (row)
    SELECT r.rowid FROM recommendation r
    WHERE r.id = old.recommendation_id AND r.parent_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM index_due d WHERE d.row = r.rowid);
END;
