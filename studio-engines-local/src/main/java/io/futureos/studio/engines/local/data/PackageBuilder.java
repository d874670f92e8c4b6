package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.OverrideNote;
import io.futureos.studio.engine.DataPackage.SourceNote;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.Engine.Provenance;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.json.InvalidJsonException;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a data package: reads, overrides, derives, stores, describes - in this order. */
final class PackageBuilder {

    private final BuildRequest request;
    private final EngineContext context;
    private final Provenance engine;

    PackageBuilder(BuildRequest request, EngineContext context, Provenance engine) {
        this.request = request;
        this.context = context;
        this.engine = engine;
    }

    DataPackage build() {
        List<SourceSpec> specs = specs();
        List<SourceTable> tables = SourceTables.read(request, specs, context);
        List<OverrideNote> overrides = Overrides.apply(request.overrides(), tables);
        tables.forEach(Derivation::addTo);
        Optional<String> asOf = SourceTables.asOf(tables);
        List<Variable> variables = Vocabulary.of(withColumnsFound(specs, tables));
        List<DataPackage.Table> stored = store(tables);
        DataPackage data = new DataPackage(
                PackageContent.fingerprint(tables, variables, asOf),
                new BlobKey(Fingerprint.of("")),
                stored,
                variables,
                notes(specs, tables),
                overrides,
                asOf.orElse(null),
                Caveats.of(specs, tables, stored, overrides, asOf));
        BlobKey manifest = context.store(Manifest.of(data, request.sources(), engine));
        context.progress("Data package ready", 1);
        return new DataPackage(
                data.content(),
                manifest,
                data.tables(),
                data.variables(),
                data.sources(),
                data.overrides(),
                data.asOf(),
                data.caveats());
    }

    private List<SourceSpec> specs() {
        List<SourceSpec> specs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PinnedSource pinned : request.sources()) {
            if (!names.add(pinned.source().name())) {
                throw new EngineException(
                        "source_twice",
                        "Two sources are called \"" + pinned.source().name() + "\"; rename one of them.");
            }
            specs.add(spec(pinned));
        }
        return specs;
    }

    /** Assumptions are bytes like any other source: what was pinned counts, not what the configuration says by now. */
    private SourceSpec spec(PinnedSource pinned) {
        SourceSpec configured = SourceSpec.of(pinned.source());
        if (configured instanceof FileSource) {
            return configured;
        }
        try {
            Map<String, Object> config =
                    new LinkedHashMap<>(OpenValue.map(StudioJson.read(context.read(pinned.raw()), Map.class)));
            configured.citation().ifPresent(citation -> config.put("citation", citation));
            config.put("unit", configured.unit());
            config.values().removeIf(""::equals);
            return SourceSpec.of(new DataSource(configured.name(), AssumptionSource.TYPE, config));
        } catch (InvalidJsonException e) {
            throw new EngineException(
                    "values_wrong",
                    "The stored values of source \"" + configured.name() + "\" can't be read; fetch the source again.",
                    e);
        }
    }

    private static List<SourceSpec> withColumnsFound(List<SourceSpec> specs, List<SourceTable> tables) {
        Map<String, SourceTable> byName = byName(tables);
        return specs.stream()
                .map(spec -> {
                    SourceTable table = byName.get(spec.name());
                    return table == null ? spec : table.source();
                })
                .toList();
    }

    private List<DataPackage.Table> store(List<SourceTable> tables) {
        List<DataPackage.Table> stored = new ArrayList<>();
        try (TableStore store = new TableStore(context)) {
            for (SourceTable table : tables) {
                context.progress("Storing " + table.name(), 0.7 + 0.3 * stored.size() / tables.size());
                stored.add(store.store(table));
            }
        }
        return stored;
    }

    private List<SourceNote> notes(List<SourceSpec> specs, List<SourceTable> tables) {
        Map<String, SourceTable> byName = byName(tables);
        List<SourceNote> notes = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            SourceSpec spec = specs.get(i);
            SourceTable table = byName.get(spec.name());
            notes.add(new SourceNote(
                    spec.name(),
                    spec.citation().orElse("no publisher named"),
                    spec.unit().isEmpty() ? null : spec.unit(),
                    request.sources().get(i).raw(),
                    table == null ? ((AssumptionSource) spec).variables().size() : table.rows(),
                    table == null ? 0 : table.rowsAfterAsOf()));
        }
        return notes;
    }

    private static Map<String, SourceTable> byName(List<SourceTable> tables) {
        return tables.stream().collect(Collectors.toMap(SourceTable::name, Function.identity()));
    }
}
