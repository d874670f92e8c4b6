package io.futureos.studio.engines.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Table;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.intent.LocalIntentParser;
import io.futureos.studio.model.DataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The figures and the template that the quickstart comes with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NorwayTest {

    private static final Path NORWAY = Path.of("..", "studio-examples", "quickstart", "data", "norway");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Desk desk = new Desk(NORWAY);

    @Test
    void the_templates_sources_become_a_package_whose_shares_are_those_published() throws Exception {
        DataPackage built = desk.build("2024-12", List.of(), sources());

        TableData cars = desk.read(built, "new_cars");
        assertThat(built.asOf()).isEqualTo("2024-12");
        assertThat(built.tables()).extracting(Table::rows).containsExactly(96L, 18L, 10L);
        assertThat(share(cars, 2018)).isCloseTo(0.312, within(0.0005));
        assertThat(share(cars, 2024)).isCloseTo(0.889, within(0.0005));
        assertThat(built.variables())
                .extracting(Variable::name)
                .containsExactly(
                        "new_cars", "battery_electric", "battery_electric_share", "vat_exemption", "charging_access");
    }

    @Test
    void the_templates_question_is_about_its_share() throws Exception {
        JsonNode template = template();
        var request = new IntentParser.Request(
                template.get("question").asText(),
                template.get("as_of").asText(),
                desk.data.vocabulary(List.of(sources())));

        PredictionTask task = new LocalIntentParser().parse(request, desk.blobs);

        assertThat(task.targetVariable()).isEqualTo("battery_electric_share");
        assertThat(task.threshold()).isEqualTo(0.95);
    }

    private static double share(TableData cars, int year) {
        int first = cars.texts("month").indexOf(year + "-01");
        double electric = Arrays.stream(cars.numbers("battery_electric"), first, first + 12)
                .sum();
        return electric
                / Arrays.stream(cars.numbers("new_cars"), first, first + 12).sum();
    }

    private static JsonNode template() throws Exception {
        return JSON.readTree(NORWAY.resolve("template.json").toFile());
    }

    private static DataSource[] sources() throws Exception {
        List<DataSource> sources = new ArrayList<>();
        for (JsonNode source : template().at("/data/sources")) {
            Map<String, Object> config =
                    JSON.convertValue(source.get("config"), new TypeReference<Map<String, Object>>() {});
            sources.add(new DataSource(
                    source.get("name").asText(), source.get("type").asText(), config));
        }
        return sources.toArray(DataSource[]::new);
    }
}
