package io.futureos.studio.storage.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.Draft;
import io.futureos.studio.live.Drafts;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What users typed and have not sent, offered again at whatever node they come back to. */
final class RedisDrafts implements Drafts {

    private final Keys keys;
    private final Shelf shelf;

    RedisDrafts(Keys keys, Shelf shelf) {
        this.keys = keys;
        this.shelf = shelf;
    }

    @Override
    public void put(Draft draft) {
        shelf.put(keys.drafts(draft.project(), draft.user()), draft.place(), StudioJson.write(draft));
    }

    @Override
    public void remove(ProjectId project, UserId user, String place) {
        shelf.remove(keys.drafts(project, user), place);
    }

    @Override
    public List<Draft> of(ProjectId project, UserId user, Instant since) {
        return shelf.all(keys.drafts(project, user)).stream()
                .map(text -> StudioJson.read(text.getBytes(UTF_8), Draft.class))
                .filter(draft -> !draft.at().isBefore(since))
                .sorted(Comparator.comparing(Draft::place))
                .toList();
    }
}
