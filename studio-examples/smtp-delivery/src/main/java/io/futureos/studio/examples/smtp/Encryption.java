package io.futureos.studio.examples.smtp;

/** How the line to a mail server is kept secret. */
public enum Encryption {
    /** Begins in the clear and must be encrypted before anything is sent, as servers for submission want it on port 587. */
    STARTTLS,
    /** Encrypted from the first byte, mostly on port 465. */
    TLS,
    /** Not at all: for a server on the same machine. No password is sent over such a line. */
    NONE
}
