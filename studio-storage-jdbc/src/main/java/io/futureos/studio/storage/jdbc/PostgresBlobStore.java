package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import java.util.Optional;

/** Bytes in a table, for hosts that have no other place for them. */
final class PostgresBlobStore implements BlobStore {

    private final Database database;

    PostgresBlobStore(Database database) {
        this.database = database;
    }

    @Override
    public BlobKey put(byte[] content) {
        BlobKey key = BlobKey.of(content);
        database.write(
                "blob " + key,
                handle -> handle.createUpdate("""
                                INSERT INTO studio_blobs (blob_key, content) VALUES (:key, :content)
                                ON CONFLICT (blob_key) DO NOTHING""")
                        .bind("key", key.toString())
                        .bind("content", content)
                        .execute());
        return key;
    }

    @Override
    public Optional<byte[]> get(BlobKey key) {
        return database.read(
                "blob " + key,
                handle -> handle.createQuery("SELECT content FROM studio_blobs WHERE blob_key = :key")
                        .bind("key", key.toString())
                        .mapTo(byte[].class)
                        .findOne());
    }
}
