package io.futureos.studio.examples.quickstart;

import java.io.Console;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * What the screen can do.
 *
 * @param redraws whether a line can be written over
 * @param colours whether it understands ANSI colours, and the user likes them
 * @param blocks whether it can show block characters
 */
record Terminal(boolean redraws, boolean colours, boolean blocks) {

    /** A file, a pipe, or a terminal that can only write on. */
    static final Terminal PLAIN = new Terminal(false, false, false);

    /** The screen of this process. */
    @SuppressWarnings("SystemConsoleNull") // on JDK 17 it is null without a terminal; isTerminal asks later ones
    static Terminal of(Map<String, String> environment) {
        Console console = System.console();
        if (console == null || !isTerminal(console) || "dumb".equals(environment.get("TERM"))) {
            return PLAIN;
        }
        boolean colours = environment.containsKey("TERM")
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(true, colours, canShowBlocks(console.charset()));
    }

    private static boolean canShowBlocks(Charset charset) {
        return charset.newEncoder().canEncode("█░✓");
    }

    /** From JDK 22 on there can be a console without a terminal; earlier ones can't say, and have none then. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
