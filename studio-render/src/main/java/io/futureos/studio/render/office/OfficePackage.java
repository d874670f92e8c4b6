package io.futureos.studio.render.office;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.ReportLanguage;
import io.futureos.studio.render.provenance.OfficeSeal;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.report.GeneratedReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of Office: parts, what each is, and how they belong together (Open Packaging Conventions, ECMA-376 part 2). Equal
 * parts added in the same order give equal bytes.
 */
public final class OfficePackage {

    private static final String RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Part root = new Part("", "", new byte[0]);
    private int charts;
    private int pictures;

    /** A part, which others can be related to. */
    public static final class Part {
        private final String name;
        private final String contentType;
        private Content content;
        private final Map<Relationship, String> relationships = new LinkedHashMap<>();

        private Part(String name, String contentType, byte[] content) {
            this.name = name;
            this.contentType = contentType;
            this.content = Content.of(content);
        }

        /** What the part says, if that rests on its relationships. */
        public void fill(byte[] bytes) {
            content = Content.of(bytes);
        }

        /** What the part will say while the file is written; it may still relate to others then. */
        public void fill(Content later) {
            content = later;
        }

        /** Makes {@code other} known to this part; answers the id to name it by. */
        public String relate(String type, Part other) {
            return relate(type, "/" + other.name, false);
        }

        /** Makes an address in the web known to this part; answers the id to name it by. */
        public String relate(String url) {
            return relate("hyperlink", url, true);
        }

        private String relate(String type, String target, boolean isOutside) {
            var relationship = new Relationship(whole(type), target, isOutside, "");
            return relationships.computeIfAbsent(relationship, added -> "rId" + (relationships.size() + 1));
        }

        /** Makes {@code other} known by the id that this part, written elsewhere, already names it by. */
        public void relateAs(String id, String type, Part other) {
            relationships.put(new Relationship(whole(type), "/" + other.name, false, id), id);
        }

        private static String whole(String type) {
            return type.startsWith("http") ? type : RELATIONSHIP + type;
        }
    }

    /** What a part says. */
    public interface Content {

        void writeTo(OutputStream out) throws IOException;

        private static Content of(byte[] bytes) {
            return out -> out.write(bytes);
        }
    }

    /** @param named the id that was given to it, or empty; one target may be known by several */
    private record Relationship(String type, String target, boolean isOutside, String named) {}

    /**
     * Adds a part.
     *
     * @param name its path in the file, for example {@code word/styles.xml}
     * @param type what it is, without {@code application/vnd.openxmlformats-officedocument.} if it begins so
     */
    public Part add(String name, String type, byte[] content) {
        String whole = type.contains("/") ? type : TYPE + type;
        var part = new Part(name, whole, content);
        if (parts.put(name, part) != null) {
            throw new IllegalStateException("There are two parts named " + name);
        }
        return part;
    }

    /** Adds a part that is filled later. */
    public Part add(String name, String type) {
        return add(name, type, new byte[0]);
    }

    /** Adds the part with which readers begin. */
    public Part addMain(String name, String type) {
        Part main = add(name, type);
        root.relate("officeDocument", main);
        return main;
    }

    /**
     * Adds a chart and its workbook below {@code folder}, for example {@code ppt}; answers the id by which {@code parent} names
     * it.
     */
    public String addChart(String folder, NativeChart chart, Part parent) {
        charts++;
        Part drawing = add(folder + "/charts/chart" + charts + ".xml", "drawingml.chart+xml", chart.chart());
        Part workbook = add(folder + "/embeddings/figures" + charts + ".xlsx", "spreadsheetml.sheet", chart.workbook());
        drawing.relate("package", workbook);
        if (chart.marks().length > 0) {
            String name = folder + "/drawings/marks" + charts + ".xml";
            drawing.relate("chartUserShapes", add(name, "drawingml.chartshapes+xml", chart.marks()));
        }
        return parent.relate("chart", drawing);
    }

