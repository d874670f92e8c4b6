package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The households of a population: a category for each dimension, a kind, and neighbours. Read-only by convention: callers
 * do not write into the arrays.
 *
 * <p>The stored form is, with big-endian numbers: the magic {@code FOSP}; the version (2 bytes); the number of households
 * (4), dimensions (2) and archetypes (2); for each dimension its name and the number (2) and names of its categories; the
 * archetypes' ids; for each dimension one byte a household, the index of its category; one byte a household, the index of
 * its archetype; and the network as compressed sparse rows: where each household's neighbours begin (4 bytes each, one
 * more than households), then the neighbours (4 bytes each). A text is its length in UTF-8 (2 bytes), then its bytes.
 *
 * @param dimensions the names of the attributes
 * @param categories by dimension, the names of its categories
 * @param values by dimension and household, the index of the category as an unsigned byte
 * @param archetypes ids
 * @param archetype by household, the index of its archetype as an unsigned byte
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of up to millions of numbers; never compared, never written.
public record Households(
        List<String> dimensions,
        List<List<String>> categories,
        byte[][] values,
        List<String> archetypes,
        byte[] archetype,
        Neighbours neighbours) {

    private static final int MAGIC = 0x464f5350;
    private static final short VERSION = 1;

    public int size() {
        return archetype.length;
    }

    /** The index of the category of a household in a dimension. */
    public int category(int dimension, int household) {
        return values[dimension][household] & 0xff;
    }

    public int archetypeOf(int household) {
        return archetype[household] & 0xff;
    }

    /** The share of the households in each category of a dimension. */
    public double[] shares(int dimension) {
        long[] counts = new long[categories.get(dimension).size()];
        for (byte value : values[dimension]) {
            counts[value & 0xff]++;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shares[i] = counts[i] / (double) size();
        }
        return shares;
    }

    /** The stored form; equal households have equal bytes. */
    public byte[] toBytes() {
        int[] first = neighbours.first();
        int[] list = neighbours.list();
        long length = headerLength() + (values.length + 1L) * size() + 4L * first.length + 4L * list.length;
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(length));
        out.putInt(MAGIC).putShort(VERSION).putInt(size());
        out.putShort((short) dimensions.size()).putShort((short) archetypes.size());
        for (int d = 0; d < dimensions.size(); d++) {
            putText(out, dimensions.get(d));
            out.putShort((short) categories.get(d).size());
            categories.get(d).forEach(category -> putText(out, category));
        }
        archetypes.forEach(id -> putText(out, id));
        for (byte[] column : values) {
            out.put(column);
        }
        out.put(archetype);
        out.asIntBuffer().put(first).put(list);
        return out.array();
    }

    /**
     * Reads the stored form.
     *
     * @throws EngineException if these bytes are not households
     */
    public static Households read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < 14 || in.getInt() != MAGIC || in.getShort() != VERSION) {
            throw new EngineException(
                    "households_unreadable",
                    "The population's households are not in the format of version " + VERSION + "; regenerate it.");
        }
        int size = in.getInt();
        int dimensionCount = in.getShort();
        int archetypeCount = in.getShort();
        var dimensions = new ArrayList<String>();
        var categories = new ArrayList<List<String>>();
        for (int d = 0; d < dimensionCount; d++) {
            dimensions.add(text(in));
            categories.add(texts(in, in.getShort()));
        }
        List<String> archetypes = texts(in, archetypeCount);
        byte[][] values = new byte[dimensionCount][size];
        for (byte[] column : values) {
            in.get(column);
        }
        byte[] archetype = new byte[size];
        in.get(archetype);
        int[] first = new int[size + 1];
        in.asIntBuffer().get(first);
        in.position(in.position() + 4 * first.length);
        int[] list = new int[first[size]];
        in.asIntBuffer().get(list);
        return new Households(
                List.copyOf(dimensions),
                List.copyOf(categories),
                values,
                archetypes,
                archetype,
                new Neighbours(first, list));
    }

    private long headerLength() {
        long length = 14;
        for (int d = 0; d < dimensions.size(); d++) {
            length += textLength(dimensions.get(d)) + 2;
            length +=
                    categories.get(d).stream().mapToLong(Households::textLength).sum();
        }
        return length + archetypes.stream().mapToLong(Households::textLength).sum();
    }

    private static long textLength(String text) {
        return 2L + text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) utf8.length).put(utf8);
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[in.getShort()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static List<String> texts(ByteBuffer in, int count) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return List.copyOf(texts);
    }
}
