package io.futureos.studio.testkit.server;

import java.util.List;
import java.util.Locale;

/** The end of a process in the middle of whatever it does: of a server here, or of a test's own node. */
public final class Sigkill {

    /** What a process leaves that died of it: 128 and the number of the signal. Windows has no signals. */
    private static final int EXIT_STATUS = isWindows() ? 1 : 128 + 9;

    private Sigkill() {}

    /**
     * Kills the process and those it started, and returns when it is dead.
     *
     * @param name of the process, for the message
     * @throws IllegalStateException if it was dead before, or died of something else
     */
    public static void end(Process process, String name) {
        boolean alive = process.isAlive();
        List<ProcessHandle> children = process.descendants().toList();
        int status = process.destroyForcibly().onExit().join().exitValue();
        children.forEach(ProcessHandle::destroyForcibly);
        if (!alive || status != EXIT_STATUS) {
            throw new IllegalStateException(
                    name + " had ended with status " + status + " before it could be killed. Start it again first.");
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
