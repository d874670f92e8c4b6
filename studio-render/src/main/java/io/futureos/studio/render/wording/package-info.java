/**
 * The words and numbers of a report that no engine and no person wrote, in the report's language.
 *
 * <p>Start reading at {@link io.futureos.studio.render.wording.Wording}; the catalogues are the
 * kinds of {@link io.futureos.studio.render.wording.Term}. Builds on the model only.
 */
@NullMarked
package io.futureos.studio.render.wording;

import org.jspecify.annotations.NullMarked;
