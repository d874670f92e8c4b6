package io.futureos.studio.engines.local.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file formats that a source can have; a source's {@code type} is the name in lower case. */
enum SourceFormat {
    CSV(new CsvReader(), "csv"),
    JSON(new JsonReader(), "json", "ndjson", "jsonl"),
    PARQUET(new ParquetReader(), "parquet");

    private final RowReader reader;
    private final List<String> extensions;

    SourceFormat(RowReader reader, String... extensions) {
        this.reader = reader;
        this.extensions = List.of(extensions);
    }

    RowReader reader() {
        return reader;
    }

    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SourceFormat> ofType(String type) {
        return Arrays.stream(values()).filter(format -> format.type().equals(type)).findFirst();
    }

    /** The format that a file's name speaks of. */
    static Optional<SourceFormat> ofFile(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extensions.contains(extension))
                .findFirst();
    }
}
