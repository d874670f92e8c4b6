package io.futureos.studio.action;

/** Reads the payload of one action. */
@FunctionalInterface
interface PayloadReader {
    Field<WorkbenchAction> read(Fields payload);
}
