package io.futureos.studio.render.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.provenance.Verdict.Outcome;
import io.futureos.studio.render.provenance.Verdict.Signing;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files changed as people would: {@code -Dmutations=N} makes so many over all formats in place of 200. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutationTest {

    private static final int MUTATIONS = Integer.getInteger("mutations", 200) / ExportFormat.values().length;

    private static Mutation.Maker mutations(ExportFormat format) {
        byte[] file = SealedReports.signed(format);
        return switch (format) {
            case HTML -> new HtmlMutations(file);
            case PDF -> new PdfMutations(file);
            case PPTX, DOCX -> new OfficeMutations(file);
        };
    }

    private static List<Mutation> mutated(Mutation.Maker maker, int count) throws Exception {
        var random = new Random(count);
        var mutations = new ArrayList<Mutation>();
        for (int i = 0; i < count; i++) {
            mutations.add(maker.mutate(maker.kinds().get(i % maker.kinds().size()), random));
        }
        return mutations;
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatever_is_changed_is_altered_and_named(ExportFormat format) throws Exception {
        for (Mutation mutation : mutated(mutations(format), MUTATIONS)) {
            Verdict verdict = SealedReports.VERIFIER.verify(mutation.file());

            assertThat(verdict.outcome()).as(mutation.kind()).isEqualTo(Outcome.ALTERED);
            assertThat(verdict.isGenuine()).as(mutation.kind()).isFalse();
            assertThat(verdict.altered())
                    .as(mutation.kind())
                    .anyMatch(named -> named.startsWith(mutation.part()))
                    .allMatch(named -> isAbout(named, mutation.part()));
        }
    }

    /** Nothing else is named; a section whose title was changed is missing, and another one is there. */
    private static boolean isAbout(String named, String part) {
        return named.startsWith(part)
                || part.equals(Mutation.MANIFEST)
                || (part.startsWith("the section") && named.endsWith("(added)"));
    }

    /** The library makes it a new manifest and a new seal; only the key is missing. */
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatever_is_changed_and_sealed_anew_is_not_genuine(ExportFormat format) throws Exception {
        var forgers = List.of(
                new Forger(null, Signing.NONE),
                new Forger(
                        Signer.ed25519(
                                SealedReports.KEY_ID, SealedReports.keys().getPrivate()),
                        Signing.FORGED),
                new Forger(Signer.ed25519("other", SealedReports.keys().getPrivate()), Signing.UNKNOWN_KEY),
                new Forger(copied(format), Signing.FORGED));
        Mutation.Maker maker = mutations(format);
        List<Mutation> mutations = mutated(maker, MUTATIONS);
        for (int i = 0; i < mutations.size(); i++) {
            Forger forger = forgers.get(i % forgers.size());

            Verdict verdict =
                    SealedReports.VERIFIER.verify(maker.sealed(mutations.get(i).file(), forger.signer));

            assertThat(verdict.outcome()).isEqualTo(Outcome.CONSISTENT);
            assertThat(verdict.signing()).isEqualTo(forger.told);
            assertThat(verdict.isGenuine()).isFalse();
        }
    }

    /**
     * Who seals a file anew.
     *
     * @param told what the verifier says of the signature
     */
    private record Forger(@Nullable Signer signer, Signing told) {}

    /** Signs with the signature of the genuine file, whatever the content. */
    private static Signer copied(ExportFormat format) {
        SealedFile file = ReportVerifier.read(SealedReports.signed(format)).orElseThrow();
        String signature = Seal.read(file.seal()).orElseThrow().signature();
        return new Signer() {
            @Override
            public String keyId() {
                return SealedReports.KEY_ID;
            }

            @Override
            public byte[] sign(byte[] content) {
                return Base64.getUrlDecoder().decode(signature);
            }
        };
    }
}
