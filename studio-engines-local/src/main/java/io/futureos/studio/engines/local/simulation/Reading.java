package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.engines.local.config.ConfigObject;
import io.futureos.studio.engines.local.config.Spelling;
import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.SeriesReader;
import io.futureos.studio.engines.local.series.TableAccess;
import io.futureos.studio.engines.local.series.TableSource;
import io.futureos.studio.engines.local.simulation.SimulationConfig.Driver;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that a request refers to, read once: tables, households, configuration, the scenario's changes. */
final class Reading {

    private final Request request;
    private final SimulationConfig config;
    private final TableAccess tables;
    private final SeriesReader reader;
    private final ShareHistory series;
    private final int asOf;
    private final Town town;
    private final List<DriverHistory> drivers;

    Reading(Request request, EngineContext context, TableSource source) {
        this.request = request;
        this.config = SimulationConfig.read(request.config());
        this.tables = new TableAccess(request.data(), context, source);
        String month = request.task().asOf() == null
                ? request.data().asOf()
                : request.task().asOf();
        if (month == null) {
            throw new EngineException(
                    "no_months", "The data package has no months, so nothing can be simulated from it.");
        }
        this.asOf = Months.number(month);
        String target = request.task().targetVariable();
        this.reader = new SeriesReader(request.data(), tables, month);
        this.series = ShareHistory.read(known(target, "The question"), reader);
        this.town = Town.of(Households.read(context.read(request.population().households())), config);
        this.drivers = drivers(target);
    }

    private List<DriverHistory> drivers(String target) {
        var found = new ArrayList<DriverHistory>();
        for (Driver driver : config.drivers()) {
            Variable variable = known(driver.variable(), "/simulation/config/drivers");
            if (driver.variable().equals(target)) {
                throw new EngineException(
                        "driver_is_target",
                        "/simulation/config/drivers names \"" + target + "\", which is what the question asks about; a"
                                + " driver is another variable.");
            }
            found.add(new DriverHistory(driver, variable, variable.table() == null ? null : reader.series(variable)));
        }
        return List.copyOf(found);
    }

    private Variable known(String name, String where) {
        return request.data().variable(name).orElseThrow(() -> unknown(name, where));
    }

    private EngineException unknown(String name, String where) {
        List<String> names =
                request.data().variables().stream().map(Variable::name).toList();
        return new EngineException(
                "variable_unknown",
                where + " names variable \"" + name + "\", which the data package does not have"
                        + Spelling.hint(name, names) + ".");
    }

    SimulationConfig config() {
        return config;
    }

    int asOf() {
        return asOf;
    }

    Town town() {
        return town;
    }

    /** What was known at the end of a month. */
    Problem problem(int month) {
        var slopes = new ArrayList<Slope>();
        for (int a = 0; a < config.attributes().size(); a++) {
            slopes.add(Slope.known(config.attributes().get(a), town, a, month, tables));
        }
        return new Problem(
                series.upTo(month),
                month,
                town,
                drivers,
                slopes,
                config.replicates(),
                new CounterRandom(request.seed()));
    }

    /** The town that the scenario's people live in. */
    Town scenarioTown() {
        return request.populationAdjustments().isEmpty()
                ? town
                : town.adjusted(request.populationAdjustments(), new CounterRandom(request.seed()).branch(-3));
    }

    Futures futures() {
        var overrides = new LinkedHashMap<String, Double>();
        for (Map.Entry<String, Object> override : request.variableOverrides().entrySet()) {
            String place = "/variable_overrides/" + override.getKey();
            Variable variable = changeable(override.getKey(), place);
            overrides.put(
                    override.getKey(),
                    ConfigObject.asNumber(
                            place,
                            override.getValue(),
                            orElse(variable.minimum(), Double.NEGATIVE_INFINITY),
                            orElse(variable.maximum(), Double.POSITIVE_INFINITY)));
        }
        request.shocks().forEach(this::check);
        return new Futures(drivers, overrides, request.shocks(), asOf);
    }

    private static double orElse(@Nullable Double bound, double otherwise) {
        return bound == null ? otherwise : bound;
    }

    /** Refuses a shock of something that can't be moved. */
    void check(Shock shock) {
        changeable(shock.variable(), "A shock at tick " + shock.tick());
    }

    private Variable changeable(String name, String where) {
        PredictionTask task = request.task();
        if (name.equals(task.targetVariable())) {
            throw new EngineException(
                    "target_fixed",
                    where + " sets \"" + name + "\", which is what the question asks about; change one of its drivers: "
                            + String.join(", ", driverNames()) + ".");
        }
        return known(name, where);
    }

    List<String> driverNames() {
        return drivers.stream().map(driver -> driver.variable().name()).toList();
    }
}
