package io.futureos.studio.engines.local.explain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engines.local.data.TableData;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportSection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Reads a report as a suspicious reader would: where is each number from, and is it there? */
public final class BoundNumbers {

    private static final Pattern NUMERAL = Pattern.compile("\\d+(?:[.,]\\d+)*");

    private final Request request;
    private final Function<String, TableData> tables;

    public BoundNumbers(Request request, Function<String, TableData> tables) {
        this.request = request;
        this.tables = tables;
    }

    /** The numbers that are read in the text are the bound ones, in the same order, and each is where it says. */
    public void check(ReportSection section) {
        List<String> bound = section.numbers().stream()
                .flatMap(number -> numerals(number.text()).stream())
                .toList();
        assertThat(bound).as("numbers in %s", section.type()).isEqualTo(numerals(text(section)));
        section.numbers().forEach(this::isWhereItSays);
    }

    private static List<String> numerals(String text) {
        return NUMERAL.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String text(ReportSection section) {
        return section.contentHtml()
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private void isWhereItSays(BoundNumber number) {
        List<@Nullable Object> found = number.origins().stream().map(this::find).toList();
        if (!number.computed()) {
            assertThat(holds(found.get(0), number))
                    .as("%s, where there is %s", number, found.get(0))
                    .isTrue();
        }
    }

    /** A number may also be part of what the place is called, as in "inside 80 percent interval". */
    private static boolean holds(@Nullable Object place, BoundNumber number) {
        String pointer = number.origins().get(0).pointer();
        if (pointer.substring(pointer.lastIndexOf('/') + 1).contains(number.text())) {
            return true;
        }
        if (place instanceof Number exact) {
            return number.value() instanceof Number value && value.doubleValue() == exact.doubleValue();
        }
        return place instanceof String words && (words.contains(number.text()) || words.equals(number.value()));
    }

    /** What stands at the origin; fails if there is nothing. */
    private @Nullable Object find(Origin origin) {
        return switch (origin.kind()) {
            case QUESTION -> at(request.task(), origin);
            case ROW -> row(origin);
            case DATA -> at(request.data(), origin);
            case GRAPH -> at(request.graph(), origin);
            case POPULATION -> at(request.population(), origin);
            case SCENARIO -> at(scenario(origin), origin);
            case RUN -> at(scenario(origin).simulation(), origin);
            case FORECAST -> at(scenario(origin).forecast(), origin);
            case BACKTEST -> at(scenario(origin).forecast().backtest(), origin);
            case COMPARISON -> at(requireNonNull(request.comparison()), origin);
            case RESOLUTION -> at(requireNonNull(request.resolved()), origin);
            case REASONING ->
                step(
                        scenario(origin).reasonings().stream()
                                .map(StudioJson::toOpen)
                                .toList(),
                        origin.pointer());
            case ENGINE -> step(request.engines(), origin.pointer());
            case CONVENTION -> Convention.of(origin).numeral();
        };
    }

    private ScenarioResult scenario(Origin origin) {
        return request.scenarios().stream()
                .filter(scenario -> scenario.name().equals(origin.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no scenario for " + origin));
    }

    private Object row(Origin origin) {
        String[] steps = origin.pointer().split("/", -1);
        TableData table = tables.apply(origin.name());
        if (steps.length == 1) {
            return table;
        }
        int row = table.texts("month").indexOf(steps[1]);
        assertThat(row).as("%s", origin).isNotNegative();
        return steps[2].equals("month") ? steps[1] : (Object) table.numbers(steps[2])[row];
    }

    private static @Nullable Object at(Object thing, Origin origin) {
        return step(StudioJson.toOpen(thing), origin.pointer());
    }

    private static @Nullable Object step(Object thing, String pointer) {
        Object place = thing;
        for (String step : Arrays.stream(pointer.split("/", -1)).skip(1).toList()) {
            String name = step.replace("~1", "/").replace("~0", "~");
            if (place instanceof Map<?, ?> map) {
                assertThat(map.containsKey(name)).as("%s of %s", name, pointer).isTrue();
                place = requireNonNull(map.get(name), pointer);
            } else if (place instanceof List<?> list) {
                place = list.get(Integer.parseInt(name));
            } else {
                Assertions.fail("there is nothing at " + pointer);
            }
        }
        return place;
    }
}
