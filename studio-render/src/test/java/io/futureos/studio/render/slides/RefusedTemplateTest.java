package io.futureos.studio.render.slides;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.futureos.studio.render.OfficeParts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedTemplateTest {

    private static final byte[] USUAL = Templates.USUAL;
    private static final String MAIN = "presentationml.presentation.main+xml";
    private static final String LAYOUT = "ppt/slideLayouts/slideLayout2.xml";

    private static void assertRefused(byte[] template, String... why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PptxReportExporter.onTemplate(new ByteArrayInputStream(template), null))
                .withMessageStartingWith("The template was refused: ")
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(why));
    }

    @Test
    void what_is_no_zip_file() {
        assertRefused("Hello".getBytes(UTF_8), "its 5 bytes are no zip file");
        assertRefused(new byte[0], "its 0 bytes are no zip file");
        assertRefused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}, "protected by a password");
        assertRefused(Arrays.copyOf(USUAL, USUAL.length / 2), "damaged zip file");
    }

    @Test
    void what_is_no_presentation() {
        assertRefused(Templates.zip(Map.of("a.txt", new byte[1])), "no [Content_Types].xml", "a.txt");
        assertRefused(
                Templates.with(
                        USUAL, "[Content_Types].xml", xml -> xml.replace(MAIN, "wordprocessingml.document.main+xml")),
                "ppt/presentation.xml",
                "wordprocessingml",
                "no presentation");
        assertRefused(
                Templates.with(
                        USUAL,
                        "_rels/.rels",
                        xml -> xml.replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")),
                "Strict Open XML");
    }

    @Test
    void more_bytes_than_a_template_has() {
        assertRefused(new byte[(32 << 20) + 1], "more than 33554432 bytes");
    }

    @Test
    void more_entries_than_a_template_has() {
        var parts = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, 5_001).forEach(i -> parts.put("a" + i, new byte[0]));

        assertRefused(Templates.zip(parts), "more than 5000 entries");
    }

    @Test
    void a_bomb() {
        assertRefused(
                Templates.plus(USUAL, "ppt/media/bomb.png", new byte[20 << 20]),
                "unpacked it has more than 16777216 bytes",
                "ppt/media/bomb.png");
    }

    @Test
    void a_gigabyte_that_is_only_declared() {
        assertRefused(
                entry("ppt/media/huge.png".getBytes(ISO_8859_1), 1 << 30),
                "ppt/media/huge.png, which declares 1073741824 bytes");
    }

    @Test
    void an_entry_whose_name_is_no_text() {
        assertRefused(entry(new byte[] {(byte) 0xff, (byte) 0xfe}, 1), "Save it anew with PowerPoint");
    }

    /** How an entry begins (APPNOTE 4.3.7), with a name in UTF-8. */
    private static byte[] entry(byte[] name, int size) {
        return ByteBuffer.allocate(30 + name.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50)
                .putShort(4, (short) 20)
                .putShort(6, (short) 0x800)
                .putShort(8, (short) 8)
                .putInt(18, 100)
                .putInt(22, size)
                .putShort(26, (short) name.length)
                .position(30)
                .put(name)
                .array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.xml", "ppt/../../evil.xml", "/etc/passwd", "ppt\\..\\evil.xml", "C:evil.xml"})
    void an_entry_that_leads_out_of_the_file(String name) {
        assertRefused(Templates.plus(USUAL, name, new byte[1]), "\"" + name + "\" leads out of the file");
    }

    @Test
    void a_link_that_leads_out_of_the_file() {
        assertRefused(
                Templates.with(
                        USUAL,
                        Templates.MASTER_LINKS,
                        xml -> xml.replace("../theme/theme1.xml", "../../../theme1.xml")),
                Templates.MASTER_LINKS,
                "../../../theme1.xml, which leads out of the file");
    }

    @Test
    void two_entries_of_one_name() {
        assertRefused(
                Templates.plus(USUAL, "PPT/presentation.xml", new byte[1]), "two entries named", "presentation.xml");
    }

    @Test
    void macros() {
        byte[] enabled = Templates.with(
                USUAL,
                "[Content_Types].xml",
                xml -> xml.replace(
                        "application/vnd.openxmlformats-officedocument." + MAIN,
                        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"));

        assertRefused(Templates.plus(USUAL, "ppt/vbaProject.bin", new byte[1]), "ppt/vbaProject.bin is a macro");
        assertRefused(enabled, "ppt/presentation.xml", "macroEnabled");
    }

    @ParameterizedTest
    @CsvSource({
        "ppt/activeX/activeX1.xml, application/vnd.ms-office.activeX+xml",
        "ppt/embeddings/oleObject1.bin, application/vnd.openxmlformats-officedocument.oleObject"
    })
    void controls_and_embedded_objects(String name, String type) {
        byte[] declared = Templates.with(
                USUAL,
                "[Content_Types].xml",
                xml -> xml.replace(
                        "</Types>", "<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/></Types>"));

        assertRefused(Templates.plus(declared, name, new byte[1]), name, type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Target=\"https://example.org/a.png\" TargetMode=\"External\"",
                "Target=\"../media/a.png\" TargetMode=\"external\"",
                "Target=\"file:///c:/a.png\"",
                "Target=\"\\\\server\\a.png\"",
                "Target=\"//server/a.png\""
            })
    void links_to_what_is_not_in_the_file(String target) {
        assertRefused(
                Templates.with(
                        USUAL,
                        Templates.MASTER_LINKS,
                        xml -> xml.replace(
                                "</Relationships>",
                                "<Relationship Id=\"r99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                        + "relationships/image\" " + target + "/></Relationships>")),
                Templates.MASTER_LINKS,
                "outside of the file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Content_Types].xml",
                "ppt/presentation.xml",
                Templates.MASTER,
                Templates.MASTER_LINKS,
                LAYOUT,
                "ppt/theme/theme1.xml"
            })
    void document_types_with_or_without_entities(String part) {
        assertRefused(
                Templates.with(
                        USUAL,
                        part,
                        xml -> xml.replaceFirst(
                                "<(?=[a-zA-Z])", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><")),
                part,
                "DOCTYPE");
    }

    @Test
    void xml_that_is_none_or_much_too_deep() {
        assertRefused(Templates.with(USUAL, LAYOUT, xml -> xml.substring(0, 500)), LAYOUT, "can't be read as XML");
        assertRefused(
                Templates.with(USUAL, LAYOUT, xml -> "<a>".repeat(1_000) + "</a>".repeat(1_000)),
                LAYOUT,
                "can't be read");
    }

    @Test
    void what_masters_can_not_do_without_and_is_missing() {
        assertRefused(Templates.without(USUAL, LAYOUT), LAYOUT + " is missing");
        assertRefused(
                Templates.with(
                        USUAL,
                        Templates.MASTER,
                        xml -> xml.replaceFirst(
                                "</p:spTree>",
                                "<p:pic><p:nvPicPr><p:cNvPr id=\"77\" name=\"\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>"
                                        + "<a:blip xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                                        + "r:embed=\"rId77\"/></p:blipFill><p:spPr/></p:pic></p:spTree>")),
                Templates.MASTER,
                "refers to rId77, which leads nowhere");
    }

    @Test
    void buttons_that_start_programs() {
        assertRefused(
                Templates.with(
                        USUAL,
                        Templates.MASTER,
                        xml -> xml.replaceFirst(
                                "(<p:cNvPr [^>]*)/>",
                                "$1><a:hlinkClick action=\"ppaction://macro?name=evil\"/></p:cNvPr>")),
                Templates.MASTER,
                "ppaction://macro?name=evil");
    }

    @Test
    void things_on_a_master_that_are_neither_text_nor_shape_nor_picture() {
        byte[] file = Templates.plus(USUAL, "ppt/media/a.wav", new byte[1]);

        assertRefused(
                Templates.with(
                        file,
                        Templates.MASTER_LINKS,
                        xml -> xml.replace(
                                "</Relationships>",
                                "<Relationship Id=\"r99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                        + "relationships/audio\" Target=\"../media/a.wav\"/></Relationships>")),
                Templates.MASTER + " uses ppt/media/a.wav",
                "\"audio\"");
    }

    @Test
    void a_template_without_layouts_that_will_do() {
        assertRefused(
                Templates.with(
                        USUAL,
                        Templates.MASTER,
                        xml -> xml.replaceFirst("(?s)<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", "")),
                "no layout is named \"Studio Title\"",
                "It has no layouts at all");
        assertRefused(
                Templates.with(
                        USUAL,
                        LAYOUT,
                        xml -> xml.replace("\"Title and Content\"", "\"Studio Content\"")
                                .replaceFirst("<p:ph idx=\"1\"/>", "<p:ph type=\"pic\" idx=\"1\"/>")),
                "the layout \"Studio Content\" lacks a placeholder for text or any content.",
                "\"Studio Content\" has \"Title 1\" (title)",
                "(pic)");
    }

    @Test
    void a_placeholder_too_small_for_charts() {
        assertRefused(
                Templates.with(
                        USUAL,
                        LAYOUT,
                        xml -> xml.replace("\"Title and Content\"", "\"Studio Content\"")
                                .replaceFirst(
                                        "(?s)(<p:ph idx=\"1\"/>.*?)<p:spPr/>",
                                        "$1<p:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"2722880\" cy=\"9144000\"/></a:xfrm>"
                                                + "</p:spPr>")),
                "\"Studio Content\" has room for 200 x 536 points",
                "360 x 200");
    }

    @Test
    void nothing_of_a_usual_template() throws IOException {
        assertThat(PptxReportExporter.onTemplate(new ByteArrayInputStream(USUAL), null))
                .isNotNull();
        assertThat(OfficeParts.of(USUAL)).containsKeys(Templates.MASTER, Templates.MASTER_LINKS, LAYOUT);
    }
}
