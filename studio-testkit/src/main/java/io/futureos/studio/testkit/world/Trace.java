package io.futureos.studio.testkit.world;

import java.util.ArrayList;
import java.util.List;

/** What happened in a world, in its order. */
final class Trace {

    private static final int SHOWN = 60;

    private final List<String> lines = new ArrayList<>();

    void tell(String line) {
        lines.add(line);
    }

    /** All of it. */
    String whole() {
        return String.join("\n", lines);
    }

    /** The last of it. */
    @Override
    public String toString() {
        List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN), lines.size());
        return "… " + String.join("\n  ", last);
    }
}
