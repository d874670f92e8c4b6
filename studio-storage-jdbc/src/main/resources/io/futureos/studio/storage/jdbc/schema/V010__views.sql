-- What a checkpoint shows, so that nobody has to fold a project to look at it.
ALTER TABLE studio_checkpoints ADD COLUMN view BYTEA; -- JSON in UTF-8; null in checkpoints that older versions of the library wrote
ALTER TABLE studio_checkpoints ALTER COLUMN view SET STORAGE EXTERNAL;

INSERT INTO studio_schema (version) VALUES (10);
