package io.futureos.studio.json;

import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.PopulationAdjustment;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.CollaboratorState;
import io.futureos.studio.model.ProjectState.DataState;
import io.futureos.studio.model.ProjectState.ModificationEntry;
import io.futureos.studio.model.ProjectState.PopulationState;
import io.futureos.studio.model.ProjectState.ReportState;
import io.futureos.studio.model.ProjectState.ScenarioStageState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ProjectState.SimulationState;
import io.futureos.studio.model.ProjectState.StageFreshness;
import io.futureos.studio.model.ProjectState.StalenessCause;
import io.futureos.studio.model.ProjectState.WorkbenchStates;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.ScenarioStatus;
import io.futureos.studio.model.SimulationStatus;
import io.futureos.studio.model.StageStatus;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Project states of every shape that the types allow, from a seed. */
final class States {

    private static final String[] TEXTS = {
        "",
        "Norway",
        "Will battery-electric cars be more than 95 %?",
        "\"\\/\b\f\n\r\t\u001f\u007f\u2028",
        "Ærlig øl å",
        "\ud83d\ude97 \ufb33",
        "null",
        "1.0"
    };
    private static final Object[] NUMBERS = {
        0L, -1L, 9007199254740991L, 0.1, -2.5e-10, 1.7976931348623157e308, 4.9e-324, 1e21, 9007199254740992.0
    };

    private final Random random;
    private final int size;

    private States(long seed, int size) {
        this.random = new Random(seed);
        this.size = size;
    }

    static Arbitrary<ProjectState> any() {
        return Arbitraries.longs().map(seed -> new States(seed, 4).state());
    }

    static Arbitrary<WorkbenchResponse> anyResponse() {
        return Arbitraries.longs().map(seed -> new States(seed, 3).response());
    }

    static Arbitrary<Map<String, Object>> anyOpen() {
        return Arbitraries.longs().map(seed -> new States(seed, 4).open(3));
    }

    /** A project in which nothing was done yet. */
    static ProjectState empty(String id, Instant at) {
        var fresh = new StageFreshness(false, List.of(), List.of(), null);
        return new ProjectState(
                ProjectId.of(id),
                UserId.of(id),
                null,
                "",
                "",
                at,
                at,
                1,
                ProjectStatus.DRAFT,
                null,
                null,
                null,
                List.of(),
                new WorkbenchStates(
                        new DataState(StageStatus.NOT_STARTED, List.of(), List.of(), at, fresh),
                        new PopulationState(StageStatus.NOT_STARTED, List.of(), at, fresh),
                        new ScenarioStageState(StageStatus.NOT_STARTED, 0, at, fresh),
                        new SimulationState(SimulationStatus.NOT_STARTED, null, null, at, fresh),
                        new ReportState(StageStatus.NOT_STARTED, null, at, fresh)),
                List.of(),
                List.of(),
                List.of(),
                0,
                null);
    }

    /** About 500 bytes of JSON for each of {@code size}. */
    static ProjectState large(int size) {
        return new States(1, size).state();
    }

    private ProjectState state() {
        return new ProjectState(
                new ProjectId(uuid()),
                user(),
                maybe(() -> new TeamId(uuid())),
                text(),
                text(),
                instant(),
                instant(),
                random.nextInt(1_000),
                one(ProjectStatus.values()),
                maybe(this::uuid),
                maybe(this::uuid),
                maybe(this::uuid),
                many(this::scenario, 20),
                new WorkbenchStates(data(), population(), scenarios(), simulation(), report()),
                many(this::entry, size),
                many(() -> new CollaboratorState(user(), one(Role.values()), instant()), 10),
                many(this::user, 10),
                revision(),
                maybe(() -> open(2)));
    }

    private WorkbenchResponse response() {
        return new WorkbenchResponse(
                new ProjectId(uuid()),
                "data",
                "refresh_data",
                random.nextBoolean(),
                open(3),
                new WorkbenchResponse.StateChanges(
                        random.nextBoolean(), List.of("population"), many(this::text, 3), many(this::text, 3)),
                state(),
                maybe(() -> new JobId(uuid())),
                revision());
    }

    private long revision() {
        return random.nextInt(Integer.MAX_VALUE);
    }

    private ScenarioState scenario() {
        return new ScenarioState(
                new ScenarioId(uuid()),
                text(),
                text(),
                one(ScenarioStatus.values()),
                maybe(this::uuid),
                maybe(this::uuid),
                random.nextBoolean(),
                many(this::cause, 3),
                maybe(this::failure));
    }

    private Failure failure() {
        return new Failure(new JobId(uuid()), text(), text(), revision());
    }

    private DataState data() {
        return new DataState(
                one(StageStatus.values()),
                many(() -> new DataOverride(text(), openValue(2), text()), size),
                many(() -> new DataSource(text(), "csv", open(3)), size),
                instant(),
                freshness());
    }

    private PopulationState population() {
        return new PopulationState(
                one(StageStatus.values()),
                many(() -> new PopulationAdjustment(text(), open(2), open(2)), size),
                instant(),
                freshness());
    }

    private ScenarioStageState scenarios() {
        return new ScenarioStageState(one(StageStatus.values()), random.nextInt(21), instant(), freshness());
    }

    private SimulationState simulation() {
        return new SimulationState(
                one(SimulationStatus.values()),
                maybe(() -> random.nextInt(100)),
                maybe(() -> random.nextInt(100)),
                instant(),
                freshness());
    }

    private ReportState report() {
        return new ReportState(one(StageStatus.values()), maybe(() -> new ReportId(uuid())), instant(), freshness());
    }

    private StageFreshness freshness() {
        return new StageFreshness(
                random.nextBoolean(), many(this::cause, 3), many(this::text, 3), maybe(this::failure));
    }

    private StalenessCause cause() {
        return new StalenessCause(text(), text(), maybe(this::revision), maybe(this::user), maybe(this::instant));
    }

    private ModificationEntry entry() {
        return new ModificationEntry(
                instant(), user(), "population", "adjust_distribution", text(), random.nextBoolean());
    }

    private Map<String, Object> open(int depth) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
            put(map, text() + i, openValue(depth - 1));
        }
        return map;
    }

    @SuppressWarnings("NullAway") // an open object may hold null
    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        map.put(key, value);
    }

    private @Nullable Object openValue(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 3 -> random.nextGaussian();
            case 4 -> text();
            case 5 -> open(depth);
            default -> {
                var list = new ArrayList<@Nullable Object>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(openValue(depth - 1));
                }
                yield list;
            }
        };
    }

    private Instant instant() {
        long micros = switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000L;
            default -> random.nextInt(1_000_000);
        };
        return Instant.ofEpochSecond(random.nextInt(), micros * 1_000);
    }

    private UUID uuid() {
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63));
    }

    private UserId user() {
        return new UserId(uuid());
    }

    private String text() {
        return one(TEXTS);
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> T one(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Up to {@code most}, but just as many if that is a lot. */
    private <T> List<T> many(Supplier<T> value, int most) {
        var list = new ArrayList<T>();
        for (int i = most > 100 ? most : random.nextInt(most + 1); i > 0; i--) {
            list.add(value.get());
        }
        return list;
    }
}
