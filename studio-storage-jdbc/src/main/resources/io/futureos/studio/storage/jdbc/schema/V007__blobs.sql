-- Bytes under the fingerprint of their own content, for hosts that have no other place for them.
CREATE TABLE studio_blobs (
  blob_key CHAR(64) COLLATE "C" PRIMARY KEY,   -- the SHA-256 of the content
  content BYTEA NOT NULL,
  last_put_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);

ALTER TABLE studio_blobs ALTER COLUMN content SET STORAGE EXTERNAL;

INSERT INTO studio_schema (version) VALUES (7);
