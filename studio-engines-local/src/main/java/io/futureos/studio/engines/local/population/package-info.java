/**
 * Makes synthetic households that meet published margins, groups them and links them to neighbours.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.population.LocalPopulationSynthesizer}; the households and
 * their format are {@link io.futureos.studio.engines.local.population.Households}. The way is: margins, iterative
 * proportional fitting, whole households, archetypes, network. Builds on {@code config}, {@code random} and the tables of
 * {@code data}.
 */
@NullMarked
package io.futureos.studio.engines.local.population;

import org.jspecify.annotations.NullMarked;
