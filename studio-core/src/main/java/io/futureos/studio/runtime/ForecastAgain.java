package io.futureos.studio.runtime;

import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;

/**
 * Makes a forecast as a project of an earlier moment would have, or would have with something left out. What is not touched by
 * that is taken as it was stored then.
 */
final class ForecastAgain {

    private final Engines engines;
    private final ScenarioWork scenarios;
    private final Job job;
    private final ScenarioId scenario;
    private final PredictionTask task;
    private final BuildRequest dataRequest;
    private final DataPackage data;
    private final PopulationSynthesizer.Request populationRequest;
    private final Population population;

    /** @param then the project as the report saw it, whose data, population and run were up to date */
    ForecastAgain(Engines engines, ScenarioWork scenarios, Job job, WorkingCopy then, ScenarioId scenario) {
        this.engines = engines;
        this.scenarios = scenarios;
        this.job = job;
        this.scenario = scenario;
        this.task = stored(then, Lane.QUESTION, PredictionTask.class);
        this.data = stored(then, Lane.DATA, DataPackage.class);
        this.population = stored(then, Lane.POPULATION, Population.class);
        this.dataRequest = DataWork.request(then.project(), task);
        this.populationRequest = PopulationWork.request(then.project(), data);
    }

    private <T> T stored(WorkingCopy then, Lane lane, Class<T> type) {
        Output output = then.assessment().lane(lane).current();
        if (output == null) {
            throw new IllegalStateException(
                    "A report was made at revision " + then.revision() + ", when the " + lane + " was not up to date");
        }
        return job.result(output, type);
    }

    /** The forecast that the project would have led to. */
    Forecast with(Project project) {
        BuildRequest figures = DataWork.request(project, task);
        DataPackage built =
                figures.equals(dataRequest) ? data : engines.dataOrchestrator().build(figures, job);
        PopulationSynthesizer.Request people = PopulationWork.request(project, built);
        Population made = people.equals(populationRequest)
                ? population
                : engines.populationSynthesizer().synthesize(people, job);
        SimulationEngine.Request request =
                ScenarioWork.request(project, Scenario.of(project, scenario).orElseThrow(), task, built, made);
        return scenarios.unwatched(job, project, request);
    }
}
