package io.futureos.studio.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.testkit.fault.FaultPlan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A small pool as hosts use it, over connections whose calls fail as planned. Only calls of a thread that works {@link #during}
 * a plan are planned for: what the pool does on threads of its own, and how it looks whether a connection lives, goes well.
 * Calls are named like {@code Connection.commit}; {@link #COMMITS} and {@link #reachesTheServer} tell them apart.
 */
final class FaultyLine implements AutoCloseable {

    /** The end of the name of every call that makes changes last. */
    static final String COMMITS = ", which commits";

    private static final Set<String> NOT_PLANNED_FOR =
            Set.of("isValid", "isClosed", "abort", "getNetworkTimeout", "setNetworkTimeout", "unwrap", "isWrapperFor");

    private final HikariDataSource pool;

    @SuppressWarnings("ThreadLocalUsage") // each line has weather of its own
    private final ThreadLocal<@Nullable Weather> weather = new ThreadLocal<>();

    private record Weather(FaultPlan<JdbcFault> plan, Runnable afterCommit) {}

    FaultyLine(String url) {
        var server = new PGSimpleDataSource();
        server.setUrl(url);
        var config = new HikariConfig();
        config.setDataSource(proxy(DataSource.class, (method, arguments) -> {
            Object answer = plainly(server, method, arguments);
            return answer instanceof Connection connection ? over(connection) : answer;
        }));
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(5_000);
        this.pool = new HikariDataSource(config);
    }

    /** Where a storage gets its connections. */
    DataSource connections() {
        return proxy(
                DataSource.class,
                (method, arguments) -> method.getName().equals("getConnection")
                        ? meeting("DataSource.getConnection", null, pool::getConnection)
                        : plainly(pool, method, arguments));
    }

    /** Whether a call with this name is one that the server hears of. */
    static boolean reachesTheServer(String call) {
        return call.contains(".execute")
                || call.startsWith("Connection.commit")
                || call.equals("Connection.rollback")
                || call.equals("DataSource.getConnection");
    }

    /** Works while calls fail as planned. */
    <T> T during(FaultPlan<JdbcFault> plan, Supplier<T> work) {
        return during(plan, () -> {}, work);
    }

    /**
     * Works while calls fail as planned.
     *
     * @param afterCommit is run whenever changes were made to last
     */
    <T> T during(FaultPlan<JdbcFault> plan, Runnable afterCommit, Supplier<T> work) {
        weather.set(new Weather(plan, afterCommit));
        try {
            return work.get();
        } finally {
            weather.remove();
        }
    }

    /** How many connections are not in the pool. */
    int inUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        pool.close();
    }

    private Connection over(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object answer = meeting(
                    name("Connection", method, method.getName().equals("commit")),
                    connection,
                    () -> plainly(connection, method, arguments));
            if (answer instanceof PreparedStatement statement) {
                return over(connection, statement, PreparedStatement.class, (String) arguments[0]);
            }
            return answer instanceof Statement statement ? over(connection, statement, Statement.class, "") : answer;
        });
    }

    private <S extends Statement> S over(Connection connection, S statement, Class<S> type, String prepared) {
        return proxy(type, (method, arguments) -> {
            String sql = arguments.length > 0 && arguments[0] instanceof String given ? given : prepared;
            boolean commits = method.getName().startsWith("execute") && connection.getAutoCommit() && changes(sql);
            Object answer = meeting(
                    name(type.getSimpleName(), method, commits),
                    connection,
                    () -> plainly(statement, method, arguments));
            return answer instanceof ResultSet rows ? over(connection, rows) : answer;
        });
    }

    private ResultSet over(Connection connection, ResultSet rows) {
        return proxy(
                ResultSet.class,
                (method, arguments) ->
                        meeting(name("ResultSet", method, false), connection, () -> plainly(rows, method, arguments)));
    }

    private static boolean changes(String sql) {
        return sql.contains("INSERT") || sql.contains("UPDATE") || sql.contains("DELETE");
    }

    private static String name(String type, Method method, boolean commits) {
        return type + "." + method.getName() + (commits ? COMMITS : "");
    }

    /** @param connection null for the call that is to get one */
    private @Nullable Object meeting(String call, @Nullable Connection connection, Call work) throws Throwable {
        Weather now = weather.get();
        if (now == null || NOT_PLANNED_FOR.contains(call.substring(call.indexOf('.') + 1))) {
            return work.make();
        }
        Optional<JdbcFault> fault = now.plan().next(call);
        if (fault.isEmpty()) {
            return made(call, work, now);
        }
        switch (fault.get()) {
            case CUT_BEFORE -> cut(connection, null);
            case CUT_AFTER -> cut(connection, made(call, work, now));
            case REFUSED -> {
                throw connection == null
                        ? new SQLTransientConnectionException("The pool has no connection")
                        : new SQLException("No space left on device", "53100");
            }
        }
        throw connection == null
                ? new SQLTransientConnectionException("The server is away", "08001")
                : new SQLException("The line is cut", "08006");
    }

    private static @Nullable Object made(String call, Call work, Weather now) throws Throwable {
        Object answer = work.make();
        if (call.endsWith(COMMITS)) {
            now.afterCommit().run();
        }
        return answer;
    }

    /** @param answer that nobody hears; a connection in it goes back to the pool */
    private static void cut(@Nullable Connection connection, @Nullable Object answer) throws SQLException {
        if (connection != null) {
            connection.abort(Runnable::run);
        } else if (answer instanceof Connection unheardOf) {
            unheardOf.close();
        }
    }

    private static @Nullable Object plainly(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        Object[] none = {};
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answering.answer(method, arguments == null ? none : arguments)));
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object make() throws Throwable;
    }

    @FunctionalInterface
    private interface Answering {
        @Nullable
        Object answer(Method method, Object[] arguments) throws Throwable;
    }
}
