-- Version 3 of the workspace. Never changed once released: a new version is a new file.
--
-- Drafting: priority issues, the drafts of recommendations under them, their wordings, what speaks for them, their
-- translations, and the States that were asked.

CREATE TABLE priority (
  id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  explanation TEXT NOT NULL,
  key_words TEXT NOT NULL,
  articles TEXT NOT NULL,
  rights TEXT NOT NULL,
  place INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
  id TEXT NOT NULL PRIMARY KEY,
  priority_id TEXT NOT NULL REFERENCES priority (id),
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('idea', 'agreed', 'final', 'sent', 'taken-up', 'not-taken-up')),
  means TEXT NOT NULL,
  form TEXT NOT NULL,
  recommendation_id TEXT REFERENCES recommendation (id),
  impact TEXT NOT NULL CHECK (impact IN ('unjudged', '0', '0.5', '1')),
  judged_by TEXT NOT NULL,
  judged_on TEXT NOT NULL,
  place INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX draft_priority ON draft (priority_id);
CREATE INDEX draft_recommendation ON draft (recommendation_id) WHERE recommendation_id IS NOT NULL;

CREATE TABLE wording (
  id TEXT NOT NULL PRIMARY KEY,
  draft_id TEXT NOT NULL REFERENCES draft (id),
  text TEXT NOT NULL,
  stage TEXT NOT NULL,
  author TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX wording_draft ON wording (draft_id);

CREATE TABLE backing (
  id TEXT NOT NULL PRIMARY KEY,
  priority_id TEXT NOT NULL REFERENCES priority (id),
  draft_id TEXT REFERENCES draft (id),
  kind TEXT NOT NULL CHECK (kind IN ('evidence', 'output', 'earlier', 'target')),
  recommendation_id TEXT REFERENCES recommendation (id),
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  reference TEXT NOT NULL,
  quote TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX backing_priority ON backing (priority_id);
CREATE INDEX backing_draft ON backing (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX backing_recommendation ON backing (recommendation_id) WHERE recommendation_id IS NOT NULL;

CREATE TABLE translation (
  id TEXT NOT NULL PRIMARY KEY,
  draft_id TEXT NOT NULL REFERENCES draft (id),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  translator TEXT NOT NULL,
  date TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (draft_id, language)
) STRICT;

CREATE TABLE request (
  id TEXT NOT NULL PRIMARY KEY,
  draft_id TEXT NOT NULL REFERENCES draft (id),
  state TEXT NOT NULL,
  date TEXT NOT NULL,
  note TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (draft_id, state)
) STRICT;
