package io.futureos.studio.examples.quickstart;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the files go. A file is either there as a whole, or as it was before. */
final class OutputFolder {

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder if there is none, and tries it, so that nobody waits for a forecast that can't be kept.
     *
     * @param names the files that are to be written
     */
    static OutputFolder open(Path folder, Collection<String> names) throws InputProblem {
        var opened = new OutputFolder(folder);
        try {
            Files.createDirectories(folder);
            Path probe = opened.part("probe");
            Files.write(probe, new byte[0]);
            Files.delete(probe);
        } catch (IOException e) {
            throw opened.unwritable(e);
        }
        for (String name : names) {
            if (Files.isDirectory(folder.resolve(name))) {
                throw new InputProblem(
                        folder.resolve(name)
                                + " is a folder, but a file of this name is to be written; move it, or give another --out DIR.");
            }
        }
        return opened;
    }

    /** Writes all files, or none if they can't all be written in full. */
    void write(Map<String, byte[]> files) throws InputProblem {
        var parts = new LinkedHashMap<Path, Path>();
        files.keySet().forEach(name -> parts.put(part(name), folder.resolve(name)));
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(part(file.getKey()), file.getValue());
            }
            for (Map.Entry<Path, Path> part : parts.entrySet()) {
                move(part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            parts.keySet().forEach(OutputFolder::discard);
        }
    }

    /** Beside its target, so that moving it copies nothing; of its own for each process. */
    private Path part(String name) {
        return folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What stays behind is hidden, and no result.
        }
    }

    private InputProblem unwritable(IOException e) {
        return new InputProblem("The folder " + folder + " can't be written (" + e
                + "); give one that can with --out DIR, or check its rights and the space left.");
    }
}
