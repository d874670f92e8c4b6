package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.storage.BlobStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bytes in a table, for hosts that have no other place for them. */
final class PostgresBlobStore implements BlobStore {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]*");

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
                                ON CONFLICT (blob_key) DO UPDATE SET last_put_at = clock_timestamp()""")
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

    @Override
    public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
        if (!DIGITS.matcher(prefix).matches()) {
            return List.of();
        }
        return database.read(
                "the blobs that begin with \"" + prefix + "\"",
                handle -> handle.createQuery("""
                                SELECT blob_key, octet_length(content) AS size, last_put_at FROM studio_blobs
                                WHERE blob_key >= :prefix AND starts_with(blob_key, :prefix) AND blob_key > :after
                                ORDER BY blob_key LIMIT :size""")
                        .bind("prefix", prefix)
                        .bind("after", after.map(BlobKey::toString).orElse(""))
                        .bind("size", size)
                        .map((row, context) -> stored(row))
                        .list());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new BlobKey(new Fingerprint(row.getString("blob_key"))),
                row.getLong("size"),
                row.getObject("last_put_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public void delete(BlobKey key) {
        database.write(
                "that blob " + key + " is gone",
                handle -> handle.createUpdate("DELETE FROM studio_blobs WHERE blob_key = :key")
                        .bind("key", key.toString())
                        .execute());
    }

    @Override
    public void deleteUnlessPutSince(BlobKey key, Instant since) {
        database.write(
                "that blob " + key + " is gone unless it was put since " + since,
                handle -> handle.createUpdate("DELETE FROM studio_blobs WHERE blob_key = :key AND last_put_at < :since")
                        .bind("key", key.toString())
                        .bind("since", since.atOffset(ZoneOffset.UTC))
                        .execute());
    }
}
