package io.futureos.studio.runtime;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.NotFoundException;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectOperations;
import io.futureos.studio.ProjectPage;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.StateUpdate;
import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.access.Operation;
import io.futureos.studio.action.FieldProblem;
import io.futureos.studio.action.ProjectFields;
import io.futureos.studio.action.Template;
import io.futureos.studio.action.TemplateWriter;
import io.futureos.studio.decide.DecideContext;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.decide.Duplication;
import io.futureos.studio.decide.ProjectDecider;
import io.futureos.studio.decide.Restoration;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.runtime.Request.Terms;
import io.futureos.studio.storage.ProjectIndex;
import io.futureos.studio.storage.ProjectIndex.Slice;
import io.futureos.studio.workflow.CanonicalJson;
import io.futureos.studio.workflow.Workbench;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Projects from their creation on. */
final class ProjectService implements ProjectOperations {

    private static final int LARGEST_PAGE = 100;

    private final OneWay oneWay;
    private final AccessPolicy policy;
    private final ProjectIndex index;
    private final Versioning versioning;
    private final TemplateService templates;
    private final Watches watches;
    private final Differences differences;
    private final Presence presence;
    private final Supplier<UUID> ids;

    ProjectService(
            OneWay oneWay,
            AccessPolicy policy,
            ProjectIndex index,
            Versioning versioning,
            TemplateService templates,
            Watches watches,
            Differences differences,
            Presence presence,
            Supplier<UUID> ids) {
        this.oneWay = oneWay;
        this.policy = policy;
        this.index = index;
        this.versioning = versioning;
        this.templates = templates;
        this.watches = watches;
        this.differences = differences;
        this.presence = presence;
        this.ids = ids;
    }

    @Override
    public ProjectState create(ProjectCreate create) {
        UUID template = create.templateId();
        return created(create, template == null ? null : templates.load(create.userId(), template));
    }

    @Override
    public ProjectState create(ProjectCreate create, Template template) {
        return created(create, template);
    }

    private ProjectState created(ProjectCreate create, @Nullable Template template) {
        check(create.projectName(), create.description(), create.initialQuery(), null);
        requireMember(create.userId(), create.teamId());
        return firstRevision(
                create.userId(),
                "create",
                new Terms(create.commandId(), fingerprint(create, template), null),
                context -> new ProjectDecider(context)
                        .create(
                                create.teamId(),
                                create.projectName(),
                                create.description(),
                                create.initialQuery(),
                                template));
    }

    private ProjectState firstRevision(
            UserId user, String action, Terms terms, Function<DecideContext, Decision> decide) {
        Outcome outcome = oneWay.create(new ProjectId(ids.get()), new Creation(user, action, terms, decide));
        if (outcome.receipt() != null) {
            return load(outcome.receipt().project(), user);
        }
        return outcome.after().state();
    }

