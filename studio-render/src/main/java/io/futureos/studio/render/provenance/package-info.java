/**
 * What lets anybody check a year later that no number in a report was changed: a manifest in every file, sealed.
 *
 * <p>Start reading at {@link io.futureos.studio.render.provenance.ReportVerifier}. The manifest says what the report was made
 * from and what is in the file; the seal binds it to the file's bytes, and signs both if the host has a key. Builds on the
 * report as data; the packages that write files use this one, not the other way round.
 */
@NullMarked
package io.futureos.studio.render.provenance;

import org.jspecify.annotations.NullMarked;
