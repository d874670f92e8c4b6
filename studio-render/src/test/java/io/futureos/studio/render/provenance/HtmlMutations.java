package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes an HTML report. */
final class HtmlMutations implements Mutation.Maker {

    private static final String LETTER = "(?:[^<]*[A-Za-z0-9])";
    private static final Pattern CONTENT = Pattern.compile("(<meta name=\"studio-manifest\" content=\")([^\"]*)");
    private static final Pattern SEAL = Pattern.compile("<meta name=\"studio-(?:manifest|seal)\" content=\"[^\"]*\">");
    private static final Pattern PIECE = Pattern.compile("<(header|nav|section|footer)[ >]");

    private enum Kind {
        TEXT("<(?:p|li|strong|figcaption|h2)[^>]*>" + LETTER),
        CELL("<t[dh][^>]*>" + LETTER),
        CHART_TEXT("<(?:text|tspan)[^>]*>" + LETTER),
        CHART_SHAPE("<(?:path|polyline|rect|circle|line)[^>]* (?:d|points|y|y1|cy|height)=\"[^\"]*[0-9]");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private final String html;

    HtmlMutations(byte[] file) {
        html = new String(file, UTF_8);
    }

    @Override
    public List<String> kinds() {
        var kinds = new ArrayList<String>();
        for (Kind kind : Kind.values()) {
            kinds.add(kind.name());
        }
        kinds.add(Mutation.MANIFEST);
        return kinds;
    }

    @Override
    public Mutation mutate(String kind, Random random) {
        if (kind.equals(Mutation.MANIFEST)) {
            byte[] manifest = HtmlSeal.read(html.getBytes(UTF_8)).orElseThrow().manifest();
            String packed = Packed.text(Mutation.otherManifest(manifest, random));
            String mutated = CONTENT.matcher(html).replaceFirst("$1" + packed);
            return new Mutation(kind, Mutation.MANIFEST, mutated.getBytes(UTF_8));
        }
        int body = html.indexOf("<body");
        List<MatchResult> all =
                Kind.valueOf(kind).pattern.matcher(html).results().toList();
        MatchResult one = all.get(random.nextInt(all.size()));
        while (one.start() < body) {
            one = all.get(random.nextInt(all.size()));
        }
        int start = Math.max(html.lastIndexOf('>', one.end() - 1), html.lastIndexOf('"', one.end() - 1));
        String mutated = Mutation.other(html, start, one.end(), random);
        return new Mutation(kind, part(start), mutated.getBytes(UTF_8));
    }

    private String part(int at) {
        MatchResult piece = PIECE.matcher(html)
                .results()
                .filter(start -> start.start() <= at)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return switch (piece.group(1)) {
            case "header" -> "the title";
            case "nav" -> "the contents";
            case "footer" -> "the foot";
            default -> {
                int heading = html.indexOf('>', html.indexOf("<h2", piece.start())) + 1;
                yield "the section \"" + html.substring(heading, html.indexOf('<', heading)) + "\"";
            }
        };
    }

    @Override
    public byte[] sealed(byte[] mutated, @Nullable Signer signer) {
        String bare = SEAL.matcher(new String(mutated, UTF_8)).replaceAll("");
        return HtmlSeal.sealed(bare, SealedReports.forged(), signer);
    }
}
