package io.futureos.studio.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DockerTest {

    @Test
    void docker_is_used_or_not_as_the_build_says() {
        assertThat(Docker.isUsed("embedded")).isFalse();
        assertThat(Docker.isUsed("docker")).isTrue();
    }

    @Test
    void another_word_is_refused_with_those_that_are_known() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Docker.isUsed("podman"))
                .withMessage("studio.servers (or STUDIO_SERVERS) is \"podman\"."
                        + " Say embedded or docker, or leave it out to use Docker where it answers.");
    }
}
