package io.futureos.studio.bench.engines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Numbers one after the other, as the C programs read them. */
final class LittleEndianFile {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    LittleEndianFile ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes(bytes.array());
    }

    LittleEndianFile longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes(bytes.array());
    }

    LittleEndianFile doubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes(bytes.array());
    }

    LittleEndianFile bytes(byte[] values) {
        out.writeBytes(values);
        return this;
    }

    Path write(Path file) throws IOException {
        return Files.write(file, out.toByteArray());
    }
}
