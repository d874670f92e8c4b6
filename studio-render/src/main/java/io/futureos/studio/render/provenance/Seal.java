package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.Fingerprint;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Binds a manifest to the bytes of its file: the fingerprints of both, and the signature of these if the host has a key. A
 * line of text of the same length whatever it says, so that its place in the file can be left free until all else is known.
 *
 * @param file of all bytes but those of the seal itself
 * @param keyId empty if it is not signed
 * @param signature empty if it is not signed
 */
record Seal(Fingerprint manifest, Fingerprint file, String keyId, String signature) {

    /** How a seal begins; nothing else in a file does. */
    static final String MARK = "studio-seal-1:";

    /** In characters. */
    static final int LENGTH = 400;

    private static final int LONGEST_KEY_ID = 100;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1," + LONGEST_KEY_ID + "}");
    private static final Pattern TEXT = Pattern.compile(
            MARK + "([0-9a-f]{64}):([0-9a-f]{64}):([A-Za-z0-9._-]{0," + LONGEST_KEY_ID + "}):([A-Za-z0-9_-]*) *");

    /** What stands in a seal's place until it is known. */
    static final String BLANK = MARK + " ".repeat(LENGTH - MARK.length());

    static Seal of(Fingerprint manifest, Fingerprint file, @Nullable Signer signer) {
        if (signer == null) {
            return new Seal(manifest, file, "", "");
        }
        if (!KEY_ID.matcher(signer.keyId()).matches()) {
            throw new IllegalArgumentException("The id of a key has at most " + LONGEST_KEY_ID
                    + " letters, digits, dots, dashes and underscores, but this is \"" + signer.keyId() + "\"");
        }
        byte[] signature = signer.sign(signed(manifest, file, signer.keyId()));
        return new Seal(manifest, file, signer.keyId(), base64(signature));
    }

    /** The fingerprint of a file as it was while its seal, which begins at {@code at}, was not known. */
    static Fingerprint around(byte[] file, int at) {
        return new Digest()
                .add(file, 0, at)
                .add(BLANK.getBytes(US_ASCII))
                .add(file, at + LENGTH, file.length)
                .fingerprint();
    }

    /** Empty unless it is written as a seal is: one in other letters would be a change that nobody notices. */
    static Optional<Seal> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (text.length() != LENGTH || !matcher.matches() || !isBase64(matcher.group(4))) {
            return Optional.empty();
        }
        return Optional.of(new Seal(
                new Fingerprint(matcher.group(1)),
                new Fingerprint(matcher.group(2)),
                matcher.group(3),
                matcher.group(4)));
    }

    /** Without bits at the end that say nothing, which Java's decoder passes over. */
    private static boolean isBase64(String text) {
        try {
            return base64(Base64.getUrlDecoder().decode(text)).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException if the signature is too long for its place */
    String text() {
        String text = MARK + manifest + ":" + file + ":" + keyId + ":" + signature;
        if (text.length() > LENGTH) {
            throw new IllegalArgumentException("There is no room for a signature of " + signature.length()
                    + " characters; those of Ed25519 have 86");
        }
        return text + " ".repeat(LENGTH - text.length());
    }

    byte[] bytes() {
        return text().getBytes(US_ASCII);
    }

    boolean isSigned() {
        return !keyId.isEmpty();
    }

    boolean isSignedBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(signed(manifest, file, keyId));
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // a signature that can't be one, or a key for something else
        }
    }

    private static byte[] signed(Fingerprint manifest, Fingerprint file, String keyId) {
        return (MARK + manifest + ":" + file + ":" + keyId).getBytes(UTF_8);
    }
}
