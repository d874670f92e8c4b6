package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Opens text files that are UTF-8, and only those: a wrong guess would change figures and names without a word. */
final class Utf8 {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Utf8() {}

    /**
     * The text of the file without a byte order mark.
     *
     * @throws EngineException if the file is empty or not UTF-8
     */
    static Reader open(byte[] content, String file) {
        int start = startsWithMark(content) ? MARK.length : 0;
        if (isBlank(content, start)) {
            throw new EngineException("file_empty", file + " is empty; it needs a header and at least one row.");
        }
        check(content, file);
        return new InputStreamReader(
                new ByteArrayInputStream(content, start, content.length - start), StandardCharsets.UTF_8);
    }

    private static boolean startsWithMark(byte[] content) {
        return content.length >= MARK.length && content[0] == MARK[0] && content[1] == MARK[1] && content[2] == MARK[2];
    }

    private static boolean isBlank(byte[] content, int start) {
        for (int i = start; i < content.length; i++) {
            if (content[i] != ' ' && content[i] != '\t' && content[i] != '\r' && content[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    private static void check(byte[] content, String file) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        CoderResult result;
        do {
            chars.clear();
            result = decoder.decode(bytes, chars, true);
        } while (result.isOverflow());
        int bad = result.isError() ? bytes.position() : indexOfNul(content);
        if (bad >= 0) {
            throw new Place(file, "line", lineOf(content, bad), null)
                    .error("not_utf8", "a byte here is not UTF-8 text; save the file as UTF-8.");
        }
    }

    private static int indexOfNul(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static long lineOf(byte[] content, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) {
            boolean loneReturn = content[i] == '\r' && content[i + 1] != '\n';
            if (content[i] == '\n' || loneReturn) {
                line++;
            }
        }
        return line;
    }
}
