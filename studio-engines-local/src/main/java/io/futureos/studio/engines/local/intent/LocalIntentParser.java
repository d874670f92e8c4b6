package io.futureos.studio.engines.local.intent;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.PredictionTask;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands questions in English that hold one variable against one number in one period, for example "Will
 * battery-electric cars be more than 95 % of the new passenger cars registered in Norway in 2025?".
 *
 * <p>The period is a month, quarter, half or year ("in December 2025", "in Q1 2025"), taken as a whole, or a deadline
 * ("by the end of 2025"), where one month from the one after as-of is enough; if as-of is not known, the months begin with
 * the deadline's year. Safe for use by several threads.
 */
public final class LocalIntentParser implements IntentParser {

    private static final Provenance PROVENANCE = new Provenance("local intent parser", "1");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public PredictionTask parse(Request request, EngineContext context) {
        context.progress("Reading the question", 0);
        checkAsOf(request);
        try {
            PredictionTask task = read(request);
            context.progress("Question understood", 1);
            return task;
        } catch (Unclear e) {
            String example = ExampleQuestion.from(request, this)
                    .map(question -> "; ask for example: \"" + question + "\"")
                    .orElse("; configure a data source with months first, so that there is something to ask about.");
            throw new EngineException(e.code(), e.getMessage() + example, e);
        }
    }

    /**
     * The task of a question.
     *
     * @throws Unclear if there is none
     */
    PredictionTask read(Request request) {
        Reading reading = Reading.of(request.question());
        YearMonth asOf = asOf(request, reading);
        Variable variable = VariableMatch.find(reading, request.vocabulary());
        if (variable.kind() == Variable.Kind.ASSUMPTION) {
            throw new Unclear(
                    "question_about_assumption",
                    "\"" + variable.label() + "\" is an assumption, which scenarios set and nobody forecasts");
        }
        double threshold = threshold(reading.threshold(), variable);
        Period period = reading.period();
        YearMonth from = from(period, asOf);
        if (asOf != null && !period.to().isAfter(asOf)) {
            throw new Unclear(
                    "question_period_over",
                    "The period of the question ends in " + period.to() + ", but as of " + asOf
                            + " that is not the future any more");
        }
        return new PredictionTask(
                request.question(),
                variable.name(),
                reading.threshold().comparison(),
                threshold,
                from.toString(),
                period.to().toString(),
                period.occasion(),
                asOf == null ? null : asOf.toString());
    }

    private static void checkAsOf(Request request) {
        if (request.asOf() != null && !MONTH.matcher(request.asOf()).matches()) {
            throw new EngineException(
                    "as_of_malformed",
                    "The as-of month \"" + request.asOf() + "\" is not a month; write YYYY-MM, for example 2024-12.");
        }
    }

    private static @Nullable YearMonth asOf(Request request, Reading reading) {
        YearMonth given = request.asOf() == null ? null : YearMonth.parse(request.asOf());
        if (given != null && reading.asOf() != null && !given.equals(reading.asOf())) {
            throw new Unclear(
                    "question_as_of_contradicts",
                    "The question is asked as of " + reading.asOf() + ", but the project as of " + given
                            + "; name one of them only");
        }
        return given == null ? reading.asOf() : given;
    }

    private static YearMonth from(Period period, @Nullable YearMonth asOf) {
        if (period.from() != null) {
            return period.from();
        }
        return asOf != null ? asOf.plusMonths(1) : YearMonth.of(period.to().getYear(), 1);
    }

    private static double threshold(Threshold threshold, Variable variable) {
        boolean share = VariableMatch.isShare(variable);
        if (threshold.percent() && !VariableMatch.takesPercent(variable)) {
            throw new Unclear(
                    "question_unit",
                    "The question asks for " + threshold.shown() + ", but \"" + variable.label() + "\" is "
                            + (variable.unit().isEmpty() ? "not a share" : "in " + variable.unit())
                            + "; give a plain number, or ask about a share");
        }
        double value =
                (threshold.percent() && share ? threshold.number().divide(HUNDRED) : threshold.number()).doubleValue();
        if (share && !threshold.percent() && (value < 0 || value > 1)) {
            throw new Unclear(
                    "question_unit",
                    "The question asks for " + threshold.shown() + ", but \"" + variable.label()
                            + "\" is a share; write " + threshold.shown() + " % or a number from 0 to 1");
        }
        if (outside(value, variable)) {
            throw new Unclear(
                    "question_threshold_out_of_range",
                    "The question asks for " + threshold.shown() + ", but \"" + variable.label()
                            + "\" never gets there");
        }
        return value;
    }

    private static boolean outside(double value, Variable variable) {
        return (variable.minimum() != null && value < variable.minimum())
                || (variable.maximum() != null && value > variable.maximum());
    }
}
