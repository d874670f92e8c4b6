/**
 * The report as one HTML document without a look: what HTML and PDF have in common.
 *
 * <p>Start reading at {@link io.futureos.studio.render.page.ReportPage}. All text from users and engines passes through
 * here: content is sanitised, everything else is escaped. Builds on {@code chart} and jsoup.
 */
@NullMarked
package io.futureos.studio.render.page;

import org.jspecify.annotations.NullMarked;
