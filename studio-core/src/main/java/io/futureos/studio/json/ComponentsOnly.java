package io.futureos.studio.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Sees the components of records and nothing else: a method called {@code isEmpty} is not part of the JSON. */
final class ComponentsOnly extends VisibilityChecker.Std {
    private static final long serialVersionUID = 1L;

    ComponentsOnly() {
        super(Visibility.PUBLIC_ONLY, Visibility.NONE, Visibility.NONE, Visibility.ANY, Visibility.NONE);
    }

    @Override
    public boolean isGetterVisible(Method method) {
        Class<?> type = method.getDeclaringClass();
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
    }

    @Override
    public boolean isGetterVisible(AnnotatedMethod method) {
        return isGetterVisible(method.getAnnotated());
    }
}
