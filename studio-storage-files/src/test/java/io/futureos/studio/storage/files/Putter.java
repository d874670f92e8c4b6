package io.futureos.studio.storage.files;

import java.nio.file.Path;
import java.util.Random;

/** A process that puts blobs of 32 MB until it is killed, and tells the key of each that the store took. */
final class Putter {

    static final int SIZE = 32 << 20;

    private Putter() {}

    public static void main(String[] args) {
        var blobs = FileBlobStore.in(Path.of(args[0]));
        var random = new Random();
        var content = new byte[SIZE];
        random.nextBytes(content);
        while (true) {
            content[random.nextInt(SIZE)]++;
            System.out.println(blobs.put(content));
        }
    }
}
