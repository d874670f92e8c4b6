package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that sources may read: those under one directory, and nothing that a path or a link leads to outside. */
final class SourceFiles {

    /** No file may be larger than this, in bytes. */
    static final int MAX_SIZE = 200_000_000;

    private final @Nullable Path directory;
    private final int maxSize;

    private SourceFiles(@Nullable Path directory, int maxSize) {
        this.directory = directory;
        this.maxSize = maxSize;
    }

    static SourceFiles none() {
        return new SourceFiles(null, MAX_SIZE);
    }

    static SourceFiles under(Path directory) {
        return under(directory, MAX_SIZE);
    }

    static SourceFiles under(Path directory, int maxSize) {
        return new SourceFiles(directory.toAbsolutePath().normalize(), maxSize);
    }

    /**
     * The bytes of a source's file.
     *
     * @throws EngineException if the path leads out of the directory, or to nothing that can be read
     */
    byte[] read(FileSource source) {
        Path file = locate(source);
        if (Files.isDirectory(file)) {
            throw problem(source, "file_is_directory", "is a directory; name a file");
        }
        if (!Files.isRegularFile(file)) {
            throw problem(source, "file_unreadable", "is not a regular file; name one");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(maxSize + 1);
            if (content.length > maxSize) {
                throw problem(
                        source,
                        "file_too_large",
                        "has more than " + maxSize / 1_000_000 + " MB; leave out rows or columns that no one needs");
            }
            return content;
        } catch (IOException e) {
            throw new EngineException("file_unreadable", sentence(source, "can't be read; check who may read it"), e);
        }
    }

    /** The files directly in the directory that look like tables, by name. */
    List<Path> tables() {
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file ->
                            SourceFormat.ofFile(file.getFileName().toString()).isPresent())
                    .filter(SourceFiles::mayBeATable)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory can't be listed", e);
        }
    }

    private Path locate(FileSource source) {
        if (directory == null) {
            throw new EngineException(
                    "no_directory",
                    sentence(
                            source,
                            "can't be read, as the engine has no data directory; make it with one, or give the"
                                    + " figures as a source of type values"));
        }
        try {
            Path root = directory.toRealPath();
            Path file = root.resolve(relative(source)).toRealPath();
            if (!file.startsWith(root)) {
                throw outside(source);
            }
            return file;
        } catch (NoSuchFileException e) {
            throw new EngineException("file_missing", sentence(source, "is missing; " + hint(source)), e);
        } catch (IOException e) {
            throw new EngineException(
                    "file_unreadable", sentence(source, "can't be reached; check the path and who may read it"), e);
        }
    }

    private static Path relative(FileSource source) {
        try {
            Path path = Path.of(source.path());
            boolean climbs = Stream.of(source.path().split("[/\\\\]")).anyMatch(".."::equals);
            boolean absolute = path.isAbsolute() || source.path().matches("[A-Za-z]:.*|[/\\\\].*");
            if (climbs || absolute) {
                throw outside(source);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new EngineException("path_wrong", sentence(source, "is not a path; name a file"), e);
        }
    }

    private String hint(FileSource source) {
        List<String> names =
                tables().stream().map(file -> file.getFileName().toString()).toList();
        return Spelling.nearest(source.path(), names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse(
                        names.isEmpty()
                                ? "put it into the data directory"
                                : "the data directory has " + String.join(", ", names));
    }

    /** A JSON document that is one object (a template, say) is no table; several objects, one a line, are. */
    private static boolean mayBeATable(Path file) {
        if (!file.getFileName().toString().endsWith(".json")) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(4096), java.nio.charset.StandardCharsets.UTF_8).strip();
            String firstLine = start.lines().findFirst().orElse("").strip();
            return start.startsWith("[") || (firstLine.startsWith("{") && firstLine.endsWith("}"));
        } catch (IOException e) {
            return false;
        }
    }

    private static EngineException outside(FileSource source) {
        return problem(source, "path_outside", "leads out of the data directory; give a path relative to it");
    }

    private static EngineException problem(FileSource source, String code, String what) {
        return new EngineException(code, sentence(source, what));
    }

    private static String sentence(FileSource source, String what) {
        String text = source.path() + " (source \"" + source.name() + "\") " + what;
        return text.endsWith("?") ? text : text + ".";
    }
}
