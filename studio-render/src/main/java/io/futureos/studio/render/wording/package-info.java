/**
 * The words and numbers of a report that no engine and no person wrote, in the report's language.
 *
 * <p>Start reading at {@link io.futureos.studio.render.wording.Wording}; {@link io.futureos.studio.render.wording.Term} is the
 * catalogue. Builds on the model only.
 */
@NullMarked
package io.futureos.studio.render.wording;

import org.jspecify.annotations.NullMarked;
