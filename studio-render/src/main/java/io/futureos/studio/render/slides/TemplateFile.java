package io.futureos.studio.render.slides;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The file of a template, of which all is checked before anything is used: it is of bearable size, packed and unpacked, and
 * has no macros, no controls, no embedded programs, and no link to anything outside of it.
 */
final class TemplateFile {

    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED = 128L << 20;

    /** A file may always grow to that; above it, to so many times its size. XML of Office grows to 10 or 30 times. */
    private static final long FREE_UNPACKED = 16L << 20;

    private static final int MOST_GROWTH = 100;

    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final List<String> PROGRAMS = List.of("vba", "macroenabled", "activex", "oleobject", "control");

    /** By name; those of Office do not tell upper from lower case (ECMA-376 part 2, 6.2.2.3). */
    private final Map<String, byte[]> entries;

    private final Map<String, String> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> defaults = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * How a part belongs to another.
     *
     * @param type the last word of what Office names it; anybody else's is whole
     * @param target the name of the other part
     */
    record Link(String id, String type, String target) {}

    private TemplateFile(Map<String, byte[]> entries) {
        this.entries = entries;
        readTypes();
        checkPrograms();
        entries.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".rels"))
                .forEach(this::checkLinks);
    }

    /** @throws IllegalArgumentException if something about the file can't be borne */
    static TemplateFile read(InputStream in) throws IOException {
        byte[] file = in.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw refused("it has more than " + MOST_BYTES + " bytes. Make its pictures smaller");
        }
        if (Arrays.equals(file, 0, Math.min(4, file.length), OLD_OFFICE, 0, OLD_OFFICE.length)) {
            throw refused(
                    "it is protected by a password, or a .ppt of before 2007. Save it as .pptx without a password");
        }
        try {
            return new TemplateFile(unpack(file));
        } catch (ZipException | EOFException e) {
            throw refused("it is a damaged zip file: " + e.getMessage() + ". Save it anew with PowerPoint", e);
        }
    }

    private static Map<String, byte[]> unpack(byte[] file) throws IOException {
        long most = Math.min(MOST_UNPACKED, Math.max(FREE_UNPACKED, (long) MOST_GROWTH * file.length));
        long total = 0;
        var entries = new TreeMap<String, byte[]>(String.CASE_INSENSITIVE_ORDER);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                checkName(entry.getName());
                byte[] content = unpack(zip, entry, most - total, most);
                total += content.length;
                if (!entry.isDirectory() && entries.put(entry.getName(), content) != null) {
                    throw refused("it has two entries named " + entry.getName() + ". Save it anew with PowerPoint");
                }
                if (entries.size() > MOST_ENTRIES) {
                    throw refused(
                            "it has more than " + MOST_ENTRIES + " entries. Delete slides and layouts not needed");
                }
            }
        }
        if (entries.isEmpty()) {
            throw refused(
                    "its " + file.length + " bytes are no zip file, as every .pptx is. Give a file of PowerPoint");
        }
        return entries;
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw refused(
                    "it has an entry whose name is no text: " + e.getMessage() + ". Save it anew with PowerPoint", e);
        }
    }

    private static byte[] unpack(ZipInputStream zip, ZipEntry entry, long left, long most) throws IOException {
        var content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        boolean isTooLarge = entry.getSize() > left;
        for (int read = 0; read >= 0 && !isTooLarge; read = zip.read(buffer)) {
            content.write(buffer, 0, read);
            isTooLarge = content.size() > left;
        }
        if (isTooLarge) {
            String declared = entry.getSize() > left ? ", which declares " + entry.getSize() + " bytes" : "";
            throw refused("unpacked it has more than " + most + " bytes, at " + entry.getName() + declared
                    + ". Make what is in it smaller");
        }
        return content.toByteArray();
    }

    private static void checkName(String name) {
        boolean leadsOut = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || Arrays.asList(name.split("/", -1)).contains("..");
        if (leadsOut) {
            throw refused("its entry \"" + name + "\" leads out of the file. Save it anew with PowerPoint");
        }
    }

    private void readTypes() {
        if (!entries.containsKey(CONTENT_TYPES)) {
            throw refused("it has no " + CONTENT_TYPES + ", so it is no file of PowerPoint. It begins with "
                    + entries.keySet().iterator().next());
        }
        for (Element one : TemplateXml.children(root(CONTENT_TYPES))) {
            String type = one.getAttribute("ContentType");
            if ("Override".equals(one.getLocalName())) {
                types.put(one.getAttribute("PartName").replaceFirst("^/", ""), type);
            } else {
                defaults.put(one.getAttribute("Extension"), type);
            }
        }
    }

    private void checkPrograms() {
        for (String name : entries.keySet()) {
            if (isProgram(type(name)) || name.toLowerCase(Locale.ROOT).matches("(.*/)?(vbaproject|activex)[^/]*")) {
                throw refused(name + " is a macro, a control or an embedded object (" + type(name)
                        + "). Remove it and save the template as .pptx");
            }
        }
    }

    private static boolean isProgram(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return PROGRAMS.stream().anyMatch(small::contains);
    }

    private void checkLinks(String name) {
        for (Element link : TemplateXml.children(root(name))) {
            String target = link.getAttribute("Target");
            String type = link.getAttribute("Type");
            boolean isOutside = "External".equalsIgnoreCase(link.getAttribute("TargetMode"))
                    || target.contains(":")
                    || target.contains("\\")
                    || target.startsWith("//");
            if (isOutside) {
                throw refused(name + " links to " + target + ", outside of the file (" + shortened(type)
                        + "). Remove the link, or embed what it leads to");
            }
            if (isProgram(type.substring(type.lastIndexOf('/') + 1))) {
                throw refused(name + " links to " + target + ", a macro, a control or an embedded object ("
                        + shortened(type) + "). Remove it and save the template as .pptx");
            }
        }
    }

    /** What a part is, as the file declares it; empty if it does not. */
    String type(String part) {
        String own = types.get(part);
        return own != null ? own : defaults.getOrDefault(part.substring(part.lastIndexOf('.') + 1), "");
    }

    byte[] content(String part) {
        byte[] content = entries.get(part);
        if (content == null) {
            throw refused(part + " is missing, though others refer to it. Save it anew with PowerPoint");
        }
        return content;
    }

    Element root(String part) {
        return TemplateXml.parse(part, content(part));
    }

    /** What belongs to a part, in the order of the file; {@code ""} is the file itself. */
    List<Link> links(String part) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        var links = new ArrayList<Link>();
        if (entries.containsKey(name)) {
            for (Element link : TemplateXml.children(root(name))) {
                String type = link.getAttribute("Type");
                if (type.startsWith(STRICT)) {
                    throw refused(name + " is \"Strict Open XML\". Save it as \"PowerPoint Presentation (*.pptx)\"");
                }
                String target = resolved(folder, link.getAttribute("Target"), name);
                links.add(new Link(link.getAttribute("Id"), shortened(type), target));
            }
        }
        return links;
    }

    private static String resolved(String folder, String target, String where) {
        Deque<String> path = new ArrayDeque<>();
        String whole = target.startsWith("/") ? target : folder + target;
        for (String step : whole.split("/", -1)) {
            if (step.equals("..") && path.pollLast() == null) {
                throw refused(where + " links to " + target + ", which leads out of the file");
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    private static String shortened(String type) {
        return type.startsWith(OFFICE) ? type.substring(OFFICE.length()) : type;
    }

    static IllegalArgumentException refused(String why) {
        return refused(why, null);
    }

    static IllegalArgumentException refused(String why, @Nullable Throwable cause) {
        return new IllegalArgumentException("The template was refused: " + why + ".", cause);
    }
}
