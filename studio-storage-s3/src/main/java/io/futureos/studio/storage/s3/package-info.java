/**
 * Blobs in S3, or in any server that speaks its protocol: shared by all nodes, and read by browsers under signed links.
 *
 * <p>Start reading at {@link io.futureos.studio.storage.s3.S3BlobStore}. Builds on the core's {@code storage} SPI and on the
 * AWS SDK, of which only the providers of credentials stand in a public signature.
 */
@NullMarked
package io.futureos.studio.storage.s3;

import org.jspecify.annotations.NullMarked;
