package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

/**
 * How a report writes its numbers, on every machine alike.
 *
 * @param grouping what stands between the thousands; another sign than the decimal mark
 * @param percentSpace whether a space, at which no line breaks, stands before a per cent sign
 */
public record NumberFormat(DecimalMark decimalMark, Grouping grouping, boolean percentSpace) {

    /** What stands before the decimals. */
    public enum DecimalMark {
        POINT("."),
        COMMA(",");

        private final String sign;

        DecimalMark(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** What stands between the thousands; at none of them a line breaks. */
    public enum Grouping {
        NONE(""),
        COMMA(","),
        POINT("."),
        SPACE("\u00a0"),
        APOSTROPHE("\u2019");

        private final String sign;

        Grouping(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public NumberFormat {
        requireNonNull(decimalMark, "decimalMark");
        requireNonNull(grouping, "grouping");
        if (!areApart(decimalMark, grouping)) {
            throw new IllegalArgumentException("grouping is " + grouping + ", which is the decimal mark too. "
                    + "Give another grouping, or NONE.");
        }
    }

    /** Whether a reader can tell thousands from decimals. */
    public static boolean areApart(DecimalMark decimalMark, Grouping grouping) {
        return !decimalMark.sign().equals(grouping.sign());
    }
}
