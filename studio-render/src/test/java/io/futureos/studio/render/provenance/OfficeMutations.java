package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.render.OfficeParts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Changes a presentation or a document of Office. */
final class OfficeMutations implements Mutation.Maker {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final Pattern PACKED = Pattern.compile("(<manifest[^>]*>)([^<]*)");

    /**
     * A kind of thing that can be changed.
     *
     * @param entries those that have it
     * @param value with its letters or digits as the group
     * @param part how the verifier calls such an entry; {@code $1} is its number
     */
    private record Place(Pattern entries, Pattern value, String part) {

        private Place(String entries, String value, String part) {
            this(Pattern.compile(entries), Pattern.compile(value), part);
        }
    }

    private static final String TEXT = ":t(?: [^>]*)?>([^<]*[A-Za-z0-9][^<]*)<";

    private static final Map<String, Place> PLACES = Map.of(
            "slide", new Place("ppt/slides/slide(\\d+)\\.xml", "<a" + TEXT, "slide $1"),
            "notes", new Place("ppt/notesSlides/notesSlide(\\d+)\\.xml", "<a" + TEXT, "the notes of slide $1"),
            "text", new Place("word/document\\.xml", "<w" + TEXT, "the text"),
            "chart", new Place("\\w+/charts/chart(\\d+)\\.xml", "<c:v>([^<]*[A-Za-z0-9][^<]*)<", "chart $1"),
            "workbook", new Place("\\w+/embeddings/figures(\\d+)\\.xlsx", "<v>([^<]+)<", "the figures of chart $1"));

    private final byte[] file;
    private final Map<String, byte[]> entries;

    OfficeMutations(byte[] file) {
        this.file = file;
        this.entries = OfficeParts.of(file);
    }

    @Override
    public List<String> kinds() {
        return entries.containsKey("word/document.xml")
                ? List.of("text", "chart", "workbook", Mutation.MANIFEST)
                : List.of("slide", "notes", "chart", "workbook", Mutation.MANIFEST);
    }

    @Override
    public Mutation mutate(String kind, Random random) throws IOException {
        var changed = new LinkedHashMap<>(entries);
        if (kind.equals(Mutation.MANIFEST)) {
            byte[] manifest = OfficeSeal.read(file).orElseThrow().manifest();
            String packed = Packed.text(Mutation.otherManifest(manifest, random));
            changed.compute(
                    OfficeSeal.MANIFEST,
                    (name, was) -> PACKED.matcher(text(was))
                            .replaceFirst("$1" + packed)
                            .getBytes(UTF_8));
            return new Mutation(kind, Mutation.MANIFEST, zipped(changed, null));
        }
        Place place = requireNonNull(PLACES.get(kind));
        List<String> names = entries.keySet().stream()
                .filter(name -> place.entries.matcher(name).matches())
                .filter(name -> place.value.matcher(text(content(name))).find())
                .toList();
        String name = names.get(random.nextInt(names.size()));
        byte[] mutated = mutated(content(name), place.value, random);
        if (kind.equals("workbook")) {
            var workbook = new LinkedHashMap<>(OfficeParts.of(entry(name)));
            workbook.put(SHEET, mutated);
            mutated = zipped(workbook, null);
        }
        changed.put(name, mutated);
        return new Mutation(kind, place.entries.matcher(name).replaceFirst(place.part), zipped(changed, null));
    }

    /** What an entry says; of a workbook, what its sheet says. */
    private byte[] content(String name) {
        byte[] entry = entry(name);
        return name.endsWith(".xlsx") ? requireNonNull(OfficeParts.of(entry).get(SHEET)) : entry;
    }

    private byte[] entry(String name) {
        return requireNonNull(entries.get(name), name);
    }

    private static byte[] mutated(byte[] content, Pattern value, Random random) {
        String text = text(content);
        List<MatchResult> all = value.matcher(text).results().toList();
        MatchResult one = all.get(random.nextInt(all.size()));
        return Mutation.other(text, one.start(1), one.end(1), random).getBytes(UTF_8);
    }

    private static String text(byte[] content) {
        return new String(content, UTF_8);
    }

    @Override
    public byte[] sealed(byte[] mutated, @Nullable Signer signer) throws IOException {
        Map<String, byte[]> changed = OfficeParts.of(mutated);
        var fingerprints = new LinkedHashMap<String, Fingerprint>();
        changed.forEach((name, content) -> fingerprints.put(name, Fingerprint.of(content)));
        var seal = new OfficeSeal(SealedReports.forged(), signer);
        changed.put(OfficeSeal.MANIFEST, seal.manifest(fingerprints));
        changed.remove(OfficeSeal.SEAL);
        return seal.sealed(zipped(changed, OfficeSeal.blank()));
    }

    private static byte[] zipped(Map<String, byte[]> entries, byte @Nullable [] seal) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            if (seal != null) {
                var check = new CRC32();
                check.update(seal);
                var entry = new ZipEntry(OfficeSeal.SEAL);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(seal.length);
                entry.setCrc(check.getValue());
                zip.putNextEntry(entry);
                zip.write(seal);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
