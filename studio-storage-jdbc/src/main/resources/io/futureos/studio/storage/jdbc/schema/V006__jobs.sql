-- The jobs that wait for a node or are worked on. What a job is to do stands in the journal.
CREATE TABLE studio_jobs (
  job_id UUID PRIMARY KEY,
  project_id UUID NOT NULL,
  lane_kind VARCHAR(20) NOT NULL,
  lane_key VARCHAR(60) NOT NULL,
  attempt INTEGER NOT NULL,            -- which it is in the hands of, or how many there were
  node_id UUID,                        -- that has it; null while it waits
  due_at TIMESTAMPTZ NOT NULL          -- when any node may take it: because it is due, or because its node fell silent
);

CREATE INDEX idx_jobs_due ON studio_jobs(due_at);

-- How far jobs are. All instants are in UTC.
CREATE TABLE studio_job_statuses (
  job_id UUID PRIMARY KEY,
  project_id UUID NOT NULL,
  ended BOOLEAN NOT NULL,
  heard_at TIMESTAMP NOT NULL,
  content BYTEA NOT NULL               -- JSON in UTF-8
);

CREATE INDEX idx_job_statuses_heard ON studio_job_statuses(heard_at);

INSERT INTO studio_schema (version) VALUES (6);
