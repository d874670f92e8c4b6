package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.ANNA;
import static io.futureos.studio.storage.jdbc.Commits.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.DuplicateCommandException;
import io.futureos.studio.storage.JobQueue.JobStation;
import io.futureos.studio.storage.JobQueue.JobWorker;
import io.futureos.studio.storage.ProjectIndex.Slice;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.Templates.StoredTemplate;
import io.futureos.studio.storage.Versions.Cut;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.SavedTemplates;
import io.futureos.studio.testkit.fixture.SomeJobs;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of every interface that {@link PostgresStorage} implements fails at each of its trips to the server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StorageFaultsTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private static final TeamId TEAM = new TeamId(UUID.randomUUID());
    private static final ProjectId PROJECT = Commits.newProject();
    private static final UUID COMMAND = UUID.randomUUID();
    private static final QueuedJob JOB = SomeJobs.aJob();
    private static final JobWorker DONE_AT_ONCE = (job, attempt) -> Optional.empty();
    private static final JobWorker HAS_TO_WAIT = (job, attempt) -> Optional.of(Duration.ofHours(1));
    private static final Executor NEVER_BEGINS = work -> {};
    private static final Instant FAR_AWAY = Instant.parse("2999-01-01T00:00:00Z");
    private static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);
    private static final VersionInfo VERSION = new VersionInfo(1, 1, ANNA, START, "To keep", 2, false);
    private static final StoredTemplate TEMPLATE = SavedTemplates.by(ANNA, TEAM, START);
    private static final JobStatus STATUS = JobStatus.queued(JOB.id(), JOB.lane());

    private static final SavedProject SAVED = SavedProject.make();

    private static FaultRuns runs;

    @BeforeAll
    static void open() {
        DATABASE.emptied();
        runs = new FaultRuns(DATABASE, FaultRuns.AT_EACH_CALL ? call -> true : FaultyLine::reachesTheServer);
    }

    @AfterAll
    static void tell() {
        runs.tell("The storage");
        runs.close();
    }

    /**
     * An operation of an interface.
     *
     * @param name the interface's, a full stop, the method's, and perhaps a comma and what is special
     */
    private record Row(
            String name,
            Consumer<PostgresStorage> before,
            Function<PostgresStorage, Object> does,
            boolean isLeftForLater)
            implements FaultRuns.Operation {

        @Override
        public void prepare() {
            before.accept(WHOLE);
        }

        @Override
        public String answerOf(PostgresStorage storage) {
            return String.valueOf(does.apply(storage));
        }

        @Override
        public List<String> look() {
            return runs.tables();
        }

        String method() {
            return name.replaceAll(",.*", "");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final PostgresStorage WHOLE = DATABASE.emptied();

    private static Row asking(String name, Function<PostgresStorage, Object> does) {
        return new Row(name, StorageFaultsTest::fill, does, false);
    }

    private static Row changing(String name, Consumer<PostgresStorage> before, Consumer<PostgresStorage> does) {
        return new Row(
                name,
                before,
                storage -> {
                    does.accept(storage);
                    return "done";
                },
                false);
    }

    private static Row atTheQueue(
            String name,
            Consumer<PostgresStorage> before,
            JobWorker worker,
            Executor threads,
            Consumer<JobStation> does) {
        return new Row(
                name,
                before,
                storage -> {
                    JobStation station = storage.jobs().join(worker, threads);
                    does.accept(station);
                    return "done";
                },
                true);
    }

    private static void nothing(Storage storage) {}

    private static void created(Storage storage) {
        append(storage, FIRST);
    }

    private static void withVersion(Storage storage) {
        append(storage, WITH_VERSION);
    }

    private static void withJob(Storage storage) {
        try (JobStation station = storage.jobs().join(DONE_AT_ONCE, NEVER_BEGINS)) {
            station.submit(JOB);
        }
    }

    private static void fill(Storage storage) {
        withVersion(storage);
        storage.templates().put(TEMPLATE);
        storage.jobStatuses().put(PROJECT, STATUS, START);
        storage.blobs().put(BYTES);
        SAVED.appendTo(storage);
        SAVED.saveTo(storage);
    }

    /** After a lost reply, the journal tells whether the revision is there: so does whoever appends. */
    private static void append(Storage storage, Commit commit) {
        try {
            storage.journal().append(PROJECT, commit);
        } catch (RevisionConflictException | DuplicateCommandException e) {
            assertThat(storage.journal().find(PROJECT, commit.revision().number()))
                    .contains(commit.revision());
        }
    }

    private static Stream<Row> rows() {
        return Stream.of(
                        theJournal(),
                        theIndex(),
                        receiptsAndCheckpoints(),
                        theVersions(),
                        theWhole(),
                        templatesStatusesAndBlobs(),
                        theQueue())
                .flatMap(List::stream);
    }

    private static final Commit FIRST = Commits.withReceipt(PROJECT, 1, COMMAND);
    private static final Commit WITH_VERSION =
            new Commit(FIRST.revision(), FIRST.summary(), FIRST.receipt(), new Cut(VERSION, "{}"));
    private static final Commit SECOND = Commits.withReceipt(PROJECT, 2, UUID.randomUUID());
    private static final Commit WITHOUT_RECEIPT = Commits.renaming(PROJECT, 2);

    private static List<Row> theJournal() {
        return List.of(
                changing(
                        "Journal.append, of a project's first revision",
                        StorageFaultsTest::nothing,
                        s -> append(s, FIRST)),
                changing(
                        "Journal.append, which cuts a version",
                        StorageFaultsTest::nothing,
                        s -> append(s, WITH_VERSION)),
                changing("Journal.append", StorageFaultsTest::created, s -> append(s, SECOND)),
                changing(
                        "Journal.append, without a receipt",
                        StorageFaultsTest::created,
                        s -> append(s, WITHOUT_RECEIPT)),
                asking("Journal.after", s -> s.journal().after(PROJECT, 0).size()),
                asking(
                        "Journal.after, a part",
                        s -> s.journal().after(PROJECT, 0, 1).size()),
                asking("Journal.find", s -> s.journal().find(PROJECT, 1).isPresent()),
                asking("Journal.head", s -> s.journal().head(PROJECT)));
    }

    private static List<Row> theIndex() {
        var slice = new Slice(null, 10);
        return List.of(
                asking("ProjectIndex.find", s -> s.projects().find(PROJECT)),
                asking("ProjectIndex.all", s -> s.projects().all(null, 10)),
                asking("ProjectIndex.ofUser", s -> s.projects().ofUser(ANNA, slice)),
                asking("ProjectIndex.ofTeam", s -> s.projects().ofTeam(TEAM, slice)),
                asking("ProjectIndex.unversioned", s -> s.projects().unversioned(10)),
                asking("ProjectIndex.unsaved", s -> s.projects().unsaved(10)),
                asking("ProjectIndex.withJobs", s -> s.projects().withJobs(slice)),
                asking("ProjectIndex.withDeliveryDue", s -> s.projects().withDeliveryDue(START, 10)));
    }

    private static List<Row> receiptsAndCheckpoints() {
        return List.of(
                asking("Receipts.find", s -> s.receipts().find(ANNA, COMMAND)),
                changing(
                        "Receipts.forgetBefore",
                        StorageFaultsTest::created,
                        s -> s.receipts().forgetBefore(START.plusSeconds(60))),
                changing("Checkpoints.put", SAVED::appendTo, SAVED::saveTo),
                asking("Checkpoints.newestRevision", s -> s.checkpoints().newestRevision(SAVED.id())),
                asking(
                        "Checkpoints.newestView",
                        s -> s.checkpoints().newestView(SAVED.id()).isPresent()),
                asking(
                        "Checkpoints.newest",
                        s -> s.checkpoints().newest(SAVED.id()).isPresent()));
    }

    private static List<Row> theVersions() {
        return List.of(
                asking("Versions.find", s -> s.versions().find(PROJECT, 1)),
                asking("Versions.list", s -> s.versions().list(PROJECT, 10, 10)),
                asking("Versions.archived", s -> s.versions().archived(PROJECT)),
                changing(
                        "Versions.archive",
                        StorageFaultsTest::withVersion,
                        s -> s.versions().archive(PROJECT, 1, BlobKey.of(BYTES))));
    }

    private static List<Row> theWhole() {
        return List.of(changing("Storage.forget", StorageFaultsTest::withVersion, s -> s.forget(PROJECT, 1)));
    }

    private static List<Row> templatesStatusesAndBlobs() {
        return List.of(
                changing(
                        "Templates.put",
                        StorageFaultsTest::nothing,
                        s -> s.templates().put(TEMPLATE)),
                asking("Templates.find", s -> s.templates().find(TEMPLATE.id())),
                asking("Templates.all", s -> s.templates().all(null, 10)),
                asking("Templates.visibleTo", s -> s.templates().visibleTo(People.somebody(), TEAM::equals)),
                changing(
                        "JobStatuses.put",
                        StorageFaultsTest::nothing,
                        s -> s.jobStatuses().put(PROJECT, STATUS, START)),
                asking("JobStatuses.find", s -> s.jobStatuses().find(PROJECT, JOB.id())),
                changing(
                        "JobStatuses.forgetBefore",
                        StorageFaultsTest::fill,
                        s -> s.jobStatuses().forgetBefore(START.plusSeconds(60))),
                changing(
                        "BlobStore.put",
                        StorageFaultsTest::nothing,
                        s -> s.blobs().put(BYTES)),
                changing(
                        "BlobStore.delete",
                        s -> s.blobs().put(BYTES),
                        s -> s.blobs().delete(BlobKey.of(BYTES))),
                changing(
                        "BlobStore.deleteUnlessPutSince",
                        s -> s.blobs().put(BYTES),
                        s -> s.blobs().deleteUnlessPutSince(BlobKey.of(BYTES), FAR_AWAY)),
                asking(
                        "BlobStore.list",
                        s -> s.blobs().list("", Optional.empty(), 10).size()),
                asking(
                        "BlobStore.get, a part",
                        s -> s.blobs().get(BlobKey.of(BYTES), 1, 3).orElseThrow().length),
                asking("BlobStore.get", s -> s.blobs().get(BlobKey.of(BYTES)).orElseThrow().length));
    }

    private static List<Row> theQueue() {
        return List.of(
                atTheQueue("JobQueue.join", StorageFaultsTest::nothing, DONE_AT_ONCE, Runnable::run, station -> {}),
                atTheQueue(
                        "JobStation.submit",
                        StorageFaultsTest::nothing,
                        DONE_AT_ONCE,
                        NEVER_BEGINS,
                        station -> station.submit(JOB)),
                atTheQueue(
                        "JobStation.poll, of a job that is due",
                        StorageFaultsTest::withJob,
                        DONE_AT_ONCE,
                        NEVER_BEGINS,
                        JobStation::poll),
                atTheQueue(
                        "JobStation.poll, with a job to keep",
                        StorageFaultsTest::withJob,
                        DONE_AT_ONCE,
                        NEVER_BEGINS,
                        station -> {
                            station.poll();
                            station.poll();
                        }),
                atTheQueue("JobStation.close", StorageFaultsTest::withJob, DONE_AT_ONCE, NEVER_BEGINS, station -> {
                    station.poll();
                    station.close();
                }),
                atTheQueue(
                        "JobWorker.work, to its end",
                        StorageFaultsTest::withJob,
                        DONE_AT_ONCE,
                        Runnable::run,
                        JobStation::poll),
                atTheQueue(
                        "JobWorker.work, until it has to wait",
                        StorageFaultsTest::withJob,
                        HAS_TO_WAIT,
                        Runnable::run,
                        JobStation::poll));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void wherever_it_fails_it_is_done_wholly_or_not_at_all_and_can_be_asked_for_again(Row row) {
        runs.fail(row);
    }

    @Test
    void no_operation_is_left_out() {
        Set<Class<?>> parts = Arrays.stream(Storage.class.getMethods())
                .map(Method::getReturnType)
                .filter(Class::isInterface)
                .collect(Collectors.toSet());
        Set<String> promised = Stream.concat(
                        parts.stream(), Stream.of(Storage.class, JobStation.class, JobWorker.class))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !parts.contains(method.getReturnType()))
                .filter(method -> !method.getName().equals("link")) // asks no server
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());

        assertThat(rows().map(Row::method).distinct()).containsExactlyInAnyOrderElementsOf(promised);
    }
}
