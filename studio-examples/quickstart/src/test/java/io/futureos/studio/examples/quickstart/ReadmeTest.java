package io.futureos.studio.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.jdbc.PostgresStorage;
import io.futureos.studio.storage.s3.S3BlobStore;
import io.futureos.studio.testkit.server.PostgresServer;
import io.futureos.studio.testkit.server.RedisServer;
import io.futureos.studio.testkit.server.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path README = MODULE.resolve("../../README.md");
    private static final UserId ANALYST = UserId.of("6f1c2a6e-3d0b-4d61-9a52-0c1f6b1d7a01");
    private static final Path DATA = MODULE.resolve("data/norway");

    @ParameterizedTest
    @CsvSource({"FirstSteps,README begins,README ends", "OnServers,README servers begin,README servers end"})
    void the_lines_that_the_readme_shows_are_the_ones_that_compile(String example, String begin, String end)
            throws IOException {
        String source = Files.readString(
                MODULE.resolve("src/main/java/io/futureos/studio/examples/quickstart/" + example + ".java"));
        String first = "// " + begin + "\n";
        String snippet = source.substring(source.indexOf(first) + first.length(), source.indexOf("        // " + end));

        assertThat(Files.readString(README))
                .contains("```java\n" + snippet.stripTrailing().stripIndent() + "\n```");
    }

    @Test
    void a_studio_on_servers_is_wired_in_ten_lines_and_its_projects_outlive_it() throws Exception {
        S3Server s3 = S3Server.shared();
        String bucket = s3.newBucket();
        var database = new PGSimpleDataSource();
        database.setUrl(PostgresServer.shared().newDatabase());

        ProjectId project = asAmazons(
                s3, () -> OnServers.run(database, RedisServer.shared().uri(), bucket, s3.region(), DATA, ANALYST));

        try (S3BlobStore blobs = Buckets.store(bucket).build();
                StudioOrchestrator later = StudioOrchestrator.builder()
                        .storage(PostgresStorage.over(database).with(blobs))
                        .engines(LocalEngines.readingFrom(DATA))
                        .build()) {
            assertThat(later.projects().load(project, ANALYST).status()).isEqualTo(ProjectStatus.DATA_READY);
            assertThat(blobs.list("", Optional.empty(), 1)).isNotEmpty();
        }
        String readme = Files.readString(README);
        assertThat(readme.substring(readme.indexOf("## On servers"))
                        .split("```(java)?\n", -1)[1]
                        .lines())
                .hasSizeLessThanOrEqualTo(10);
    }

    /** Amazon's client finds the server and the credentials where its own tools would look for them too. */
    private static <T> T asAmazons(S3Server s3, Callable<T> work) throws Exception {
        Map<String, String> found = Map.of(
                "aws.endpointUrlS3", s3.endpoint().toString(),
                "aws.accessKeyId", s3.accessKey(),
                "aws.secretAccessKey", s3.secretKey());
        found.forEach(System::setProperty);
        try {
            return work.call();
        } finally {
            found.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void they_do_what_they_say() throws Exception {
        assertThat(FirstSteps.run(ANALYST, DATA)).isEqualTo(ProjectStatus.DATA_READY);
    }

    @Test
    void the_two_commands_stand_under_their_headings() throws Exception {
        List<String> lines = Files.readAllLines(README);

        assertThat(commandUnder(lines, "## Try it")).contains("studio-quickstart.jar");
        assertThat(commandUnder(lines, "## Test it")).contains("verify");
    }

    private static String commandUnder(List<String> lines, String heading) {
        int fence = lines.indexOf(heading) + 2;
        assertThat(lines.get(fence)).isEqualTo("```sh");
        assertThat(lines.get(fence + 2)).isEqualTo("```");
        return lines.get(fence + 1);
    }
}
