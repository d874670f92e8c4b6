package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataOrchestrator.SourceInfo;
import io.futureos.studio.model.DataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lists sources to choose from: those configured, then the files of the data directory that none of them reads. */
final class SourceCatalog {

    private final SourceFiles files;

    SourceCatalog(SourceFiles files) {
        this.files = files;
    }

    List<SourceInfo> list(List<DataSource> configured) {
        List<SourceInfo> infos = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        for (DataSource source : configured) {
            infos.add(new SourceInfo(source.name(), source.type(), title(source), "configured", source.config()));
            names.add(source.name());
            if (source.config().get("path") instanceof String path) {
                paths.add(path.startsWith("./") ? path.substring(2) : path);
            }
        }
        for (Path file : files.tables()) {
            String path = file.getFileName().toString();
            if (!paths.contains(path)) {
                infos.add(available(path, names));
            }
        }
        return infos;
    }

    private static SourceInfo available(String path, Set<String> names) {
        String type = SourceFormat.ofFile(path).orElseThrow().type();
        return new SourceInfo(freeName(path, names), type, path, "available", Map.of("path", path));
    }

    private static String freeName(String path, Set<String> names) {
        String stem = path.substring(0, path.lastIndexOf('.'))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
        String name = stem;
        for (int i = 2; !names.add(name); i++) {
            name = stem + "_" + i;
        }
        return name;
    }

    /** What a person would recognise the source by. A configuration that is wrong is listed all the same. */
    private static String title(DataSource source) {
        for (String key : List.of("title", "citation", "path")) {
            if (source.config().get(key) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return source.name();
    }
}
