/** Lets many worlds live on the storage in memory; {@link io.futureos.studio.worlds.WorldTest} is all there is. */
@NullMarked
package io.futureos.studio.worlds;

import org.jspecify.annotations.NullMarked;
