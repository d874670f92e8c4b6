package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Shock;
import io.futureos.studio.workflow.CanonicalJson;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a run stands: how far it is and which shocks were injected. Since every draw is a function of the seed, that and
 * the request determine all households; so a checkpoint is a few bytes, and going on means to repeat the ticks before.
 *
 * @param request the fingerprint of the request that the run belongs to
 */
record Checkpoint(Fingerprint request, int tick, List<Shock> injected) {

    private static final int MAGIC = 0x464f5343;
    private static final short VERSION = 2;
    private static final int DIGITS = 64;

    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(14
                + DIGITS
                + injected.stream()
                        .mapToInt(shock -> 14 + utf8(shock.variable()).length)
                        .sum());
        out.putInt(MAGIC)
                .putShort(VERSION)
                .put(utf8(request.value()))
                .putInt(tick)
                .putInt(injected.size());
        for (Shock shock : injected) {
            byte[] variable = utf8(shock.variable());
            out.putInt(shock.tick()).putDouble(shock.magnitude()).putShort((short) variable.length);
            out.put(variable);
        }
        return out.array();
    }

    /**
     * Reads a checkpoint of this request.
     *
     * @throws EngineException if the bytes are none, or belong to another request
     */
    static Checkpoint read(byte[] bytes, Request request) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < 14 + DIGITS || in.getInt() != MAGIC || in.getShort() != VERSION) {
            throw unreadable();
        }
        String digits = text(in, DIGITS);
        if (!digits.equals(fingerprint(request).value())) {
            throw new EngineException(
                    "checkpoint_of_another_run",
                    "The checkpoint belongs to a run with other data, population, scenario, configuration or seed; run"
                            + " again.");
        }
        try {
            return new Checkpoint(new Fingerprint(digits), in.getInt(), shocks(in));
        } catch (BufferUnderflowException e) {
            throw unreadable();
        }
    }

    private static List<Shock> shocks(ByteBuffer in) {
        int count = in.getInt();
        var injected = new ArrayList<Shock>();
        for (int i = 0; i < count; i++) {
            int at = in.getInt();
            double magnitude = in.getDouble();
            injected.add(new Shock(at, text(in, in.getShort()), magnitude));
        }
        return List.copyOf(injected);
    }

    private static EngineException unreadable() {
        return new EngineException(
                "checkpoint_unreadable", "The checkpoint is not in the format of version " + VERSION + "; run again.");
    }

    /** Changes when anything does that a trajectory depends on. */
    static Fingerprint fingerprint(Request request) {
        return CanonicalJson.fingerprint(OpenValue.of(List.of(
                request.data().content().value(),
                request.population().content().value(),
                StudioJson.toOpen(request.task()),
                request.variableOverrides(),
                request.populationAdjustments(),
                request.shocks().stream().map(StudioJson::toOpen).toList(),
                request.config(),
                request.horizon(),
                Long.toString(request.seed()))));
    }

    private static String text(ByteBuffer in, int length) {
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
