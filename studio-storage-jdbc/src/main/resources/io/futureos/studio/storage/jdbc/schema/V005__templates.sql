-- Templates that users saved. All instants are in UTC.
CREATE TABLE studio_templates (
  template_id UUID PRIMARY KEY,
  name VARCHAR(255) NOT NULL,
  description TEXT NOT NULL,
  user_id UUID NOT NULL,
  team_id UUID,
  created_at TIMESTAMP NOT NULL,
  content BYTEA NOT NULL               -- in the template format, JSON in UTF-8
);

ALTER TABLE studio_templates ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE INDEX idx_templates_user ON studio_templates(user_id);
CREATE INDEX idx_templates_team ON studio_templates(team_id) WHERE team_id IS NOT NULL;

INSERT INTO studio_schema (version) VALUES (5);
