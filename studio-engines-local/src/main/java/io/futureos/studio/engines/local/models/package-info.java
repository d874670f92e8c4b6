/**
 * Statistical models of a series from its own past alone, each giving sample paths of what comes next.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.models.StatisticalModel}, whose list names them all. Builds
 * on {@code series} and {@code random} only.
 */
@NullMarked
package io.futureos.studio.engines.local.models;

import org.jspecify.annotations.NullMarked;
