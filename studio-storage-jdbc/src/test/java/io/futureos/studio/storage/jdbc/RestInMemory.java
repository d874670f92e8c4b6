package io.futureos.studio.storage.jdbc;

import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.ProjectIndex;
import io.futureos.studio.storage.Receipts;
import io.futureos.studio.storage.memory.InMemoryStorage;
import io.futureos.studio.testkit.fault.ForwardingStorage;

/** A whole storage: what PostgreSQL does not keep yet is in memory. */
final class RestInMemory extends ForwardingStorage {

    private final PostgresStorage durable;

    RestInMemory(PostgresStorage durable) {
        super(InMemoryStorage.create());
        this.durable = durable;
    }

    @Override
    public Journal journal() {
        return durable.journal();
    }

    @Override
    public ProjectIndex projects() {
        return durable.projects();
    }

    @Override
    public Receipts receipts() {
        return durable.receipts();
    }

    @Override
    public Checkpoints checkpoints() {
        return durable.checkpoints();
    }
}
