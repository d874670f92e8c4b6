-- The newest versions of each project. All instants are in UTC.
CREATE TABLE studio_project_versions (
  version_id UUID PRIMARY KEY,
  project_id UUID REFERENCES studio_projects(project_id),
  version_number INTEGER NOT NULL,
  state_snapshot JSONB NOT NULL,       -- the whole project as of the version
  created_by UUID NOT NULL,
  created_at TIMESTAMP DEFAULT NOW(),
  revision BIGINT NOT NULL,            -- whose fold the version is
  reason TEXT NOT NULL,
  size BIGINT NOT NULL,                -- of the snapshot as text, in bytes
  UNIQUE(project_id, version_number)
);

CREATE INDEX idx_versions_project ON studio_project_versions(project_id, version_number DESC);

-- Written once and read whole: compressing it would cost more than writing it as it is.
ALTER TABLE studio_project_versions ALTER COLUMN state_snapshot SET STORAGE EXTERNAL;

-- The older ones, whose snapshots lie in the blob store.
CREATE TABLE studio_archived_versions (
  project_id UUID NOT NULL REFERENCES studio_projects(project_id),
  version_number INTEGER NOT NULL,
  version_id UUID NOT NULL,
  snapshot_blob CHAR(64) NOT NULL,     -- the SHA-256 of its content
  created_by UUID NOT NULL,
  created_at TIMESTAMP NOT NULL,
  revision BIGINT NOT NULL,
  reason TEXT NOT NULL,
  size BIGINT NOT NULL,
  PRIMARY KEY (project_id, version_number)
);

INSERT INTO studio_schema (version) VALUES (4);
