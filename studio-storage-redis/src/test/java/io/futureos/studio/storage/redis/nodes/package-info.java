/**
 * Nodes in processes of their own on one PostgreSQL and one Redis, users who edit at them, and everything killed in between.
 *
 * <p>Start reading at {@link io.futureos.studio.storage.redis.nodes.KilledNodesTest}. A {@link
 * io.futureos.studio.storage.redis.nodes.StudioNode} is a Studio behind its standard input and output, and a {@link
 * io.futureos.studio.storage.redis.nodes.NodeProcess} is such a process as those who ask it see it. Uses the Studio as a host
 * would, and the test servers.
 */
@NullMarked
package io.futureos.studio.storage.redis.nodes;

import org.jspecify.annotations.NullMarked;
