package io.futureos.studio.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jackson how records become JSON, so that they need no annotations: what else would stand on every component follows
 * from its type and from {@link Nullable}.
 */
final class RecordConventions extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    /** Constants are in lower case. */
    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, @Nullable String[] names) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /** A record whose only component is called {@code value} is written as that value ... */
    @Override
    public Boolean hasAsValue(Annotated member) {
        return member instanceof AnnotatedMethod method
                && method.getParameterCount() == 0
                && isValue(method.getDeclaringClass())
                && method.getName().equals("value");
    }

    /** ... and read from it. */
    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated member) {
        boolean takesValue = member instanceof AnnotatedConstructor constructor
                && constructor.getParameterCount() == 1
                && isValue(constructor.getDeclaringClass());
        return takesValue ? JsonCreator.Mode.DELEGATING : null;
    }

    /** A component must be there unless it is nullable. */
    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return componentOf(member).map(component -> !isNullable(component)).orElse(null);
    }

    /** A component must not be null unless it is nullable. */
    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        boolean refusesNull =
                componentOf(member).filter(component -> !isNullable(component)).isPresent();
        return refusesNull ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
    }

    /** The null of an open value means something, so it is written. */
    @Override
    public JsonInclude.Value findPropertyInclusion(Annotated member) {
        boolean isOpen = componentOf(member)
                .filter(component -> component.getType() == Object.class)
                .isPresent();
        return isOpen
                ? JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS)
                : JsonInclude.Value.empty();
    }

    private static boolean isValue(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Optional<RecordComponent> componentOf(Annotated annotated) {
        if (!(annotated instanceof AnnotatedMember member)
                || !member.getDeclaringClass().isRecord()) {
            return Optional.empty();
        }
        RecordComponent[] components = member.getDeclaringClass().getRecordComponents();
        if (member instanceof AnnotatedParameter parameter) {
            return parameter.getOwner() instanceof AnnotatedConstructor constructor
                            && constructor.getParameterCount() == components.length
                    ? Optional.of(components[parameter.getIndex()])
                    : Optional.empty();
        }
        return Arrays.stream(components)
                .filter(component -> component.getName().equals(member.getName()))
                .findFirst();
    }
}
