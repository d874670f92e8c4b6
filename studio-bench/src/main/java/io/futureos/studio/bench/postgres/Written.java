package io.futureos.studio.bench.postgres;

import java.sql.SQLException;
import java.util.Locale;

/**
 * What a database has written, as PostgreSQL counts it.
 *
 * @param inserted rows of all tables, those behind the tables for large values included
 * @param updated likewise
 * @param deleted likewise
 * @param projectRowsUpdated rows of the projects table
 * @param hot those of them that no index had to be told of
 * @param log bytes of the write-ahead log
 * @param pages pages that are in it as a whole, since they were touched first after a checkpoint of the server
 */
record Written(long inserted, long updated, long deleted, long projectRowsUpdated, long hot, long log, long pages) {

    static Written upToNow(BenchDatabase database) throws SQLException {
        database.countEverything();
        return new Written(
                database.number("SELECT sum(n_tup_ins) FROM pg_stat_all_tables WHERE relid >= 16384"),
                database.number("SELECT sum(n_tup_upd) FROM pg_stat_all_tables WHERE relid >= 16384"),
                database.number("SELECT sum(n_tup_del) FROM pg_stat_all_tables WHERE relid >= 16384"),
                ofProjects(database, "n_tup_upd"),
                ofProjects(database, "n_tup_hot_upd"),
                database.number("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn"),
                database.number("SELECT wal_fpi FROM pg_stat_wal"));
    }

    private static long ofProjects(BenchDatabase database, String column) throws SQLException {
        return database.number(
                "SELECT " + column + " FROM pg_stat_user_tables WHERE relid = 'public.studio_projects'::regclass");
    }

    Written since(Written before) {
        return new Written(
                inserted - before.inserted,
                updated - before.updated,
                deleted - before.deleted,
                projectRowsUpdated - before.projectRowsUpdated,
                hot - before.hot,
                log - before.log,
                pages - before.pages);
    }

    void tell(Report report, Size size, int actions) {
        report.add(
                "written per action, " + size,
                String.format(
                        Locale.ROOT,
                        "%.2f rows inserted, %.2f updated, %.2f deleted; %,d bytes of log, %.2f whole pages in it;"
                                + " %.0f %% of the updates of studio_projects are HOT",
                        (double) inserted / actions,
                        (double) updated / actions,
                        (double) deleted / actions,
                        log / actions,
                        (double) pages / actions,
                        100.0 * hot / Math.max(1, projectRowsUpdated)),
                "the same for every size");
    }
}
