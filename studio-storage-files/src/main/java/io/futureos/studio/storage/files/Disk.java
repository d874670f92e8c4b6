package io.futureos.studio.storage.files;

import static java.nio.file.StandardOpenOption.READ;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Makes names durable: a file's bytes are on the disk after its own force, its name only after that of its directory. */
final class Disk {

    // Windows opens no directories, and writes their entries through by itself.
    private static final boolean OPENS_DIRECTORIES = File.separatorChar == '/';

    private Disk() {}

    static void force(Path directory) throws IOException {
        if (OPENS_DIRECTORIES) {
            try (FileChannel channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }
}