    private static Fingerprint fingerprint(ProjectCreate create, @Nullable Template template) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("name", create.projectName());
        asked.put("description", Objects.requireNonNullElse(create.description(), ""));
        asked.put("query", Objects.requireNonNullElse(create.initialQuery(), ""));
        asked.put("team", String.valueOf(create.teamId()));
        asked.put("template", template == null ? Map.of() : TemplateWriter.write(template));
        return CanonicalJson.fingerprint(asked);
    }

    /** The first revision of a project asks nobody's leave. */
    private record Creation(UserId actor, String action, Terms terms, Function<DecideContext, Decision> decide)
            implements Request {

        @Override
        public String room(WorkingCopy copy) {
            return "project";
        }

        @Override
        public @Nullable Operation operation() {
            return null;
        }

        @Override
        public String reason() {
            return "Created";
        }

        @Override
        public Decision decide(WorkingCopy copy, DecideContext context) {
            return decide.apply(context);
        }
    }

    @Override
    public ProjectState load(ProjectId project, UserId user) {
        return presence.over(oneWay.read(project, user, Operation.LOAD));
    }

    @Override
    public ProjectState load(ProjectId project, UserId user, int version) {
        oneWay.read(project, user, Operation.LOAD_VERSION);
        return versioning.state(project, version);
    }

    @Override
    public StateUpdate since(ProjectId project, UserId user, long revision) {
        return differences.since(project, user, revision);
    }

    @Override
    public ProjectPage list(UserId user, @Nullable String after, int size) {
        return page(user, after, size, slice -> index.ofUser(user, slice));
    }

    @Override
    public ProjectPage listOfTeam(UserId user, TeamId team, @Nullable String after, int size) {
        requireMember(user, team);
        return page(user, after, size, slice -> index.ofTeam(team, slice));
    }

    private void requireMember(UserId user, @Nullable TeamId team) {
        if (team != null && !policy.isMember(user, team)) {
            throw new NotFoundException("team_not_found", "There is no team " + team + " that you belong to.");
        }
    }

    /** The policy may hide projects that the index lists; the part is shorter then. */
    private ProjectPage page(
            UserId user, @Nullable String after, int size, Function<Slice, List<ProjectSummary>> list) {
        requireSize(size);
        List<ProjectSummary> found = list.apply(new Slice(PageMark.read(after), size + 1));
        boolean isLast = found.size() <= size;
        List<ProjectSummary> part = isLast ? found : found.subList(0, size);
        List<ProjectSummary> shown = part.stream()
                .filter(project -> policy.roleOf(user, project).isPresent())
                .toList();
        return new ProjectPage(shown, isLast ? null : PageMark.write(part.get(size - 1)));
    }

    private static void requireSize(int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem("/size", "is " + size, "Give a number from 1 to " + LARGEST_PAGE + ".")));
        }
    }

    @Override
    public ProjectState update(ProjectId project, UserId user, ProjectUpdate update) {
        check(update.projectName(), update.description(), update.initialQuery(), update.asOf());
        return take(
                project,
                user,
                Operation.UPDATE,
                context -> new ProjectDecider(context)
                        .update(update.projectName(), update.description(), update.initialQuery(), update.asOf()));
    }

    private ProjectState take(
            ProjectId project, UserId user, Operation operation, Function<DecideContext, Decision> decide) {
        return presence.over(
                oneWay.take(project, Request.of(user, operation, decide)).after());
    }

    private static void check(
            @Nullable String name, @Nullable String description, @Nullable String question, @Nullable String asOf) {
        requireNone(ProjectFields.problems(name, description, question, asOf));
    }

    private static void requireNone(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
    }

    @Override
    public VersionInfo save(ProjectId project, UserId user, String reason) {
        requireNone(ProjectFields.ofReason(reason));
        Outcome outcome = oneWay.take(
                project,
                Request.of(user, Operation.SAVE, context -> new ProjectDecider(context).save(reason))
                        .because(reason));
        return Objects.requireNonNull(outcome.version());
    }

    @Override
    public List<VersionInfo> versions(ProjectId project, UserId user, @Nullable Integer before, int size) {
        requireSize(size);
        oneWay.read(project, user, Operation.LIST_VERSIONS);
        return versioning.list(project, before == null ? Integer.MAX_VALUE : before, size);
    }

    @Override
    public ProjectState restoreVersion(ProjectId project, UserId user, int version) {
        return restored(project, user, version, null);
    }

    @Override
    public ProjectState restoreVersion(ProjectId project, UserId user, int version, Workbench workbench) {
        return restored(project, user, version, workbench);
    }

    private ProjectState restored(ProjectId project, UserId user, int version, @Nullable Workbench workbench) {
        oneWay.read(project, user, Operation.RESTORE_VERSION);
        Project older =
                oneWay.at(project, versioning.revision(project, version)).project();
        save(project, user, "Before version " + version + " was restored");
        return take(
                project,
                user,
                Operation.RESTORE_VERSION,
                context -> new Restoration(context, workbench).of(version, older));
    }

    @Override
    public void delete(ProjectId project, UserId user) {
        oneWay.take(project, Request.of(user, Operation.DELETE, context -> new ProjectDecider(context).delete()));
    }

    @Override
    public ProjectState restore(ProjectId project, UserId user) {
        return take(project, user, Operation.RESTORE_DELETED, context -> new ProjectDecider(context).bringBack());
    }

    @Override
    public ProjectState duplicate(ProjectId project, UserId user, @Nullable String name) {
        WorkingCopy other = oneWay.read(project, user, Operation.DUPLICATE);
        String copy = name != null ? name : other.summary().name();
        check(copy, null, null, null);
        return firstRevision(
                user, "duplicate", Terms.NONE, context -> new Duplication(context).of(other.assessment(), copy));
    }

    @Override
    public Subscription watch(ProjectId project, UserId user, Consumer<StudioEvent> listener) {
        return watches.open(project, user, listener);
    }

    @Override
    public Subscription watch(ProjectId project, UserId user, long lastSeen, Consumer<StudioEvent> listener) {
        return watches.open(project, user, lastSeen, listener);
    }
}
