-- What the journal adds up to, for lists and for whoever reads with SQL. All instants are in UTC.
CREATE TABLE studio_projects (
  project_id UUID PRIMARY KEY,
  user_id UUID NOT NULL,
  team_id UUID,
  project_name VARCHAR(255) NOT NULL,
  description TEXT,
  status VARCHAR(30) NOT NULL DEFAULT 'draft',
  version INTEGER NOT NULL DEFAULT 1,
  prediction_task_id UUID,
  data_package_id UUID,
  population_id UUID,
  workbench_states JSONB NOT NULL DEFAULT '{}',
  modification_log JSONB NOT NULL DEFAULT '[]',
  created_at TIMESTAMP DEFAULT NOW(),
  updated_at TIMESTAMP DEFAULT NOW(),
  deleted_at TIMESTAMP,
  revision BIGINT NOT NULL DEFAULT 0,           -- that this row tells of
  version_revision BIGINT NOT NULL DEFAULT 0,   -- that cut the last version
  saved_revision BIGINT NOT NULL DEFAULT 0,     -- of the newest checkpoint; workbench_states and modification_log are as of it
  has_jobs BOOLEAN NOT NULL DEFAULT FALSE,
  next_delivery TIMESTAMP
) WITH (
  toast_tuple_target = 256                      -- the JSON lies elsewhere: lists don't read it, and an action doesn't copy it
);

CREATE INDEX idx_projects_user ON studio_projects(user_id, deleted_at);
CREATE INDEX idx_projects_team ON studio_projects(team_id, deleted_at);

-- What there is to do, each with the condition that its query names. They hold the few projects that wait for something.
CREATE INDEX idx_projects_unsaved ON studio_projects(updated_at, project_id DESC) WHERE revision > saved_revision;
CREATE INDEX idx_projects_unversioned ON studio_projects(updated_at, project_id DESC)
  WHERE revision > version_revision AND deleted_at IS NULL;
CREATE INDEX idx_projects_jobs ON studio_projects(updated_at DESC, project_id) WHERE has_jobs;
CREATE INDEX idx_projects_delivery ON studio_projects(next_delivery, project_id)
  WHERE next_delivery IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE studio_collaborators (
  project_id UUID NOT NULL REFERENCES studio_projects(project_id),
  user_id UUID NOT NULL,
  role VARCHAR(20) NOT NULL,
  PRIMARY KEY (project_id, user_id)
);

CREATE INDEX idx_collaborators_user ON studio_collaborators(user_id, project_id);

INSERT INTO studio_schema (version) VALUES (2);
