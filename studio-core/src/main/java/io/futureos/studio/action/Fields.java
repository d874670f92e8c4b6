package io.futureos.studio.action;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One JSON object while it is read. Fields are asked for one by one; {@link #build} then makes the value if nothing was
 * wrong, and reports every field that nobody asked for.
 */
final class Fields {

    private final Map<?, ?> object;
    private final Pointer at;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(Map<?, ?> object, Pointer at, Problems problems) {
        this.object = object;
        this.at = at;
        this.problems = problems;
    }

    /** A field that must be there. */
    Slot required(String name) {
        return slot(name, true);
    }

    /** A field that may be left out; null is not leaving it out. */
    Slot optional(String name) {
        return slot(name, false);
    }

    /** A field that makes no sense here, though it does beside other values: reported if it is there. */
    void excluded(String name, String problem, String remedy) {
        known.add(name);
        if (object.containsKey(name)) {
            problems.note(at.child(name), problem, remedy);
        }
    }

    /** Reports a field that was read, but makes no sense beside the others. */
    void refuse(String name, String problem, String remedy) {
        problems.note(at.child(name), problem, remedy);
    }

    /** All fields that were not asked for so far, by name, as open values. */
    Field<Map<String, Object>> rest() {
        var rest = new LinkedHashMap<Object, Object>(object);
        rest.keySet().removeAll(known);
        rest.keySet().forEach(key -> known.add(String.valueOf(key)));
        return new Slot(rest, true, true, at, problems).openObject();
    }

    /** Every field, whatever its name, read alike. */
    Field<Map<String, Object>> each(Rule<String> nameRule, Function<Slot, ? extends Field<?>> reader) {
        var entries = new LinkedHashMap<String, Object>();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            String name = String.valueOf(entry.getKey());
            known.add(name);
            nameRule.problem(name)
                    .ifPresent(
                            problem -> problems.note(at.child(name), "has a name that " + problem, nameRule.remedy()));
            Slot slot = new Slot(entry.getValue(), true, true, at.child(name), problems);
            reader.apply(slot).map(value -> entries.put(name, value));
        }
        return Field.of(entries);
    }

    /** As above; if nothing is wrong with any of them, all of them together must keep {@code rule}. */
    Field<Map<String, Object>> each(
            Rule<String> nameRule, Function<Slot, ? extends Field<?>> reader, Rule<Map<String, Object>> rule) {
        int before = problems.count();
        Field<Map<String, Object>> entries = each(nameRule, reader);
        if (problems.count() == before) {
            rule.problem(entries.get()).ifPresent(problem -> problems.note(at, problem, rule.remedy()));
        }
        return entries;
    }

    /** Reports an object without any field, where each may be left out but not all. */
    void atLeastOne() {
        if (object.isEmpty()) {
            problems.note(at, "is empty", "Give at least one of " + String.join(", ", known) + ".");
        }
    }

    /** Reports an object that has none of these fields. */
    void atLeastOneOf(String... names) {
        if (List.of(names).stream().noneMatch(object::containsKey)) {
            problems.note(at, "has none of " + String.join(", ", names), "Give at least one of them.");
        }
    }

    /**
     * Ends the reading of this object: the value that {@code maker} makes of what was read, or none if anything in the
     * document was wrong so far, so that no maker meets a value that was not read.
     */
    <T> Field<T> build(Supplier<? extends T> maker) {
        for (Object key : object.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                problems.note(at.child(name), "is not a field here", knownFields(name, known));
            }
        }
        return problems.count() == 0 ? Field.of(maker.get()) : Field.none();
    }

    private Slot slot(String name, boolean required) {
        known.add(name);
        return new Slot(object.get(name), object.containsKey(name), required, at.child(name), problems);
    }

    private static String knownFields(String unknown, Collection<String> known) {
        return Nearest.to(unknown, known)
                .map(nearest -> "The nearest field is " + nearest + "; known are " + String.join(", ", known) + ".")
                .orElse("Leave it out; there are no fields here.");
    }
}
