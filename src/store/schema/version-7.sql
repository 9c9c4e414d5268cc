-- Version 7 of the workspace. Never changed once released: a new version is a new file.
--
-- Grades that were begun and cannot count yet: one of each person for a recommendation. They are no part of the history:
-- undo must be able to take a recommendation away and bring it back whether or not somebody began to grade it, so a draft
-- refers to it by its key alone. What was not typed is NULL.

CREATE TABLE grade_draft (
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
  UNIQUE (recommendation_id, author)
) STRICT;
