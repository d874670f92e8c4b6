package io.futureos.studio.render.look;

import java.util.Optional;
import java.util.regex.Pattern;

/** An opaque colour in sRGB, each channel from 0 to 255. */
public record Rgb(int red, int green, int blue) {

    public static final Rgb WHITE = new Rgb(255, 255, 255);
    public static final Rgb BLACK = new Rgb(0, 0, 0);

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    /** Reads {@code #rgb} or {@code #rrggbb}; any other notation is empty. */
    public static Optional<Rgb> parse(String text) {
        if (!HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        String hex = text.substring(1);
        if (hex.length() == 3) {
            hex = "" + hex.charAt(0) + hex.charAt(0) + hex.charAt(1) + hex.charAt(1) + hex.charAt(2) + hex.charAt(2);
        }
        int value = Integer.parseInt(hex, 16);
        return Optional.of(new Rgb(value >> 16, (value >> 8) & 0xff, value & 0xff));
    }

    /** A colour of the code itself, {@code #rrggbb}. */
    static Rgb hex(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Not #rrggbb: " + text));
    }

    /** This colour moved towards {@code other} by a share from 0 to 1. */
    public Rgb mix(Rgb other, double share) {
        return new Rgb(mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** The contrast ratio of WCAG 2.2, from 1 to 21. */
    public double contrast(Rgb other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** This colour, or the nearest one on the way to {@code pole} that has {@code ratio} against {@code background}. */
    public Rgb readableOn(Rgb background, Rgb pole, double ratio) {
        Rgb colour = this;
        for (int step = 1; step <= 50 && colour.contrast(background) < ratio; step++) {
            colour = towards(pole, step / 50.0);
        }
        return colour;
    }

    /** Mixed with black a colour stays as strong as it is; with white it would turn grey, so only its lightness is raised. */
    private Rgb towards(Rgb pole, double share) {
        return pole.equals(WHITE) ? lightened(share) : mix(pole, share);
    }

    /** With the hue and the saturation of HSL, and so much of the lightness that is missing to white. */
    private Rgb lightened(double share) {
        double most = Math.max(red, Math.max(green, blue)) / 255.0;
        double least = Math.min(red, Math.min(green, blue)) / 255.0;
        double lightness = (most + least) / 2;
        double spread = most - least;
        if (spread == 0) {
            return mix(WHITE, share);
        }
        double saturation = spread / (1 - Math.abs(2 * lightness - 1));
        double lighter = lightness + (1 - lightness) * share;
        double strength = saturation * (1 - Math.abs(2 * lighter - 1)) / spread;
        return new Rgb(
                shifted(red, lightness, strength, lighter),
                shifted(green, lightness, strength, lighter),
                shifted(blue, lightness, strength, lighter));
    }

    private static int shifted(int channel, double from, double strength, double to) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, to + (channel / 255.0 - from) * strength)));
    }

    /** Relative luminance as WCAG 2.2 defines it, from 0 to 1. */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }

    /** {@code #rrggbb}. */
    @Override
    public String toString() {
        String digits = Integer.toHexString(0x1000000 | red << 16 | green << 8 | blue);
        return "#" + digits.substring(1);
    }
}
