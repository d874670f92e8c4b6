/**
 * Makes docs/gallery: one project, its report in every template and format, and pictures of their pages.
 *
 * <p>Start reading at {@link io.futureos.studio.examples.gallery.Gallery}. Only here are programs of others called, those that
 * turn a file into pictures; what is written about in the gallery needs none of them.
 */
@NullMarked
package io.futureos.studio.examples.gallery;

import org.jspecify.annotations.NullMarked;
