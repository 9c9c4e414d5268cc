-- Version 4 of the workspace. Never changed once released: a new version is a new file.
--
-- Consultations with children. What could identify a child is in `sealed` only, which nobody but a holder can read.

CREATE TABLE consultation (
  id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  review_id TEXT REFERENCES review (id),
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  purpose TEXT NOT NULL,
  place TEXT NOT NULL,
  begins_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  organiser TEXT NOT NULL,
  partners TEXT NOT NULL,
  methods TEXT NOT NULL,
  language TEXT NOT NULL,
  age_from INTEGER NOT NULL,
  age_to INTEGER NOT NULL,
  focal_point TEXT NOT NULL,
  deputy TEXT NOT NULL,
  risk TEXT NOT NULL CHECK (risk IN ('unassessed', 'low', 'medium', 'high')),
  measures TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planning', 'ready', 'held', 'reported-back', 'closed')),
  feedback_due TEXT NOT NULL,
  checklist_edition INTEGER NOT NULL,
  notes TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX consultation_state ON consultation (state);

CREATE TABLE facilitator (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  screened_on TEXT NOT NULL,
  conduct_on TEXT NOT NULL,
  trained_on TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX facilitator_consultation ON facilitator (consultation_id);

CREATE TABLE headcount (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  age_band TEXT NOT NULL CHECK (age_band IN ('unknown', 'under-10', '10-12', '13-15', '16-17', '18')),
  gender TEXT NOT NULL CHECK (gender IN ('unknown', 'girl', 'boy', 'other')),
  group_name TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (consultation_id, age_band, gender, group_name)
) STRICT;

-- Items that an organisation added to the checklist, and the answers to all items.

CREATE TABLE check_item (
  id TEXT NOT NULL PRIMARY KEY,
  requirement TEXT NOT NULL CHECK (requirement GLOB '[a-i]'),
  text TEXT NOT NULL CHECK (length (trim (text)) > 0),
  must INTEGER NOT NULL CHECK (must IN (0, 1)),
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE check_answer (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  item_id TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('unanswered', 'yes', 'no', 'not-applicable')),
  evidence TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (consultation_id, item_id)
) STRICT;

CREATE TABLE override (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  items TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length (trim (reason)) > 0),
  focal_point TEXT NOT NULL CHECK (length (trim (focal_point)) > 0),
  decided_on TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX override_consultation ON override (consultation_id);

CREATE TABLE participant (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  code TEXT NOT NULL CHECK (length (trim (code)) > 0),
  size INTEGER NOT NULL CHECK (size >= 1),
  age_band TEXT NOT NULL CHECK (age_band IN ('unknown', 'under-10', '10-12', '13-15', '16-17', '18')),
  gender TEXT NOT NULL CHECK (gender IN ('unknown', 'girl', 'boy', 'other')),
  assent_on TEXT NOT NULL,
  assent_form TEXT NOT NULL CHECK (assent_form IN ('none', 'signed', 'spoken', 'drawn')),
  guardian TEXT NOT NULL CHECK (guardian IN ('undecided', 'yes', 'no', 'not-possible', 'risk', 'of-age')),
  guardian_reason TEXT NOT NULL,
  take_part TEXT NOT NULL CHECK (take_part IN ('not-asked', 'no', 'yes')),
  quote TEXT NOT NULL CHECK (quote IN ('not-asked', 'no', 'yes')),
  publish TEXT NOT NULL CHECK (publish IN ('not-asked', 'no', 'yes')),
  image TEXT NOT NULL CHECK (image IN ('not-asked', 'no', 'yes')),
  travel TEXT NOT NULL CHECK (travel IN ('not-asked', 'no', 'yes')),
  contact TEXT NOT NULL CHECK (contact IN ('not-asked', 'no', 'yes')),
  information TEXT NOT NULL,
  delete_by TEXT NOT NULL,
  withdrawn_on TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (consultation_id, code)
) STRICT;

CREATE TABLE statement (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  participant_id TEXT NOT NULL REFERENCES participant (id),
  words TEXT NOT NULL CHECK (length (trim (words)) > 0),
  drawing INTEGER NOT NULL CHECK (drawing IN (0, 1)),
  age_band TEXT NOT NULL CHECK (age_band IN ('unknown', 'under-10', '10-12', '13-15', '16-17', '18')),
  setting TEXT NOT NULL,
  themes TEXT NOT NULL,
  articles TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('internal', 'totals', 'quote', 'publish')),
  checked_words TEXT NOT NULL,
  left_out TEXT NOT NULL,
  place INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX statement_consultation ON statement (consultation_id);
CREATE INDEX statement_participant ON statement (participant_id);

-- What became of a statement: a tie to one thing, without the words.

CREATE TABLE statement_use (
  id TEXT NOT NULL PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES statement (id),
  priority_id TEXT REFERENCES priority (id),
  draft_id TEXT REFERENCES draft (id),
  recommendation_id TEXT REFERENCES recommendation (id),
  note TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((priority_id IS NOT NULL) + (draft_id IS NOT NULL) + (recommendation_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX statement_use_statement ON statement_use (statement_id);
CREATE INDEX statement_use_priority ON statement_use (priority_id) WHERE priority_id IS NOT NULL;
CREATE INDEX statement_use_draft ON statement_use (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX statement_use_recommendation ON statement_use (recommendation_id) WHERE recommendation_id IS NOT NULL;

CREATE TABLE feedback (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  given_on TEXT NOT NULL,
  audience TEXT NOT NULL,
  form TEXT NOT NULL,
  what TEXT NOT NULL,
  full INTEGER NOT NULL CHECK (full IN (0, 1)),
  friendly INTEGER NOT NULL CHECK (friendly IN (0, 1)),
  fast INTEGER NOT NULL CHECK (fast IN (0, 1)),
  followed_up INTEGER NOT NULL CHECK (followed_up IN (0, 1)),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_consultation ON feedback (consultation_id);

-- Files that were written with what children said, and files that anybody with the workspace may read.

CREATE TABLE sent_out (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  file_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  made_on TEXT NOT NULL,
  made_by TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX sent_out_consultation ON sent_out (consultation_id);

CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY,
  owner_id TEXT NOT NULL,
  name TEXT NOT NULL,
  content BLOB NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_owner ON attachment (owner_id);

-- What is sealed, and who can open it (vault.c). None of it is part of undo: an undo must not bring back what was erased,
-- or a passphrase that was changed.

CREATE TABLE vault (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  public_key BLOB NOT NULL CHECK (length (public_key) = 32),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE holder (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  since TEXT NOT NULL,
  public_key BLOB NOT NULL CHECK (length (public_key) = 32),
  by_passphrase BLOB NOT NULL,
  by_recovery BLOB NOT NULL,
  vault_key BLOB NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE sealed (
  id TEXT NOT NULL PRIMARY KEY,
  owner_id TEXT NOT NULL,
  field TEXT NOT NULL,
  key BLOB,
  body BLOB NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX sealed_owner ON sealed (owner_id);
CREATE UNIQUE INDEX sealed_value ON sealed (owner_id, field) WHERE key IS NULL;
