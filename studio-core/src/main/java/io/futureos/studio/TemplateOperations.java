package io.futureos.studio;

import io.futureos.studio.action.Template;
import io.futureos.studio.json.InvalidJsonException;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Templates: what projects start from. They hold inputs and nothing that was made. Safe for use by several threads.
 *
 * <p>{@link #list}, {@link #load} and {@link #save} throw {@link StorageException} if the storage fails; it is unknown then
 * whether a template was saved.
 */
public interface TemplateOperations {

    /** Those that the user made and those of the user's teams, newest first. */
    List<TemplateInfo> list(UserId user);

    /**
     * A saved template.
     *
     * @throws NotFoundException if there is no such template that the user may see
     */
    Template load(UserId user, UUID template);

    /**
     * Saves what people set in a project as a template. Takes an editor of the project.
     *
     * @param team whose members see it too; null if only the user does
     * @throws ProjectNotFoundException if there is no such project that the user may see
     * @throws AccessDeniedException if the user's role in it does not reach
     * @throws NotFoundException if the user does not belong to the team
     * @throws InvalidRequestException if the name is not one
     */
    TemplateInfo save(ProjectId project, UserId user, String name, @Nullable TeamId team);

    /**
     * Reads a template from the text of a JSON document.
     *
     * @throws InvalidJsonException if it is not JSON, naming line and column
     * @throws InvalidRequestException naming everything that is wrong with the template
     */
    Template read(String json);

    /**
     * Reads a template from JSON, given as maps, lists, text, numbers, booleans and null.
     *
     * @throws InvalidRequestException naming everything that is wrong with it
     */
    Template read(Map<String, Object> json);

    /** A saved template, without its content. */
    record TemplateInfo(
            UUID id,
            String name,
            String description,
            UserId maker,
            @Nullable TeamId team,
            Instant madeAt) {}
}
