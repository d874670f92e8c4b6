package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.renaming;
import static io.futureos.studio.storage.jdbc.Commits.withReceipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.storage.StorageProblem;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import io.futureos.studio.testkit.server.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Whatever is wrong with the database, the host is told which it is, in time, and without a secret. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StorageProblemsTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private static final UserId SOMEBODY = People.somebody();
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** What a busy machine may take beside the time that is waited. */
    private static final Duration ALLOWANCE = Duration.ofSeconds(5);

    private final PostgresStorage storage = DATABASE.emptied();
    private final ProjectId project = Commits.newProject();

    @AfterEach
    void mend() {
        DATABASE.run("DROP FUNCTION IF EXISTS refuse CASCADE");
    }

    @Test
    void a_wrong_password_is_told_but_not_shown() throws SQLException {
        DATABASE.run("DROP ROLE IF EXISTS locked");
        DATABASE.run("CREATE ROLE locked LOGIN PASSWORD 'right'");
        askForThePasswordOf("locked");

        try (HikariDataSource pool = pool(as("locked") + "&password=guessed")) {
            StorageException told = toldInTime(() -> PostgresStorage.over(pool));

            assertThat(told.problem()).isEqualTo(StorageProblem.ACCESS_DENIED);
            assertThat(told)
                    .hasMessageContaining("password authentication failed for user \"locked\"")
                    .hasMessageContaining("SQLSTATE 28P01")
                    .hasMessageContaining("See to the pool's user");
        }
    }

    @Test
    void a_wrong_password_is_told_too_by_a_pool_that_connects_when_it_is_first_asked() throws SQLException {
        DATABASE.run("DROP ROLE IF EXISTS locked");
        DATABASE.run("CREATE ROLE locked LOGIN PASSWORD 'right'");
        askForThePasswordOf("locked");

        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(as("locked"));
            pool.setPassword("guessed");

            assertThat(toldInTime(() -> PostgresStorage.over(pool)).problem()).isEqualTo(StorageProblem.ACCESS_DENIED);
        }
    }

    @Test
    void a_user_without_rights_is_told() {
        DATABASE.run("DROP ROLE IF EXISTS stranger");
        DATABASE.run("CREATE ROLE stranger LOGIN");

        try (HikariDataSource pool = pool(as("stranger"))) {
            StorageException told = toldInTime(() -> PostgresStorage.over(pool));

            assertThat(told.problem()).isEqualTo(StorageProblem.ACCESS_DENIED);
            assertThat(told).hasMessageContaining("permission denied for table studio_schema");
        }
    }

    @Test
    void a_server_that_takes_no_more_connections_is_told() {
        DATABASE.run("DROP ROLE IF EXISTS crowd");
        DATABASE.run("CREATE ROLE crowd LOGIN CONNECTION LIMIT 0");

        try (HikariDataSource pool = pool(as("crowd"))) {
            StorageException told = toldInTime(() -> PostgresStorage.over(pool));

            assertThat(told.problem()).isEqualTo(StorageProblem.BUSY);
            assertThat(told).hasMessageContaining("too many connections for role \"crowd\" (SQLSTATE 53300)");
        }
    }

    @Test
    void a_pool_that_is_exhausted_is_told_and_the_studio_goes_on_when_it_has_a_connection_again() throws SQLException {
        HikariConfig config = config(DATABASE.url());
        config.setMaximumPoolSize(1);
        try (var pool = new HikariDataSource(config);
                StudioOrchestrator studio = studioOver(pool)) {
            StorageException told;
            try (Connection taken = pool.getConnection()) {
                assertThat(taken.isValid(1)).isTrue();
                told = toldInTime(() -> creating(studio));
            }

            assertThat(told.problem()).isEqualTo(StorageProblem.BUSY);
            assertThat(told)
                    .hasMessageStartingWith("Nothing was changed")
                    .hasMessageContaining("Connection is not available")
                    .hasMessageContaining("give the pool more connections");
            assertThat(creating(studio)).isNotNull();
        }
    }

    @Test
    void a_server_that_is_not_there_is_told() throws IOException {
        int port = aFreePort();
        try (HikariDataSource pool = pool("jdbc:postgresql://127.0.0.1:" + port + "/studio?user=postgres")) {
            StorageException told = toldInTime(() -> PostgresStorage.over(pool));

            assertThat(told.problem()).isEqualTo(StorageProblem.UNREACHABLE);
            assertThat(told).hasMessageContaining("127.0.0.1:" + port + " refused");
        }
    }

    @Test
    void a_server_that_takes_connections_and_says_nothing_is_told() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HikariDataSource pool = pool("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort()
                        + "/studio?user=postgres&loginTimeout=1")) {
            StorageException told = toldInTime(() -> PostgresStorage.over(pool));

            assertThat(told.problem().passes()).isTrue();
        }
    }

    @Test
    void a_server_that_stops_answering_is_told_after_the_socket_s_time_out() throws SQLException {
        try (HikariDataSource pool = pool(DATABASE.url() + "&socketTimeout=1")) {
            StorageException told = whileAnotherWrites(() -> append(pool));

            assertThat(told.problem()).isEqualTo(StorageProblem.TIMED_OUT);
            assertThat(told).hasMessageStartingWith("It is unknown whether PostgreSQL wrote revision 1 of project");
        }
    }

    @ParameterizedTest
    @CsvSource({"statement_timeout, 57014", "lock_timeout, 55P03"})
    void a_statement_that_takes_too_long_is_told_and_changed_nothing(String setting, String state) throws SQLException {
        try (HikariDataSource pool = pool(DATABASE.url() + "&options=-c%20" + setting + "=200")) {
            StorageException told = whileAnotherWrites(() -> append(pool));

            assertThat(told.problem()).isEqualTo(StorageProblem.TIMED_OUT);
            assertThat(told).hasMessageStartingWith("Nothing was changed").hasMessageContaining("SQLSTATE " + state);
        }
    }

    @Test
    void a_standby_is_told_and_still_answers_questions() {
        storage.journal().append(project, renaming(project, 1));
        try (HikariDataSource pool = pool(DATABASE.url() + "&options=-c%20default_transaction_read_only=on")) {
            PostgresStorage standby = PostgresStorage.over(pool);
            StorageException told = toldInTime(() -> append(standby, 2));

            assertThat(told.problem()).isEqualTo(StorageProblem.READ_ONLY);
            assertThat(told).hasMessageContaining("SQLSTATE 25006").hasMessageContaining("primary");
            assertThat(standby.journal().head(project)).isEqualTo(1);
        }
    }

    @Test
    void a_table_that_is_gone_is_told() {
        try (HikariDataSource database = Databases.studio()) {
            PostgresStorage bereft = PostgresStorage.over(database);
            new Database(database).write("nothing", handle -> handle.execute("DROP TABLE studio_journal"));

            assertThat(toldInTime(() -> append(bereft, 1)).problem()).isEqualTo(StorageProblem.SCHEMA_MISSING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "53100, FULL",
        "53200, BUSY",
        "40P01, CONTENDED",
        "25006, READ_ONLY",
        "42501, ACCESS_DENIED",
        "22000, FAILED",
        "23505, FAILED"
    })
    void whatever_the_server_refuses_is_told_with_its_code_and_nothing_was_changed(
            String state, StorageProblem problem) {
        refuse(state);

        StorageException told =
                toldInTime(() -> storage.journal().append(project, withReceipt(project, 1, UUID.randomUUID())));

        assertThat(told.problem()).isEqualTo(problem);
        assertThat(told.code()).isEqualTo(problem.code());
        assertThat(told)
                .hasMessageStartingWith("Nothing was changed: PostgreSQL was to write revision 1 of project " + project)
                .hasMessageContaining("(SQLSTATE " + state + ")");
        mend();
        assertThat(storage.journal().head(project)).isZero();
        storage.journal().append(project, renaming(project, 1));
    }

    @Test
    void what_is_not_known_to_be_harmless_is_told_by_its_state_alone() {
        refuse("22000");

        assertThat(toldInTime(() -> append(storage, 1))).message().doesNotContain("No room");
    }

    @ParameterizedTest
    @CsvSource({"08006, UNREACHABLE", "57P03, UNREACHABLE", "40003, FAILED", "XX000, FAILED"})
    void what_may_have_been_broken_off_in_the_middle_is_told_as_unknown(String state, StorageProblem problem) {
        refuse(state);

        StorageException told = toldInTime(() -> append(storage, 1));

        assertThat(told.problem()).isEqualTo(problem);
        assertThat(told).hasMessageStartingWith("It is unknown whether PostgreSQL wrote revision 1 of project");
        assertThat(told.changedNothing()).isFalse();
    }

    @Test
    void a_server_that_was_killed_is_told_and_the_same_studio_goes_on_when_it_is_back() {
        try (PostgresServer server = PostgresServer.start("fsync=off");
                HikariDataSource pool = pool(server.newDatabase())) {
            StudioSchema.migrate(pool);
            try (StudioOrchestrator studio = studioOver(pool)) {
                ProjectId before = creating(studio);
                server.kill();

                assertThat(toldInTime(() -> creating(studio)).problem().passes())
                        .isTrue();
                awaitTold(StorageProblem.UNREACHABLE, () -> creating(studio));
                assertThat(toldInTime(() -> studio.projects().load(before, SOMEBODY))
                                .problem())
                        .isEqualTo(StorageProblem.UNREACHABLE);

                server.startAgain();
                assertThat(afterAWhile(() -> studio.projects().load(before, SOMEBODY))
                                .projectName())
                        .isEqualTo("Norway");
                assertThat(creating(studio)).isNotEqualTo(before);
            }
        }
    }

    /** A pool that has not tried to connect yet can't tell why it has no connection. */
    private static void awaitTold(StorageProblem problem, Callable<?> work) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (toldInTime(work).problem() != problem) {
            assertThat(System.nanoTime()).isLessThan(patience);
        }
    }

    /** A pool notices after some time only that its server is back. */
    private static <T> T afterAWhile(Supplier<T> work) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return work.get();
            } catch (StorageException e) {
                assertThat(System.nanoTime()).as(String.valueOf(e.getMessage())).isLessThan(patience);
            }
        }
    }

    @Test
    void ten_who_change_the_same_project_do_not_wait_for_an_absent_server_one_after_the_other() throws Exception {
        HikariConfig config = config(DATABASE.url());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(1_200);
        try (var pool = new HikariDataSource(config);
                StudioOrchestrator studio = studioOver(pool)) {
            ProjectId known = creating(studio);
            try (Connection taken = pool.getConnection()) {
                assertThat(taken.isValid(1)).isTrue();
                List<Callable<StorageException>> writers = Collections.nCopies(
                        10,
                        () -> toldInTime(() -> studio.projects()
                                .update(known, SOMEBODY, new ProjectUpdate("Sweden", null, null, null))));
                ExecutorService threads = Executors.newFixedThreadPool(10);
                for (Future<StorageException> told : threads.invokeAll(writers)) {
                    assertThat(told.get().problem()).isEqualTo(StorageProblem.BUSY);
                    assertThat(told.get().changedNothing()).isTrue();
                }
                threads.shutdown();
            }
            assertThat(studio.projects().load(known, SOMEBODY).projectName()).isEqualTo("Norway");
        }
    }

    /** Has the server refuse appends with this SQLSTATE. */
    private static void refuse(String state) {
        DATABASE.run("CREATE FUNCTION refuse() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN "
                + "RAISE EXCEPTION 'No room for one more' USING ERRCODE = '" + state
                + "', DETAIL = 'A secret'; END $$");
        DATABASE.run("CREATE TRIGGER refusing BEFORE INSERT ON studio_journal FOR EACH ROW EXECUTE FUNCTION refuse()");
    }

    private Object append(HikariDataSource pool) {
        return append(PostgresStorage.over(pool), 1);
    }

    private Object append(PostgresStorage to, long number) {
        to.journal().append(project, renaming(project, number));
        return number;
    }

    /** What is told of {@code work} while somebody else has written the same revision and not committed yet. */
    private StorageException whileAnotherWrites(Callable<?> work) throws SQLException {
        var other = new PGSimpleDataSource();
        other.setUrl(DATABASE.url());
        try (Connection writer = other.getConnection();
                var insert = writer.prepareStatement("INSERT INTO studio_journal VALUES (?, 1, '')")) {
            writer.setAutoCommit(false);
            insert.setObject(1, project.value());
            insert.executeUpdate();
            return toldInTime(work);
        }
    }

    private static void askForThePasswordOf(String role) throws SQLException {
        DATABASE.run("""
                DO $$ BEGIN EXECUTE format(
                  'COPY (SELECT * FROM (VALUES (%L), (%L)) AS rules) TO %L',
                  'host all ROLE all scram-sha-256', 'host all all all trust', current_setting('hba_file')); END $$""".replace("ROLE", role));
        DATABASE.run("SELECT pg_reload_conf()");
        var guessing = new PGSimpleDataSource();
        guessing.setUrl(as(role));
        guessing.setPassword("guessed");
        while (connects(guessing)) { // the server reads its configuration when it comes to it
            Thread.onSpinWait();
        }
    }

    private static boolean connects(PGSimpleDataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("28P01");
            return false;
        }
    }

    private static String as(String role) {
        return DATABASE.url().replace("user=postgres", "user=" + role);
    }

    private static int aFreePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HikariDataSource pool(String url) {
        return new HikariDataSource(config(url));
    }

    /** A pool that a host would use: it waits for some time, and starts whether the server is there or not. */
    private static HikariConfig config(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static StudioOrchestrator studioOver(HikariDataSource pool) {
        return StudioOrchestrator.builder()
                .storage(PostgresStorage.over(pool))
                .engines(new ToyEngines())
                .sweepsItself(false)
                .build();
    }

    private static ProjectId creating(StudioOrchestrator studio) {
        return studio.projects()
                .create(new ProjectCreate(SOMEBODY, "Norway", null))
                .projectId();
    }

    private static StorageException toldInTime(Runnable work) {
        return toldInTime(() -> {
            work.run();
            return null;
        });
    }

    private static StorageException toldInTime(Callable<?> work) {
        long start = System.nanoTime();
        StorageException told = catchThrowableOfType(StorageException.class, work::call);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.plus(ALLOWANCE));
        for (Throwable cause = told; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain("guessed");
        }
        return told;
    }
}
