package io.futureos.studio.examples.quickstart;

import static java.util.Objects.requireNonNullElse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.storage.jdbc.StudioSchema;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a database is and how to get in, as JDBC or as libpq write it. Shows no password. */
final class PostgresAddress {

    private static final String SHAPE =
            "; write postgresql://user:password@host:5432/database, with special characters as"
                    + " %XX, or jdbc:postgresql://host:5432/database?user=...&password=...";

    private static final String ONE_HOST = "(?:[\\w.-]+|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?";
    private static final Pattern URL = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
            + "(?<hosts>" + ONE_HOST + "(?:," + ONE_HOST + ")*)"
            + "/(?<database>[^/?#@]+)(?:\\?(?<more>[^#]*))?");

    /** So that nobody waits for a server that is silent; what the URL says goes before. */
    private static final Map<String, String> PATIENCE =
            Map.of("loginTimeout", "10", "connectTimeout", "10", "socketTimeout", "60");

    private static final int CONNECTIONS = 8;

    private final String place;
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    private PostgresAddress(String place, String url, @Nullable String user, @Nullable String password) {
        this.place = place;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static PostgresAddress read(String text) throws InputProblem {
        Matcher parts = URL.matcher(text);
        if (!parts.matches()) {
            throw new InputProblem("--postgres is not the address of a database" + SHAPE + ".");
        }
        String wrong = "--postgres has a % that no two hexadecimal digits follow" + SHAPE + ".";
        String place = parts.group("hosts") + "/" + parts.group("database");
        String more = requireNonNullElse(parts.group("more"), "");
        PercentCoded.decoded(more, wrong); // the driver would quote it
        return new PostgresAddress(
                place,
                "jdbc:postgresql://" + place + "?" + patient(more),
                PercentCoded.decoded(parts.group("user"), wrong),
                PercentCoded.decoded(parts.group("password"), wrong));
    }

    private static String patient(String more) {
        var parameters = new StringBuilder(more);
        PATIENCE.forEach((name, seconds) -> {
            if (!more.contains(name + "=")) {
                parameters
                        .append(parameters.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(seconds);
            }
        });
        return parameters.toString();
    }

    /**
     * Connections to the database, which has the tables.
     *
     * @param migrate whether to make those that are missing
     */
    HikariDataSource open(boolean migrate) throws ServerProblem {
        try (Connection first = DriverManager.getConnection(url, login())) {
            first.isReadOnly();
        } catch (SQLException e) {
            throw problem(e);
        }
        HikariDataSource pool = pool();
        try {
            if (migrate) {
                StudioSchema.migrate(pool);
            }
            StudioSchema.verify(pool);
            return pool;
        } catch (StorageException e) {
            pool.close();
            throw e.getCause() instanceof SQLException cause
                    ? problem(cause)
                    : new ServerProblem(this + " lacks tables of the Studio; add --migrate to have them made.");
        }
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(login());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    private Properties login() {
        var login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return login;
    }

    private ServerProblem problem(SQLException e) {
        return new ServerProblem(
                this + " can't be used (" + said(e) + "); " + wayOut(String.valueOf(e.getSQLState())) + ".");
    }

    private static String said(SQLException e) {
        if (e.getCause() instanceof UnknownHostException) {
            return "there is no such host";
        }
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static String wayOut(String state) {
        return switch (state) {
            case "28P01", "28000" -> "correct the user and the password";
            case "3D000" -> "create that database, or name another";
            case "42501" -> "grant that right, or name a user who has it";
            default ->
                state.startsWith("08") ? "start it, or correct its address and password" : "its log may say more";
        };
    }

    @Override
    public String toString() {
        return "PostgreSQL at " + place;
    }
}
