package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.report.GeneratedReport;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The manifest in two elements of the head of an HTML file, which no browser shows and nothing runs. */
public final class HtmlSeal {

    private static final String MANIFEST = "<meta name=\"studio-manifest\" content=\"";
    private static final String SEAL = "<meta name=\"studio-seal\" content=\"";
    private static final String END = "\">";

    private static final Pattern PLACE = Pattern.compile(Pattern.quote(MANIFEST) + "([A-Za-z0-9_-]*+)"
            + Pattern.quote(END) + Pattern.quote(SEAL) + "([^\"<>]{" + Seal.LENGTH + "})" + Pattern.quote(END));
    private static final Pattern CUT = Pattern.compile("<(?:style|header|nav|section|footer)[ >]");
    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_HEADING = 10_000;
    private static final int LONGEST_NAME = 200;

    private HtmlSeal() {}

    /** The file with its manifest; {@code html} has a head. */
    public static byte[] sealed(String html, GeneratedReport report, @Nullable Signer signer) {
        int head = html.indexOf("</head>");
        String bytes = new String(html.getBytes(UTF_8), ISO_8859_1);
        byte[] manifest = Manifest.of(report, parts(bytes, 0, 0));
        String place = MANIFEST + Packed.text(manifest) + END + SEAL;
        String before = html.substring(0, head) + place;
        String after = END + html.substring(head);
        Fingerprint file = Fingerprint.of(before + Seal.BLANK + after);
        Seal seal = Seal.of(Fingerprint.of(manifest), file, signer);
        return (before + seal.text() + after).getBytes(UTF_8);
    }

    /** Byte by byte, since bytes were sealed, whatever letters they stand for. */
    static Optional<SealedFile> read(byte[] bytes) {
        String html = new String(bytes, ISO_8859_1);
        Matcher place = PLACE.matcher(html);
        if (!place.find()) {
            return Optional.empty();
        }
        return Optional.of(new SealedFile(
                Packed.bytes(place.group(1)),
                place.group(2),
                Seal.around(bytes, place.start(2)),
                parts(html, place.start(), place.end()),
                "how the manifest is packed"));
    }

    /**
     * The fingerprints of the pieces that a page is cut into where its elements begin.
     *
     * @param html each letter a byte
     * @param from where manifest and seal begin, which belong to no piece
     * @param end where they end
     */
    private static Map<String, Fingerprint> parts(String html, int from, int end) {
        var parts = new Parts();
        Matcher cut = CUT.matcher(html);
        int start = 0;
        for (int count = 1; start < html.length(); count++) {
            int next = count < MOST_PARTS && cut.find(start + 1) ? cut.start() : html.length();
            String piece = html.substring(start, next);
            if (start <= from && from < next) {
                piece = html.substring(start, from) + html.substring(end, next);
            }
            parts.add(name(piece), Fingerprint.of(piece.getBytes(ISO_8859_1)));
            start = next;
        }
        return parts.byName();
    }

    private static String name(String piece) {
        int end = piece.indexOf('>');
        String element =
                piece.startsWith("<") ? piece.substring(1, end < 0 ? 1 : end).split(" ", 2)[0] : "";
        return switch (element) {
            case "style" -> "the style sheet";
            case "header" -> "the title";
            case "nav" -> "the contents";
            case "footer" -> "the foot";
            case "section" -> "the section \"" + heading(piece) + "\"";
            default -> "the head";
        };
    }

    /** What the first heading of a piece says, as far as anybody would read it. */
    private static String heading(String piece) {
        int open = piece.indexOf("<h2");
        int start = open < 0 ? -1 : piece.indexOf('>', open) + 1;
        int close = start <= 0 ? -1 : piece.indexOf("</h2>", start);
        if (close < 0 || close - start > LONGEST_HEADING) {
            return "";
        }
        String html = new String(piece.substring(start, close).getBytes(ISO_8859_1), UTF_8);
        String heading = Parser.unescapeEntities(html, false);
        return heading.length() <= LONGEST_NAME ? heading : heading.substring(0, LONGEST_NAME) + "…";
    }
}
