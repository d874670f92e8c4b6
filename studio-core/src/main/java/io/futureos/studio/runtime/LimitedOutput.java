package io.futureos.studio.runtime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/** Lets so many bytes through. What would be more is not written, and whoever writes it is stopped. */
final class LimitedOutput extends FilterOutputStream {

    private final Supplier<? extends RuntimeException> tooMany;
    private long left;

    LimitedOutput(OutputStream out, long limit, Supplier<? extends RuntimeException> tooMany) {
        super(out);
        this.left = limit;
        this.tooMany = tooMany;
    }

    @Override
    public void write(int b) throws IOException {
        spend(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        spend(length);
        out.write(bytes, offset, length);
    }

    private void spend(int bytes) {
        if (bytes > left) {
            throw tooMany.get();
        }
        left -= bytes;
    }
}
