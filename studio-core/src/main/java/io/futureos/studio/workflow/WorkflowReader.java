package io.futureos.studio.workflow;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the dependencies of a workflow from open values and collects everything that is wrong with them. */
final class WorkflowReader {

    private static final String RULE_ENDING = "_changed";

    private final List<String> problems = new ArrayList<>();

    private WorkflowReader() {}

    static String ruleOf(Workbench stage) {
        return stage.wireName() + RULE_ENDING;
    }

    /** The direct dependencies of each stage, free of circles. */
    static Map<Workbench, Set<Workbench>> read(Map<String, Object> json) {
        var reader = new WorkflowReader();
        Map<?, ?> workflow = json.get("workflow") instanceof Map<?, ?> inner ? inner : json;
        reader.readStages(workflow.get("stages"));
        Map<Workbench, Set<Workbench>> dependencies = reader.readDependencies(workflow.get("dependencies"));
        reader.refuseCircles(dependencies);
        if (reader.problems.isEmpty()) {
            // Only from sound dependencies can be told what the rules have to be.
            reader.checkRules(workflow.get("invalidation_rules"), dependencies);
        }
        if (!reader.problems.isEmpty()) {
            throw new InvalidWorkflowException(reader.problems);
        }
        return dependencies;
    }

    private void readStages(@Nullable Object json) {
        Set<Workbench> stages = stagesOf("stages", json);
        for (Workbench stage : Workbench.values()) {
            if (!stages.contains(stage) && json instanceof List<?>) {
                problems.add("stages lacks " + stage.wireName());
            }
        }
    }

    private Map<Workbench, Set<Workbench>> readDependencies(@Nullable Object json) {
        var dependencies = new EnumMap<Workbench, Set<Workbench>>(Workbench.class);
        Map<?, ?> given = object("dependencies", json);
        given.forEach((key, needed) -> stageOf("dependencies", key)
                .ifPresent(stage -> dependencies.put(stage, stagesOf("dependencies of " + stage.wireName(), needed))));
        for (Workbench stage : Workbench.values()) {
            if (!given.containsKey(stage.wireName()) && json instanceof Map<?, ?>) {
                problems.add("dependencies lacks " + stage.wireName());
            }
        }
        return dependencies;
    }

    private void refuseCircles(Map<Workbench, Set<Workbench>> dependencies) {
        var named = EnumSet.noneOf(Workbench.class);
        for (Workbench stage : Workbench.values()) {
            if (!named.contains(stage)
                    && Dependencies.upstream(dependencies, stage).contains(stage)) {
                List<Workbench> circle = Dependencies.circle(dependencies, stage);
                named.addAll(circle);
                problems.add("stages depend on each other in a circle: "
                        + circle.stream().map(Workbench::wireName).collect(joining(" -> ")));
            }
        }
    }

    private void checkRules(@Nullable Object json, Map<Workbench, Set<Workbench>> dependencies) {
        Map<?, ?> rules = object("invalidation_rules", json);
        for (Object name : rules.keySet()) {
            if (!isRule(name)) {
                problems.add("invalidation_rules has an unknown rule \"" + name
                        + "\"; a rule is named after a stage, as \"" + ruleOf(Workbench.DATA) + "\"");
            }
        }
        for (Workbench stage : Workbench.values()) {
            Set<Workbench> expected = Dependencies.downstream(dependencies, stage);
            if (rules.containsKey(ruleOf(stage))) {
                compare(ruleOf(stage), stagesOf(ruleOf(stage), rules.get(ruleOf(stage))), expected);
            } else if (!expected.isEmpty() && json instanceof Map<?, ?>) {
                problems.add("invalidation_rules lacks " + ruleOf(stage) + ", which follows from the dependencies: "
                        + names(expected));
            }
        }
    }

    private void compare(String rule, Set<Workbench> actual, Set<Workbench> expected) {
        var missing = new TreeSet<>(expected);
        missing.removeAll(actual);
        if (!missing.isEmpty()) {
            problems.add(rule + " lacks " + names(missing) + ", which the dependencies reach");
        }
        var tooMuch = new TreeSet<>(actual);
        tooMuch.removeAll(expected);
        if (!tooMuch.isEmpty()) {
            problems.add(rule + " names " + names(tooMuch) + ", which the dependencies do not reach");
        }
    }

    private static boolean isRule(@Nullable Object name) {
        return name instanceof String text
                && text.endsWith(RULE_ENDING)
                && Workbench.ofWireName(text.substring(0, text.length() - RULE_ENDING.length()))
                        .isPresent();
    }

    private Set<Workbench> stagesOf(String where, @Nullable Object json) {
        var stages = EnumSet.noneOf(Workbench.class);
        if (!(json instanceof List<?> names)) {
            problems.add(where + " must be a list of stages, but is " + json);
            return stages;
        }
        for (Object name : names) {
            stageOf(where, name)
                    .filter(stage -> !stages.add(stage))
                    .ifPresent(stage -> problems.add(where + " names " + stage.wireName() + " twice"));
        }
        return stages;
    }

    private Optional<Workbench> stageOf(String where, @Nullable Object name) {
        Optional<Workbench> stage = name instanceof String text ? Workbench.ofWireName(text) : Optional.empty();
        if (stage.isEmpty()) {
            problems.add(where + " names an unknown stage " + (name instanceof String ? "\"" + name + "\"" : name)
                    + "; the stages are " + names(EnumSet.allOf(Workbench.class)));
        }
        return stage;
    }

    private Map<?, ?> object(String where, @Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        problems.add(where + " must be an object, but is " + json);
        return Map.of();
    }

    private static String names(Set<Workbench> stages) {
        return stages.stream().map(Workbench::wireName).collect(joining(", "));
    }
}
