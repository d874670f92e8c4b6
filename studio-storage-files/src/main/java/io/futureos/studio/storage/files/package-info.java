/**
 * Blobs as files of one directory: for a Studio of one node, whose disk outlives it.
 *
 * <p>Start reading at {@link io.futureos.studio.storage.files.FileBlobStore}. Builds on the core's {@code storage} SPI and on
 * the JDK.
 */
@NullMarked
package io.futureos.studio.storage.files;

import org.jspecify.annotations.NullMarked;
