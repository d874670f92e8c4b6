package io.futureos.studio.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkbenchTest {

    @Test
    void the_names_in_json_are_those_of_the_contract() {
        assertThat(Arrays.stream(Workbench.values()).map(Workbench::wireName))
                .containsExactly("data", "population", "scenario", "simulation", "report");
    }

    @Test
    void every_workbench_is_found_by_its_name_and_by_no_other() {
        assertThat(Workbench.values())
                .allSatisfy(workbench ->
                        assertThat(Workbench.ofWireName(workbench.wireName())).contains(workbench));
        assertThat(Workbench.ofWireName("DATA")).isEmpty();
    }

    @Test
    void names_do_not_depend_on_the_locale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Workbench.SIMULATION.wireName()).isEqualTo("simulation");
        } finally {
            Locale.setDefault(before);
        }
    }
}
