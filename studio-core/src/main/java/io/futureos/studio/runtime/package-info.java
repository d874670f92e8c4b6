/**
 * Joins the pure domain with storage, engines and time: the one way through for every change, and the jobs. Not for hosts.
 *
 * <p>Start reading at {@link io.futureos.studio.runtime.OneWay}, which every mutation goes through, and
 * {@link io.futureos.studio.runtime.JobRunner}, which does the long work. May use every other package of the core.
 */
@NullMarked
package io.futureos.studio.runtime;

import org.jspecify.annotations.NullMarked;
