package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataSource;
import java.nio.file.Path;
import java.util.List;

/**
 * A data orchestrator for files in one directory and for assumptions written into the configuration.
 *
 * <p>Source types are {@code csv}, {@code json} (an array of objects, or one object a line), {@code parquet} and
 * {@code values}. A file source is configured by {@code path} (relative to the directory), {@code title},
 * {@code citation}, {@code unit}, {@code time_column} (months as {@code YYYY-MM}, each once; days of a Parquet file count as
 * their months; a month that is not there is missing), of a CSV file {@code delimiter} ({@code comma}, {@code semicolon},
 * {@code tab} or {@code pipe}) and {@code decimal_mark} ({@code point} or {@code comma}),
 * {@code columns} (by name {@code type, label, unit, aggregation, minimum, maximum, optional}) and {@code derived} (a list
 * of {@code name, label, unit, operation, of, lag, aggregation, minimum, maximum}, the operation being {@code ratio},
 * {@code difference}, {@code product} or {@code lag}). Where there are no {@code columns}, all of the file's are read and
 * their types inferred; where there are, others are left out. A values source has {@code variables}, a list of
 * {@code name, label, unit, value, minimum, maximum}. An override's field is {@code table.column[key]}, the key being the
 * month or, in a table without months, the number of the row from 1.
 *
 * <p>Safe for use by several threads; each call works in a database of its own.
 */
public final class LocalDataOrchestrator implements DataOrchestrator {

    private static final Provenance PROVENANCE = new Provenance("local data orchestrator", "1");

    private final SourceFiles files;

    private LocalDataOrchestrator(SourceFiles files) {
        this.files = files;
    }

    /** An orchestrator whose sources may read the files under {@code directory}. */
    public static LocalDataOrchestrator readingFrom(Path directory) {
        return new LocalDataOrchestrator(SourceFiles.under(directory));
    }

    /** An orchestrator whose sources are of type {@code values} only. */
    public static LocalDataOrchestrator withoutFiles() {
        return new LocalDataOrchestrator(SourceFiles.none());
    }

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public List<SourceInfo> explore(List<DataSource> configured, EngineContext context) {
        context.progress("Looking for sources", 0);
        return new SourceCatalog(files).list(configured);
    }

    @Override
    public List<DataPackage.Variable> vocabulary(List<DataSource> configured) {
        return Vocabulary.of(configured.stream().map(SourceSpec::of).toList());
    }

    @Override
    public Fetched fetch(DataSource source, EngineContext context) {
        context.progress("Fetching " + source.name(), 0);
        SourceSpec spec = SourceSpec.of(source);
        byte[] content =
                spec instanceof AssumptionSource assumptions ? assumptions.canonical() : files.read((FileSource) spec);
        BlobKey raw = context.store(content);
        context.progress("Fetched " + source.name(), 1);
        return new Fetched(source.name(), raw, content.length);
    }

    @Override
    public DataPackage build(BuildRequest request, EngineContext context) {
        return new PackageBuilder(request, context, PROVENANCE).build();
    }

    @Override
    public TablePage preview(PreviewRequest request, EngineContext context) {
        context.progress("Reading a page", 0);
        return PackagePages.page(request, context);
    }
}
