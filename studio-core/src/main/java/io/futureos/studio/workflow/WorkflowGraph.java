package io.futureos.studio.workflow;

import io.futureos.studio.model.OpenValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which stage builds on which. A change of one stage can reach those downstream of it and no other. */
public final class WorkflowGraph {

    private final List<Workbench> stages;
    private final Map<Workbench, Set<Workbench>> dependencies;
    private final Map<Workbench, List<Workbench>> upstream = new EnumMap<>(Workbench.class);
    private final Map<Workbench, List<Workbench>> downstream = new EnumMap<>(Workbench.class);

    private WorkflowGraph(Map<Workbench, Set<Workbench>> dependencies) {
        this.stages = Dependencies.inOrder(dependencies);
        this.dependencies = dependencies;
        for (Workbench stage : stages) {
            upstream.put(stage, ordered(Dependencies.upstream(dependencies, stage)));
            downstream.put(stage, ordered(Dependencies.downstream(dependencies, stage)));
        }
    }

    /** The graph of the contract: each stage builds on the one before it. */
    public static WorkflowGraph standard() {
        var dependencies = new EnumMap<Workbench, Set<Workbench>>(Workbench.class);
        var previous = EnumSet.noneOf(Workbench.class);
        for (Workbench stage : Workbench.values()) {
            dependencies.put(stage, previous);
            previous = EnumSet.of(stage);
        }
        return new WorkflowGraph(dependencies);
    }

    /**
     * Reads {@code {"stages": [...], "dependencies": {...}, "invalidation_rules": {...}}}, which may stand inside a field
     * {@code workflow}.
     *
     * @throws InvalidWorkflowException if a stage is unknown, missing or there twice, if stages depend on each other in a
     *     circle, or if an invalidation rule is not what follows from the dependencies
     */
    public static WorkflowGraph of(Map<String, Object> json) {
        return new WorkflowGraph(WorkflowReader.read(json));
    }

    /** All stages, each after those that it builds on. */
    public List<Workbench> stages() {
        return stages;
    }

    /** The stages that {@code stage} builds on, directly or through others, in the order of {@link #stages}. */
    public List<Workbench> upstream(Workbench stage) {
        return upstream.getOrDefault(stage, List.of());
    }

    /** The stages that build on {@code stage}, directly or through others, in the order of {@link #stages}. */
    public List<Workbench> downstream(Workbench stage) {
        return downstream.getOrDefault(stage, List.of());
    }

    /** What {@link #of} reads, as an open value with the field {@code workflow}. */
    public Map<String, Object> toOpen() {
        var needs = new LinkedHashMap<String, Object>();
        var rules = new LinkedHashMap<String, Object>();
        for (Workbench stage : stages) {
            needs.put(stage.wireName(), wireNames(ordered(dependencies.getOrDefault(stage, Set.of()))));
            if (!downstream(stage).isEmpty()) {
                rules.put(WorkflowReader.ruleOf(stage), wireNames(downstream(stage)));
            }
        }
        var workflow = new LinkedHashMap<String, Object>();
        workflow.put("stages", wireNames(stages));
        workflow.put("dependencies", needs);
        workflow.put("invalidation_rules", rules);
        return OpenValue.map(Map.of("workflow", workflow));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkflowGraph graph && graph.dependencies.equals(dependencies);
    }

    @Override
    public int hashCode() {
        return dependencies.hashCode();
    }

    @Override
    public String toString() {
        return "WorkflowGraph" + dependencies;
    }

    private List<Workbench> ordered(Set<Workbench> some) {
        return stages.stream().filter(some::contains).toList();
    }

    private static List<String> wireNames(List<Workbench> some) {
        var names = new ArrayList<String>();
        some.forEach(stage -> names.add(stage.wireName()));
        return names;
    }
}
