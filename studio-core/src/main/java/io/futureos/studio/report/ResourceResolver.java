package io.futureos.studio.report;

import java.util.Optional;

/**
 * The only way by which a report may get at bytes that it names, for example a logo. The library itself never opens a
 * connection or a file on behalf of a report.
 */
@FunctionalInterface
public interface ResourceResolver {

    /** The content behind {@code url}, or empty if the report must do without it. */
    Optional<Resource> resolve(String url);

    /** Resolves nothing; exporters still understand {@code data:} URLs by themselves. */
    static ResourceResolver none() {
        return url -> Optional.empty();
    }

    /** Bytes and their media type, for example {@code image/png}. */
    final class Resource {
        private final String mediaType;
        private final byte[] content;

        public Resource(String mediaType, byte[] content) {
            this.mediaType = mediaType;
            this.content = content.clone();
        }

        public String mediaType() {
            return mediaType;
        }

        public byte[] content() {
            return content.clone();
        }
    }
}
