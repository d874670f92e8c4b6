/**
 * What the Studio needs from storage, as small interfaces that an adapter implements.
 *
 * <p>Start reading at {@link io.futureos.studio.storage.Journal}: it is where writers meet, and everything else can be
 * derived from it. Builds on {@code model} and {@code change}.
 */
@NullMarked
package io.futureos.studio.storage;

import org.jspecify.annotations.NullMarked;
