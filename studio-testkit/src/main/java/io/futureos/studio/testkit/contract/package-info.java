/**
 * What every implementation of a storage or live SPI promises, as tests: one abstract class for each SPI.
 *
 * <p>Start reading at {@link io.futureos.studio.testkit.contract.JournalContract}. An adapter's test extends the contract and
 * gives an empty store, at each call another; one that has everything extends {@link
 * io.futureos.studio.testkit.contract.StorageContract} or {@link io.futureos.studio.testkit.contract.LiveContract} and has
 * them all. Nothing here sleeps, skips a test, or relies on ids or instants that a database would not give back. Builds on
 * {@code fixture}.
 */
@NullMarked
package io.futureos.studio.testkit.contract;

import org.jspecify.annotations.NullMarked;
