package io.futureos.studio.render.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/**
 * The colour profile of sRGB (IEC 61966-2-1) in the form of ICC.1:2001-04. PDF/A says by one what its colours mean; the
 * JDK's own differs from version to version, and equal reports must give equal bytes on each.
 */
final class SrgbProfile {

    private static final int HEADER = 128;
    private static final int POINTS = 1_024;
    private static final int CURVE = 12 + 2 * POINTS;
    private static final String COPYRIGHT = "No copyright, use freely";
    private static final String NAME = "sRGB IEC61966-2.1";

    private SrgbProfile() {}

    static byte[] bytes() {
        String[] tags = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
        int[] sizes = {90 + NAME.length() + 1, 8 + COPYRIGHT.length() + 1, 20, 20, 20, 20, CURVE, 0, 0};
        int[] offsets = new int[tags.length];
        int size = HEADER + 4 + 12 * tags.length;
        for (int i = 0; i < tags.length; i++) {
            boolean isSharedCurve = sizes[i] == 0;
            offsets[i] = isSharedCurve ? offsets[i - 1] : size;
            sizes[i] = isSharedCurve ? CURVE : sizes[i];
            size = isSharedCurve ? size : (size + sizes[i] + 3) / 4 * 4;
        }
        ByteBuffer profile = ByteBuffer.allocate(size);
        writeHeader(profile);
        profile.position(HEADER).putInt(tags.length);
        for (int i = 0; i < tags.length; i++) {
            profile.put(tags[i].getBytes(US_ASCII)).putInt(offsets[i]).putInt(sizes[i]);
        }
        writeName(profile.position(offsets[0]));
        tag(profile.position(offsets[1]), "text").put(COPYRIGHT.getBytes(US_ASCII));
        writePoint(profile.position(offsets[2]), 0.9505, 1, 1.0891);
        // The primaries of sRGB, adapted from D65 to D50 by Bradford's matrix.
        writePoint(profile.position(offsets[3]), 0.4360747, 0.2225045, 0.0139322);
        writePoint(profile.position(offsets[4]), 0.3850649, 0.7168786, 0.0971045);
        writePoint(profile.position(offsets[5]), 0.1430804, 0.0606169, 0.7141733);
        writeCurve(profile.position(offsets[6]));
        return profile.array();
    }

    /** A display's profile of version 2.1 from 1998-02-09, RGB by way of XYZ under D50. */
    private static void writeHeader(ByteBuffer profile) {
        profile.putInt(profile.capacity()).putInt(0).putInt(0x02100000);
        profile.put("mntrRGB XYZ ".getBytes(US_ASCII));
        for (int part : new int[] {1998, 2, 9, 0, 0, 0}) {
            profile.putShort((short) part);
        }
        profile.put("acsp".getBytes(US_ASCII));
        profile.position(68);
        writeNumbers(profile, 0.9642, 1, 0.8249);
    }

    private static ByteBuffer tag(ByteBuffer profile, String type) {
        return profile.put(type.getBytes(US_ASCII)).putInt(0);
    }

    private static void writeName(ByteBuffer profile) {
        tag(profile, "desc").putInt(NAME.length() + 1).put(NAME.getBytes(US_ASCII));
    }

    private static void writePoint(ByteBuffer profile, double x, double y, double z) {
        writeNumbers(tag(profile, "XYZ "), x, y, z);
    }

    private static void writeNumbers(ByteBuffer profile, double... numbers) {
        for (double number : numbers) {
            profile.putInt((int) Math.round(number * 0x10000));
        }
    }

    private static void writeCurve(ByteBuffer profile) {
        tag(profile, "curv").putInt(POINTS);
        for (int i = 0; i < POINTS; i++) {
            double c = i / (POINTS - 1.0);
            double linear = c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
            profile.putShort((short) Math.round(linear * 0xffff));
        }
    }
}
