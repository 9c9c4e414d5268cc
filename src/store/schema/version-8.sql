-- Version 8 of the workspace. Never changed once released: a new version is a new file.
--
-- An agreement that was begun is kept like a grade that was, beside it: what one person judges and what a coalition agrees
-- on are two things. Until now all that was begun was a grade of one's own.

CREATE TABLE grade_draft_8 (
  id TEXT NOT NULL PRIMARY KEY,
  recommendation_id TEXT NOT NULL,
  author TEXT NOT NULL,
  law TEXT NOT NULL CHECK (law IN ('unassessed', 'nothing', 'some', 'done')),
  policy TEXT NOT NULL CHECK (policy IN ('unassessed', 'nothing', 'some', 'done')),
  practice TEXT NOT NULL CHECK (practice IN ('unassessed', 'nothing', 'some', 'done')),
  light TEXT NOT NULL CHECK (light IN ('grey', 'red', 'amber', 'green', 'worse')),
  light_overridden INTEGER NOT NULL CHECK (light_overridden IN (0, 1)),
  reason TEXT,
  source TEXT,
  date TEXT,
  name TEXT,
  organisation TEXT,
  confidence TEXT NOT NULL CHECK (confidence IN ('unknown', 'low', 'medium', 'high')),
  evidence_chosen INTEGER NOT NULL CHECK (evidence_chosen IN (0, 1)),
  evidence TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  agreed INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1)),
  agreed_by TEXT NOT NULL DEFAULT '[]',
  dissent TEXT,
  UNIQUE (recommendation_id, author, agreed)
) STRICT;
INSERT INTO grade_draft_8 (id, recommendation_id, author, law, policy, practice, light, light_overridden, reason, source,
    date, name, organisation, confidence, evidence_chosen, evidence, changed_by, changed_at)
  SELECT id, recommendation_id, author, law, policy, practice, light, light_overridden, reason, source,
    date, name, organisation, confidence, evidence_chosen, evidence, changed_by, changed_at
  FROM grade_draft;
DROP TABLE grade_draft;
ALTER TABLE grade_draft_8 RENAME TO grade_draft;

-- An edition keeps what civil society had done, too. Those frozen until now left it out: they go on saying what is known now.

ALTER TABLE edition ADD COLUMN keeps_contributions INTEGER NOT NULL DEFAULT 0 CHECK (keeps_contributions IN (0, 1));

CREATE TABLE edition_contribution (
  edition_id TEXT NOT NULL,
  id TEXT NOT NULL,
  recommendation_id TEXT NOT NULL,
  organisation TEXT NOT NULL,
  date TEXT NOT NULL,
  what TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (edition_id, id)
) STRICT;
CREATE INDEX edition_contribution_recommendation ON edition_contribution (edition_id, recommendation_id);
