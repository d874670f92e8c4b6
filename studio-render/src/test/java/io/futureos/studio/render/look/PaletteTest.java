package io.futureos.studio.render.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Property
    void whatever_colours_a_user_chooses_text_in_them_can_be_read(
            @ForAll @IntRange(max = 0xffffff) int primary, @ForAll @IntRange(max = 0xffffff) int accent) {
        Rgb one = new Rgb(primary >> 16, primary >> 8 & 0xff, primary & 0xff);
        Rgb other = new Rgb(accent >> 16, accent >> 8 & 0xff, accent & 0xff);
        for (Palette palette : new Palette[] {Palette.light(one, other), Palette.dark(one, other)}) {
            for (Rgb text : new Rgb[] {palette.primary(), palette.accent(), palette.ink(), palette.muted()}) {
                assertThat(text.contrast(palette.background())).isGreaterThanOrEqualTo(4.5);
                assertThat(text.contrast(palette.surface())).isGreaterThanOrEqualTo(4.5);
            }
            for (Rgb line : palette.series()) {
                assertThat(line.contrast(palette.background())).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Property(tries = 300)
    void whatever_ground_a_template_has_text_and_series_can_be_read_on_it(
            @ForAll @IntRange(max = 0xffffff) int chosen, @ForAll @IntRange(max = 0xffffff) int ground) {
        Rgb one = new Rgb(chosen >> 16, chosen >> 8 & 0xff, chosen & 0xff);
        Rgb other = new Rgb(ground >> 16, ground >> 8 & 0xff, ground & 0xff);
        for (Palette palette : new Palette[] {
            Palette.light(one, one).on(other), Palette.dark(one, one).on(other)
        }) {
            assertThat(palette.background()).isEqualTo(other);
            for (Rgb text : new Rgb[] {palette.primary(), palette.accent(), palette.ink(), palette.muted()}) {
                assertThat(text.contrast(other)).isGreaterThanOrEqualTo(4.5);
            }
            for (Rgb line : palette.series()) {
                assertThat(line.contrast(other)).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void a_brand_is_as_colourful_on_a_dark_screen_as_on_paper() {
        Rgb green = Rgb.hex("#0b4f4a");
        Rgb wine = Rgb.hex("#7b1e3b");

        Palette dark = Palette.dark(green, wine);

        assertThat(saturation(dark.primary())).isEqualTo(saturation(green), within(0.02));
        assertThat(saturation(dark.accent())).isEqualTo(saturation(wine), within(0.02));
        assertThat(dark.primary().green())
                .isGreaterThan(dark.primary().red())
                .isGreaterThanOrEqualTo(dark.primary().blue());
        assertThat(dark.accent().red()).isGreaterThan(dark.accent().blue());
    }

    /** As HSL has it. */
    private static double saturation(Rgb colour) {
        double most = Math.max(colour.red(), Math.max(colour.green(), colour.blue())) / 255.0;
        double least = Math.min(colour.red(), Math.min(colour.green(), colour.blue())) / 255.0;
        return (most - least) / (1 - Math.abs(most + least - 1));
    }

    @Test
    void contrast_is_that_of_wcag() {
        assertThat(Rgb.WHITE.contrast(Rgb.BLACK)).isEqualTo(21, within(1e-9));
        assertThat(Rgb.hex("#777777").contrast(Rgb.WHITE)).isEqualTo(4.48, within(0.005));
    }

    @Test
    void a_colour_is_three_or_six_hex_digits_and_nothing_else() {
        assertThat(Rgb.parse("#1a2")).contains(new Rgb(0x11, 0xaa, 0x22));
        assertThat(Rgb.parse("#0B5394")).hasValueSatisfying(c -> assertThat(c).hasToString("#0b5394"));
        assertThat(Rgb.parse("red")).isEmpty();
        assertThat(Rgb.parse("#12345")).isEmpty();
        assertThat(Rgb.parse("#123456;}")).isEmpty();
        assertThat(Rgb.parse("")).isEmpty();
    }
}
