-- Which of these files the database has; each file adds its own line, whatever tool runs it.
CREATE TABLE studio_schema (
  version INTEGER PRIMARY KEY,
  applied_at TIMESTAMPTZ NOT NULL DEFAULT NOW()
);

-- The revisions of every project. This is where writers meet; every other table can be made anew from it.
CREATE TABLE studio_journal (
  project_id UUID NOT NULL,
  revision BIGINT NOT NULL,
  content BYTEA NOT NULL,              -- the journalled form, JSON in UTF-8
  PRIMARY KEY (project_id, revision)
);

-- Written once and read whole: parsing and compressing it would cost more than writing it as it is.
ALTER TABLE studio_journal ALTER COLUMN content SET STORAGE EXTERNAL;

-- What users were answered for their commands, for a day.
CREATE TABLE studio_receipts (
  user_id UUID NOT NULL,
  command_id UUID NOT NULL,
  request CHAR(64) NOT NULL,           -- the fingerprint of what was asked
  project_id UUID NOT NULL,
  revision BIGINT NOT NULL,
  done_at TIMESTAMP NOT NULL,
  answer BYTEA,                        -- JSON in UTF-8
  PRIMARY KEY (user_id, command_id)
);

CREATE INDEX idx_receipts_done ON studio_receipts(done_at);

INSERT INTO studio_schema (version) VALUES (1);
