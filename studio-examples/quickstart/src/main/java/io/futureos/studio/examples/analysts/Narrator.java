package io.futureos.studio.examples.analysts;

import io.futureos.studio.model.UserId;
import java.io.PrintStream;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a story in lines that fit a terminal, with people's names in place of their ids. */
final class Narrator {

    private static final int WIDTH = 88;
    private static final String INDENT = "  ";
    private static final String LISTED = "    - ";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

    private final PrintStream out;
    private final Map<UserId, String> names;

    Narrator(PrintStream out, Map<UserId, String> names) {
        this.out = out;
        this.names = names;
    }

    /** Begins a chapter. */
    void chapter(String title, ZonedDateTime at) {
        out.println();
        out.println(title + " (" + MOMENT.format(at) + ")");
    }

    void say(String sentences) {
        wrapped(INDENT, INDENT, sentences);
    }

    /** One of several things that were announced. */
    void list(String item) {
        wrapped(LISTED, " ".repeat(LISTED.length()), item);
    }

    /** A line of a table. */
    void row(String what, String value) {
        out.println("    %-24s%s".formatted(what, value).stripTrailing());
    }

    /** What happened, with the name of who did it: what people do, the Studio tells by a verb in the past tense. */
    String did(@Nullable UserId user, String summary) {
        return user == null
                ? summary
                : name(user) + " " + summary.substring(0, 1).toLowerCase(Locale.ENGLISH) + summary.substring(1);
    }

    String name(UserId user) {
        return names.getOrDefault(user, "somebody");
    }

    private void wrapped(String first, String later, String text) {
        var line = new StringBuilder(first);
        int start = line.length();
        for (String word : text.split(" ", -1)) {
            if (line.length() > start && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(later);
                start = line.length();
            }
            line.append(line.length() > start ? " " : "").append(word);
        }
        out.println(line);
    }
}
