package io.futureos.studio.engines.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.engines.local.NorwayJourney.Effort;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.Shock;
import io.futureos.studio.testkit.engine.NotRecordedException;
import io.futureos.studio.testkit.engine.RecordedEngines;
import io.futureos.studio.testkit.engine.Recording;
import io.futureos.studio.testkit.engine.RecordingContext;
import io.futureos.studio.testkit.engine.ReplayedEngines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart's pipeline is recorded once and replayed without an engine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayedNorwayTest {

    private static final RecordingContext BLOBS = new RecordingContext();
    private static final Recording RECORDING = new Recording();
    private static final Engines RECORDED =
            RecordedEngines.of(LocalEngines.readingFrom(NorwayFixture.FOLDER), RECORDING);
    private static final NorwayJourney NORWAY = NorwayJourney.through(RECORDED, BLOBS, Effort.LEAST);

    /** What a session at the simulation console saw. */
    private record Session(List<Frame> frames, @Nullable Outcome outcome, String csv) {}

    /** Runs, pauses, shocks, tries a shock that comes too late, resumes, steps, and runs to the end. */
    private static Session session(Engines engines, EngineContext context) {
        SimulationEngine simulation = engines.simulation();
        Request request = NORWAY.simulation(Effort.LEAST);
        assertThat(simulation.models(request.task(), request.data())).isTrue();
        SimulationRun run = simulation.start(request, context);
        var frames = new ArrayList<Frame>();
        frames.add(run.step(context));
        frames.add(run.step(context));
        run.inject(new Shock(4, "vat_exemption", -0.5));
        assertThatThrownBy(() -> run.inject(new Shock(1, "vat_exemption", -0.5)))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo("shock_too_late"));
        SimulationRun resumed = simulation.resume(request, run.checkpoint(), context);
        while (resumed.tick() < resumed.totalTicks()) {
            frames.add(resumed.step(context));
        }
        assertThatThrownBy(() -> resumed.step(context)).isInstanceOf(IllegalStateException.class);
        return new Session(frames, resumed.outcome(), csv(engines.frameExporter(), frames));
    }

    private static String csv(FrameExporter exporter, List<Frame> frames) {
        var file = new ByteArrayOutputStream();
        try {
            exporter.export(frames, DataFormat.CSV, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_replay_from_disk_gives_what_the_engines_gave_and_stores_what_they_stored(@TempDir Path directory) {
        RECORDING.save(directory);
        var context = new RecordingContext();

        NorwayJourney replayed =
                NorwayJourney.through(ReplayedEngines.of(Recording.load(directory)), context, Effort.LEAST);

        assertThat(replayed).isEqualTo(NORWAY);
        assertThat(StudioJson.write(replayed)).isEqualTo(StudioJson.write(NORWAY));
        assertThat(context.stored()).isEqualTo(BLOBS.stored());
        assertThat(context.reports()).isEqualTo(BLOBS.reports());
    }

    @Test
    void a_session_with_pause_shock_and_steps_is_replayed_month_by_month() {
        Session recorded = session(RECORDED, RecordingContext.over(BLOBS));

        Session replayed = session(ReplayedEngines.of(RECORDING), new RecordingContext());

        assertThat(replayed.frames).isEqualTo(recorded.frames).hasSize(NorwayJourney.HORIZON);
        assertThat(replayed.outcome).isEqualTo(recorded.outcome).isNotEqualTo(NORWAY.outcome());
        assertThat(replayed.csv).isEqualTo(recorded.csv);
    }

    @Test
    void engines_and_reasoners_keep_their_names() {
        Engines replayed = ReplayedEngines.of(RECORDING);

        assertThat(replayed.simulation().provenance())
                .isEqualTo(RECORDED.simulation().provenance());
        assertThat(replayed.debate().map(Engine::provenance))
                .isEqualTo(RECORDED.debate().map(Engine::provenance))
                .isPresent();
    }

    @Test
    void what_was_never_asked_is_told_with_what_is_different_and_how_to_record_again() {
        PopulationSynthesizer replayed = ReplayedEngines.of(RECORDING).populationSynthesizer();
        var asked = new PopulationSynthesizer.Request(
                NORWAY.data(), NorwayFixture.populationConfig(), Map.of(), Map.of(), 201, NorwayJourney.SEED);

        assertThatThrownBy(() -> replayed.synthesize(asked, new RecordingContext()))
                .isInstanceOf(NotRecordedException.class)
                .hasMessage(
                        "The engine \"population_synthesizer\" was not asked for \"synthesize\" with this request when"
                                + " it was recorded. The nearest recorded request differs in /size (recorded 200, asked 201). To"
                                + " record again, run once with RecordedEngines around the real engines and save the recording.");
    }

    @Test
    void nothing_is_written_twice(@TempDir Path directory) throws IOException {
        RECORDING.save(directory);
        long files;
        try (var content = Files.list(directory.resolve("content"))) {
            files = content.count();
        }

        RecordedEngines.of(LocalEngines.readingFrom(NorwayFixture.FOLDER), RECORDING);
        NorwayJourney.through(RECORDED, new RecordingContext(), Effort.LEAST);
        RECORDING.save(directory);

        try (var content = Files.list(directory.resolve("content"))) {
            assertThat(content.count()).isEqualTo(files);
        }
    }
}
