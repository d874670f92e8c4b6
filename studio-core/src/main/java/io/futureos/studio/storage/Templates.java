package io.futureos.studio.storage;

import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Templates that users saved. Implementations are safe for use by several threads; each passes {@code TemplatesContract}.
 */
public interface Templates {

    /** Keeps the template in place of an older one with the same id. */
    void put(StoredTemplate template);

    /** The template with this id. */
    Optional<StoredTemplate> find(UUID id);

    /** Those that the user made, and those of the teams that {@code member} says the user belongs to, newest first. */
    List<StoredTemplate> visibleTo(UserId user, Predicate<TeamId> member);

    /**
     * The next {@code size} of all templates, by their ids as texts. One that is put while somebody goes through the list may or
     * may not be in it.
     *
     * @param after where the part before this one ended; null for the first part
     */
    List<StoredTemplate> all(@Nullable UUID after, int size);

    /**
     * A template as it is stored.
     *
     * @param team whose members see it too; null if only its maker does
     * @param content in the template format (an open object)
     */
    record StoredTemplate(
            UUID id,
            String name,
            String description,
            UserId maker,
            @Nullable TeamId team,
            Instant madeAt,
            Map<String, Object> content) {}
}
