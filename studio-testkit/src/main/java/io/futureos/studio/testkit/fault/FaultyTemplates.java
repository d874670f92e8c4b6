package io.futureos.studio.testkit.fault;

import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Templates;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Templates at the other end of a line. */
record FaultyTemplates(Templates real, Line line) implements Templates {

    @Override
    public void put(StoredTemplate template) {
        line.run("templates.put", () -> real.put(template));
    }

    @Override
    public Optional<StoredTemplate> find(UUID id) {
        return line.call("templates.find", () -> real.find(id));
    }

    @Override
    public List<StoredTemplate> visibleTo(UserId user, Predicate<TeamId> member) {
        return line.call("templates.visibleTo", () -> real.visibleTo(user, member));
    }

    @Override
    public List<StoredTemplate> all(@Nullable UUID after, int size) {
        return line.call("templates.all", () -> real.all(after, size));
    }
}
