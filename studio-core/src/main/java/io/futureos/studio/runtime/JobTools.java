package io.futureos.studio.runtime;

import io.futureos.studio.storage.BlobStore;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** What every job of a node works with. */
record JobTools(Desks desks, BlobStore blobs, JobBoard board, Supplier<UUID> ids, Clock clock) {}
