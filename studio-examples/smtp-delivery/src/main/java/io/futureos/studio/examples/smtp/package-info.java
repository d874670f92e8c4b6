/**
 * Scheduled reports by mail.
 *
 * <p>Start reading at {@link io.futureos.studio.examples.smtp.SmtpReportDelivery}, which a host gives to the Studio's builder.
 * Builds on the core's {@code report} SPI and on Jakarta Mail, which no public signature names.
 */
@NullMarked
package io.futureos.studio.examples.smtp;

import org.jspecify.annotations.NullMarked;
