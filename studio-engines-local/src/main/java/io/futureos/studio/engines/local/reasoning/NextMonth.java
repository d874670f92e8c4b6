package io.futureos.studio.engines.local.reasoning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What the next month would have to bring for another answer: the figure at which the probability passes even odds if one
 * lies within two spreads of the usual, or else how far the probability goes between those.
 */
final class NextMonth {

    private static final Window NEXT = Window.month(1);
    private static final double SPREADS = 2;
    private static final int HALVINGS = 40;

    private final Evidence evidence;
    private final double usual;
    private final double low;
    private final double high;

    NextMonth(Evidence evidence) {
        Standpoint now = evidence.now();
        double spread = evidence.track(NEXT).spread(evidence.question().asOf());
        this.evidence = evidence;
        this.usual = now.usual(NEXT);
        this.low = usual - SPREADS * spread;
        this.high = usual + SPREADS * spread;
    }

    /**
     * In words.
     *
     * @param probability of yes now
     * @param ifItBrings the probability by the next month's figure
     */
    List<String> changesOf(double probability, DoubleUnaryOperator ifItBrings) {
        List<String> sentences = new ArrayList<>();
        double below = ifItBrings.applyAsDouble(figure(low));
        double above = ifItBrings.applyAsDouble(figure(high));
        boolean yes = probability >= 0.5;
        boolean turnsBelow = (below >= 0.5) != yes;
        boolean turnsAbove = (above >= 0.5) != yes;
        if (turnsBelow || turnsAbove) {
            double end = turnsBelow ? low : high;
            double turn = turningPoint(end, yes, ifItBrings);
            sentences.add(Figures.text(
                    "If %s were %s %s in %s (usual would be %s), the probability would be %s one half.",
                    Figures.subject(evidence.question().variable()),
                    turnsBelow ? "below" : "above",
                    written(turn),
                    Figures.month(evidence.question().asOf() + 1),
                    written(usual),
                    yes ? "below" : "above"));
        }
        sentences.add(Figures.text(
                "If %s were as low as %s in %s, the probability would be %s instead of %s; if it were as high as %s, %s.",
                Figures.subject(evidence.question().variable()),
                written(low),
                Figures.month(evidence.question().asOf() + 1),
                Figures.probability(below),
                Figures.probability(probability),
                written(high),
                Figures.probability(above)));
        return sentences;
    }

    private double turningPoint(double end, boolean yes, DoubleUnaryOperator ifItBrings) {
        double stays = usual;
        double turns = end;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (stays + turns) / 2;
            if ((ifItBrings.applyAsDouble(figure(middle)) >= 0.5) == yes) {
                stays = middle;
            } else {
                turns = middle;
            }
        }
        return turns;
    }

    private double figure(double scaled) {
        return evidence.now().scale().back(scaled);
    }

    private String written(double scaled) {
        return Figures.of(evidence.question().variable(), figure(scaled));
    }
}
