package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.DataPackage.Variable.Aggregation;
import io.futureos.studio.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that sources promise. */
final class Vocabulary {

    private Vocabulary() {}

    /**
     * The variables of all sources, in their order.
     *
     * @throws EngineException if two have the same name
     */
    static List<Variable> of(List<? extends SourceSpec> sources) {
        Map<String, String> owners = new LinkedHashMap<>();
        List<Variable> variables = new ArrayList<>();
        for (SourceSpec source : sources) {
            for (Variable variable : variables(source)) {
                String owner = owners.putIfAbsent(variable.name(), source.name());
                if (owner != null) {
                    throw new EngineException(
                            "variable_twice",
                            "The variable \"" + variable.name() + "\" comes from both source \"" + owner
                                    + "\" and source \"" + source.name() + "\"; rename it in one of them.");
                }
                variables.add(variable);
            }
        }
        return variables;
    }

    /** A source without months has no variables: its tables describe a state, not a course. */
    private static List<Variable> variables(SourceSpec source) {
        if (source instanceof AssumptionSource assumptions) {
            return assumptions.variables();
        }
        FileSource file = (FileSource) source;
        return file.timeColumn().isPresent() ? columns(file) : List.of();
    }

    private static List<Variable> columns(FileSource file) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (ColumnSpec column : file.columns().values()) {
            if (column.type() == ColumnType.NUMBER) {
                variables.put(column.name(), variable(file, column));
            }
        }
        for (DerivedSpec derived : file.derived()) {
            variables.put(derived.name(), variable(file, derived, variables));
        }
        return List.copyOf(variables.values());
    }

    private static Variable variable(FileSource file, ColumnSpec column) {
        return new Variable(
                column.name(),
                column.label(),
                column.unit(),
                Variable.Kind.COLUMN,
                file.name(),
                column.aggregation(),
                null,
                null,
                null,
                column.bounds().minimum(),
                column.bounds().maximum());
    }

    private static Variable variable(FileSource file, DerivedSpec derived, Map<String, Variable> known) {
        boolean ratio = derived.operation() == DerivedSpec.Operation.RATIO;
        return new Variable(
                derived.name(),
                derived.label(),
                derived.unit(),
                Variable.Kind.DERIVED,
                file.name(),
                derived.aggregation().orElseGet(() -> aggregation(derived, known)),
                ratio ? derived.of().get(0) : null,
                ratio ? derived.of().get(1) : null,
                null,
                derived.bounds().minimum(),
                derived.bounds().maximum());
    }

    /** What adds up stays so under a difference, a lag and a product with a level; a ratio is over the sums. */
    private static Aggregation aggregation(DerivedSpec derived, Map<String, Variable> known) {
        List<Aggregation> operands = derived.of().stream()
                .map(known::get)
                .map(operand -> operand == null ? Aggregation.MEAN : operand.aggregation())
                .toList();
        boolean adds = switch (derived.operation()) {
            case RATIO -> false;
            case DIFFERENCE, LAG -> operands.stream().allMatch(Aggregation.SUM::equals);
            case PRODUCT -> operands.contains(Aggregation.SUM);
        };
        if (derived.operation() == DerivedSpec.Operation.RATIO) {
            return Aggregation.RATIO_OF_SUMS;
        }
        return adds ? Aggregation.SUM : Aggregation.MEAN;
    }
}
