-- What checkpoints show of scenarios and reports, for whoever reads with SQL. All instants are in UTC.
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

CREATE INDEX idx_scenarios_project ON studio_scenarios(project_id);

CREATE TABLE studio_reports (
  report_id UUID PRIMARY KEY,
  project_id UUID REFERENCES studio_projects(project_id),
  template VARCHAR(50),
  content JSONB NOT NULL,
  export_urls JSONB DEFAULT '{}',      -- by format, the blobs; an address that can be opened is signed when somebody asks
  generated_at TIMESTAMP DEFAULT NOW()
);

CREATE INDEX idx_reports_project ON studio_reports(project_id);

INSERT INTO studio_schema (version) VALUES (8);
