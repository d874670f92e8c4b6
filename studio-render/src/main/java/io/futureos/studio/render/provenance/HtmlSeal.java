package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.report.GeneratedReport;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The manifest in two elements of the head of an HTML file, which no browser shows and nothing runs. */
public final class HtmlSeal {

    private static final String MANIFEST = "<meta name=\"studio-manifest\" content=\"";
    private static final String SEAL = "<meta name=\"studio-seal\" content=\"";
    private static final String END = "\">";

    private static final Pattern PLACE = Pattern.compile(Pattern.quote(MANIFEST) + "([A-Za-z0-9_-]*)"
            + Pattern.quote(END) + Pattern.quote(SEAL) + "([^\"<>]*)" + Pattern.quote(END));
    private static final Pattern CUT = Pattern.compile("(?=<(?:header|nav|section|footer)[ >])");
    private static final Pattern HEADING = Pattern.compile("(?s)<h2[^>]*>(.*?)</h2>");

    private HtmlSeal() {}

    /** The file with its manifest; {@code html} has a head. */
    public static byte[] sealed(String html, GeneratedReport report, @Nullable Signer signer) {
        byte[] manifest = Manifest.of(report, parts(html));
        int head = html.indexOf("</head>");
        String place = MANIFEST + Packed.text(manifest) + END + SEAL;
        String before = html.substring(0, head) + place;
        String after = END + html.substring(head);
        Fingerprint file = Fingerprint.of(before + Seal.BLANK + after);
        Seal seal = Seal.of(Fingerprint.of(manifest), file, signer);
        return (before + seal.text() + after).getBytes(UTF_8);
    }

    static Optional<SealedFile> read(byte[] bytes) {
        String html = new String(bytes, UTF_8);
        Matcher place = PLACE.matcher(html);
        if (!place.find()) {
            return Optional.empty();
        }
        String bare = html.substring(0, place.start()) + html.substring(place.end());
        String blank = html.substring(0, place.start(2)) + Seal.BLANK + html.substring(place.end(2));
        boolean isText = Arrays.equals(html.getBytes(UTF_8), bytes);
        return Optional.of(new SealedFile(
                Packed.bytes(place.group(1)),
                place.group(2),
                isText ? Fingerprint.of(blank) : Fingerprint.of(bytes),
                parts(bare)));
    }

    private static Map<String, Fingerprint> parts(String html) {
        var parts = new Parts();
        CUT.splitAsStream(html).forEach(piece -> parts.add(name(piece), Fingerprint.of(piece)));
        return parts.byName();
    }

    private static String name(String piece) {
        if (piece.startsWith("<header")) {
            return "the title";
        }
        if (piece.startsWith("<nav")) {
            return "the contents";
        }
        if (piece.startsWith("<footer")) {
            return "the foot";
        }
        Matcher heading = HEADING.matcher(piece);
        return piece.startsWith("<section") && heading.find()
                ? "the section \"" + Jsoup.parse(heading.group(1)).text() + "\""
                : "the head";
    }
}
