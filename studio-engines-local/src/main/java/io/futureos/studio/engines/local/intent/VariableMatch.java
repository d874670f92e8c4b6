package io.futureos.studio.engines.local.intent;

import io.futureos.studio.engine.DataPackage.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the variable that a question is about. The one whose label or name shares most words with the question wins, then
 * the one with the fewest words that the question lacks; between equals the threshold decides: per cent, or "5 of ...",
 * speaks of a share, a plain number of anything else.
 */
final class VariableMatch {

    static final String SHARE_UNIT = "share";

    private static final Set<String> PERCENT_UNITS = Set.of("%", "percent", "per cent");

    /** Of a label's words at least this part must be in the question, else it is about something else. */
    private static final double ENOUGH = 0.6;

    private final Set<String> question;
    private final Threshold threshold;

    private VariableMatch(Reading reading) {
        this.question = Words.of(reading.rest());
        this.threshold = reading.threshold();
    }

    /** How well a label or name matches: words in common, and words that the question lacks. */
    private record Score(int common, int lacking) implements Comparable<Score> {
        private static final Comparator<Score> ORDER =
                Comparator.comparingInt(Score::common).thenComparing(Score::lacking, Comparator.reverseOrder());

        boolean isEnough() {
            return common > 0 && common >= ENOUGH * (common + lacking);
        }

        @Override
        public int compareTo(Score other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The variable that the question is about.
     *
     * @throws Unclear if it is none or could be several, or if a number of the question stays unexplained
     */
    static Variable find(Reading reading, List<Variable> vocabulary) {
        VariableMatch match = new VariableMatch(reading);
        List<Variable> best = match.narrowed(match.best(vocabulary));
        if (best.isEmpty()) {
            throw new Unclear(
                    "question_variable_unknown",
                    "The question is about none of the variables that the data has (" + listed(vocabulary) + ")");
        }
        if (best.size() > 1) {
            throw new Unclear(
                    "question_variable_ambiguous", "The question may be about any of " + listed(best) + "; name one");
        }
        Variable found = best.get(0);
        checkNumbers(reading, found);
        if (reading.rest().stream().anyMatch(token -> token.isWord("not") || token.isWord("never"))) {
            throw new Unclear(
                    "question_negated", "It is not clear what \"not\" refers to in the question; ask without it");
        }
        return found;
    }

    private List<Variable> best(List<Variable> vocabulary) {
        List<Variable> best = new ArrayList<>();
        Score highest = new Score(0, 0);
        for (Variable variable : vocabulary) {
            Score score = score(variable);
            if (!score.isEnough() || score.compareTo(highest) < 0) {
                continue;
            }
            if (score.compareTo(highest) > 0) {
                best.clear();
                highest = score;
            }
            best.add(variable);
        }
        return best;
    }

    private List<Variable> narrowed(List<Variable> equals) {
        boolean share = threshold.percent() || threshold.ofWhole();
        List<Variable> fitting = equals.stream()
                .filter(variable -> takesPercent(variable) == share)
                .toList();
        return fitting.isEmpty() ? equals : fitting;
    }

    private Score score(Variable variable) {
        Score label = score(Words.of(variable.label()), variable);
        Score name = score(Words.of(variable.name()), variable);
        return label.compareTo(name) >= 0 ? label : name;
    }

    private Score score(Set<String> words, Variable variable) {
        Set<String> all = new LinkedHashSet<>(words);
        if (isShare(variable) && question.contains(Words.SHARE)) {
            all.add(Words.SHARE);
        }
        int common = (int) all.stream().filter(question::contains).count();
        return new Score(common, all.size() - common);
    }

    /** A number that is neither the threshold nor in the variable's name was meant for something. */
    private static void checkNumbers(Reading reading, Variable variable) {
        Set<String> known = new LinkedHashSet<>(Words.of(variable.label()));
        known.addAll(Words.of(variable.name()));
        reading.rest().stream()
                .filter(token -> token.kind() != Token.Kind.WORD && !known.contains(token.text()))
                .findFirst()
                .ifPresent(token -> {
                    throw new Unclear(
                            "question_number_unclear",
                            "It is not clear what \"" + token.text()
                                    + "\" is in the question, which may have one threshold and one period");
                });
    }

    /** Whether people give this variable in per cent: a share, or a figure that is in per cent itself. */
    static boolean takesPercent(Variable variable) {
        return isShare(variable) || PERCENT_UNITS.contains(variable.unit());
    }

    static boolean isShare(Variable variable) {
        return variable.unit().equals(SHARE_UNIT);
    }

    private static String listed(List<Variable> variables) {
        return variables.stream()
                .map(variable -> "\"" + variable.label() + "\" (" + variable.name() + ")")
                .collect(Collectors.joining(", "));
    }
}
