/**
 * Holds every local engine to the contract of its interface.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.contract.Norway}, which has the requests. Uses the fixtures of
 * the package above and the test kit.
 */
@NullMarked
package io.futureos.studio.engines.local.contract;

import org.jspecify.annotations.NullMarked;
