package io.futureos.studio.action;

import java.util.Optional;
import java.util.regex.Pattern;

/** The textual form of a UUID, in full; {@link java.util.UUID#fromString} alone would also take {@code 1-1-1-1-1}. */
enum UuidRule implements Rule<String> {
    UUID_TEXT;

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public Optional<String> problem(String text) {
        return FORM.matcher(text).matches() ? Optional.empty() : Optional.of("is " + Shown.of(text));
    }

    @Override
    public String remedy() {
        return "Give a UUID such as 0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11.";
    }
}
