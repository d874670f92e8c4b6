/**
 * The look of a report: colours that can be read, and the logo of who presents it.
 *
 * <p>Start reading at {@link io.futureos.studio.render.look.Look}. Whatever a user supplied is checked here before
 * anything decodes or prints it.
 */
@NullMarked
package io.futureos.studio.render.look;

import org.jspecify.annotations.NullMarked;
