package io.futureos.studio.engine;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects data and keeps it in a form that everything after it can trust ({@code data-orchestrator}). */
public interface DataOrchestrator extends Engine {

    /**
     * What could be used: the configured sources, even those whose configuration is wrong, so that they can be mended, and
     * those that this orchestrator knows by itself.
     */
    List<SourceInfo> explore(List<DataSource> configured, EngineContext context);

    /**
     * The variables that the configured sources promise, without fetching anything; what a question can be about. The
     * package that is built from the sources has them all.
     *
     * @throws EngineException if a configuration is wrong
     */
    List<DataPackage.Variable> vocabulary(List<DataSource> configured);

    /**
     * Brings the bytes of one source, unchanged.
     *
     * @throws EngineException if the source can't be reached or its configuration is wrong
     */
    Fetched fetch(DataSource source, EngineContext context);

    /**
     * Builds the data package from bytes fetched before; needs no source to be reachable. Rows after the as-of month are
     * left out. Equal content of the sources gives an equal fingerprint of the package, whatever the question is and for
     * whatever reasons figures were replaced.
     *
     * @throws EngineException if the bytes do not hold what the configuration promises; the message names source, line and
     *     column
     */
    DataPackage build(BuildRequest request, EngineContext context);

    /**
     * One page of a table of the package; no rows if it starts after the last.
     *
     * @throws EngineException if the package has no such table, or no such page can be
     */
    TablePage preview(PreviewRequest request, EngineContext context);

    /**
     * A source for people to choose from.
     *
     * @param state {@code configured} or {@code available}
     */
    record SourceInfo(String name, String type, String title, String state, Map<String, Object> config) {}

    /**
     * What a fetch brought.
     *
     * @param raw the bytes as they came
     */
    record Fetched(String source, BlobKey raw, long size) {}

    /**
     * A source as it was at one moment.
     *
     * @param raw the bytes to read the source from
     */
    record PinnedSource(DataSource source, BlobKey raw) {}

    /**
     * What to build a package from.
     *
     * @param task null if there is no question yet
     */
    record BuildRequest(
            List<PinnedSource> sources,
            List<DataOverride> overrides,
            @Nullable PredictionTask task) {
        public BuildRequest {
            sources = List.copyOf(sources);
            overrides = List.copyOf(overrides);
        }
    }

    /**
     * Which page to show.
     *
     * @param table null for the first one
     */
    record PreviewRequest(DataPackage data, @Nullable String table, long offset, int limit) {}

    /**
     * A page of a table.
     *
     * @param rows values in the order of {@code columns}; a missing one is null
     * @param overridden the fields on this page whose figure was replaced, in the notation of {@link DataOverride#field}
     */
    record TablePage(
            String table,
            List<String> columns,
            List<List<@Nullable Object>> rows,
            long offset,
            long totalRows,
            List<String> overridden) {}
}
