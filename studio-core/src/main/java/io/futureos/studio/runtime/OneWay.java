package io.futureos.studio.runtime;

import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioException;
import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.DecideContext;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.decide.Decision.Asked;
import io.futureos.studio.decide.Decision.Refused;
import io.futureos.studio.decide.Invariants;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.workflow.WorkflowGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way through for every mutation, whoever asks: authorize, decide, check the invariants, append to the journal,
 * fold, publish, start jobs. Safe for use by several threads.
 */
final class OneWay {

    private static final int ATTEMPTS = 100;

    private final Journal journal;
    private final Desks desks;
    private final LiveChannel live;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final WorkflowGraph graph;
    private final Limits limits;
    private final Set<ExportFormat> formats;
    private final Invariants invariants;
    private final JobStarter jobs;

    OneWay(
            Journal journal,
            Desks desks,
            LiveChannel live,
            Clock clock,
            Supplier<UUID> ids,
            WorkflowGraph graph,
            Limits limits,
            Set<ExportFormat> formats,
            JobStarter jobs) {
        this.journal = journal;
        this.desks = desks;
        this.live = live;
        this.clock = clock;
        this.ids = ids;
        this.graph = graph;
        this.limits = limits;
        this.formats = Set.copyOf(formats);
        this.invariants = new Invariants(limits);
        this.jobs = jobs;
    }

    /** What asks for a mutation. */
    interface Request {

        /** The contract's name of the workbench, or {@code project}. */
        String workbench(WorkingCopy copy);

        String action();

        UserId actor();

        /** The least role that may ask for this, changes take an editor; null if it is the Studio itself that asks. */
        @Nullable
        Role needs();

        /** Decides, knowing the project as it is when this request's turn has come. May be asked again after a lost race. */
        Decision decide(WorkingCopy copy, DecideContext context);

        /** The number of the revision that this request takes back. */
        default @Nullable Long undoes(WorkingCopy copy) {
            return null;
        }

        /** The number of the undo that this request takes back. */
        default @Nullable Long redoes(WorkingCopy copy) {
            return null;
        }
    }

    /**
     * What came of a request.
     *
     * @param revision what was appended; null if nothing changed
     * @param byPeople whether people asked for it, not a job that brings its result
     */
    record Outcome(
            WorkingCopy before,
            WorkingCopy after,
            Decision decision,
            @Nullable Revision revision,
            boolean byPeople) {}

    /**
     * Takes a request through. A refusal, like an answer, rests on the journal's head, not on an old copy.
     *
     * @throws io.futureos.studio.StudioException if the user may not, or a rule says no; nothing is changed then
     */
    Outcome take(ProjectId id, Request request) {
        Desk desk = desks.of(id);
        Outcome outcome = desk.inTurn(() -> takeInTurn(desk, id, request));
        startJobs(id, outcome);
        return outcome;
    }

