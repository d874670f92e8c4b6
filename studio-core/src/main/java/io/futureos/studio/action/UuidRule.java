package io.futureos.studio.action;

import java.util.HexFormat;
import java.util.Optional;

/** The textual form of a UUID, in full; {@link java.util.UUID#fromString} alone would also take {@code 1-1-1-1-1}. */
enum UuidRule implements Rule<String> {
    UUID_TEXT;

    private static final int LENGTH = 36;

    @Override
    public Optional<String> problem(String text) {
        return isUuid(text) ? Optional.empty() : Optional.of("is " + Shown.of(text));
    }

    private static boolean isUuid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean isDashDue = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (isDashDue ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String remedy() {
        return "Give a UUID such as 0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11.";
    }
}
