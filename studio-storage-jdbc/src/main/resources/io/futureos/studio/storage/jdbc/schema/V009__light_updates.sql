-- An action changes revision and updated_at of its project's row. While no index has either of them, the row is updated where it
-- lies (HOT) and no index is told. So what waits for something is told apart by columns that mostly stay as they are.
ALTER TABLE studio_projects
  ADD COLUMN is_unsaved BOOLEAN GENERATED ALWAYS AS (revision > saved_revision) STORED,
  ADD COLUMN is_unversioned BOOLEAN GENERATED ALWAYS AS (revision > version_revision) STORED;

DROP INDEX idx_projects_unsaved, idx_projects_unversioned, idx_projects_jobs;

CREATE INDEX idx_projects_unsaved ON studio_projects(project_id) WHERE is_unsaved;
CREATE INDEX idx_projects_unversioned ON studio_projects(project_id) WHERE is_unversioned AND deleted_at IS NULL;
CREATE INDEX idx_projects_jobs ON studio_projects(project_id) WHERE has_jobs;

-- Room on each page for the next state of a row.
ALTER TABLE studio_projects SET (fillfactor = 80);

INSERT INTO studio_schema (version) VALUES (9);
