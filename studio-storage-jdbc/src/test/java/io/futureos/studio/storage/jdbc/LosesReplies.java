package io.futureos.studio.storage.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections on which what commits is done, and its reply never arrives. */
final class LosesReplies extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    LosesReplies(String url) {
        setUrl(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object answer = invoke(connection, method, arguments);
            if (method.getName().equals("commit")) {
                throw dead();
            }
            boolean commitsItself = answer instanceof PreparedStatement
                    && connection.getAutoCommit()
                    && String.valueOf(arguments[0]).contains("INSERT");
            return commitsItself ? losing((PreparedStatement) answer) : answer;
        });
    }

    private static PreparedStatement losing(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            Object answer = invoke(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                throw dead();
            }
            return answer;
        });
    }

    private static SQLException dead() {
        return new SQLException("The line is dead", "08006");
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
