package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.NotFoundException;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.JobStatus.State;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.FaultyStorage;
import io.futureos.studio.testkit.fault.ForwardingStorage;
import io.futureos.studio.testkit.fault.StorageFault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportsTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final StudioFixture fixture = new StudioFixture();
    private final Map<ExportFormat, Writing> writings = new EnumMap<>(ExportFormat.class);
    private final StudioOrchestrator studio =
            fixture.node().exporters(exporters()).build();
    private final ProjectId project = fixture.aCompleteProject();

    /** How an exporter of this test writes. */
    private interface Writing {
        void write(OutputStream out, DoubleConsumer progress) throws IOException;
    }

    /** One exporter a format, which writes the name of its format unless the test says otherwise. */
    private List<ReportExporter> exporters() {
        return Stream.of(ExportFormat.values()).map(this::exporter).toList();
    }

    private ReportExporter exporter(ExportFormat format) {
        Writing standard = (out, progress) -> out.write(format.name().getBytes(UTF_8));
        return new ReportExporter() {
            @Override
            public ExportFormat format() {
                return format;
            }

            @Override
            public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
                writings.getOrDefault(format, standard).write(out, progress);
            }
        };
    }

    private JobId export(ExportFormat format) {
        return export(studio, format);
    }

    private JobId export(StudioOrchestrator node, ExportFormat format) {
        return requireNonNull(node.workbench()
                .execute(
                        project,
                        ANNA,
                        StudioFixture.action("report", "export", Map.of("export_format", format.wireName())))
                .jobId());
    }

    private JobStatus status(JobId job) {
        return studio.jobs().status(project, ANNA, job);
    }

    private String exported(ExportFormat format) {
        return new String(studio.reports().exported(project, ANNA, format), UTF_8);
    }

    private Map<ExportFormat, String> urls() {
        return studio.reports().latest(project, ANNA).exportUrls();
    }

    private List<BlobKey> blobs() {
        return fixture.storage.blobs().list("", Optional.empty(), 10_000).stream()
                .map(BlobStore.Stored::key)
                .toList();
    }

    private static BlobKey keyOf(String file) {
        return BlobKey.of(file.getBytes(UTF_8));
    }

    @Test
    void every_format_has_its_file_and_its_address() {
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(status(export(format)).state()).isEqualTo(State.SUCCEEDED);
        }

        for (ExportFormat format : ExportFormat.values()) {
            assertThat(exported(format)).isEqualTo(format.name());
            assertThat(urls()).containsEntry(format, "blob:" + keyOf(format.name()));
        }
        assertThat(StudioJson.toOpen(studio.reports().latest(project, ANNA)).get("export_urls"))
                .isEqualTo(Map.of(
                        "pdf", "blob:" + keyOf("PDF"),
                        "pptx", "blob:" + keyOf("PPTX"),
                        "html", "blob:" + keyOf("HTML"),
                        "docx", "blob:" + keyOf("DOCX")));
    }

    @Test
    void a_format_that_fails_says_why_and_leaves_the_others_and_no_part_of_a_file() {
        writings.put(ExportFormat.PDF, (out, progress) -> {
            out.write("half a f".getBytes(UTF_8));
            out.flush();
            throw new IllegalStateException("no font for U+1F600");
        });
        List<BlobKey> before = blobs();

        JobStatus failed = status(export(ExportFormat.PDF));

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.error()).contains("no font for U+1F600");
        assertThat(blobs()).isEqualTo(before);
        assertThat(status(export(ExportFormat.DOCX)).state()).isEqualTo(State.SUCCEEDED);
        assertThat(urls()).containsOnlyKeys(ExportFormat.DOCX);
        assertThatThrownBy(() -> studio.reports().exported(project, ANNA, ExportFormat.PDF))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void after_a_failure_the_next_try_succeeds_and_an_older_file_stays_until_then() {
        export(ExportFormat.PDF);
        fixture.act(project, "report", "customize", Map.of("report_config", Map.of("include_charts", false)));
        writings.put(ExportFormat.PDF, (out, progress) -> {
            throw new StackOverflowError();
        });
        assertThat(status(export(ExportFormat.PDF)).state()).isEqualTo(State.FAILED);
        assertThat(exported(ExportFormat.PDF)).isEqualTo("PDF");
        assertThat(urls()).isEmpty();

        writings.put(ExportFormat.PDF, (out, progress) -> out.write("another".getBytes(UTF_8)));
        assertThat(status(export(ExportFormat.PDF)).state()).isEqualTo(State.SUCCEEDED);

        assertThat(exported(ExportFormat.PDF)).isEqualTo("another");
        assertThat(urls()).containsOnlyKeys(ExportFormat.PDF);
    }

    @Test
    void a_file_that_is_too_large_is_refused_with_the_limit_and_a_way_out() {
        writings.put(ExportFormat.PPTX, (out, progress) -> {
            var megabyte = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                out.write(megabyte);
            }
        });
        List<BlobKey> before = blobs();

        JobStatus failed = status(export(ExportFormat.PPTX));

        assertThat(failed.errorCode()).isEqualTo("export_too_large");
        assertThat(failed.error()).contains("PPTX", "100 MB", "customize");
        assertThat(blobs()).isEqualTo(before);
    }

    @Test
    void a_disk_that_is_full_for_a_moment_is_tried_again() {
        var attempts = new ArrayList<Integer>();
        writings.put(ExportFormat.HTML, (out, progress) -> {
            attempts.add(1);
            if (attempts.size() == 1) {
                throw new IOException("No space left on device");
            }
            out.write("HTML".getBytes(UTF_8));
        });

        JobId job = export(ExportFormat.HTML);

        assertThat(status(job).state()).isEqualTo(State.QUEUED);
        assertThat(status(job).error()).contains("No space left on device");
        fixture.pass(Duration.ofSeconds(2));
        studio.sweep();
        assertThat(status(job).state()).isEqualTo(State.SUCCEEDED);
        assertThat(exported(ExportFormat.HTML)).isEqualTo("HTML");
    }

    @Test
    void progress_is_told_by_the_sections_of_the_report() {
        writings.put(ExportFormat.DOCX, (out, progress) -> {
            progress.accept(0);
            progress.accept(0.5);
            progress.accept(1);
        });
        var phases = new ArrayList<String>();
        try (var watching = studio.projects().watch(project, ANNA, event -> {
            if (event instanceof JobProgressed progressed && progressed.job().state() == State.RUNNING) {
                phases.add(progressed.job().percent() + " % " + progressed.job().phase());
            }
        })) {
            requireNonNull(watching);
            export(ExportFormat.DOCX);
        }

        assertThat(phases).containsSubsequence("0 % writing Headline", "50 % writing Headline", "100 % written");
    }

    @Test
    void the_export_of_a_node_that_died_in_the_middle_is_done_by_another_and_comes_once() {
        StudioOrchestrator other = fixture.node().exporters(exporters()).build();
        var attempts = new ArrayList<Integer>();
        writings.put(ExportFormat.PDF, (out, progress) -> {
            attempts.add(1);
            out.write("first half, ".getBytes(UTF_8));
            if (attempts.size() == 1) {
                fixture.pass(A_MINUTE); // this node is not heard of any more
                other.sweep();
            }
            progress.accept(0.5);
            out.write("second half".getBytes(UTF_8));
        });

        JobId job = export(ExportFormat.PDF);

        assertThat(attempts).hasSize(2);
        assertThat(status(job).state()).isEqualTo(State.SUCCEEDED);
        assertThat(status(job).attempt()).isEqualTo(2);
        assertThat(exported(ExportFormat.PDF)).isEqualTo("first half, second half");
        assertThat(blobs().stream()
                        .map(key -> new String(fixture.storage.blobs().get(key).orElseThrow(), UTF_8))
                        .filter(content -> content.startsWith("first half")))
                .containsExactly("first half, second half");
        assertThat(fixture.state(project).modificationLog().stream()
                        .filter(entry -> entry.summary().equals("Exported the report as PDF")))
                .hasSize(1);
    }

    @Test
    void formats_that_a_node_wrote_before_it_died_are_not_written_again() {
        var written = new ArrayList<ExportFormat>();
        for (ExportFormat format : ExportFormat.values()) {
            writings.put(format, (out, progress) -> {
                written.add(format);
                out.write(format.name().getBytes(UTF_8));
            });
        }
        var line = new FaultyStorage(fixture.storage, FaultPlan.never());
        var waiting = new ArrayDeque<Runnable>();
        StudioOrchestrator dying = fixture.node()
                .storage(line)
                .exporters(exporters())
                .executor(waiting::add)
                .build();
        List<JobId> jobs = Stream.of(ExportFormat.values())
                .map(format -> export(dying, format))
                .toList();
        waiting.remove().run();
        waiting.remove().run();
        assertThat(written).hasSize(2);

        line.kill();
        waiting.forEach(Runnable::run);
        fixture.pass(A_MINUTE);
        studio.sweep();

        assertThat(written).containsExactlyInAnyOrder(ExportFormat.values());
        assertThat(jobs.stream().map(job -> status(job).state())).containsOnly(State.SUCCEEDED);
        assertThat(urls()).containsOnlyKeys(ExportFormat.values());
    }

    @Test
    void a_file_that_was_stored_before_its_node_died_is_there_once_and_belongs_to_the_report() {
        StudioOrchestrator other = fixture.node().exporters(exporters()).build();
        var writes = new ArrayList<Integer>();
        var line = new AtomicReference<FaultyStorage>();
        line.set(new FaultyStorage(fixture.storage, operation -> {
            boolean isStored = operation.equals("journal.append") && writes.size() == 1;
            if (isStored) {
                requireNonNull(line.get()).kill();
            }
            return Optional.empty();
        }));
        StudioOrchestrator dying = fixture.node()
                .storage(requireNonNull(line.get()))
                .exporters(exporters())
                .build();
        writings.put(ExportFormat.DOCX, (out, progress) -> {
            writes.add(1);
            out.write("DOCX".getBytes(UTF_8));
        });

        JobId job = export(dying, ExportFormat.DOCX);
        assertThat(blobs()).contains(keyOf("DOCX"));
        assertThat(urls()).isEmpty();
        fixture.pass(A_MINUTE);
        other.sweep();

        assertThat(status(job).state()).isEqualTo(State.SUCCEEDED);
        assertThat(status(job).attempt()).isEqualTo(2);
        assertThat(urls()).containsExactly(Map.entry(ExportFormat.DOCX, "blob:" + keyOf("DOCX")));
        assertThat(blobs()).containsOnlyOnce(keyOf("DOCX"));
    }

    @ParameterizedTest
    @EnumSource(
            value = StorageFault.class,
            names = {"FAIL_BEFORE", "FAIL_AFTER"})
    void a_blob_store_that_fails_in_the_middle_is_tried_again_and_no_address_leads_to_nothing(StorageFault fault) {
        var writes = new ArrayList<Integer>();
        writings.put(ExportFormat.PPTX, (out, progress) -> {
            writes.add(1);
            out.write("PPTX".getBytes(UTF_8));
        });
        StudioOrchestrator failing = fixture.node()
                .storage(new FaultyStorage(fixture.storage, operation -> {
                    boolean isFirstFile = operation.equals("blobs.put") && writes.size() == 1;
                    return isFirstFile ? Optional.of(fault) : Optional.empty();
                }))
                .exporters(exporters())
                .build();
        List<BlobKey> before = blobs();

        JobId job = export(failing, ExportFormat.PPTX);

        assertThat(failing.jobs().status(project, ANNA, job).state()).isEqualTo(State.QUEUED);
        assertThat(urls()).isEmpty();
        if (fault == StorageFault.FAIL_BEFORE) {
            assertThat(blobs()).isEqualTo(before);
        }
        fixture.pass(A_MINUTE);
        failing.sweep();
        assertThat(failing.jobs().status(project, ANNA, job).state()).isEqualTo(State.SUCCEEDED);
        assertThat(writes).hasSize(2);
        assertThat(urls()).containsOnlyKeys(ExportFormat.PPTX);
        assertThat(exported(ExportFormat.PPTX)).isEqualTo("PPTX");
    }

    @Test
    void an_export_that_was_cancelled_in_the_middle_leaves_nothing() {
        writings.put(ExportFormat.PDF, (out, progress) -> {
            out.write("first half, ".getBytes(UTF_8));
            JobId own = studio.jobs().atWork(project, ANNA).get(0).id();
            studio.jobs().cancel(project, ANNA, own);
            progress.accept(0.5);
            throw new AssertionError("the export went on");
        });
        List<BlobKey> before = blobs();

        JobId job = export(ExportFormat.PDF);

        assertThat(status(job).state()).isEqualTo(State.CANCELLED);
        assertThat(blobs()).isEqualTo(before);
        assertThat(urls()).isEmpty();
    }

    @Test
    void all_formats_are_written_at_the_same_time() throws Exception {
        var together = new CyclicBarrier(ExportFormat.values().length);
        for (ExportFormat format : ExportFormat.values()) {
            writings.put(format, (out, progress) -> {
                try {
                    together.await(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException("the others did not come", e);
                }
                out.write(format.name().getBytes(UTF_8));
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        StudioOrchestrator parallel =
                fixture.node().exporters(exporters()).executor(threads).build();
        try {
            var jobs = new ArrayList<JobId>();
            for (ExportFormat format : ExportFormat.values()) {
                jobs.add(export(parallel, format));
            }
            for (JobId job : jobs) {
                assertThat(parallel.jobs().await(project, ANNA, job, A_MINUTE).state())
                        .isEqualTo(State.SUCCEEDED);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(urls()).containsOnlyKeys(ExportFormat.values());
    }

    @Test
    void a_link_bears_the_projects_name_and_is_given_to_who_may_see_the_file() {
        StudioOrchestrator linking = fixture.node()
                .storage(new ForwardingStorage(fixture.storage) {
                    @Override
                    public BlobStore blobs() {
                        return new Linking(super.blobs());
                    }
                })
                .exporters(exporters())
                .build();
        assertThatThrownBy(() -> linking.reports().link(project, ANNA, ExportFormat.PPTX, A_MINUTE))
                .isInstanceOf(NotFoundException.class);
        export(ExportFormat.PPTX);

        assertThat(linking.reports().link(project, ANNA, ExportFormat.PPTX, A_MINUTE))
                .hasValue(URI.create("blob:" + keyOf("PPTX") + "/norway-goes-electric.pptx?PT1M"));
        assertThat(studio.reports().link(project, ANNA, ExportFormat.PPTX, A_MINUTE))
                .isEmpty();
        assertThatThrownBy(() -> linking.reports().link(project, BO, ExportFormat.PPTX, A_MINUTE))
                .isInstanceOf(ProjectNotFoundException.class);
    }

    /** Gives links in which everything can be read that they were made of. */
    private record Linking(BlobStore real) implements BlobStore {
        @Override
        public BlobKey put(byte[] content) {
            return real.put(content);
        }

        @Override
        public Optional<byte[]> get(BlobKey key) {
            return real.get(key);
        }

        @Override
        public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
            return real.list(prefix, after, size);
        }

        @Override
        public void delete(BlobKey key) {
            real.delete(key);
        }

        @Override
        public void deleteUnlessPutSince(BlobKey key, Instant since) {
            real.deleteUnlessPutSince(key, since);
        }

        @Override
        public Optional<URI> link(BlobKey key, String fileName, Duration goodFor) {
            return Optional.of(URI.create("blob:" + key + "/" + fileName + "?" + goodFor));
        }
    }
}
