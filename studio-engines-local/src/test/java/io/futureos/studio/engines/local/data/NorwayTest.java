package io.futureos.studio.engines.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.action.Template;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Table;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.intent.LocalIntentParser;
import io.futureos.studio.model.DataSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The figures and the template that the quickstart comes with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NorwayTest {

    private final Desk desk = new Desk(NorwayFixture.FOLDER);

    @Test
    void the_templates_sources_become_a_package_whose_shares_are_those_published() {
        DataPackage built = desk.build(
                "2024-12", List.of(), NorwayFixture.template().sources().toArray(DataSource[]::new));

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
    void the_templates_question_is_about_its_share() {
        Template template = NorwayFixture.template();
        var request = new IntentParser.Request(
                Objects.requireNonNull(template.question()),
                template.asOf(),
                desk.data.vocabulary(NorwayFixture.template().sources()));

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
}
