package io.futureos.studio.runtime;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectOperations;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.action.FieldProblem;
import io.futureos.studio.action.ProjectFields;
import io.futureos.studio.action.Template;
import io.futureos.studio.action.TemplateReader;
import io.futureos.studio.decide.ProjectDecider;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Projects from their creation on. */
final class ProjectService implements ProjectOperations {

    private final OneWay oneWay;
    private final LiveChannel live;
    private final Supplier<UUID> ids;

    ProjectService(OneWay oneWay, LiveChannel live, Supplier<UUID> ids) {
        this.oneWay = oneWay;
        this.live = live;
        this.ids = ids;
    }

    @Override
    public ProjectState create(ProjectCreate create) {
        return created(create, null);
    }

    @Override
    public ProjectState create(ProjectCreate create, Template template) {
        return created(create, template);
    }

    private ProjectState created(ProjectCreate create, @Nullable Template template) {
        check(create.projectName(), create.description(), create.initialQuery(), null);
        var id = new ProjectId(ids.get());
        OneWay.Request request = OneWay.request(
                "project",
                "create",
                create.userId(),
                null,
                context -> new ProjectDecider(context)
                        .create(
                                create.teamId(),
                                create.projectName(),
                                create.description(),
                                create.initialQuery(),
                                template));
        oneWay.create(id, request);
        return load(id, create.userId());
    }

    @Override
    public ProjectState load(ProjectId project, UserId user) {
        return oneWay.read(project, user).state();
    }

    @Override
    public ProjectState update(ProjectId project, UserId user, ProjectUpdate update) {
        check(update.projectName(), update.description(), update.initialQuery(), update.asOf());
        oneWay.take(
                project,
                OneWay.request(
                        "project",
                        "update",
                        user,
                        Role.EDITOR,
                        context -> new ProjectDecider(context)
                                .update(
                                        update.projectName(),
                                        update.description(),
                                        update.initialQuery(),
                                        update.asOf())));
        return load(project, user);
    }

    private static void check(
            @Nullable String name, @Nullable String description, @Nullable String question, @Nullable String asOf) {
        List<FieldProblem> problems = ProjectFields.problems(name, description, question, asOf);
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
    }

    @Override
    public Subscription watch(ProjectId project, UserId user, Consumer<StudioEvent> listener) {
        oneWay.read(project, user);
        return live.subscribe(project, listener);
    }

    @Override
    @SuppressWarnings("unchecked") // the keys of a JSON object are text
    public Template readTemplate(String json) {
        if (StudioJson.read(json) instanceof Map<?, ?> object) {
            return readTemplate((Map<String, Object>) object);
        }
        throw new InvalidRequestException(List.of(new FieldProblem("", "is not an object", "Give a template.")));
    }

    @Override
    public Template readTemplate(Map<String, Object> json) {
        return TemplateReader.read(json).match(template -> template, problems -> {
            throw new InvalidRequestException(problems);
        });
    }
}
