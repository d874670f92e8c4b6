package io.futureos.studio.render.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.Reports;
import io.futureos.studio.render.html.HtmlReportExporter;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reports in Chromium, and under the validator of the W3C. Runs in the profile {@code browser} only, with the program that the
 * system property {@code chromium} names.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessibilityTest {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
    void axe_finds_no_barrier(int width, ColorScheme scheme) throws IOException {
        try (BrowserContext context = context(width, scheme, true)) {
            Page page = context.newPage();
            page.navigate(report(Reports.norway()));
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));

            Object barriers =
                    page.evaluate("axe.run().then(found => found.violations.map(one => one.id + ': ' + one.help"
                            + " + ' at ' + one.nodes.map(node => node.target.join(' ')).slice(0, 5).join(', ')))");

            assertThat((List<?>) barriers).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_validator_has_nothing_against_any_template(ReportTemplate template) throws Exception {
        var config = new ReportConfig(template, List.of(), null, true, true);
        Path file = directory.resolve("report.html");
        Files.write(file, html(Reports.configured(Reports.norway(), config)));
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.TEXT);

        assertThat(validator.validate(file).lines().filter(line -> line.startsWith("Error")))
                .isEmpty();
    }

    @Test
    void nothing_is_asked_of_any_server_and_the_policy_is_kept() throws IOException {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT, false)) {
            Page page = context.newPage();
            var requests = new ArrayList<String>();
            var complaints = new ArrayList<String>();
            page.onRequest(request -> requests.add(request.url()));
            page.onConsoleMessage(message -> complaints.add(message.text()));

            String url = report(Reports.norway());
            page.navigate(url);

            assertThat(requests).containsOnly(url);
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void the_first_key_shows_the_way_past_the_contents() throws IOException {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT, false)) {
            Page page = context.newPage();
            page.navigate(report(Reports.norway()));

            page.keyboard().press("Tab");

            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the report");
            assertThat((boolean) page.evaluate("document.activeElement.getBoundingClientRect().left >= 0"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"320", "1280"})
    void nothing_is_wider_than_the_window(int width) throws IOException {
        try (BrowserContext context = context(width, ColorScheme.LIGHT, false)) {
            Page page = context.newPage();
            page.navigate(report(Reports.norway()));

            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    private static BrowserContext context(int width, ColorScheme scheme, boolean bypassesPolicy) {
        return browser.newContext(new NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBypassCSP(bypassesPolicy));
    }

    private String report(ReportExporter.Request request) throws IOException {
        Path file = directory.resolve("page.html");
        Files.write(file, html(request));
        return file.toUri().toString();
    }

    private static byte[] html(ReportExporter.Request request) {
        return Exports.bytes(new HtmlReportExporter(), request);
    }

    private static String axe() throws IOException {
        try (InputStream script = AccessibilityTest.class.getResourceAsStream(AXE)) {
            assertThat(script).as(AXE).isNotNull();
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
