package io.futureos.studio.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import org.jspecify.annotations.Nullable;

/** Parts of URLs, in which special characters stand as {@code %XX}. */
final class PercentCoded {

    private PercentCoded() {}

    /**
     * What stands there; null stays null.
     *
     * @throws InputProblem with this message if a {@code %} is not followed by two digits
     */
    static @Nullable String decoded(@Nullable String text, String otherwise) throws InputProblem {
        try {
            return text == null ? null : URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) { // it quotes the text, which may be a password
            throw new InputProblem(otherwise);
        }
    }
}
