package io.futureos.studio.storage.files;

import java.nio.file.Path;
import java.util.Random;

/** A process that puts blobs of 4 MB until it is killed, and tells the key of each that the store took. */
final class Putter {

    private static final int SIZE = 4 << 20;

    private Putter() {}

    public static void main(String[] args) {
        var blobs = FileBlobStore.in(Path.of(args[0]));
        var random = new Random();
        var content = new byte[SIZE];
        while (true) {
            random.nextBytes(content);
            System.out.println(blobs.put(content));
        }
    }
}
