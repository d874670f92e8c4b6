package io.futureos.studio.storage.memory;

import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Templates;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Templates in a map. */
final class InMemoryTemplates implements Templates {

    private static final Comparator<StoredTemplate> NEWEST_FIRST =
            Comparator.comparing(StoredTemplate::madeAt).reversed().thenComparing(StoredTemplate::id);

    private final Map<UUID, StoredTemplate> templates = new ConcurrentHashMap<>();

    @Override
    public void put(StoredTemplate template) {
        templates.put(template.id(), template);
    }

    @Override
    public Optional<StoredTemplate> find(UUID id) {
        return Optional.ofNullable(templates.get(id));
    }

    @Override
    public List<StoredTemplate> visibleTo(UserId user, Predicate<TeamId> member) {
        return templates.values().stream()
                .filter(template -> template.maker().equals(user) || isOfTeam(template, member))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    @Override
    public List<StoredTemplate> all(@Nullable UUID after, int size) {
        return templates.values().stream()
                .filter(template -> after == null || text(template).compareTo(after.toString()) > 0)
                .sorted(Comparator.comparing(InMemoryTemplates::text))
                .limit(size)
                .toList();
    }

    private static String text(StoredTemplate template) {
        return template.id().toString();
    }

    private static boolean isOfTeam(StoredTemplate template, Predicate<TeamId> member) {
        TeamId team = template.team();
        return team != null && member.test(team);
    }
}
