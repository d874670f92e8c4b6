package io.futureos.studio.storage.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.Sessions;
import io.futureos.studio.model.ProjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Who has which project open, at any node. Those of a node that died vanish. */
final class RedisSessions implements Sessions {

    private final Keys keys;
    private final Shelf shelf;

    RedisSessions(Keys keys, Shelf shelf) {
        this.keys = keys;
        this.shelf = shelf;
    }

    @Override
    public void put(Session session) {
        shelf.put(keys.sessions(session.project()), session.id().toString(), StudioJson.write(session));
    }

    @Override
    public void remove(ProjectId project, UUID session) {
        shelf.remove(keys.sessions(project), session.toString());
    }

    @Override
    public List<Session> of(ProjectId project, Instant since) {
        return shelf.all(keys.sessions(project)).stream()
                .map(text -> StudioJson.read(text.getBytes(UTF_8), Session.class))
                .filter(session -> !session.seenAt().isBefore(since))
                .sorted(Comparator.comparing(Session::joinedAt).thenComparing(Session::id))
                .toList();
    }
}
