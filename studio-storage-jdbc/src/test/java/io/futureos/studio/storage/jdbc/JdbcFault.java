package io.futureos.studio.storage.jdbc;

/** What may go wrong with a JDBC call. */
enum JdbcFault {
    /** The line is cut before the call does anything. */
    CUT_BEFORE,

    /** The call does its work, and the line is cut before the answer arrives. */
    CUT_AFTER,

    /** The server has no room, says so, and lives on; a pool has no connection. */
    REFUSED
}
