-- The contract's tables as they stand in it, in a schema of their own, and a journal for the plain insert.
CREATE SCHEMA floor;
SET search_path TO floor;

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
  deleted_at TIMESTAMP                -- Soft delete
);

CREATE TABLE studio_project_versions (
  version_id UUID PRIMARY KEY,
  project_id UUID REFERENCES studio_projects(project_id),
  version_number INTEGER NOT NULL,
  state_snapshot JSONB NOT NULL,       -- Full project state at this version
  created_by UUID NOT NULL,
  created_at TIMESTAMP DEFAULT NOW(),
  UNIQUE(project_id, version_number)
);

CREATE TABLE studio_scenarios (
  scenario_id UUID PRIMARY KEY,
  project_id UUID REFERENCES studio_projects(project_id),
  name VARCHAR(255) NOT NULL,
  description TEXT,
  config JSONB NOT NULL,
  status VARCHAR(20) NOT NULL DEFAULT 'defined',
  simulation_id UUID,
  ensemble_id UUID,
  created_at TIMESTAMP DEFAULT NOW(),
  updated_at TIMESTAMP DEFAULT NOW()
);

CREATE TABLE studio_reports (
  report_id UUID PRIMARY KEY,
  project_id UUID REFERENCES studio_projects(project_id),
  template VARCHAR(50),
  content JSONB NOT NULL,
  export_urls JSONB DEFAULT '{}',
  generated_at TIMESTAMP DEFAULT NOW()
);

CREATE INDEX idx_projects_user ON studio_projects(user_id, deleted_at);
CREATE INDEX idx_projects_team ON studio_projects(team_id, deleted_at);
CREATE INDEX idx_scenarios_project ON studio_scenarios(project_id);
CREATE INDEX idx_versions_project ON studio_project_versions(project_id, version_number DESC);

CREATE TABLE journal (
  project_id UUID NOT NULL,
  revision BIGINT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (project_id, revision)
);

-- What a claim of a job costs at least.
CREATE TABLE jobs (
  job_id UUID PRIMARY KEY,
  node_id UUID,
  due_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX idx_jobs_due ON jobs(due_at);

RESET search_path;
