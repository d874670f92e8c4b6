package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Whether a PDF may be given to a reader that unpacks whatever it comes across into memory. A kilobyte of a stream can say a
 * megabyte; so all that looks like one is unpacked once, to nowhere.
 */
final class ModestPdf {

    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_STREAMS = 100_000;
    private static final int MOST_OBJECTS = 500_000;

    /** Unpacked: a report of 300 pages has a quarter of that. */
    private static final long MOST_UNPACKED = 64L << 20;

    private static final byte[] STREAM = "stream".getBytes(US_ASCII);
    private static final byte[] OBJECT = " obj".getBytes(US_ASCII);

    private final byte[] file;
    private final byte[] nowhere = new byte[64 << 10];
    private long unpacked;

    private ModestPdf(byte[] file) {
        this.file = file;
    }

    static boolean is(byte[] file) {
        return file.length <= MOST_BYTES && new ModestPdf(file).isModest();
    }

    private boolean isModest() {
        int streams = 0;
        int objects = 0;
        var inflater = new Inflater();
        try {
            for (int i = 0; i < file.length; i++) {
                if (isAt(i, OBJECT)) {
                    objects++;
                } else if (isAt(i, STREAM)) {
                    streams++;
                    unpack(afterLine(i + STREAM.length), inflater);
                }
                if (unpacked > MOST_UNPACKED || streams > MOST_STREAMS || objects > MOST_OBJECTS) {
                    return false;
                }
            }
            return true;
        } finally {
            inflater.end();
        }
    }

    private boolean isAt(int at, byte[] word) {
        int end = at + word.length;
        return file[at] == word[0] && end <= file.length && Arrays.equals(file, at, end, word, 0, word.length);
    }

    private int afterLine(int at) {
        int after = at;
        while (after < file.length && (file[after] == ' ' || file[after] == '\r' || file[after] == '\n')) {
            after++;
        }
        return after;
    }

    /** What begins at {@code at} may be anything; what can't be unpacked takes no room. */
    private void unpack(int at, Inflater inflater) {
        inflater.reset();
        inflater.setInput(file, at, file.length - at);
        try {
            int some = inflater.inflate(nowhere);
            while (some > 0 && unpacked <= MOST_UNPACKED) {
                unpacked += some;
                some = inflater.inflate(nowhere);
            }
        } catch (DataFormatException e) {
            // no stream, or not a packed one
        }
    }
}
