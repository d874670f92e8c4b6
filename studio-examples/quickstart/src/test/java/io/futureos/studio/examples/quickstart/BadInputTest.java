package io.futureos.studio.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {

    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void norway() throws IOException {
        desk = new Desk(folder);
    }

    /** In the files, a semicolon stands for a line break. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a missing column|new-cars.csv|month,new_cars,battery_electric|month,new_cars,electric|new-cars.csv, line 1, column \"battery_electric\"",
                "a text in a number column|new-cars.csv|2017-03,13398|2017-03,many|new-cars.csv, line 4, column \"new_cars\": \"many\" is not a number",
                "an empty cell|new-cars.csv|2017-03,13398|2017-03,|new-cars.csv, line 4, column \"new_cars\"",
                "a month twice|new-cars.csv|2017-03,13398|2017-02,13398|new-cars.csv, line 4, column \"month\": 2017-02 is already in line 3",
                "more electric cars than cars|new-cars.csv|2017-03,13398|2017-03,1339|new-cars.csv, line 4",
                "a missing file|template.json|\"path\": \"new-cars.csv\"|\"path\": \"new-car.csv\"|did you mean new-cars.csv?",
                "a template without a comma|template.json|\"schema\": 1,|\"schema\": 1|template.json: The JSON is not valid at line 4, column 3",
                "a key twice|template.json|\"schema\": 1,|\"schema\": 1, \"schema\": 1,|template.json: The JSON is not valid at line 3",
                "another schema|template.json|\"schema\": 1,|\"schema\": 2,|template.json: /schema",
                "a misspelt field|template.json|\"as_of\": \"2024-12\"|\"asof\": \"2024-12\"|template.json: /asof",
                "a month that is none|template.json|\"as_of\": \"2024-12\"|\"as_of\": \"2024-13\"|template.json: /as_of",
                "a misspelt setting|template.json|\"time_column\"|\"time_colum\"|template.json: Source \"new_cars\"",
                "a wrong setting|template.json|\"replicates\": 40|\"replicates\": \"many\"|template.json: /simulation/config/replicates is \"many\"",
                "a variable that is none|template.json|\"variable_overrides\": [{ \"variable\": \"vat_exemption\"|\"variable_overrides\": [{ \"variable\": \"vat\"|template.json: Scenario \"The VAT exemption ends\" overrides vat",
            })
    void ends_with_one_line_that_says_where_and_what_would_be_right(
            String name, String file, String text, String replacement, String message) throws IOException {
        desk.edit(file, text.replace(';', '\n'), replacement.replace(';', '\n'));

        assertRefused(desk.run(), message);
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        Files.writeString(folder.resolve("new-cars.csv"), "");

        assertRefused(desk.run(), "new-cars.csv is empty");
    }

    @Test
    void an_empty_template_is_refused() throws IOException {
        Files.writeString(desk.template(), "");

        assertRefused(desk.run(), "template.json: The JSON is not valid at line 1, column 1: there is nothing");
    }

    @Test
    void a_template_that_is_a_list_is_refused() throws IOException {
        Files.writeString(desk.template(), "[]");

        assertRefused(desk.run(), "template.json: This is JSON, but not an object");
    }

    @Test
    void a_template_that_is_not_there_is_refused() {
        assertRefused(desk.bare("--template", folder.resolve("tmpl.json").toString()), "tmpl.json does not exist");
        assertRefused(desk.bare("--template", folder.toString()), "is not a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"What will happen?", "Will it rain more than 5 % in 2025?", "95 %"})
    void a_question_that_can_not_be_understood_is_answered_with_one_that_can(String question) {
        assertRefused(desk.run("--question", question), "ask for example: \"");
    }

    @Test
    void figures_that_end_before_as_of_are_refused() {
        assertRefused(desk.run("--as-of", "2025-03"), "new-cars.csv, line 97");
    }

    @Test
    void a_folder_that_can_not_be_written_is_refused_before_the_work_begins() throws IOException {
        Files.writeString(folder.resolve("out"), "in the way");

        assertRefused(desk.run(), "out can't be written");
        assertThat(desk.shown()).isEmpty();
    }

    @Test
    void a_folder_where_a_file_should_go_is_refused_before_the_work_begins() throws IOException {
        Files.createDirectories(folder.resolve("out").resolve("report.pdf"));

        assertRefused(desk.run(), "report.pdf is a folder");
        assertThat(desk.shown()).isEmpty();
    }

    @Test
    void a_template_without_a_scenario_is_refused() throws IOException {
        String template = Files.readString(desk.template());
        int from = template.indexOf("\"scenarios\": [") + "\"scenarios\": [".length();
        int to = template.indexOf("\n  ],\n  \"simulation\"");
        Files.writeString(desk.template(), template.substring(0, from) + template.substring(to));

        assertRefused(desk.run(), "template.json: /scenarios is empty; give at least one");
    }

    private void assertRefused(int exitCode, String message) {
        assertThat(desk.complaint()).contains(message).endsWith("\n").hasLineCount(1);
        assertThat(exitCode).isEqualTo(Quickstart.BAD_INPUT);
    }
}
