package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Words for people in which every number is bound to where it came from. There is no way to make one with a number of no
 * origin: a template holds words and {@linkplain Convention conventions}, what is printed comes from a {@link Figure}, and
 * what somebody wrote is bound as a whole. Immutable.
 */
final class Phrase {

    private static final Phrase NOTHING = new Phrase(List.of());

    private final List<Piece> pieces;

    private Phrase(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** A stretch of text with the numbers that it prints. */
    private record Piece(String text, boolean strong, List<BoundNumber> numbers) {}

    static Phrase nothing() {
        return NOTHING;
    }

    /**
     * Words, with a phrase in place of each {@code {}}.
     *
     * @throws IllegalArgumentException if the words have a number that is no convention, or not as many places as there are
     *     phrases
     */
    static Phrase say(String template, Phrase... phrases) {
        String[] words = template.split("\\{}", -1);
        if (words.length != phrases.length + 1) {
            throw new IllegalArgumentException(
                    "\"" + template + "\" has " + (words.length - 1) + " places for " + phrases.length + " phrases");
        }
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < words.length; i++) {
            if (!words[i].isEmpty()) {
                pieces.add(new Piece(words[i], false, Convention.numbersIn(words[i])));
            }
            if (i < phrases.length) {
                pieces.addAll(phrases[i].pieces);
            }
        }
        return new Phrase(pieces);
    }

    /** A number as it is printed, in full: its unit and whatever belongs to it. */
    static Phrase number(BoundNumber number) {
        return new Phrase(List.of(new Piece(number.text(), false, List.of(number))));
    }

    /** What somebody wrote or named, with all the numbers that may be in it. */
    static Phrase quoted(String text, Origin origin) {
        return text.isEmpty() ? NOTHING : new Phrase(List.of(new Piece(text, false, numbers(text, origin))));
    }

    private static List<BoundNumber> numbers(String text, Origin origin) {
        var numbers = new ArrayList<BoundNumber>();
        Matcher number = Numerals.matcher(text);
        while (number.find()) {
            numbers.add(new BoundNumber(number.group(), Numerals.value(number.group()), false, List.of(origin)));
        }
        return numbers;
    }

    /** {@code 2024-12} as "December 2024". */
    static Phrase month(String period, Origin origin) {
        return number(new BoundNumber(Words.month(period), period, false, List.of(origin)));
    }

    /** "a", "a and b", "a, b and c". */
    static Phrase list(List<Phrase> phrases) {
        Phrase listed = NOTHING;
        for (int i = 0; i < phrases.size(); i++) {
            String before = i == 0 ? "" : i < phrases.size() - 1 ? ", " : " and ";
            listed = say("{}" + before + "{}", listed, phrases.get(i));
        }
        return listed;
    }

    static Phrase join(String between, List<Phrase> phrases) {
        Phrase joined = NOTHING;
        for (int i = 0; i < phrases.size(); i++) {
            joined = say(i == 0 ? "{}{}" : "{}" + between + "{}", joined, phrases.get(i));
        }
        return joined;
    }

    Phrase strong() {
        return new Phrase(pieces.stream()
                .map(piece -> new Piece(piece.text, true, piece.numbers))
                .toList());
    }

    /** With a capital letter first, to begin a sentence. */
    Phrase capital() {
        if (pieces.isEmpty()) {
            return this;
        }
        Piece first = pieces.get(0);
        List<BoundNumber> numbers = first.numbers.stream()
                .map(number -> number.text().equals(first.text)
                        ? new BoundNumber(
                                Words.capital(number.text()), number.value(), number.computed(), number.origins())
                        : number)
                .toList();
        return new Phrase(Stream.concat(
                        Stream.of(new Piece(Words.capital(first.text), first.strong, numbers)),
                        pieces.stream().skip(1))
                .toList());
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** The numbers in it, in their order. */
    List<BoundNumber> numbers() {
        return pieces.stream().flatMap(piece -> piece.numbers.stream()).toList();
    }

    /** As a fragment of HTML. */
    String html() {
        var html = new StringBuilder();
        boolean strong = false;
        for (Piece piece : pieces) {
            if (piece.strong != strong) {
                html.append(strong ? "</strong>" : "<strong>");
                strong = piece.strong;
            }
            html.append(Html.escaped(piece.text));
        }
        return html.append(strong ? "</strong>" : "").toString();
    }

    /** As plain text. */
    String text() {
        return String.join("", pieces.stream().map(Piece::text).toList());
    }

    @Override
    public String toString() {
        return text();
    }
}
