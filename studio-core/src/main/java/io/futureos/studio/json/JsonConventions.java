package io.futureos.studio.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.type.MapType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sets up Jackson for the contract's JSON. */
final class JsonConventions {

    /** Open values may have 64 levels; records put up to 16 of their own around them. */
    private static final int MAX_DEPTH = 64 + 16;

    private JsonConventions() {}

    static ObjectMapper newMapper() {
        return JsonMapper.builder(newFactory(StudioJson.MAX_BYTES))
                .annotationIntrospector(new RecordConventions())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .visibility(new ComponentsOnly())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                })
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModule(newModule())
                .build();
    }

    static JsonFactory newFactory(int maxBytes) {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(maxBytes)
                        .maxDocumentLength(maxBytes)
                        .build())
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // the JDK's own differs from version to version
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }

    private static SimpleModule newModule() {
        var deserializers = new OpenMaps();
        var module = new SimpleModule("studio");
        module.setDeserializers(deserializers);
        module.addDeserializer(Object.class, new OpenValueReader());
        module.addDeserializer(Instant.class, new InstantReader());
        module.addSerializer(Instant.class, new InstantWriter());
        module.addDeserializer(int.class, new WholeNumberReader.OfInt());
        module.addDeserializer(Integer.class, new WholeNumberReader.OfInt());
        module.addDeserializer(long.class, new WholeNumberReader.OfLong());
        module.addDeserializer(Long.class, new WholeNumberReader.OfLong());
        module.addSerializer(double.class, new FiniteNumberWriter());
        module.addSerializer(Double.class, new FiniteNumberWriter());
        return module;
    }

    /** Reads maps to values of any kind as open values, at whatever place they stand. */
    private static final class OpenMaps extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable JsonDeserializer<?> findMapDeserializer(
                MapType type,
                DeserializationConfig config,
                BeanDescription description,
                @Nullable KeyDeserializer keys,
                @Nullable TypeDeserializer types,
                @Nullable JsonDeserializer<?> values) {
            boolean isOpen = type.getContentType().isJavaLangObject()
                    && type.getKeyType().hasRawClass(String.class);
            return isOpen ? new OpenValueReader.OfMap() : null;
        }
    }
}
