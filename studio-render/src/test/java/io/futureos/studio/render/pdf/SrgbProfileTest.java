package io.futureos.studio.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SrgbProfileTest {

    @Test
    void its_colours_are_those_of_srgb() {
        var space = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes()));

        for (float[] colour :
                new float[][] {{1, 1, 1}, {0, 0, 0}, {0.5f, 0.5f, 0.5f}, {0.11f, 0.35f, 0.58f}, {1, 0, 0}}) {
            float[] meant = space.toRGB(colour);
            for (int channel = 0; channel < 3; channel++) {
                assertThat(meant[channel]).isBetween(colour[channel] - 0.004f, colour[channel] + 0.004f);
            }
        }
    }
}
