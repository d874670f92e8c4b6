package io.futureos.studio.runtime;

import io.futureos.studio.VersionPolicy;
import io.futureos.studio.VersionPolicy.Activity;
import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.ProjectDecider;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.JobStatuses;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.ProjectIndex;
import io.futureos.studio.storage.Receipts;
import io.futureos.studio.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due by the clock, for any project whatever node worked on it: checkpoints, versions, and forgetting what is
 * old. What one sweep fails to do the next one does; doing it twice does no harm.
 */
final class Housekeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final Duration UNSAVED_AT_MOST = Duration.ofSeconds(30);
    private static final Duration RECEIPTS_KEPT = Duration.ofHours(24);
    private static final Duration STATUSES_KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    private final Journal journal;
    private final ProjectIndex index;
    private final Checkpoints checkpoints;
    private final Receipts receipts;
    private final Saving saving;
    private final Versioning versioning;
    private final VersionPolicy policy;
    private final OneWay oneWay;
    private final Desks desks;
    private final JobStatuses statuses;
    private final Clock clock;

    Housekeeper(
            Storage storage,
            Saving saving,
            Versioning versioning,
            VersionPolicy policy,
            OneWay oneWay,
            Desks desks,
            Clock clock) {
        this.journal = storage.journal();
        this.index = storage.projects();
        this.checkpoints = storage.checkpoints();
        this.receipts = storage.receipts();
        this.saving = saving;
        this.versioning = versioning;
        this.policy = policy;
        this.oneWay = oneWay;
        this.desks = desks;
        this.statuses = storage.jobStatuses();
        this.clock = clock;
    }

    /** Does what is due now. A project that makes trouble does not keep the others waiting. */
    void sweep() {
        Instant now = clock.instant();
        each(index.unsaved(AT_ONCE), summary -> saveIfDue(summary, now));
        each(index.unversioned(AT_ONCE), summary -> cutIfDue(summary, now));
        receipts.forgetBefore(now.minus(RECEIPTS_KEPT));
        statuses.forgetBefore(now.minus(STATUSES_KEPT));
    }

    private static void each(List<ProjectSummary> projects, Consumer<ProjectSummary> work) {
        for (ProjectSummary project : projects) {
            try {
                work.accept(project);
            } catch (RuntimeException e) {
                LOG.warn("Project {} could not be looked after; the next sweep tries again", project.id(), e);
            }
        }
    }

    private void saveIfDue(ProjectSummary summary, Instant now) {
        ProjectId id = summary.id();
        Optional<Revision> firstUnsaved = journal.find(id, checkpoints.newestRevision(id) + 1);
        if (firstUnsaved.isPresent() && !now.isBefore(firstUnsaved.get().at().plus(UNSAVED_AT_MOST))) {
            desks.of(id).fresh().ifPresent(saving::save);
            versioning.archiveSurplus(id);
        }
    }

    private void cutIfDue(ProjectSummary summary, Instant now) {
        ProjectId id = summary.id();
        Optional<Revision> first = journal.find(id, summary.versionRevision() + 1);
        Optional<WorkingCopy> copy = desks.of(id).fresh();
        if (first.isEmpty() || copy.isEmpty()) {
            return;
        }
        Project project = copy.get().project();
        var activity = new Activity(
                first.get().at(),
                project.updatedAt(),
                landedSince(project, summary.versionRevision()),
                project.under(CellPath.of("job")).iterator().hasNext());
        policy.reasonFor(activity, now).ifPresent(reason -> cut(id, summary, reason));
    }

    private static boolean landedSince(Project project, long revision) {
        for (var stamp : project.stampsUnder(CellPath.of("made"))) {
            if (stamp.getValue().revision() > revision) {
                return true;
            }
        }
        return false;
    }

    /** Another node may have cut it meanwhile: then there is nothing to do. */
    private void cut(ProjectId id, ProjectSummary seen, String reason) {
        Revision last = journal.find(id, seen.revision()).orElseThrow();
        oneWay.take(
                id,
                Request.ofTheStudio(
                                "project",
                                "auto_save",
                                last.actor(),
                                context -> new ProjectDecider(context).saveUnlessBeyond(seen.version(), reason))
                        .because(reason));
    }
}
