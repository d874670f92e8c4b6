-- The newest checkpoint of each project, so that nobody has to fold a long journal from its beginning.
CREATE TABLE studio_checkpoints (
  project_id UUID PRIMARY KEY,
  revision BIGINT NOT NULL,
  folded BYTEA NOT NULL                -- JSON in UTF-8
);

ALTER TABLE studio_checkpoints ALTER COLUMN folded SET STORAGE EXTERNAL;

INSERT INTO studio_schema (version) VALUES (3);
