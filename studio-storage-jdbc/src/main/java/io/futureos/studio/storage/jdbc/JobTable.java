package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.QueuedJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Update;

/**
 * The table of jobs. A job is due when it waits and its time has come, or when the lease of the node that has it ran out: both
 * are one column. All times are the database's own, so it does not matter how nodes' clocks are set.
 */
final class JobTable {

    /** How many jobs a node takes in one go; others find the rest. */
    static final int AT_ONCE = 100;

    private static final String MINE = " WHERE job_id = :job AND node_id = :node AND attempt = :attempt";

    private final Database database;

    JobTable(Database database) {
        this.database = database;
    }

    /** A job in the hands of a node. */
    record Claim(QueuedJob job, UUID node, int attempt) {}

    /** Adds a job, due now, unless it is there. */
    void add(QueuedJob job) {
        database.write(
                "job " + job.id(),
                handle -> handle.createUpdate("""
                                INSERT INTO studio_jobs (job_id, project_id, lane_kind, lane_key, attempt, due_at)
                                VALUES (:job, :project, :kind, :key, 0, clock_timestamp())
                                ON CONFLICT (job_id) DO NOTHING""")
                        .bind("job", job.id().value())
                        .bind("project", job.project().value())
                        .bind("kind", job.lane().kind().name().toLowerCase(Locale.ROOT))
                        .bind("key", job.lane().key())
                        .execute());
    }

    /** Takes what is due, the longest due first. What another node is just taking is passed over. */
    List<Claim> claim(UUID node) {
        return database.change(
                "which jobs are due",
                handle -> handle.createQuery("""
                                WITH due AS MATERIALIZED (
                                  SELECT job_id FROM studio_jobs WHERE due_at <= clock_timestamp()
                                  ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                                UPDATE studio_jobs SET
                                  node_id = :node, attempt = attempt + 1,
                                  due_at = clock_timestamp() + make_interval(secs => :lease)
                                FROM due WHERE studio_jobs.job_id = due.job_id
                                RETURNING studio_jobs.job_id, project_id, lane_kind, lane_key, attempt""")
                        .bind("most", AT_ONCE)
                        .bind("node", node)
                        .bind("lease", seconds(JobQueue.LEASE))
                        .map((row, context) -> read(row, node))
                        .list());
    }

    /** Renews the node's leases of these jobs, where they are still its own. */
    void keep(UUID node, Collection<JobId> jobs) {
        database.write(
                "that a node lives",
                handle -> handle.createUpdate("""
                                UPDATE studio_jobs SET due_at = clock_timestamp() + make_interval(secs => :lease)
                                WHERE node_id = :node AND job_id = ANY (:jobs)""")
                        .bind("lease", seconds(JobQueue.LEASE))
                        .bind("node", node)
                        .bindArray(
                                "jobs",
                                UUID.class,
                                jobs.stream().map(JobId::value).toList())
                        .execute());
    }

    boolean isHeld(Claim claim) {
        return database.read(
                "job " + claim.job().id(),
                handle -> handle.createQuery("SELECT EXISTS (SELECT FROM studio_jobs" + MINE + ")")
                        .bind("job", claim.job().id().value())
                        .bind("node", claim.node())
                        .bind("attempt", claim.attempt())
                        .mapTo(boolean.class)
                        .one());
    }

    /** Lets the job wait; changes nothing if it was lost. */
    void giveBack(Claim claim, Duration wait) {
        update(
                claim,
                "UPDATE studio_jobs SET node_id = NULL, due_at = clock_timestamp() + make_interval(secs => :wait)",
                update -> update.bind("wait", seconds(wait)));
    }

    /** Gives back a job that nobody tried: its next attempt has the same number. */
    void takeBack(Claim claim) {
        update(
                claim,
                "UPDATE studio_jobs SET node_id = NULL, attempt = attempt - 1, due_at = clock_timestamp()",
                update -> update);
    }

    /** The job is over; changes nothing if it was lost. */
    void remove(Claim claim) {
        update(claim, "DELETE FROM studio_jobs", update -> update);
    }

    private void update(Claim claim, String sql, UnaryOperator<Update> bind) {
        database.write(
                "what became of job " + claim.job().id(),
                handle -> bind.apply(handle.createUpdate(sql + MINE)
                                .bind("job", claim.job().id().value())
                                .bind("node", claim.node())
                                .bind("attempt", claim.attempt()))
                        .execute());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static Claim read(ResultSet row, UUID node) throws SQLException {
        var lane = new Lane(
                Lane.Kind.valueOf(row.getString("lane_kind").toUpperCase(Locale.ROOT)), row.getString("lane_key"));
        var job = new QueuedJob(
                new JobId(row.getObject("job_id", UUID.class)),
                new ProjectId(row.getObject("project_id", UUID.class)),
                lane);
        return new Claim(job, node, row.getInt("attempt"));
    }
}
