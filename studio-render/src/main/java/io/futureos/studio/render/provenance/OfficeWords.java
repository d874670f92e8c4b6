package io.futureos.studio.render.provenance;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person calls the entries of an Office file. */
final class OfficeWords {

    private static final Pattern NUMBERED =
            Pattern.compile("(slide|notesSlide|chart|figures|marks|picture|slideLayout)(\\d+)\\.\\w+(\\.rels)?$");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("word/document.xml", "the text"),
            Map.entry("word/styles.xml", "the styles"),
            Map.entry("word/numbering.xml", "the numbers of lists"),
            Map.entry("word/fontTable.xml", "the fonts"),
            Map.entry("word/settings.xml", "the settings"),
            Map.entry("word/header.xml", "the header"),
            Map.entry("word/footer.xml", "the footer"),
            Map.entry("word/_rels/document.xml.rels", "the links of the text"),
            Map.entry("ppt/presentation.xml", "the order of the slides"),
            Map.entry("ppt/slideMasters/slideMaster1.xml", "the look of the slides"),
            Map.entry("ppt/notesMasters/notesMaster.xml", "the look of the notes"),
            Map.entry("ppt/theme/theme1.xml", "the colours and fonts"),
            Map.entry("docProps/core.xml", "the data about the file"),
            Map.entry("[Content_Types].xml", "the list of parts"));

    private OfficeWords() {}

    static String of(String entry) {
        Matcher numbered = NUMBERED.matcher(entry);
        if (!numbered.find()) {
            return NAMED.getOrDefault(entry, entry);
        }
        String number = numbered.group(2);
        String what = switch (numbered.group(1)) {
            case "slide" -> "slide " + number;
            case "notesSlide" -> "the notes of slide " + number;
            case "chart" -> "chart " + number;
            case "figures" -> "the figures of chart " + number;
            case "marks" -> "the marks of chart " + number;
            case "slideLayout" -> "layout " + number;
            default -> "picture " + number;
        };
        return numbered.group(3) == null ? what : "the links of " + what;
    }
}
