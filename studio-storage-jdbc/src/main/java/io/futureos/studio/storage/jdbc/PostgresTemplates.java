package io.futureos.studio.storage.jdbc;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Templates;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Templates, a row each. */
final class PostgresTemplates implements Templates {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    PostgresTemplates(Database database) {
        this.database = database;
    }

    @Override
    public void put(StoredTemplate template) {
        TeamId team = template.team();
        database.write(
                "template " + template.id(),
                handle -> handle.createUpdate("""
                                INSERT INTO studio_templates (
                                  template_id, name, description, user_id, team_id, created_at, content)
                                VALUES (:id, :name, :description, :maker, :team, :madeAt, :content)
                                ON CONFLICT (template_id) DO UPDATE SET
                                  name = excluded.name, description = excluded.description,
                                  user_id = excluded.user_id, team_id = excluded.team_id,
                                  created_at = excluded.created_at, content = excluded.content""")
                        .bind("id", template.id())
                        .bind("name", template.name())
                        .bind("description", template.description())
                        .bind("maker", template.maker().value())
                        .bind("team", team == null ? null : team.value())
                        .bind("madeAt", Utc.column(template.madeAt()))
                        .bind("content", StudioJson.writeBytes(template.content()))
                        .execute());
    }

    @Override
    public Optional<StoredTemplate> find(UUID id) {
        return database.read(
                "template " + id,
                handle -> handle.createQuery("SELECT * FROM studio_templates WHERE template_id = :id")
                        .bind("id", id)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    /** Which teams there are is asked first, because only the host knows whether the user belongs to them. */
    @Override
    public List<StoredTemplate> visibleTo(UserId user, Predicate<TeamId> member) {
        return database.read("the templates that user " + user + " sees", handle -> {
            List<UUID> teams = handle
                    .createQuery("SELECT DISTINCT team_id FROM studio_templates WHERE team_id IS NOT NULL")
                    .mapTo(UUID.class)
                    .stream()
                    .filter(team -> member.test(new TeamId(team)))
                    .toList();
            return handle.createQuery("""
                            SELECT * FROM studio_templates WHERE user_id = :user OR team_id = ANY (:teams)
                            ORDER BY created_at DESC, template_id""")
                    .bind("user", user.value())
                    .bindArray("teams", UUID.class, teams)
                    .map((row, context) -> read(row))
                    .list();
        });
    }

    @Override
    public List<StoredTemplate> all(@Nullable UUID after, int size) {
        return database.read(
                "all templates",
                handle -> handle.createQuery("""
                                SELECT * FROM studio_templates
                                WHERE template_id > :after
                                ORDER BY template_id LIMIT :size""")
                        .bind("after", after == null ? BEFORE_ALL : after)
                        .bind("size", size)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static StoredTemplate read(ResultSet row) throws SQLException {
        UUID team = row.getObject("team_id", UUID.class);
        return new StoredTemplate(
                row.getObject("template_id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                new UserId(row.getObject("user_id", UUID.class)),
                team == null ? null : new TeamId(team),
                Utc.instant(row.getObject("created_at", LocalDateTime.class)),
                StudioJson.readOwn(new String(row.getBytes("content"), StandardCharsets.UTF_8)));
    }
}
