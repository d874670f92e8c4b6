package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.futureos.studio.render.provenance.Verdict.Outcome;
import io.futureos.studio.render.provenance.Verdict.Signing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command line for who has a report's file, and wants to know what it is worth. */
public final class VerifyReport {

    /** It is as it was written, and signed with one of the keys if any are given. */
    public static final int CONSISTENT = 0;

    /** It was altered, or its signature is forged. */
    public static final int ALTERED = 1;

    /** It is no report, or none of the keys that are given signed it. */
    public static final int UNKNOWN = 2;

    /** The file or a key can't be read. */
    public static final int NOT_VERIFIED = 3;

    private static final String USAGE = """
            Usage: verify FILE [--key ID=PUBLIC_KEY.pem]...

            Says of a report as PDF, HTML, PowerPoint or Word whether it is as it was written, which parts are
            not, and who signed it. Needs nothing but the file.

              --key ID=FILE  trusts what the holder of this Ed25519 key signed under this id

            The exit code is 0 if it is as it was written (and signed with one of the keys, if any are given),
            1 if it was altered, 2 if it is no report or none of the keys signed it, and 3 if the file or a
            key can't be read.
            """;

    private VerifyReport() {}

    /** Ends the JVM with the exit code. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Does what the arguments ask for; returns the exit code. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return CONSISTENT;
        }
        try {
            return verify(Asked.by(arguments), out);
        } catch (IOException e) {
            err.println(e.getMessage());
            return NOT_VERIFIED;
        }
    }

    private static int verify(Asked asked, PrintStream out) throws IOException {
        ReportVerifier verifier = ReportVerifier.trusting(asked.keys);
        Optional<SealedFile> found = ReportVerifier.read(existing(asked.file));
        Verdict verdict = verifier.verdict(found);
        new Findings(asked.file.getFileName().toString(), verdict, ReportVerifier.manifest(found))
                .lines()
                .forEach(out::println);
        if (verdict.outcome() == Outcome.UNKNOWN) {
            return UNKNOWN;
        }
        if (verdict.outcome() == Outcome.ALTERED || verdict.signing() == Signing.FORGED) {
            return ALTERED;
        }
        return asked.keys.isEmpty() || verdict.isGenuine() ? CONSISTENT : UNKNOWN;
    }

    private static Path existing(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file " + file + "; name the report's file.");
        }
        return file;
    }

    /** What the command line asks for. */
    private record Asked(Path file, Map<String, PublicKey> keys) {

        static Asked by(List<String> arguments) throws IOException {
            var keys = new LinkedHashMap<String, PublicKey>();
            Path file = null;
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals("--key") && i + 1 < arguments.size()) {
                    i++;
                    addKey(arguments.get(i), keys);
                } else if (argument.startsWith("--key=")) {
                    addKey(argument.substring("--key=".length()), keys);
                } else if (argument.startsWith("--") || file != null) {
                    throw new IOException("\"" + argument + "\" is not understood.\n\n" + USAGE.strip());
                } else {
                    file = path(argument);
                }
            }
            return new Asked(named(file), keys);
        }

        private static Path named(@Nullable Path file) throws IOException {
            if (file == null) {
                throw new IOException("Which file?\n\n" + USAGE.strip());
            }
            return file;
        }

        private static Path path(String text) throws IOException {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new IOException("\"" + text + "\" is no path of a file.", e);
            }
        }

        private static void addKey(String text, Map<String, PublicKey> keys) throws IOException {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new IOException(
                        "--key is \"" + text + "\"; give the key's id and its file, as in board=PUBLIC_KEY.pem.");
            }
            keys.put(text.substring(0, equals), key(path(text.substring(equals + 1))));
        }

        /** A public key as OpenSSL writes it. */
        private static PublicKey key(Path file) throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new IOException("There is no file " + file + " with a key.");
            }
            String text = new String(Files.readAllBytes(file), US_ASCII)
                    .replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", "");
            try {
                byte[] encoded = Base64.getDecoder().decode(text);
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IOException(
                        file + " holds no public Ed25519 key in PEM; \"openssl pkey -in KEY.pem -pubout\" writes one.",
                        e);
            }
        }
    }
}