    /** Adds a picture below {@code folder}; answers the id by which {@code parent} names it. */
    public String addPicture(String folder, byte[] picture, String kind, Part parent) {
        pictures++;
        String name = folder + "/media/picture" + pictures + "." + kind;
        return parent.relate("image", add(name, "image/" + kind, picture));
    }

    /** Says what the file is about, as shown by file managers and read out by screen readers. */
    public void addProperties(GeneratedReport report, ReportLanguage language) {
        String at = report.generatedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        var core = new Xml()
                .open(
                        "cp:coreProperties",
                        "xmlns:cp",
                        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:dcterms",
                        "http://purl.org/dc/terms/",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance");
        core.text("dc:title", report.content().title()).text("dc:creator", "Studio Orchestrator");
        core.text("dc:identifier", report.reportId().toString()).text("dc:language", language.tag());
        core.text("dcterms:created", at, "xsi:type", "dcterms:W3CDTF");
        core.text("dcterms:modified", at, "xsi:type", "dcterms:W3CDTF");
        Part part = add(
                "docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml",
                core.close("cp:coreProperties").bytes());
        root.relate("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", part);
    }

    /** The whole file, as a part of another one, which compresses it. No part is added from here on. */
    byte[] embedded() {
        var bytes = new ByteArrayOutputStream();
        try (var archive = Archive.within(bytes)) {
            addAll(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the whole file with its manifest; {@code out} stays open. No part is added from here on.
     *
     * @param main the part with which readers begin
     */
    public void writeSealed(OutputStream out, Part main, GeneratedReport report, @Nullable Signer signer)
            throws IOException {
        Part manifest = add(OfficeSeal.MANIFEST, "application/xml");
        Part place = add(OfficeSeal.SEAL, "application/xml");
        main.relate("customXml", manifest);
        main.relate("customXml", place);
        var seal = new OfficeSeal(report, signer);
        var bytes = new ByteArrayOutputStream();
        try (var archive = new Archive(bytes)) {
            Map<String, Fingerprint> entries = addAll(archive);
            archive.add(manifest.name, Content.of(seal.manifest(entries)));
            archive.addPlain(place.name, OfficeSeal.blank());
        }
        out.write(seal.sealed(bytes.toByteArray()));
    }

    /** Everything but manifest and seal; answers what each entry says. */
    private Map<String, Fingerprint> addAll(Archive archive) throws IOException {
        var entries = new LinkedHashMap<String, Fingerprint>();
        add(archive, "[Content_Types].xml", Content.of(contentTypes()), entries);
        addRelationships(archive, "_rels/.rels", root, entries);
        for (Part part : parts.values()) {
            if (!part.name.equals(OfficeSeal.MANIFEST) && !part.name.equals(OfficeSeal.SEAL)) {
                add(archive, part.name, part.content, entries);
                int slash = part.name.lastIndexOf('/');
                String links = part.name.substring(0, slash) + "/_rels" + part.name.substring(slash) + ".rels";
                addRelationships(archive, links, part, entries);
            }
        }
        return entries;
    }

    private static void add(Archive archive, String name, Content content, Map<String, Fingerprint> entries)
            throws IOException {
        entries.put(name, archive.add(name, content));
    }

    private byte[] contentTypes() {
        var xml = new Xml().open("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
        xml.empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        for (Part part : parts.values()) {
            xml.empty("Override", "PartName", "/" + part.name, "ContentType", part.contentType);
        }
        return xml.close("Types").bytes();
    }

    private static void addRelationships(Archive archive, String name, Part part, Map<String, Fingerprint> entries)
            throws IOException {
        if (part.relationships.isEmpty()) {
            return;
        }
        var xml = new Xml()
                .open("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        part.relationships.forEach((one, id) -> {
            if (one.isOutside) {
                xml.empty("Relationship", "Id", id, "Type", one.type, "Target", one.target, "TargetMode", "External");
            } else {
                xml.empty("Relationship", "Id", id, "Type", one.type, "Target", one.target);
            }
        });
        add(archive, name, Content.of(xml.close("Relationships").bytes()), entries);
    }
}
