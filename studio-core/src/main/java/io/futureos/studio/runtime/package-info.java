/**
 * Joins the pure domain with storage, engines and time: the one way through for every change, and the jobs. Not for hosts.
 *
 * <p>Start reading at {@link io.futureos.studio.runtime.StudioRuntime}, which puts it together, and go on to
 * {@link io.futureos.studio.runtime.OneWay}, which every mutation goes through; {@link io.futureos.studio.runtime.JobRunner},
 * which does the long work that {@link io.futureos.studio.runtime.JobDispatch} puts into the queue; {@link
 * io.futureos.studio.runtime.Watches}, which tells those who watch; and {@link io.futureos.studio.runtime.Housekeeper} and
 * {@link io.futureos.studio.runtime.Postman}, which do what is due by the clock. The services behind the facade are a few
 * lines each. May use every other package of the core.
 */
@NullMarked
package io.futureos.studio.runtime;

import org.jspecify.annotations.NullMarked;
