package io.futureos.studio.render.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.report.GeneratedReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Entities;

/**
 * What a file says about itself, twice, as PDF/A wants it: in the document information, and as XMP (ISO 16684-1) with the
 * standards that it keeps. All of it comes from the report, nothing from the clock.
 */
record Identity(String title, Instant generatedAt, long id) {

    static final String PRODUCER = "Studio Orchestrator";

    private static final OutputSettings AS_XML =
            new OutputSettings().syntax(Syntax.xml).escapeMode(Entities.EscapeMode.xhtml);

    /** The extension schema declares {@code pdfuaid}, which PDF/A-2 does not know (ISO 19005-2, 6.6.2.3.2). */
    private static final String XMP = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
             xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
             xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
             xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">TITLE</rdf:li></rdf:Alt></dc:title>
            <pdf:Producer>PRODUCER</pdf:Producer>
            <xmp:CreateDate>DATE</xmp:CreateDate>
            <xmp:ModifyDate>DATE</xmp:ModifyDate>
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;

    static Identity of(GeneratedReport report, String title) {
        return new Identity(
                title,
                report.generatedAt().truncatedTo(ChronoUnit.SECONDS),
                report.reportId().value().getMostSignificantBits());
    }

    /** When the report was generated, as PDFBox wants it. */
    Calendar generated() {
        Calendar generated = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        generated.setTimeInMillis(generatedAt.toEpochMilli());
        return generated;
    }

    void write(PDDocument pdf) throws IOException {
        Calendar generated = generated();
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer(PRODUCER);
        information.setCreationDate(generated);
        information.setModificationDate(generated);
        pdf.setDocumentInformation(information);
        pdf.getDocumentCatalog().setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(xmp().getBytes(UTF_8))));
        pdf.setDocumentId(id);
    }

    private String xmp() {
        return XMP.replace("PRODUCER", PRODUCER)
                .replace("DATE", generatedAt.toString())
                .replace("TITLE", Entities.escape(title, AS_XML));
    }
}
