package io.futureos.studio.engines.local.data;

import java.util.List;

/** Takes a file's bytes apart into rows of equal length. */
interface RowReader {

    /**
     * Hands everything in the file to {@code taker}, in the file's order.
     *
     * @param file how people call the file, for messages
     * @throws io.futureos.studio.engine.EngineException if the bytes are not a table in this format
     */
    void read(byte[] content, String file, RowTaker taker);

    /** Who wants the rows. */
    interface RowTaker {

        /** The names of the columns, each different; called once, before the rows. */
        void columns(List<String> names, Place header);

        /** One row, as long as the list of columns. */
        void row(List<RawCell> cells, Place row);
    }
}
