package io.futureos.studio.testkit.server;

/** The servers that tests of this JVM share, each started when it is first asked for. */
final class SharedServers {

    private SharedServers() {}

    static final class Postgres {
        static final PostgresServer SERVER = PostgresServer.start("fsync=off");

        private Postgres() {}
    }

    static final class Redis {
        static final RedisServer SERVER = RedisServer.start();

        private Redis() {}
    }

    static final class S3 {
        static final S3Server SERVER = S3Server.start();

        private S3() {}
    }
}
