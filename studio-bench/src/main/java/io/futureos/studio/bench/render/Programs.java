package io.futureos.studio.bench.render;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Which programs are installed. */
final class Programs {

    private Programs() {}

    static boolean has(String name) {
        String path = System.getenv("PATH");
        return path != null
                && Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(path)
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }
}
