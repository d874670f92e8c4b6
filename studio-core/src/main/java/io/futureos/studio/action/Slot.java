package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.OpenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One place in a JSON document, to be read as what belongs there; what does not is noted as a problem of this place. */
final class Slot {

    private static final String OBJECT = "Give an object.";

    private final @Nullable Object value;
    private final boolean present;
    private final boolean required;
    private final Pointer at;
    private final Problems problems;

    Slot(@Nullable Object value, boolean present, boolean required, Pointer at, Problems problems) {
        this.value = value;
        this.present = present;
        this.required = required;
        this.at = at;
        this.problems = problems;
    }

    Field<String> text(Rule<String> rule) {
        if (isAbsent(rule::remedy)) {
            return Field.none();
        }
        return value instanceof String text ? checked(text, rule) : wrong("not text", rule.remedy());
    }

    Field<UUID> uuid() {
        return text(UuidRule.UUID_TEXT).map(UUID::fromString);
    }

    <E extends Enum<E>> Field<E> oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        Choice choice = Choice.among(constants);
        return text(choice).map(word -> constants[choice.words().indexOf(word)]);
    }

    /** A whole number, however it is written: {@code 5} and {@code 5.0} are the same. */
    Field<Long> whole(Range range) {
        if (isAbsent(range::remedy)) {
            return Field.none();
        }
        return normalNumber() instanceof Long whole
                ? checked(whole, range)
                : wrong("not a whole number", range.remedy());
    }

    Field<Number> number(Rule<Number> rule) {
        if (isAbsent(rule::remedy)) {
            return Field.none();
        }
        Number number = normalNumber();
        return number == null ? wrong("not a number", rule.remedy()) : checked(number, rule);
    }

    Field<Boolean> flag() {
        String remedy = "Give true or false.";
        if (isAbsent(() -> remedy)) {
            return Field.none();
        }
        return value instanceof Boolean flag ? Field.of(flag) : wrong("not a boolean", remedy);
    }

    /** Any value but null. */
    Field<Object> open() {
        String remedy = "Give any value but null.";
        if (isAbsent(() -> remedy)) {
            return Field.none();
        }
        return value == null ? wrong("not a value", remedy) : normal(Object.class, value);
    }

    /** A value that keeps {@code rule}, or null. */
    Field<Object> openOrNull(Rule<Object> rule) {
        if (isAbsent(rule::remedy) || value == null) {
            return Field.none();
        }
        Field<Object> normal = normal(Object.class, value);
        return normal.orNull() == null ? normal : checked(normal.get(), rule);
    }

    /** An object whose fields mean something to somebody else. */
    @SuppressWarnings("unchecked") // OpenValue makes a Map<String, Object> of every map
    Field<Map<String, Object>> openObject() {
        if (isAbsent(() -> OBJECT)) {
            return Field.none();
        }
        return value instanceof Map
                ? normal(Map.class, value).map(map -> (Map<String, Object>) map)
                : wrong("not an object", OBJECT);
    }

    /** As above, and all of it together must keep {@code rule}. */
    Field<Map<String, Object>> openObject(Rule<Map<String, Object>> rule) {
        Field<Map<String, Object>> open = openObject();
        return open.orNull() == null ? open : checked(open.get(), rule);
    }

    <T> Field<T> object(Function<Fields, Field<T>> reader) {
        if (isAbsent(() -> OBJECT)) {
            return Field.none();
        }
        return value instanceof Map<?, ?> object
                ? reader.apply(new Fields(object, at, problems))
                : wrong("not an object", OBJECT);
    }

    /** A list whose elements are all read alike. */
    <T> Field<List<T>> list(Range size, Function<Slot, Field<T>> reader) {
        Supplier<String> remedy = () -> "Give a list of " + size.bounds() + " entries.";
        if (isAbsent(remedy)) {
            return Field.none();
        }
        if (!(value instanceof List<?> list)) {
            return wrong("not a list", remedy.get());
        }
        if (size.problem((long) list.size()).isPresent()) {
            problems.note(at, "has " + list.size() + " entries", remedy.get());
        }
        var elements = new ArrayList<T>(list.size());
        for (int i = 0; i < list.size(); i++) {
            reader.apply(new Slot(list.get(i), true, true, at.child(i), problems))
                    .map(elements::add);
        }
        return Field.of(elements);
    }

    private boolean isAbsent(Supplier<String> remedy) {
        if (!present && required) {
            problems.note(at, "is missing", remedy.get());
        }
        return !present;
    }

    private @Nullable Number normalNumber() {
        try {
            return value instanceof Number ? (Number) OpenValue.of(value) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private <T> Field<T> normal(Class<T> type, Object open) {
        try {
            return checked(type.cast(requireNonNull(OpenValue.of(open))), OpenRule.OPEN);
        } catch (IllegalArgumentException e) {
            new OpenProblems(problems).note(open, at, e);
            return Field.none();
        }
    }

    private <T> Field<T> checked(T read, Rule<? super T> rule) {
        var problem = rule.problem(read);
        problem.ifPresent(text -> problems.note(at, text, rule.remedy()));
        return problem.isPresent() ? Field.none() : Field.of(read);
    }

    private <T> Field<T> wrong(String expected, String remedy) {
        problems.note(at, "is " + Shown.of(value) + ", " + expected, remedy);
        return Field.none();
    }
}
