package io.futureos.studio.render.office;

import io.futureos.studio.render.provenance.OfficeSeal;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.report.GeneratedReport;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        private byte[] content;
        private final List<Relationship> relationships = new ArrayList<>();

        private Part(String name, String contentType, byte[] content) {
            this.name = name;
            this.contentType = contentType;
            this.content = content;
        }

        /** What the part says, if that rests on its relationships. */
        public void fill(byte[] bytes) {
            content = bytes;
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
            for (int i = 0; i < relationships.size(); i++) {
                if (relationships.get(i).target.equals(target)) {
                    return "rId" + (i + 1);
                }
            }
            String whole = type.startsWith("http") ? type : RELATIONSHIP + type;
            relationships.add(new Relationship(whole, target, isOutside));
            return "rId" + relationships.size();
        }
    }

    private record Relationship(String type, String target, boolean isOutside) {}

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
        return parent.relate("chart", drawing);
    }

    /** Adds a picture below {@code folder}; answers the id by which {@code parent} names it. */
    public String addPicture(String folder, byte[] picture, String kind, Part parent) {
        pictures++;
        String name = folder + "/media/picture" + pictures + "." + kind;
        return parent.relate("image", add(name, "image/" + kind, picture));
    }

    /** Says what the file is about, as shown by file managers and read out by screen readers. */
    public void addProperties(GeneratedReport report) {
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
        core.text("dc:identifier", report.reportId().toString()).text("dc:language", "en");
        core.text("dcterms:created", at, "xsi:type", "dcterms:W3CDTF");
        core.text("dcterms:modified", at, "xsi:type", "dcterms:W3CDTF");
        Part part = add(
                "docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml",
                core.close("cp:coreProperties").bytes());
        root.relate("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", part);
    }

    /** The whole file. */
    public byte[] bytes() {
        return Archive.of(entries(), "");
    }

    /**
     * The whole file with its manifest.
     *
     * @param main the part with which readers begin
     */
    public byte[] sealed(Part main, GeneratedReport report, @Nullable Signer signer) {
        for (String name : List.of(OfficeSeal.MANIFEST, OfficeSeal.SEAL)) {
            main.relate("customXml", add(name, "application/xml"));
        }
        Map<String, byte[]> entries = entries();
        entries.remove(OfficeSeal.MANIFEST);
        entries.remove(OfficeSeal.SEAL);
        return OfficeSeal.sealed(entries, all -> Archive.of(all, OfficeSeal.SEAL), report, signer);
    }

    private Map<String, byte[]> entries() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("[Content_Types].xml", contentTypes());
        putRelationships(entries, "_rels/.rels", root);
        for (Part part : parts.values()) {
            entries.put(part.name, part.content);
            int slash = part.name.lastIndexOf('/');
            String rels = part.name.substring(0, slash) + "/_rels" + part.name.substring(slash) + ".rels";
            putRelationships(entries, rels, part);
        }
        return entries;
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

    private static void putRelationships(Map<String, byte[]> entries, String name, Part part) {
        if (part.relationships.isEmpty()) {
            return;
        }
        var xml = new Xml()
                .open("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        for (int i = 0; i < part.relationships.size(); i++) {
            Relationship one = part.relationships.get(i);
            if (one.isOutside) {
                xml.empty(
                        "Relationship",
                        "Id",
                        "rId" + (i + 1),
                        "Type",
                        one.type,
                        "Target",
                        one.target,
                        "TargetMode",
                        "External");
            } else {
                xml.empty("Relationship", "Id", "rId" + (i + 1), "Type", one.type, "Target", one.target);
            }
        }
        entries.put(name, xml.close("Relationships").bytes());
    }
}
