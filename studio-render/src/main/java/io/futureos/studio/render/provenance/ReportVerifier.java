package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.futureos.studio.json.InvalidJsonException;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.render.provenance.Verdict.Outcome;
import io.futureos.studio.render.provenance.Verdict.Signing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says of a report's file, in any of the four formats, whether it is as it was written. Needs nothing but the file, and the
 * public keys of those whose signature is to count: without a signature, whoever changes a file can seal it anew. Safe for use
 * by several threads.
 */
public final class ReportVerifier {

    /** Far more than a report has; so much can be verified with half a gigabyte of memory. */
    private static final long MOST_BYTES = 64L << 20;

    private final Map<String, PublicKey> trusted;

    private ReportVerifier(Map<String, PublicKey> trusted) {
        this.trusted = Map.copyOf(trusted);
    }

    /** Trusts nobody's signature. */
    public static ReportVerifier trustingNobody() {
        return new ReportVerifier(Map.of());
    }

    /** Trusts what these Ed25519 keys signed. */
    public static ReportVerifier trusting(Map<String, PublicKey> keysById) {
        return new ReportVerifier(keysById);
    }

    /**
     * What the file is worth; one of more than 64 MB is no report.
     *
     * @throws IOException if it can't be read
     */
    public Verdict verify(Path file) throws IOException {
        return verdict(read(file));
    }

    /** What the file is worth, whoever made it: also one that is made to take the reader's memory or time. */
    public Verdict verify(byte[] file) {
        return verdict(read(file));
    }

    Verdict verdict(Optional<SealedFile> found) {
        if (found.isEmpty()) {
            return Verdict.unknown();
        }
        SealedFile sealed = found.get();
        Optional<Seal> seal = Seal.read(sealed.seal());
        if (seal.isEmpty()) {
            return new Verdict(Outcome.ALTERED, List.of("the seal"), Signing.NONE, "");
        }
        List<String> altered = altered(sealed, seal.get());
        return new Verdict(
                altered.isEmpty() ? Outcome.CONSISTENT : Outcome.ALTERED,
                altered,
                signing(seal.get()),
                seal.get().keyId());
    }

    /**
     * What the file says it was made from: see the fields in {@link Manifest}. Worth what the verdict is; empty if it says nothing
     * that can be read.
     */
    public static Map<String, Object> manifest(byte[] file) {
        return manifest(read(file));
    }

    static Map<String, Object> manifest(Optional<SealedFile> found) {
        return found.map(one -> fields(one.manifest())).orElse(Map.of());
    }

    static Optional<SealedFile> read(Path file) throws IOException {
        return Files.size(file) > MOST_BYTES ? Optional.empty() : read(Files.readAllBytes(file));
    }

    static Optional<SealedFile> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            return Optional.empty();
        }
        String start = new String(file, 0, Math.min(8, file.length), ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return PdfSeal.read(file);
        }
        return start.startsWith("PK") ? OfficeSeal.read(file) : HtmlSeal.read(file);
    }

    private static List<String> altered(SealedFile sealed, Seal seal) {
        var altered = new ArrayList<String>();
        if (!Fingerprint.of(sealed.manifest()).equals(seal.manifest())) {
            altered.add("the manifest");
        }
        if (!sealed.file().equals(seal.file())) {
            altered.addAll(parts(sealed));
            if (altered.isEmpty()) {
                altered.add(sealed.rest());
            }
        }
        return altered;
    }

    /** The parts that are not as the manifest says; none if that can't be read. */
    private static List<String> parts(SealedFile sealed) {
        var altered = new ArrayList<String>();
        Map<?, ?> written = written(sealed.manifest());
        written.forEach((name, fingerprint) -> {
            Fingerprint now = sealed.parts().get(String.valueOf(name));
            if (now == null) {
                altered.add(name + " (missing)");
            } else if (!now.value().equals(fingerprint)) {
                altered.add(String.valueOf(name));
            }
        });
        if (!written.isEmpty()) {
            sealed.parts().keySet().stream()
                    .filter(name -> !written.containsKey(name))
                    .forEach(name -> altered.add(name + " (added)"));
        }
        return altered;
    }

    private static Map<?, ?> written(byte[] manifest) {
        return fields(manifest).get("parts") instanceof Map<?, ?> written ? written : Map.of();
    }

    private static Map<String, Object> fields(byte[] manifest) {
        try {
            return StudioJson.read(manifest) instanceof Map<?, ?> fields ? OpenValue.map(fields) : Map.of();
        } catch (InvalidJsonException e) {
            return Map.of();
        }
    }

    private Signing signing(Seal seal) {
        if (!seal.isSigned()) {
            return Signing.NONE;
        }
        PublicKey key = trusted.get(seal.keyId());
        if (key == null) {
            return Signing.UNKNOWN_KEY;
        }
        return seal.isSignedBy(key) ? Signing.TRUSTED : Signing.FORGED;
    }
}
