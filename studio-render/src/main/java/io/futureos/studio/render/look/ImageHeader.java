package io.futureos.studio.render.look;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What the first bytes of a picture say about it; no pixel is decoded. */
record ImageHeader(Kind kind, int width, int height) {

    enum Kind {
        PNG,
        JPEG
    }

    private static final long PNG_SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int PNG_IHDR = 0x49484452;

    static Optional<ImageHeader> read(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (bytes.remaining() >= 24 && bytes.getLong(0) == PNG_SIGNATURE && bytes.getInt(12) == PNG_IHDR) {
            return Optional.of(new ImageHeader(Kind.PNG, bytes.getInt(16), bytes.getInt(20)));
        }
        if (bytes.remaining() >= 4 && bytes.getShort(0) == (short) 0xffd8) {
            return jpeg(bytes);
        }
        return Optional.empty();
    }

    /** Walks the JPEG's segments to its frame header (ITU-T T.81, B.2.2), which has the size. */
    private static Optional<ImageHeader> jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 <= bytes.limit() && (bytes.get(at) & 0xff) == 0xff) {
            int marker = bytes.get(at + 1) & 0xff;
            if (isFrameHeader(marker)) {
                int height = bytes.getShort(at + 5) & 0xffff;
                int width = bytes.getShort(at + 7) & 0xffff;
                return Optional.of(new ImageHeader(Kind.JPEG, width, height));
            }
            at += marker == 0xff ? 1 : 2 + Math.max(2, bytes.getShort(at + 2) & 0xffff);
        }
        return Optional.empty();
    }

    private static boolean isFrameHeader(int marker) {
        boolean isTableOrExtension = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        return marker >= 0xc0 && marker <= 0xcf && !isTableOrExtension;
    }
}
