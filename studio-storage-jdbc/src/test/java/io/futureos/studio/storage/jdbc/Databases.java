package io.futureos.studio.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.testkit.server.PostgresServer;

/** New databases of the server that all tests share. */
final class Databases {

    /** Migrated once, as copying it is quicker. */
    private static final class Template {
        static final String URL = migrated(PostgresServer.shared().newDatabase());
    }

    private Databases() {}

    /** A pool of connections to a new database that has the Studio's tables. */
    static HikariDataSource studio() {
        return pool(PostgresServer.shared().copyOf(Template.URL));
    }

    /** A pool of connections to a new database without any tables. */
    static HikariDataSource bare() {
        return pool(PostgresServer.shared().newDatabase());
    }

    private static String migrated(String url) {
        try (HikariDataSource database = pool(url)) {
            StudioSchema.migrate(database);
            return url;
        }
    }

    static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
