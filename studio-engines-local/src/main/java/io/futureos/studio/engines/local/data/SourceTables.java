package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.model.BlobKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of a package and settles its as-of month: the task's, else the last month of the table that the task
 * is about, else the last month of all.
 */
final class SourceTables {

    private final Map<FileSource, BlobKey> sources = new LinkedHashMap<>();
    private final @Nullable PredictionTask task;
    private final EngineContext context;

    private SourceTables(@Nullable PredictionTask task, EngineContext context) {
        this.task = task;
        this.context = context;
    }

    /**
     * The tables of the file sources, in the order of the request.
     *
     * @param specs the sources of the request, in its order
     */
    static List<SourceTable> read(BuildRequest request, List<SourceSpec> specs, EngineContext context) {
        SourceTables reading = new SourceTables(request.task(), context);
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i) instanceof FileSource file) {
                reading.sources.put(file, request.sources().get(i).raw());
            }
        }
        return reading.read();
    }

    /** The last month of all tables; empty if none has months. */
    static Optional<String> asOf(Collection<SourceTable> tables) {
        return tables.stream().flatMap(table -> table.lastMonth().stream()).max(String::compareTo);
    }

    private List<SourceTable> read() {
        String asOf = task == null ? null : task.asOf();
        Map<FileSource, SourceTable> tables = new LinkedHashMap<>();
        Map.Entry<FileSource, BlobKey> target = target().orElse(null);
        if (target != null) {
            SourceTable table = read(target.getKey(), target.getValue(), asOf, 0);
            checkEnd(table, asOf);
            tables.put(target.getKey(), table);
            asOf = table.lastMonth().orElse(asOf);
        }
        List<SourceTable> inOrder = new ArrayList<>();
        for (Map.Entry<FileSource, BlobKey> each : sources.entrySet()) {
            SourceTable known = tables.get(each.getKey());
            inOrder.add(known != null ? known : read(each.getKey(), each.getValue(), asOf, inOrder.size()));
        }
        return inOrder;
    }

    private SourceTable read(FileSource source, BlobKey raw, @Nullable String asOf, int done) {
        context.progress("Reading " + source.name(), 0.7 * done / sources.size());
        byte[] content = context.read(raw);
        return TableReading.read(ColumnInference.complete(source, content, asOf), content, asOf);
    }

    private Optional<Map.Entry<FileSource, BlobKey>> target() {
        if (task == null) {
            return Optional.empty();
        }
        String table = Vocabulary.of(List.copyOf(sources.keySet())).stream()
                .filter(variable -> variable.name().equals(task.targetVariable()))
                .map(Variable::table)
                .findFirst()
                .orElse(null);
        return sources.entrySet().stream()
                .filter(source -> source.getKey().name().equals(table))
                .findFirst();
    }

    /** A forecast starts in the month after as-of; a target that ends earlier has a gap there. */
    private static void checkEnd(SourceTable table, @Nullable String asOf) {
        String last = table.lastMonth().orElseThrow();
        if (asOf != null && last.compareTo(asOf) < 0) {
            throw table.place(table.rows() - 1)
                    .error(
                            "data_ends_early",
                            "the months end with " + last + ", before the as-of month " + asOf
                                    + "; add the months up to it, or ask as of " + last + ".");
        }
    }
}
