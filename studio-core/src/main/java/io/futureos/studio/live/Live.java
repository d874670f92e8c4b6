package io.futureos.studio.live;

/** What is going on right now, between all nodes that share it. Losing all of it loses no work. */
public interface Live {

    LiveChannel channel();

    Sessions sessions();

    Drafts drafts();
}
