package io.futureos.studio.runtime;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.NotFoundException;
import io.futureos.studio.TemplateOperations;
import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.access.Operation;
import io.futureos.studio.action.FieldProblem;
import io.futureos.studio.action.ProjectFields;
import io.futureos.studio.action.ProjectTemplate;
import io.futureos.studio.action.Template;
import io.futureos.studio.action.TemplateReader;
import io.futureos.studio.action.TemplateWriter;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Templates;
import io.futureos.studio.storage.Templates.StoredTemplate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Templates, for reading and for saving. */
final class TemplateService implements TemplateOperations {

    private final OneWay oneWay;
    private final AccessPolicy policy;
    private final Templates templates;
    private final Clock clock;
    private final Supplier<UUID> ids;

    TemplateService(OneWay oneWay, AccessPolicy policy, Templates templates, Clock clock, Supplier<UUID> ids) {
        this.oneWay = oneWay;
        this.policy = policy;
        this.templates = templates;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<TemplateInfo> list(UserId user) {
        return templates.visibleTo(user, team -> policy.isMember(user, team)).stream()
                .map(TemplateService::info)
                .toList();
    }

    @Override
    public Template load(UserId user, UUID template) {
        return templates
                .find(template)
                .filter(stored -> isVisible(stored, user))
                .map(stored -> read(stored.content()))
                .orElseThrow(() -> new NotFoundException(
                        "template_not_found", "There is no template " + template + " that you may see."));
    }

    private boolean isVisible(StoredTemplate stored, UserId user) {
        TeamId team = stored.team();
        return stored.maker().equals(user) || (team != null && policy.isMember(user, team));
    }

    @Override
    public TemplateInfo save(ProjectId project, UserId user, String name, @Nullable TeamId team) {
        WorkingCopy copy = oneWay.read(project, user, Operation.SAVE_AS_TEMPLATE);
        List<FieldProblem> problems = ProjectFields.ofTemplateName(name);
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        if (team != null && !policy.isMember(user, team)) {
            throw new NotFoundException("team_not_found", "There is no team " + team + " that you belong to.");
        }
        Template template = ProjectTemplate.of(copy.project(), name);
        var stored = new StoredTemplate(
                ids.get(),
                name,
                Objects.requireNonNullElse(template.description(), ""),
                user,
                team,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                TemplateWriter.write(template));
        templates.put(stored);
        return info(stored);
    }

    private static TemplateInfo info(StoredTemplate stored) {
        return new TemplateInfo(
                stored.id(), stored.name(), stored.description(), stored.maker(), stored.team(), stored.madeAt());
    }

    @Override
    @SuppressWarnings("unchecked") // the keys of a JSON object are text
    public Template read(String json) {
        if (StudioJson.read(json) instanceof Map<?, ?> object) {
            return read((Map<String, Object>) object);
        }
        throw new InvalidRequestException(List.of(new FieldProblem("", "is not an object", "Give a template.")));
    }

    @Override
    public Template read(Map<String, Object> json) {
        return TemplateReader.read(json).match(template -> template, problems -> {
            throw new InvalidRequestException(problems);
        });
    }
}
