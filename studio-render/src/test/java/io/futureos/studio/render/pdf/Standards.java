package io.futureos.studio.render.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether a file keeps PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). */
final class Standards {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Standards() {}

    /** What the file breaks, rule by rule; empty if it keeps both. */
    static List<String> broken(byte[] pdf) {
        var broken = new TreeSet<String>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                for (TestAssertion failed : result.getTestAssertions()) {
                    broken.add(flavour + " " + failed.getRuleId().getClause() + "-"
                            + failed.getRuleId().getTestNumber() + ": " + failed.getMessage() + " at "
                            + failed.getLocation().getContext());
                }
                if (!result.isCompliant() && broken.isEmpty()) {
                    broken.add(flavour + " is not kept");
                }
            } catch (Exception e) {
                throw new AssertionError("veraPDF cannot read the file", e);
            }
        }
        return List.copyOf(broken);
    }
}
