package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values as RFC 4180 describes them, with a header: a cell with a comma, a quote or a line break is
 * in double quotes, and a quote in it is doubled. Lines may end in LF, CR LF or CR. Lines count as an editor counts them.
 *
 * @param dialect what is written in another way
 */
record CsvReader(Dialect dialect) implements RowReader {

    @Override
    public void read(byte[] content, String file, RowTaker taker) {
        try (Reader reader = new BufferedReader(Utf8.open(content, file))) {
            new Pass(reader, file, dialect).run(taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One pass over one file. */
    private static final class Pass {
        private static final int END = -1;

        private final Reader reader;
        private final String file;
        private final char delimiter;
        private final RawCell.Form form;
        private int next;
        private long line = 1;

        Pass(Reader reader, String file, Dialect dialect) throws IOException {
            this.reader = reader;
            this.file = file;
            this.delimiter = dialect.delimiter();
            this.form = dialect.decimalComma() ? RawCell.Form.COMMA : RawCell.Form.UNTYPED;
            this.next = reader.read();
        }

        void run(RowTaker taker) throws IOException {
            List<String> header = header();
            taker.columns(header, new Place(file, "line", 1, null));
            boolean any = false;
            @Nullable Place blank = null;
            while (next != END) {
                Place place = new Place(file, "line", line, null);
                List<RawCell> cells = record();
                if (isBlank(cells)) {
                    blank = blank == null ? place : blank;
                    continue;
                }
                if (blank != null) {
                    throw blank.error("row_ragged", "the line is empty, but rows follow; take it out.");
                }
                if (cells.size() != header.size()) {
                    throw place.error(
                            "row_ragged",
                            "the row has " + cells.size() + " cells, but the header has " + header.size()
                                    + "; a cell that contains " + Dialect.nameOf(delimiter)
                                    + " must be in double quotes.");
                }
                taker.row(cells, place);
                any = true;
            }
            if (!any) {
                throw new EngineException(
                        "file_empty", file + " has a header but no rows; it needs at least one row below line 1.");
            }
        }

        private List<String> header() throws IOException {
            Set<String> seen = new HashSet<>();
            List<String> names = new ArrayList<>();
            Place place = new Place(file, "line", 1, null);
            for (RawCell cell : record()) {
                String name = cell.text().strip();
                if (name.isEmpty()) {
                    throw place.error(
                            "header_wrong",
                            "column " + (names.size() + 1) + " has no name; the first line must name every column.");
                }
                if (!seen.add(name)) {
                    throw place.error("header_wrong", "two columns are called \"" + name + "\"; rename one of them.");
                }
                names.add(name);
            }
            return names;
        }

        private static boolean isBlank(List<RawCell> cells) {
            return cells.size() == 1 && cells.get(0).text().isBlank();
        }

        private List<RawCell> record() throws IOException {
            List<RawCell> cells = new ArrayList<>();
            cells.add(cell());
            while (next == delimiter) {
                take();
                cells.add(cell());
            }
            endLine();
            return cells;
        }

        private RawCell cell() throws IOException {
            long start = line;
            String text = next == '"' ? quoted() : plain();
            return new RawCell(text, form, start);
        }

        private String plain() throws IOException {
            StringBuilder text = new StringBuilder();
            while (!atCellEnd()) {
                text.append(take());
            }
            return text.toString();
        }

        private String quoted() throws IOException {
            long start = line;
            StringBuilder text = new StringBuilder();
            take();
            while (next != END) {
                char c = take();
                if (c != '"') {
                    text.append(c);
                } else if (next == '"') {
                    text.append(take());
                } else if (atCellEnd()) {
                    return text.toString();
                } else {
                    throw new Place(file, "line", line, null)
                            .error("quote_wrong", "text follows a closing quote; double a quote inside a quoted cell.");
                }
            }
            throw new Place(file, "line", start, null)
                    .error("quote_wrong", "a quote opens here and never closes; add the closing quote.");
        }

        private boolean atCellEnd() {
            return next == delimiter || next == '\n' || next == '\r' || next == END;
        }

        private void endLine() throws IOException {
            if (next != END) {
                take();
            }
        }

        /** Takes one character; a line break of any kind comes as one {@code \n}. */
        private char take() throws IOException {
            char c = (char) next;
            next = reader.read();
            if (c == '\r') {
                if (next == '\n') {
                    next = reader.read();
                }
                c = '\n';
            }
            if (c == '\n') {
                line++;
            }
            return c;
        }
    }
}
