package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.report.GeneratedReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The manifest in a part of custom XML of an Office file, which programs carry along and do not show. */
public final class OfficeSeal {

    /** The part that has the manifest. */
    public static final String MANIFEST = "customXml/item1.xml";

    /** The part that has the seal. */
    public static final String SEAL = "customXml/item2.xml";

    private static final String OPEN_MANIFEST = "<manifest xmlns=\"urn:studio-orchestrator:provenance:1\">";
    private static final String CLOSE_MANIFEST = "</manifest>";
    private static final String OPEN_SEAL = "<seal xmlns=\"urn:studio-orchestrator:provenance:1\">";
    private static final String CLOSE_SEAL = "</seal>";

    /** Of a zip file (APPNOTE 4.3): how long its records are without names, how they begin, and what stands where. */
    private static final int ENTRY_HEAD = 30;

    private static final int ENTRY_CHECK = 14;
    private static final int LISTED_HEAD = 46;
    private static final int LISTED_MARK = 0x02014b50;
    private static final int LISTED_CHECK = 16;
    private static final int LISTED_PLACE = 42;
    private static final int LIST_END = 22;
    private static final int LIST_MARK = 0x06054b50;
    private static final int LIST_PLACE = 16;

    private static final byte[] NO_CHECK = new byte[Integer.BYTES];

    private final GeneratedReport report;
    private final @Nullable Signer signer;
    private byte[] manifest = {};

    public OfficeSeal(GeneratedReport report, @Nullable Signer signer) {
        this.report = report;
        this.signer = signer;
    }

    /**
     * What the part for the manifest says.
     *
     * @param entries what all entries of the file but manifest and seal say
     */
    public byte[] manifest(Map<String, Fingerprint> entries) {
        manifest = Manifest.of(report, inWords(entries));
        return (OPEN_MANIFEST + Packed.text(manifest) + CLOSE_MANIFEST).getBytes(US_ASCII);
    }

    /** What the part for the seal says until the file is whole; it has to be the last entry, and not compressed. */
    public static byte[] blank() {
        return (OPEN_SEAL + Seal.BLANK + CLOSE_SEAL).getBytes(US_ASCII);
    }

    /** The file with its seal, which is changed in its place. */
    public byte[] sealed(byte[] file) {
        Place place = place(file).orElseThrow(() -> new IllegalStateException("the seal is not the last entry"));
        Seal seal = Seal.of(Fingerprint.of(manifest), place.around(file), signer);
        byte[] part = (OPEN_SEAL + seal.text() + CLOSE_SEAL).getBytes(US_ASCII);
        var check = new CRC32();
        check.update(part);
        System.arraycopy(part, 0, file, place.content(), part.length);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(place.entry() + ENTRY_CHECK, (int) check.getValue());
        bytes.putInt(place.listed() + LISTED_CHECK, (int) check.getValue());
        return file;
    }

    static Optional<SealedFile> read(byte[] file) {
        var entries = new OfficeEntries(List.of(MANIFEST, SEAL));
        try {
            entries.read(file);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no zip file, one that is cut off, or one that says more than a report does
        }
        byte[] manifest = entries.kept().get(MANIFEST);
        byte[] seal = entries.kept().get(SEAL);
        if (manifest == null || seal == null) {
            return Optional.empty();
        }
        return Optional.of(new SealedFile(
                Packed.bytes(between(manifest, OPEN_MANIFEST, CLOSE_MANIFEST)),
                between(seal, OPEN_SEAL, CLOSE_SEAL),
                place(file).map(place -> place.around(file)).orElseGet(() -> Fingerprint.of(file)),
                inWords(entries.fingerprints()),
                "how the file is packed; what its parts say is as it was"));
    }

    /**
     * Where the seal is.
     *
     * @param entry where its entry begins
     * @param listed where the list of all entries names it, as the last
     */
    private record Place(int entry, int listed) {

        int content() {
            return entry + ENTRY_HEAD + SEAL.length();
        }

        /** The fingerprint of the file as it was before the seal was known. */
        Fingerprint around(byte[] file) {
            int seal = content() + OPEN_SEAL.length();
            return new Digest()
                    .add(file, 0, entry + ENTRY_CHECK)
                    .add(NO_CHECK)
                    .add(file, entry + ENTRY_CHECK + NO_CHECK.length, seal)
                    .add(Seal.BLANK.getBytes(US_ASCII))
                    .add(file, seal + Seal.LENGTH, listed + LISTED_CHECK)
                    .add(NO_CHECK)
                    .add(file, listed + LISTED_CHECK + NO_CHECK.length, file.length)
                    .fingerprint();
        }
    }

    /** Empty unless the file ends as ours do: with the seal, the list of entries, the seal's name last, and nothing more. */
    private static Optional<Place> place(byte[] file) {
        int end = file.length - LIST_END;
        int listed = end - LISTED_HEAD - SEAL.length();
        int length = OPEN_SEAL.length() + Seal.LENGTH + CLOSE_SEAL.length();
        if (listed < 0) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int list = bytes.getInt(end + LIST_PLACE);
        int entry = bytes.getInt(listed + LISTED_PLACE);
        boolean isOurs = bytes.getInt(end) == LIST_MARK
                && bytes.getInt(listed) == LISTED_MARK
                && isNamed(file, listed + LISTED_HEAD)
                && entry >= 0
                && entry < listed
                && list == entry + ENTRY_HEAD + SEAL.length() + length
                && list <= listed
                && isNamed(file, entry + ENTRY_HEAD);
        if (!isOurs) {
            return Optional.empty();
        }
        var check = new CRC32();
        check.update(file, entry + ENTRY_HEAD + SEAL.length(), length);
        boolean isChecked = bytes.getInt(entry + ENTRY_CHECK) == (int) check.getValue()
                && bytes.getInt(listed + LISTED_CHECK) == (int) check.getValue();
        return isChecked ? Optional.of(new Place(entry, listed)) : Optional.empty();
    }

    private static boolean isNamed(byte[] file, int at) {
        return new String(file, at, SEAL.length(), US_ASCII).equals(SEAL);
    }

    private static String between(byte[] part, String open, String close) {
        String text = new String(part, UTF_8);
        return text.startsWith(open) && text.endsWith(close) && text.length() >= open.length() + close.length()
                ? text.substring(open.length(), text.length() - close.length())
                : "";
    }

    private static Map<String, Fingerprint> inWords(Map<String, Fingerprint> entries) {
        var parts = new Parts();
        entries.forEach((name, fingerprint) -> {
            if (!name.equals(MANIFEST) && !name.equals(SEAL)) {
                parts.add(OfficeWords.of(name), fingerprint);
            }
        });
        return parts.byName();
    }
}
