package io.futureos.studio.engines.local.intent;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.IntentParser.Request;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes up a question that can be understood, to show its form. */
final class ExampleQuestion {

    /** Any year does where no as-of month gives one. */
    private static final int SOME_YEAR = 2030;

    private ExampleQuestion() {}

    /** A question about one of the variables, shares first; empty if there is nothing to ask about. */
    static Optional<String> from(Request request, LocalIntentParser parser) {
        int year = request.asOf() == null
                ? SOME_YEAR
                : Integer.parseInt(request.asOf().substring(0, 4)) + 1;
        Stream<Variable> shares = request.vocabulary().stream().filter(VariableMatch::isShare);
        Stream<Variable> others = request.vocabulary().stream().filter(variable -> !VariableMatch.isShare(variable));
        return Stream.concat(shares, others)
                .filter(variable -> variable.kind() != Variable.Kind.ASSUMPTION)
                .flatMap(variable -> Stream.of(variable.label(), variable.name())
                        .map(name -> "Will " + name + " be more than " + figure(variable) + " in " + year + "?")
                        .filter(question -> isAbout(variable, question, request, parser)))
                .findFirst();
    }

    private static String figure(Variable variable) {
        if (VariableMatch.isShare(variable)) {
            return "50 %";
        }
        Double maximum = variable.maximum();
        return maximum != null && maximum < 1000 ? String.valueOf(maximum.intValue()) : "1,000";
    }

    private static boolean isAbout(Variable variable, String question, Request request, LocalIntentParser parser) {
        try {
            Request asked = new Request(question, request.asOf(), request.vocabulary());
            return parser.read(asked).targetVariable().equals(variable.name());
        } catch (Unclear e) {
            return false;
        }
    }
}
