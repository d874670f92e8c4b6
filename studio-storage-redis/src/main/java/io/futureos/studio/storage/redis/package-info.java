/**
 * What is live, in Redis: events between nodes, who is there, and drafts; nothing that must not be lost.
 *
 * <p>Start reading at {@link io.futureos.studio.storage.redis.RedisLive}; then
 * {@link io.futureos.studio.storage.redis.RedisChannel}, how an event gets to other nodes, and
 * {@link io.futureos.studio.storage.redis.Place}, how a node knows that it has heard everything. Builds on the core's
 * {@code live} SPI and on Jedis; {@link io.futureos.studio.storage.redis.Line} stands between, so that a Redis that is away
 * costs next to nothing.
 *
 * <p>A Studio reads from its journal whatever revisions a channel loses, and compares heads once a second. So the channel has to
 * add two things only: events that no journal has (who came, what a job came to) are caught up after a connection broke, and a
 * loss that can't be made good is said in plain words, as an {@code EventsMissed}. For that, the events of a project have an
 * epoch and an offset, and the last of them are remembered in a stream.
 */
@NullMarked
package io.futureos.studio.storage.redis;

import org.jspecify.annotations.NullMarked;
