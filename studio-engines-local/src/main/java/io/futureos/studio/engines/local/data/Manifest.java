package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Calendar;
import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.DataPackage.OverrideNote;
import io.futureos.studio.engine.DataPackage.SourceNote;
import io.futureos.studio.engine.Engine.Provenance;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.workflow.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON document that describes a package completely: from it, and the blobs that it names, everybody can rebuild and
 * check the package. Schema 1.
 */
final class Manifest {

    static final int SCHEMA = 1;

    private Manifest() {}

    /** The document for {@code data}, whose own manifest key does not matter. */
    static byte[] of(DataPackage data, List<PinnedSource> sources, Provenance engine) {
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "studio-data-package");
        manifest.put("schema", SCHEMA);
        manifest.put("engine", Map.of("name", engine.name(), "version", engine.version()));
        manifest.put("content", data.content().value());
        manifest.put("as_of", data.asOf());
        manifest.put("tables", data.tables().stream().map(Manifest::table).toList());
        manifest.put(
                "variables",
                data.variables().stream().map(PackageContent::variable).toList());
        manifest.put("sources", sources(data.sources(), sources));
        manifest.put(
                "overrides", data.overrides().stream().map(Manifest::override).toList());
        manifest.put("caveats", data.caveats());
        return CanonicalJson.write(OpenValue.map(manifest)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> table(DataPackage.Table table) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", table.name());
        object.put("parquet", table.parquet().toString());
        object.put("rows", table.rows());
        object.put("time_column", table.timeColumn());
        object.put("columns", table.columns().stream().map(Manifest::column).toList());
        object.put("duplicate_rows", table.duplicateRows());
        return object;
    }

    private static Map<String, @Nullable Object> column(ColumnProfile column) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", column.name());
        object.put("type", column.type());
        object.put("missing", column.missing());
        object.put("distinct", column.distinct());
        object.put("duplicates", column.duplicates());
        object.put("quantiles", column.quantiles());
        object.put("derived", column.derived());
        Calendar calendar = column.calendar();
        if (calendar != null) {
            object.put("calendar", calendar(calendar));
        }
        return object;
    }

    private static Map<String, @Nullable Object> calendar(Calendar calendar) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("first", calendar.first());
        object.put("last", calendar.last());
        object.put("gaps", calendar.gaps());
        object.put("first_gap", calendar.firstGap());
        return object;
    }

    private static List<Map<String, @Nullable Object>> sources(List<SourceNote> notes, List<PinnedSource> sources) {
        return IntStream.range(0, notes.size())
                .mapToObj(i -> source(notes.get(i), sources.get(i)))
                .toList();
    }

    private static Map<String, @Nullable Object> source(SourceNote note, PinnedSource pinned) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", note.name());
        object.put("type", pinned.source().type());
        object.put("config", pinned.source().config());
        object.put("citation", note.citation());
        object.put("unit", note.unit());
        object.put("raw", note.raw().toString());
        object.put("rows", note.rows());
        object.put("rows_after_as_of", note.rowsAfterAsOf());
        return object;
    }

    private static Map<String, @Nullable Object> override(OverrideNote note) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("field", note.field());
        object.put("original", note.original());
        object.put("value", note.value());
        object.put("reason", note.reason());
        object.put("orphaned", note.orphaned());
        return object;
    }
}
