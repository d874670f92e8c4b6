package io.futureos.studio.examples.quickstart;

import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.Live;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.jdbc.PostgresStorage;
import io.futureos.studio.storage.memory.InMemoryStorage;
import io.futureos.studio.storage.redis.RedisLive;
import io.futureos.studio.storage.s3.S3BlobStore;
import org.jspecify.annotations.Nullable;

/** Where the project is kept and events go: the servers that were named, and memory for the rest. */
final class Backend implements AutoCloseable {

    private @Nullable HikariDataSource postgres;
    private @Nullable RedisLive redis;
    private @Nullable S3BlobStore s3;

    private Backend() {}

    /** Connects with all of them, or with none if one can't be used. */
    static Backend open(Servers servers) throws ServerProblem {
        var backend = new Backend();
        try {
            backend.connect(servers);
            return backend;
        } catch (ServerProblem | RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    private void connect(Servers servers) throws ServerProblem {
        if (servers.postgres() != null) {
            postgres = servers.postgres().open(servers.migrate());
        }
        if (servers.redis() != null) {
            redis = servers.redis().open();
        }
        if (servers.s3() != null) {
            s3 = servers.s3().open();
        }
    }

    Storage storage() {
        if (postgres == null) {
            InMemoryStorage memory = InMemoryStorage.create();
            return s3 == null ? memory : memory.with(s3);
        }
        PostgresStorage database = PostgresStorage.over(postgres);
        return s3 == null ? database : database.with(s3);
    }

    Live live() {
        return redis == null ? InProcessLive.create() : redis;
    }

    @Override
    public void close() {
        if (s3 != null) {
            s3.close();
        }
        if (redis != null) {
            redis.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
