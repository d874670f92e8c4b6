package io.futureos.studio.render.provenance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bytes as compressed text for places that hold nothing but letters. */
final class Packed {

    /** Far more than any report's manifest has: some hundred thousand numbers. */
    private static final int MOST = 32 << 20;

    private static final int MOST_TEXT = 16 << 20;

    private Packed() {}

    static String text(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /** Nothing if it is no such text, or much too long. */
    static byte[] bytes(String text) {
        if (text.length() > MOST_TEXT) {
            return new byte[0];
        }
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            return limited(in);
        } catch (IOException | IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** All there is to read; nothing if that is much too long. */
    static byte[] limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST + 1);
        return bytes.length > MOST ? new byte[0] : bytes;
    }
}
