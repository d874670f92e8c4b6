package io.futureos.studio.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of servers, as people write them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://host/studio",
                "postgres://anna@host:5433/studio",
                "postgresql://anna:p%40ss%2Fword@host.example.org:5432/studio?sslmode=require",
                "postgresql://one.example.org:5432,two.example.org:5432/studio",
                "postgresql://[::1]:5432/studio",
                "jdbc:postgresql://host/studio?user=anna&password=sesame&currentSchema=forecasts",
            })
    void of_postgresql(String url) throws InputProblem {
        assertThat(PostgresAddress.read(url))
                .hasToString("PostgreSQL at " + url.replaceAll("^.*://(?:[^@]*@)?|\\?.*$", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://host",
                "redis://:sesame@host:6380/2",
                "rediss://anna:p%40ss@host",
            })
    void of_redis(String uri) {
        assertThatCode(() -> RedisAddress.read(uri)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://forecasts?region=eu-north-1",
                "s3://forecasts/studio/blobs/?region=eu-north-1",
                "https://key:se%2Fcret@minio.example.org/forecasts",
                "http://127.0.0.1:9000/forecasts/studio?region=eu-north-1",
            })
    void of_buckets(String url) {
        assertThatCode(() -> S3Address.read(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--postgres|mysql://anna:sesame@host/studio|--postgres is not the address of a database; write postgresql://user:password@host:5432/database",
                "--postgres|postgresql://anna:sesame@host|is not the address of a database",
                "--postgres|postgresql://anna:sesame@host:port/studio|is not the address of a database",
                "--postgres|postgresql://anna:se@same@host/studio|special characters as %XX",
                "--postgres|postgresql://anna:sesame%@host/studio|has a % that no two hexadecimal digits follow",
                "--postgres|jdbc:postgresql://host/studio?password=sesame%|has a % that no two hexadecimal digits follow",
                "--redis|http://:sesame@host|--redis: This is not the address of a Redis: it begins with http:",
                "--redis|redis://:se same@host|This is not the address of a Redis: it is no URI",
                "--redis|host:6379|is not the address of a Redis",
                "--s3|https://key:sesame@host|--s3 is not the address of a bucket; write s3://bucket?region=eu-north-1",
                "--s3|https://sesame@host/bucket|--s3 is not the address of a bucket",
                "--s3|https://key:se/same@host/bucket|special characters as %XX",
                "--s3|https://key:sesame@host/bucket?zone=a|is not the address of a bucket",
                "--s3|https://key:sesame%@host/bucket|has a % that no two hexadecimal digits follow",
                "--s3|https://key:sesame@host/bucket/..|--s3: A key prefix",
            })
    void what_is_none_is_told_with_what_would_be_right_and_never_repeated(String option, String url, String message) {
        assertThatThrownBy(() -> Options.read(option, url))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining(message)
                .message()
                .endsWith(".")
                .doesNotContain("sesame", "se same", "se@same", "se/same");
    }

    @Test
    void options_show_no_password() throws InputProblem {
        Options read = Options.read(
                "--postgres", "jdbc:postgresql://host/studio?password=sesame",
                "--redis", "redis://:sesame@host",
                "--s3", "https://key:sesame@host/bucket");

        assertThat(read.toString()).doesNotContain("sesame");
    }

    @Test
    void tables_are_made_in_a_database_only() {
        assertThatThrownBy(() -> Options.read("--migrate"))
                .hasMessage("--migrate makes tables in a database; name it with --postgres URL.");
    }
}
