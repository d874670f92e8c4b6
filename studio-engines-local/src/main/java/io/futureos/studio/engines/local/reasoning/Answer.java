package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engines.local.series.Months;
import java.util.List;

/** A probability with its reasons. */
record Answer(double probability, List<String> reasons, List<String> wouldChangeItsMind) {

    /** How sure it is of what is settled already: all but an error in the data. */
    static double certain(double settled) {
        return settled > 0 ? 1 - LogOdds.SETTLED : LogOdds.SETTLED;
    }

    /** The answer to a question that what is to come can't change any more. */
    static Answer settled(Evidence evidence, double settled) {
        Question question = evidence.question();
        String answer = settled > 0 ? "yes" : "no";
        String why = question.isOpen() && question.knownMonths().length == 0
                ? "The answer is " + answer + " whatever comes: "
                        + question.variable().label() + " can't "
                        + (settled > 0 ? "miss " : "reach ")
                        + Figures.of(question.variable(), question.task().threshold()) + " within its bounds."
                : "The answer is " + answer + " by figures that are known already "
                        + evidence.reference(
                                Months.number(question.task().from()),
                                Math.min(
                                        question.asOf(),
                                        Months.number(question.task().to())))
                        + ".";
        return new Answer(
                certain(settled), List.of(why), List.of("Only a correction of these figures would change it."));
    }
}
