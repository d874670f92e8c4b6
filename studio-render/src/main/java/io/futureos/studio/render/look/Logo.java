package io.futureos.studio.render.look;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.report.ResourceResolver;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PNG or JPEG picture that is safe to decode: its size in bytes and, by its header, in pixels is bounded.
 *
 * @param dataUrl the picture itself, so that nothing has to be fetched
 * @param width in pixels
 * @param height in pixels
 */
public record Logo(String dataUrl, int width, int height) {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_SIDE = 4_096;
    private static final long MAX_PIXELS = 4_000_000;
    private static final Pattern DATA_URL =
            Pattern.compile("data:image/(?:png|jpe?g);base64,", Pattern.CASE_INSENSITIVE);

    /**
     * The logo behind {@code url}: a {@code data:} URL is read here, any other is the host's to resolve. Empty if the
     * host has nothing to show for it.
     *
     * @throws EngineException {@code logo_refused} if it is not a PNG or JPEG picture of a bearable size
     */
    static Optional<Logo> load(String url, ResourceResolver resources) {
        if (url.regionMatches(true, 0, "data:", 0, 5)) {
            return Optional.of(of(decode(url)));
        }
        return resources.resolve(url).map(resource -> of(resource.content()));
    }

    private static byte[] decode(String url) {
        Matcher start = DATA_URL.matcher(url);
        if (!start.lookingAt()) {
            throw refused("a data: URL must be base64 and of type image/png or image/jpeg");
        }
        if (url.length() > MAX_BYTES / 3 * 4 + 100) {
            throw refused("it is larger than " + MAX_BYTES + " bytes");
        }
        try {
            return Base64.getDecoder().decode(url.substring(start.end()));
        } catch (IllegalArgumentException e) {
            throw new EngineException("logo_refused", "The logo was refused: its data: URL is not valid base64.", e);
        }
    }

    private static Logo of(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw refused("it has " + content.length + " bytes, at most " + MAX_BYTES + " are allowed");
        }
        ImageHeader header =
                ImageHeader.read(content).orElseThrow(() -> refused("it is neither a PNG nor a JPEG picture"));
        if (header.width() < 1
                || header.height() < 1
                || header.width() > MAX_SIDE
                || header.height() > MAX_SIDE
                || (long) header.width() * header.height() > MAX_PIXELS) {
            throw refused("it has " + header.width() + " x " + header.height() + " pixels; at most " + MAX_SIDE
                    + " on a side and " + MAX_PIXELS + " in all are allowed");
        }
        String type = header.kind().name().toLowerCase(Locale.ROOT);
        String url = "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(content);
        return new Logo(url, header.width(), header.height());
    }

    private static EngineException refused(String why) {
        return new EngineException("logo_refused", "The logo was refused: " + why + ".");
    }
}
