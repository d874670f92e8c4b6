package io.futureos.studio.engines.local.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.futureos.studio.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads flat JSON objects, all with the same keys: in one array, or one after the other (newline-delimited). */
final class JsonReader implements RowReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(100)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    @Override
    public void read(byte[] content, String file, RowTaker taker) {
        try (JsonParser parser = FACTORY.createParser(Utf8.open(content, file))) {
            new Pass(parser, file, taker).run();
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new EngineException(
                    "json_wrong",
                    new Place(file, "line", line, null) + ": this is not JSON (" + e.getOriginalMessage()
                            + "); the file must be an array of objects, or one object a line.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One pass over one file. */
    private static final class Pass {
        private final JsonParser parser;
        private final String file;
        private final RowTaker taker;
        private List<String> header = List.of();

        Pass(JsonParser parser, String file, RowTaker taker) {
            this.parser = parser;
            this.file = file;
            this.taker = taker;
        }

        void run() throws IOException {
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            if (array) {
                parser.nextToken();
            }
            while (parser.currentToken() == JsonToken.START_OBJECT) {
                object();
                parser.nextToken();
            }
            if (array && parser.currentToken() == JsonToken.END_ARRAY) {
                array = false;
                parser.nextToken();
            }
            if (array || parser.currentToken() != null) {
                throw here().error(
                                "json_wrong",
                                "here is " + parser.currentToken()
                                        + " where an object belongs; the file must be an array of objects, or one"
                                        + " object a line.");
            }
            if (header.isEmpty()) {
                throw new EngineException("file_empty", file + " has no rows; it needs at least one object.");
            }
        }

        private void object() throws IOException {
            Place place = here();
            Map<String, RawCell> cells = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                cells.put(key, cell(key));
            }
            if (header.isEmpty()) {
                if (cells.isEmpty()) {
                    throw place.error("header_wrong", "the first object has no keys; its keys name the columns.");
                }
                header = List.copyOf(cells.keySet());
                taker.columns(header, place);
            }
            taker.row(inOrder(cells, place), place);
        }

        private List<RawCell> inOrder(Map<String, RawCell> cells, Place place) {
            List<RawCell> row = new ArrayList<>(header.size());
            for (String name : header) {
                RawCell cell = cells.remove(name);
                if (cell == null) {
                    throw place.column(name)
                            .error("row_ragged", "the object lacks this key; write null for a missing figure.");
                }
                row.add(cell);
            }
            if (!cells.isEmpty()) {
                String extra = cells.keySet().iterator().next();
                throw place.column(extra)
                        .error("row_ragged", "the first object does not have this key; all must have the same keys.");
            }
            return row;
        }

        private RawCell cell(String key) throws IOException {
            long line = parser.currentTokenLocation().getLineNr();
            return switch (parser.currentToken()) {
                case VALUE_STRING -> new RawCell(text(key), RawCell.Form.TEXT, line);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new RawCell(parser.getText(), RawCell.Form.NUMBER, line);
                case VALUE_TRUE, VALUE_FALSE -> new RawCell(parser.getText(), RawCell.Form.BOOLEAN, line);
                case VALUE_NULL -> new RawCell("", RawCell.Form.MISSING, line);
                default ->
                    throw here().column(key)
                            .error(
                                    "json_wrong",
                                    "a cell must be text, a number, true, false or null, not an object or array.");
            };
        }

        private String text(String key) throws IOException {
            String text = parser.getText();
            if (text.indexOf('\0') >= 0) {
                throw here().column(key).error("text_wrong", "the text contains U+0000; take it out.");
            }
            return text;
        }

        private Place here() {
            return new Place(file, "line", parser.currentTokenLocation().getLineNr(), null);
        }
    }
}
