package io.futureos.studio.action;

import io.futureos.studio.model.OpenValue;
import java.util.Locale;
import java.util.Optional;

/** How long a text may be, in Unicode characters, and whether it may be blank. */
enum TextRule implements Rule<String> {
    /** What people and engines call something: a project's variables, dimensions, sections, sources. */
    NAME(255, false),
    DESCRIPTION(10_000, true),
    REASON(2_000, false),
    REMARK(10_000, false),
    /** A {@code data:} URL holds the whole picture. */
    LOGO(500_000, false);

    private final int longest;
    private final boolean mayBeBlank;

    TextRule(int longest, boolean mayBeBlank) {
        this.longest = longest;
        this.mayBeBlank = mayBeBlank;
    }

    @Override
    public Optional<String> problem(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return Optional.of(String.format(Locale.ROOT, "has %,d characters", length));
        }
        if (!mayBeBlank && text.isBlank()) {
            return Optional.of("is blank");
        }
        return malformed(text);
    }

    /** Whether no JSON or database would keep this text as it is. */
    static Optional<String> malformed(String text) {
        try {
            OpenValue.of(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("is malformed: " + e.getMessage());
        }
    }

    @Override
    public String remedy() {
        return mayBeBlank
                ? String.format(Locale.ROOT, "Give text of at most %,d characters.", longest)
                : String.format(Locale.ROOT, "Give text of 1 to %,d characters that is not blank.", longest);
    }
}
