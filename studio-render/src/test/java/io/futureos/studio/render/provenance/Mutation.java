package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.workflow.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A file in which one thing was changed.
 *
 * @param kind of thing, for example {@code a cell}
 * @param part in which it is, as the verifier calls it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Mutation(String kind, String part, byte[] file) {

    static final String MANIFEST = "the manifest";

    /** Changes files of one format as somebody with an editor and a motive would. */
    interface Maker {

        /** What kinds of things it can change, {@link #MANIFEST} among them. */
        List<String> kinds();

        /** One thing of that kind is another one. */
        Mutation mutate(String kind, Random random) throws Exception;

        /** The file sealed anew with this library, as if made from another revision. */
        byte[] sealed(byte[] mutated, @Nullable Signer signer) throws Exception;
    }

    /** Another letter or digit in the place of one. */
    static char other(char one, Random random) {
        String all = Character.isDigit(one) ? "0123456789" : "abcdefghijklmnopqrstuvwxyz";
        char other = all.charAt(random.nextInt(all.length()));
        return other == one ? other(one, random) : other;
    }

    /** The text with another letter or digit somewhere from {@code start}; it has one before {@code end}. */
    static String other(String text, int start, int end, Random random) {
        var places = new ArrayList<Integer>();
        boolean isEntity = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            isEntity = c == '&' || (isEntity && c != ';');
            if (!isEntity && c < 128 && Character.isLetterOrDigit(c)) {
                places.add(i);
            }
        }
        int at = places.get(random.nextInt(places.size()));
        return text.substring(0, at) + other(text.charAt(at), random) + text.substring(at + 1);
    }

    /** A manifest with another value somewhere. */
    static byte[] otherManifest(byte[] manifest, Random random) {
        Map<String, Object> fields =
                new LinkedHashMap<>(OpenValue.map((Map<?, ?>) requireNonNull(StudioJson.read(manifest))));
        List<String> names = fields.keySet().stream().sorted().toList();
        String name = names.get(random.nextInt(names.size()));
        fields.put(name, otherValue(requireNonNull(fields.get(name)), random));
        return CanonicalJson.write(OpenValue.map(fields)).getBytes(UTF_8);
    }

    private static Object otherValue(Object value, Random random) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            var other = new LinkedHashMap<Object, Object>(map);
            Object key = List.copyOf(other.keySet()).get(random.nextInt(other.size()));
            other.put(key, otherValue(requireNonNull(other.get(key)), random));
            return other;
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            var other = new ArrayList<Object>(list);
            int at = random.nextInt(other.size());
            other.set(at, otherValue(other.get(at), random));
            return other;
        }
        if (value instanceof Boolean was) {
            return !was;
        }
        return value instanceof Number number ? number.doubleValue() + 1 : value + "0";
    }
}
