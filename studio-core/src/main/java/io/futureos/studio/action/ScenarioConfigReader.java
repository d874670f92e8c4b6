package io.futureos.studio.action;

import static io.futureos.studio.action.TextRule.DESCRIPTION;
import static io.futureos.studio.action.TextRule.NAME;

import io.futureos.studio.model.Shock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the contract's {@code scenario_config}: all of it, what is to change, or the name alone. */
final class ScenarioConfigReader {

    private ScenarioConfigReader() {}

    static Field<ScenarioConfig> whole(Fields config) {
        var parts = Parts.read(config, config::required);
        return config.build(() -> new ScenarioConfig(
                parts.name.get(),
                parts.description.get(),
                parts.variableOverrides.get(),
                parts.populationAdjustments.or(Map.of()),
                parts.shockEvents.or(List.of())));
    }

    static Field<ScenarioEdit> edit(Fields config) {
        var parts = Parts.read(config, config::optional);
        config.atLeastOne();
        return config.build(() -> new ScenarioEdit(
                parts.name.orNull(),
                parts.description.orNull(),
                parts.variableOverrides.orNull(),
                parts.populationAdjustments.orNull(),
                parts.shockEvents.orNull()));
    }

    static Field<String> nameOnly(Fields config) {
        var name = config.required("name").text(NAME);
        return config.build(name::get);
    }

    private record Parts(
            Field<String> name,
            Field<String> description,
            Field<Map<String, Object>> variableOverrides,
            Field<Map<String, Object>> populationAdjustments,
            Field<List<Shock>> shockEvents) {

        static Parts read(Fields config, Function<String, Slot> requiredInWhole) {
            return new Parts(
                    requiredInWhole.apply("name").text(NAME),
                    requiredInWhole.apply("description").text(DESCRIPTION),
                    ScenarioConfigReader.variableOverrides(requiredInWhole.apply("variable_overrides")),
                    config.optional("population_adjustments").object(ScenarioConfigReader::populationAdjustments),
                    config.optional("shock_events")
                            .list(Assumptions.COUNT, event -> event.object(ScenarioConfigReader::shock)));
        }
    }

    private static Field<Map<String, Object>> variableOverrides(Slot slot) {
        var variable = new Unrepeated(NAME, Function.identity());
        Field<List<Map.Entry<String, Object>>> overrides = slot.list(
                Assumptions.COUNT, element -> element.object(override -> variableOverride(override, variable)));
        return overrides.map(ScenarioConfigReader::inOrder);
    }

    private static Field<Map.Entry<String, Object>> variableOverride(Fields override, Rule<String> variableRule) {
        var variable = override.required("variable").text(variableRule);
        var value = override.required("value").open();
        return override.build(() -> Map.entry(variable.get(), value.get()));
    }

    private static Map<String, Object> inOrder(List<Map.Entry<String, Object>> entries) {
        var map = new LinkedHashMap<String, Object>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    static Field<Map<String, Object>> populationAdjustments(Fields adjustments) {
        return adjustments.each(
                NAME,
                dimension -> dimension.object(shares ->
                        shares.each(NAME, share -> share.number(NumberRule.NOT_NEGATIVE), SharesRule.SHARES)));
    }

    private static Field<Shock> shock(Fields shock) {
        var tick = shock.required("tick").whole(Tick.SIMULATED).map(Math::toIntExact);
        var variable = shock.required("variable").text(NAME);
        var magnitude = shock.required("magnitude").number(NumberRule.FINITE);
        return shock.build(
                () -> new Shock(tick.get(), variable.get(), magnitude.get().doubleValue()));
    }
}