    private Outcome takeInTurn(Desk desk, ProjectId id, Request request) {
        WorkingCopy copy = desk.known().orElseThrow(() -> new ProjectNotFoundException(id));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Outcome outcome = decideAndAppend(desk, copy, request);
                if (outcome.revision() != null || journal.head(id) == copy.revision()) {
                    return outcome;
                }
            } catch (StudioException e) {
                if (journal.head(id) == copy.revision()) {
                    throw e;
                }
            } catch (RevisionConflictException e) {
                // others appended first: decide again on what they left
            }
            copy = desk.caughtUp().orElseThrow();
        }
        throw new StorageException(
                "Project " + id + " could not be changed: others appended first " + ATTEMPTS + " times in a row", null);
    }

    /** The first revision of a project, which nobody can race for. */
    Outcome create(ProjectId id, Request request) {
        Desk desk = desks.of(id);
        Outcome outcome = desk.inTurn(() -> decideAndAppend(desk, WorkingCopy.of(Project.empty(id, now())), request));
        startJobs(id, outcome);
        return outcome;
    }

    private Outcome decideAndAppend(Desk desk, WorkingCopy copy, Request request) {
        Role needed = request.needs();
        if (needed != null) {
            Access.require(copy.project(), request.actor(), needed, request.workbench(copy), request.action());
        }
        Decision decision = request.decide(copy, context(desk, copy, request.actor()));
        if (decision instanceof Refused refused) {
            throw new RefusedException(refused.refusal());
        }
        if (decision instanceof Asked || ((Accepted) decision).changes().isEmpty()) {
            return new Outcome(copy, copy, decision, null, needed != null);
        }
        if (needed == Role.VIEWER) {
            Access.require(copy.project(), request.actor(), Role.EDITOR, request.workbench(copy), request.action());
        }
        Revision revision = revision(copy, request, (Accepted) decision);
        WorkingCopy after = copy.with(revision);
        invariants.brokenBy(copy.project(), after.project(), revision.paths()).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        append(copy.project().id(), revision);
        desk.put(after);
        announceJobs(after.project(), revision);
        live.publish(new RevisionCommitted(copy.project().id(), revision));
        return new Outcome(copy, after, decision, revision, needed != null);
    }

    private DecideContext context(Desk desk, WorkingCopy copy, UserId actor) {
        return new DecideContext(actor, now(), ids, copy.assessment(), graph, limits, formats, desk::live);
    }

    private Revision revision(WorkingCopy copy, Request request, Accepted decision) {
        Long undoes = request.undoes(copy);
        Long redoes = request.redoes(copy);
        boolean reversible = undoes == null
                && request.needs() != null
                && decision.changes().stream().anyMatch(change -> change.cell().undoable());
        return new Revision(
                copy.revision() + 1,
                ids.get(),
                request.actor(),
                now(),
                request.workbench(copy),
                request.action(),
                decision.summary(),
                reversible,
                undoes,
                redoes,
                decision.changes());
    }

    /** After a lost reply, the journal itself tells whether the revision is in it. */
    private void append(ProjectId project, Revision revision) {
        try {
            journal.append(project, revision);
        } catch (StorageException e) {
            Revision there = journal.find(project, revision.number()).orElseThrow(() -> e);
            if (!there.id().equals(revision.id())) {
                throw new RevisionConflictException(project, journal.head(project), revision.number());
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void announceJobs(Project project, Revision revision) {
        for (Change<?> change : revision.changes()) {
            if (change.after().orElse(null) instanceof JobRef job) {
                jobs.announce(project.id(), Cells.laneOf(change.path()), job);
            }
        }
    }

    private void startJobs(ProjectId id, Outcome outcome) {
        Revision revision = outcome.revision();
        if (revision == null) {
            return;
        }
        for (Change<?> change : revision.changes()) {
            if (change.before().orElse(null) instanceof JobRef old && outcome.byPeople()) {
                jobs.lostItsLane(old);
            }
            if (change.after().orElse(null) instanceof JobRef job) {
                jobs.start(id, Cells.laneOf(change.path()), job, outcome.after());
            }
        }
    }

    /** The project for somebody who may see it. */
    WorkingCopy read(ProjectId id, UserId user) {
        WorkingCopy copy = desks.of(id).fresh().orElseThrow(() -> new ProjectNotFoundException(id));
        Access.require(copy.project(), user, Role.VIEWER, "project", "load");
        return copy;
    }

    /** The revision with this number. */
    Revision revision(ProjectId id, long number) {
        return journal.find(id, number)
                .orElseThrow(() -> new IllegalStateException("Revision " + number + " of project " + id
                        + " is missing from the journal, although later ones are there"));
    }

    /** Is told what becomes of the lanes' jobs. */
    interface JobStarter {

        /** A revision gave the lane to this job; nobody has heard of it yet. */
        void announce(ProjectId project, Lane lane, JobRef job);

        /** The job is to run now, on the project as {@code copy} has it. */
        void start(ProjectId project, Lane lane, JobRef job, WorkingCopy copy);

        /** Somebody took the lane away from the job. */
        void lostItsLane(JobRef job);
    }

    /** A request that is decided by what the context knows. */
    static Request request(
            String workbench,
            String action,
            UserId actor,
            @Nullable Role needs,
            Function<DecideContext, Decision> decide) {
        return new Plain(workbench, action, actor, needs, decide);
    }

    private record Plain(
            String room,
            String action,
            UserId actor,
            @Nullable Role needs,
            Function<DecideContext, Decision> decide) implements Request {

        @Override
        public String workbench(WorkingCopy copy) {
            return room;
        }

        @Override
        public Decision decide(WorkingCopy copy, DecideContext context) {
            return decide.apply(context);
        }
    }
}
