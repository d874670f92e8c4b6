package io.futureos.studio.engines.local.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The file formats that a source can have; a source's {@code type} is the name in lower case. */
enum SourceFormat {
    CSV,
    JSON,
    PARQUET;

    /** @param dialect how a CSV file is written; no other format needs one */
    RowReader reader(Dialect dialect) {
        return switch (this) {
            case CSV -> new CsvReader(dialect);
            case JSON -> new JsonReader();
            case PARQUET -> new ParquetReader();
        };
    }

    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SourceFormat> ofType(String type) {
        return Arrays.stream(values())
                .filter(format -> format.type().equals(type))
                .findFirst();
    }

    /** The format that a file's name speaks of. */
    static Optional<SourceFormat> ofFile(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extensions().contains(extension))
                .findFirst();
    }

    private Set<String> extensions() {
        return switch (this) {
            case CSV -> Set.of("csv");
            case JSON -> Set.of("json", "ndjson", "jsonl");
            case PARQUET -> Set.of("parquet");
        };
    }
}
