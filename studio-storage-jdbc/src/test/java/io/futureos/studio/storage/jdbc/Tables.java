package io.futureos.studio.storage.jdbc;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the Studio's tables hold, as text that can be compared: without ids that nobody refers to, times of the database's own
 * clock, and which node has a job in which attempt.
 */
final class Tables {

    private static final String SAVED = "what is saved of studio_projects";

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("studio_journal", "project_id, revision"),
            Map.entry("studio_receipts", "user_id, command_id"),
            Map.entry("studio_projects", "project_id"),
            Map.entry("studio_collaborators", "project_id, user_id"),
            Map.entry("studio_checkpoints", "project_id"),
            Map.entry(SAVED, "project_id"),
            Map.entry("studio_scenarios", "scenario_id"),
            Map.entry("studio_reports", "report_id"),
            Map.entry("studio_project_versions", "project_id, version_number"),
            Map.entry("studio_archived_versions", "project_id, version_number"),
            Map.entry("studio_templates", "template_id"),
            Map.entry("studio_jobs", "job_id"),
            Map.entry("studio_job_statuses", "job_id"),
            Map.entry("studio_blobs", "blob_key"));

    /** The rows of the tables in a line are written together. In an order in which they can be filled. */
    private static final List<List<String>> WRITTEN_TOGETHER = List.of(
            List.of(
                    "studio_journal",
                    "studio_receipts",
                    "studio_projects",
                    "studio_collaborators",
                    "studio_project_versions",
                    "studio_archived_versions"),
            List.of("studio_checkpoints", SAVED, "studio_scenarios", "studio_reports"),
            List.of("studio_templates"),
            List.of("studio_jobs"),
            List.of("studio_job_statuses"),
            List.of("studio_blobs"));

    private static final String OF_NO_MEANING = "'{version_id,node_id,attempt,due_at,last_put_at}'::text[]";

    /** What a checkpoint writes into the projects table, beside what an append writes there. */
    private static final String AS_SAVED =
            "'{saved_revision,workbench_states,modification_log,prediction_task_id,data_package_id,population_id}'::text[]";

    private final StudioDatabase database;

    private final String kept;

    /** @param kept the schema for what is kept */
    Tables(StudioDatabase database, String kept) {
        this.database = database;
        this.kept = kept;
    }

    /** All that they hold, in parts. */
    List<String> content() {
        String parts = WRITTEN_TOGETHER.stream()
                .map(tables -> tables.stream().map(Tables::text).collect(joining(" || chr(10) || ")))
                .collect(joining(" || chr(12) || "));
        return List.of(database.one("SELECT " + parts).split("\f", -1));
    }

    private static String text(String table) {
        return "(SELECT concat_ws(chr(10), '" + table + "', string_agg((" + row(table) + ")::text, chr(10) ORDER BY "
                + KEYS.get(table) + ")) FROM " + table.replace(SAVED, "studio_projects") + " t)";
    }

    private static String row(String table) {
        return switch (table) {
            case "studio_projects" -> "to_jsonb(t) - " + AS_SAVED;
            case SAVED -> "to_jsonb(t) - ARRAY(SELECT jsonb_object_keys(to_jsonb(t) - " + AS_SAVED + "))";
            case "studio_jobs" ->
                "to_jsonb(t) - " + OF_NO_MEANING + " || jsonb_build_object('held', node_id IS NOT NULL)";
            default -> "to_jsonb(t) - " + OF_NO_MEANING;
        };
    }

    void empty() {
        database.run(emptying());
    }

    private static String emptying() {
        var backwards = new ArrayList<>(all().toList());
        Collections.reverse(backwards);
        return backwards.stream().map(table -> "DELETE FROM " + table).collect(joining("; "));
    }

    private static Stream<String> all() {
        return WRITTEN_TOGETHER.stream().flatMap(List::stream).filter(table -> !table.equals(SAVED));
    }

    /** Makes room for {@link #keep}. */
    void makeRoom() {
        database.run("CREATE SCHEMA " + kept + "; "
                + all().map(table -> "CREATE TABLE " + kept + "." + table + " (LIKE public." + table + ")")
                        .collect(joining("; ")));
    }

    /** Keeps what they hold now for {@link #putBack}. */
    void keep() {
        database.run(all().map(table -> "DELETE FROM " + kept + "." + table + "; INSERT INTO " + kept + "." + table
                        + " SELECT * FROM " + "public." + table)
                .collect(joining("; ")));
    }

    /** Has them hold what they held. */
    void putBack() {
        database.run(emptying() + "; "
                + all().map(table ->
                                "INSERT INTO " + table + columns(table, " (%s) SELECT %<s FROM ") + kept + "." + table)
                        .collect(joining("; ")));
    }

    /** The columns that the database does not work out itself. */
    private String columns(String table, String format) {
        return format.formatted(database.one("SELECT string_agg(column_name, ', ') FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name = '" + table + "'"));
    }
}
