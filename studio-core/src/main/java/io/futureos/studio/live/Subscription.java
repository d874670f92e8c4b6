package io.futureos.studio.live;

/** Ends when it is closed; closing it twice does no harm. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
