package io.futureos.studio.examples.quickstart;

import java.io.PrintStream;
import java.util.Locale;

/** A bar that grows on one line, which what came of it takes over in the end. */
final class BarProgress implements Progress {

    private static final int WIDTH = 79;
    private static final int BAR = 24;

    private final Terminal terminal;
    private final PrintStream out;
    private final int steps;
    private int step;
    private String name = "";
    private String shown = "";
    private boolean open;
    private Stopwatch watch = new Stopwatch();

    BarProgress(Terminal terminal, PrintStream out, int steps) {
        this.terminal = terminal;
        this.out = out;
        this.steps = steps;
    }

    @Override
    public synchronized void begin(String next) {
        step++;
        name = next;
        open = true;
        watch = new Stopwatch();
        at("", 0);
    }

    @Override
    public synchronized void at(String phase, double fraction) {
        if (open) {
            int full = (int) (BAR * fraction);
            String bar = blocks("█", "#").repeat(full) + blocks("░", ".").repeat(BAR - full);
            draw(String.format(Locale.ROOT, "%s %s %3d %%  %s", head(" "), bar, (int) (100 * fraction), phase));
        }
    }

    @Override
    public synchronized void done(String summary) {
        open = false;
        draw(head(blocks("✓", "*")) + " " + summary + " (" + watch + ")");
        end();
    }

    @Override
    public synchronized void abandon() {
        if (open) {
            open = false;
            end();
        }
    }

    private String head(String mark) {
        return String.format(Locale.ROOT, "%s %d/%d %-11s", mark, step, steps, name);
    }

    private String blocks(String fine, String plain) {
        return terminal.blocks() ? fine : plain;
    }

    /** Writes over the line with blanks instead of an escape sequence, which not every terminal understands. */
    private void draw(String line) {
        boolean tooLong = open && line.length() > WIDTH;
        String next = tooLong ? line.substring(0, WIDTH - 1) + blocks("…", "~") : line;
        if (!next.equals(shown)) {
            String blanks = " ".repeat(Math.max(0, shown.length() - next.length()));
            out.print("\r" + coloured(next) + blanks);
            out.flush();
            shown = next;
        }
    }

    private String coloured(String line) {
        if (!terminal.colours() || open) {
            return line;
        }
        return "\u001b[32m" + line.charAt(0) + "\u001b[0m" + line.substring(1);
    }

    private void end() {
        out.println();
        shown = "";
    }
}
