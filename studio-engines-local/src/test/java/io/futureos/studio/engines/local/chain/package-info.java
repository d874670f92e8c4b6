/**
 * A question's way through all local engines, as the Studio would go it, with whatever input.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.chain.Chain}. Uses all engines through their SPI.
 */
@NullMarked
package io.futureos.studio.engines.local.chain;

import org.jspecify.annotations.NullMarked;
