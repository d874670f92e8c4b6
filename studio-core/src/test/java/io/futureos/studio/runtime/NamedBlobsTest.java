package io.futureos.studio.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.TrackRecord;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Projection;
import io.futureos.studio.storage.Versions;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NamedBlobsTest {

    private static final BlobKey ONE = BlobKey.of("one".getBytes(UTF_8));
    private static final BlobKey TWO = BlobKey.of("two".getBytes(UTF_8));

    /** Where the records are that are kept somewhere. */
    private static final List<String> KEPT_IN = Stream.of("model", "engine", "report", "storage", "runtime")
            .map(name -> "io.futureos.studio." + name)
            .toList();

    /** Neither values of cells nor stored as blobs, with what sees to the blobs that they name. */
    private static final Map<Class<?>, String> ELSEWHERE = Map.of(
            BlobStore.Stored.class, "a blob in the list that is swept",
            Versions.Stored.class, "Versions.archived",
            Projection.ShownReport.class, "shown, and read by nothing",
            Projection.class, "shown, and read by nothing",
            TrackRecord.class, "worked out of cells, and kept by nothing",
            TrackRecord.Entry.class, "worked out of cells, and kept by nothing");

    private int made;

    @Test
    void every_record_of_the_library_that_has_keys_gives_them_all_as_a_value_and_as_a_document() {
        List<Class<?>> records = recordsWithKeys();

        assertThat(records).hasSizeGreaterThan(8);
        for (Class<?> type : records) {
            Object value = made(type);
            Set<BlobKey> keys = keysIn(value);
            assertThat(keys).as(type.getName()).isNotEmpty();
            assertThat(NamedBlobs.in(value)).as(type.getName()).isEqualTo(keys);
            assertThat(NamedBlobs.in(StudioJson.writeBytes(value)))
                    .as(type.getName())
                    .containsAll(keys);
        }
    }

    @Test
    void a_record_of_the_model_that_has_keys_is_the_value_of_a_cell() {
        assertThat(recordsWithKeys())
                .filteredOn(type -> type.getPackageName().equals("io.futureos.studio.model"))
                .hasSize(4)
                .allSatisfy(type -> assertThat(Cells.open(made(type))).isInstanceOf(Map.class));
    }

    private static List<Class<?>> recordsWithKeys() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages(KEPT_IN).stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> type != BlobKey.class && !ELSEWHERE.containsKey(type))
                        .filter(type -> Modifier.isPublic(type.getModifiers()))
                        .filter(type -> hasKeys(type, new HashSet<>()))
                        .toList();
    }

    private static boolean hasKeys(Type type, Set<Type> seen) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(part -> hasKeys(part, seen));
        }
        if (type == BlobKey.class) {
            return true;
        }
        return type instanceof Class<?> plain
                && plain.isRecord()
                && seen.add(type)
                && Arrays.stream(plain.getRecordComponents()).anyMatch(part -> hasKeys(part.getGenericType(), seen));
    }

    private static Set<BlobKey> keysIn(Object value) {
        if (value instanceof BlobKey key) {
            return Set.of(key);
        }
        Stream<?> parts = value instanceof Record record
                ? Arrays.stream(record.getClass().getRecordComponents()).map(part -> read(part, record))
                : value instanceof List<?> list ? list.stream() : Stream.of();
        return parts.flatMap(part -> keysIn(part).stream()).collect(toCollection(LinkedHashSet::new));
    }

    private static Object read(RecordComponent part, Object record) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The components of a record can be read", e);
        }
    }

    /** A value of the type with something in every component, every key another one. */
    private Object made(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object element = made(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            return generic.getRawType() == List.class
                    ? List.of(element)
                    : generic.getRawType() == Optional.class ? Optional.of(element) : Map.of("some", element);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && !SIMPLE.contains(plain)) {
            return record(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return simple(plain);
    }

    private static final Set<Class<?>> SIMPLE =
            Set.of(BlobKey.class, Fingerprint.class, UserId.class, ProjectId.class, JobId.class, Lane.class);

    private Object simple(Class<?> type) {
        made++;
        Map<Class<?>, Object> values = Map.ofEntries(
                Map.entry(BlobKey.class, BlobKey.of(("blob " + made).getBytes(UTF_8))),
                Map.entry(Fingerprint.class, Fingerprint.of("something else " + made)),
                Map.entry(UserId.class, new UserId(new UUID(0, made))),
                Map.entry(ProjectId.class, new ProjectId(new UUID(0, made))),
                Map.entry(JobId.class, new JobId(new UUID(0, made))),
                Map.entry(Lane.class, Lane.DATA),
                Map.entry(UUID.class, new UUID(0, made)),
                Map.entry(String.class, "text"),
                Map.entry(Instant.class, Instant.EPOCH),
                Map.entry(Object.class, "anything"),
                Map.entry(int.class, 1),
                Map.entry(Integer.class, 1),
                Map.entry(long.class, 1L),
                Map.entry(Long.class, 1L),
                Map.entry(double.class, 0.5),
                Map.entry(Double.class, 0.5),
                Map.entry(boolean.class, true));
        Object value = values.get(type);
        if (value == null) {
            throw new AssertionError("Say what a value of " + type + " is like");
        }
        return value;
    }

    private Object record(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            var maker = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            maker.setAccessible(true);
            return maker.newInstance(Arrays.stream(parts)
                    .map(part -> made(part.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A " + type + " could not be made", e);
        } catch (IllegalArgumentException e) {
            throw new AssertionError("A " + type + " is not made of such things", e);
        }
    }

    @Test
    void an_open_value_names_what_looks_like_a_key_wherever_it_stands() {
        Object open = Map.of("a", List.of(1L, Map.of("b", "see blob:" + ONE + "!")), TWO.toString(), true);

        assertThat(NamedBlobs.in(open)).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void digits_around_a_key_do_not_hide_it_and_too_few_are_none() {
        assertThat(NamedBlobs.in("0" + ONE + "f")).contains(ONE);
        assertThat(NamedBlobs.in(ONE.toString().substring(1))).isEmpty();
        assertThat(NamedBlobs.in(ONE.toString().toUpperCase(Locale.ROOT))).isEmpty();
    }

    @Test
    void what_people_wrote_into_a_record_may_name_a_blob() {
        assertThat(NamedBlobs.in(new DataSource("share", "uploaded", Map.of("blob", ONE.toString()))))
                .containsExactly(ONE);
    }

    @Test
    void a_document_of_any_bytes_can_be_looked_through() {
        byte[] bytes = ("\u0000\u00ff{\"blob\":\"" + ONE + "\"}").getBytes(UTF_8);

        assertThat(NamedBlobs.in(bytes)).containsExactly(ONE);
    }
}
