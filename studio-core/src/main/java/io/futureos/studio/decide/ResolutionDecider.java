package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.madeAlready;
import static io.futureos.studio.decide.Decider.refused;
import static io.futureos.studio.decide.Decider.started;

import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.TrackRecord;
import io.futureos.studio.model.TrackRecord.Entry;
import io.futureos.studio.model.TrackRecord.Exclusion;
import io.futureos.studio.workflow.AskedQuestion;
import io.futureos.studio.workflow.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what is done when somebody says how the question turned out. */
final class ResolutionDecider {

    private static final String REVIEW = "review";

    private final DecideContext context;
    private final Project project;

    ResolutionDecider(DecideContext context) {
        this.context = context;
        this.project = context.project();
    }

    Decision resolve(KnownOutcome outcome) {
        Resolution before = project.get(Cells.resolution()).orElse(null);
        if (before != null) {
            Stamp by = Objects.requireNonNull(
                    project.stamps().get(Cells.resolution().path()));
            return refused(new Refusal.AlreadyResolved(before, by));
        }
        Output understood = context.assessment().lane(Lane.QUESTION).current();
        if (understood == null) {
            return refused(new Refusal.NotReady(
                    Workbench.REPORT, "a question that was understood", "Give the project an initial query."));
        }
        AskedQuestion question = AskedQuestion.of(understood);
        Double value = outcome.value();
        boolean answer = value == null ? Objects.requireNonNull(outcome.answer()) : question.holds(value);
        return problem(outcome, question, answer)
                .map(Decider::refused)
                .orElseGet(() -> resolved(
                        new Resolution(answer, value, outcome.knownAt(), outcome.source(), question.fingerprint())));
    }

    private Optional<Refusal> problem(KnownOutcome outcome, AskedQuestion question, boolean answer) {
        Double value = outcome.value();
        Boolean said = outcome.answer();
        if (value != null && said != null && said != answer) {
            return Optional.of(
                    new Refusal.OutcomeContradicts(value, said, question.comparison(), question.threshold()));
        }
        if (outcome.knownAt().isAfter(context.now())) {
            return Optional.of(new Refusal.OutcomeInFuture(outcome.knownAt(), context.now()));
        }
        // one month that meets the threshold settles such a question before its period is over
        String month = question.isAboutAnyMonth() && answer ? question.from() : question.to();
        Instant over = TrackRecord.endOf(month);
        if (outcome.knownAt().isBefore(over)) {
            return Optional.of(new Refusal.OutcomeTooEarly(outcome.knownAt(), month, over));
        }
        return value == null ? Optional.empty() : outOfBounds(question.variable(), value);
    }

    private Optional<Refusal> outOfBounds(String variable, double value) {
        Output data = context.assessment().lane(Lane.DATA).shown();
        if (data == null
                || !(data.summary().get("variables") instanceof Map<?, ?> variables)
                || !(variables.get(variable) instanceof Map<?, ?> bounds)) {
            return Optional.empty();
        }
        Double minimum = bound(bounds.get("minimum"));
        Double maximum = bound(bounds.get("maximum"));
        boolean within = (minimum == null || value >= minimum) && (maximum == null || value <= maximum);
        return within
                ? Optional.empty()
                : Optional.of(new Refusal.OutcomeOutOfBounds(variable, value, minimum, maximum));
    }

    private static @Nullable Double bound(@Nullable Object value) {
        return value instanceof Number number ? (Double) number.doubleValue() : null;
    }

    private Decision resolved(Resolution resolution) {
        TrackRecord record = TrackRecord.of(project, resolution);
        List<Entry> same = record.entries().stream()
                .filter(entry -> entry.excluded() != Exclusion.OTHER_QUESTION)
                .toList();
        Optional<String> earliest = same.stream()
                .map(entry -> entry.forecast().asOf())
                .min(String::compareTo)
                .filter(month -> TrackRecord.endOf(month).isAfter(resolution.knownAt()));
        if (earliest.isPresent()) {
            return refused(new Refusal.OutcomeBeforeForecast(resolution.knownAt(), earliest.get()));
        }
        String summary = "Resolved the question with " + (resolution.answer() ? "yes" : "no");
        Edits edits = new Edits(project).set(Cells.resolution(), resolution);
        return record.last().isPresent()
                ? started(context, edits, Lane.RESOLUTION, REVIEW, summary)
                : new Accepted(
                        edits.changes(),
                        Map.of(),
                        List.of("No forecast was published before the outcome was known, so there is none to score"),
                        summary);
    }

    Decision review() {
        TrackRecord record = TrackRecord.of(project);
        if (record.resolution() == null) {
            return refused(new Refusal.NotReady(
                    Workbench.REPORT, "the outcome of the question", "Say how it turned out with resolve_outcome."));
        }
        if (record.last().isEmpty()) {
            return refused(new Refusal.NotReady(
                    Workbench.REPORT,
                    "a forecast that was published before the outcome was known",
                    "There is none, and none can be made any more."));
        }
        var edits = new Edits(project);
        return context.assessment().lane(Lane.RESOLUTION).isCurrent()
                ? madeAlready(edits, "The overrides were reviewed already")
                : started(context, edits, Lane.RESOLUTION, REVIEW, "Started to review the overrides");
    }
}
