package io.futureos.studio.storage.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Gives connections over which every commit succeeds, and the answer to it gets lost. */
final class LosesReplies extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    LosesReplies(String url) {
        setUrl(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> answer(connection, method, arguments));
    }

    private static Object answer(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            Object answer = method.invoke(connection, arguments);
            if (method.getName().equals("commit")) {
                throw new SQLException("The line is dead", "08006");
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
