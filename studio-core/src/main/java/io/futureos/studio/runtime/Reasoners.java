package io.futureos.studio.runtime;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.model.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the reasoners that are wired, one after the other. One that can't say anything about the question is absent from the
 * forecast, with its reason, and nobody else is held up.
 */
final class Reasoners {

    private final Engines engines;
    private final List<ReasonerMember> members = new ArrayList<>();
    private final List<Absent> absent = new ArrayList<>();

    Reasoners(Engines engines) {
        this.engines = engines;
    }

    /** What those said that had something to say. */
    List<ReasonerMember> members() {
        return List.copyOf(members);
    }

    List<Absent> absent() {
        return List.copyOf(absent);
    }

    /**
     * Asks all of them within a part of the job's progress.
     *
     * @param project in which the analyst says what moves what
     */
    Reasoners ask(
            Job job,
            Project project,
            SimulationEngine.Request scenario,
            List<Double> effect,
            List<String> origins,
            double from,
            double to) {
        Map<String, Reasoner> wired = wired();
        if (wired.isEmpty()) {
            return this;
        }
        double part = (to - from) / (1 + wired.size());
        job.phase(from, from + part);
        CausalGraph graph =
                engines.causalGraph().graph(AnalystsGraph.request(project, scenario.task(), scenario.data()), job);
        var request = new Reasoner.Request(scenario, graph, effect, origins);
        double reached = from + part;
        for (Map.Entry<String, Reasoner> reasoner : wired.entrySet()) {
            job.phase(reached, reached + part);
            reached += part;
            ask(reasoner.getKey(), reasoner.getValue(), request, job);
        }
        return this;
    }

    private Map<String, Reasoner> wired() {
        var known = new LinkedHashMap<String, Optional<Reasoner>>();
        known.put("graph of thoughts", engines.graphOfThoughts());
        known.put("tree search", engines.treeSearch());
        known.put("debate", engines.debate());
        var wired = new LinkedHashMap<String, Reasoner>();
        known.forEach((name, reasoner) -> reasoner.ifPresentOrElse(
                there -> wired.put(name, there), () -> absent.add(new Absent(name, "not wired"))));
        return wired;
    }

    private void ask(String name, Reasoner reasoner, Reasoner.Request request, Job job) {
        try {
            members.add(new ReasonerMember(name, reasoner.reason(request, job)));
        } catch (EngineUnavailableException away) {
            throw away; // trying again may help
        } catch (EngineException refused) {
            absent.add(new Absent(name, reason(refused)));
        }
    }

    /** An engine's sentence without its full stop: reports put it into one of their own. */
    private static String reason(EngineException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
