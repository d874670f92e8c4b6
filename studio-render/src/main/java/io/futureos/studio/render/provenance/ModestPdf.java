package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Whether a PDF may be given to a reader that unpacks whatever it comes across into memory. A kilobyte of a stream can say a
 * megabyte; so all that looks like one is unpacked once, to nowhere.
 */
final class ModestPdf {

    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_STREAMS = 40_000;
    private static final int MOST_OBJECTS = 100_000;

    /** Unpacked: a report of 300 pages has a quarter of that. */
    private static final long MOST_UNPACKED = 32L << 20;

    /** Of that, objects and where they are, each of which the reader keeps: again four times what such a report has. */
    private static final long MOST_STRUCTURE = 8L << 20;

    private static final List<byte[]> STRUCTURE = List.of("/ObjStm".getBytes(US_ASCII), "/XRef".getBytes(US_ASCII));

    /** How far before its stream a dictionary says what that is. */
    private static final int DICTIONARY = 300;

    private static final byte[] STREAM = "stream".getBytes(US_ASCII);
    private static final byte[] OBJECT = " obj".getBytes(US_ASCII);

    private final byte[] file;
    private final byte[] nowhere = new byte[64 << 10];
    private long unpacked;
    private long structure;

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
                    long size = unpack(afterLine(i + STREAM.length), inflater);
                    unpacked += size;
                    structure += isStructure(i) ? size : 0;
                }
                if (unpacked > MOST_UNPACKED
                        || structure > MOST_STRUCTURE
                        || streams > MOST_STREAMS
                        || objects > MOST_OBJECTS) {
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

    private boolean isStructure(int stream) {
        for (int i = Math.max(0, stream - DICTIONARY); i < stream; i++) {
            int at = i;
            if (file[i] == '/' && STRUCTURE.stream().anyMatch(kind -> isAt(at, kind))) {
                return true;
            }
        }
        return false;
    }

    /** How much it is unpacked; what begins at {@code at} may be anything, and takes no room if it can't be unpacked. */
    private long unpack(int at, Inflater inflater) {
        long size = 0;
        inflater.reset();
        inflater.setInput(file, at, file.length - at);
        try {
            int some = inflater.inflate(nowhere);
            while (some > 0 && size <= MOST_UNPACKED) {
                size += some;
                some = inflater.inflate(nowhere);
            }
        } catch (DataFormatException e) {
            // no stream, or not a packed one
        }
        return size;
    }
}
