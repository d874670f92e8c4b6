package io.futureos.studio.testkit.engine;

import static java.util.Comparator.comparingInt;

import io.futureos.studio.json.StudioJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A replayed engine was asked what nobody asked while the engines were recorded. */
public final class NotRecordedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;
    private static final int LONGEST = 60;

    private NotRecordedException(String message) {
        super(message);
    }

    static NotRecordedException of(Question question, List<String> recorded) {
        Map<String, String> asked = leaves(question.request());
        String difference = recorded.stream()
                .map(request -> differences(leaves(request), asked))
                .min(comparingInt(List::size))
                .map(NotRecordedException::words)
                .orElse("It was never asked for this at all.");
        return new NotRecordedException("The engine \"" + question.engine() + "\" was not asked for \""
                + question.method() + "\" with this request when it was recorded. " + difference
                + " To record again, run once with RecordedEngines around the real engines and save the recording.");
    }

    private static String words(List<String> differences) {
        int more = differences.size() - SHOWN;
        return "The nearest recorded request differs in "
                + String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size())))
                + (more > 0 ? "; and " + more + " more." : ".");
    }

    private static List<String> differences(Map<String, String> recorded, Map<String, String> asked) {
        var places = new TreeSet<>(recorded.keySet());
        places.addAll(asked.keySet());
        var differences = new ArrayList<String>();
        for (String place : places) {
            String before = recorded.getOrDefault(place, "nothing");
            String now = asked.getOrDefault(place, "nothing");
            if (!before.equals(now)) {
                differences.add(place + " (recorded " + shortened(before) + ", asked " + shortened(now) + ")");
            }
        }
        return differences;
    }

    private static String shortened(String json) {
        return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "...";
    }

    private static Map<String, String> leaves(String json) {
        var leaves = new TreeMap<String, String>();
        collect("", StudioJson.readOwn(json), leaves);
        return leaves;
    }

    private static void collect(
            String place, @org.jspecify.annotations.Nullable Object value, Map<String, String> leaves) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, inner) -> collect(place + "/" + key, inner, leaves));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                collect(place + "/" + i, list.get(i), leaves);
            }
        } else {
            leaves.put(place, StudioJson.write(value));
        }
    }
}
