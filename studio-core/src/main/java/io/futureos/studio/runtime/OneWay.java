package io.futureos.studio.runtime;

import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioException;
import io.futureos.studio.access.Operation;
import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.BaseRevision;
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
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.DuplicateCommandException;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.storage.Versions.Cut;
import io.futureos.studio.workflow.WorkflowGraph;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The one way through for every mutation, whoever asks: authorize, decide, check the invariants, append to the journal,
 * fold, publish, start jobs. Safe for use by several threads.
 */
final class OneWay {

    private static final int ATTEMPTS = 100;
    private static final int QUICK_ATTEMPTS = 3;
    private static final long LONGER_EACH_TIME = 400_000;

    private final Journal journal;
    private final CommandLog commands;
    private final Access access;
    private final Desks desks;
    private final LiveChannel live;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final WorkflowGraph graph;
    private final Limits limits;
    private final Set<ExportFormat> formats;
    private final boolean delivers;
    private final Invariants invariants;
    private final JobStarter jobs;

    OneWay(Wiring wiring, Desks desks, LiveChannel live, Set<ExportFormat> formats, JobStarter jobs) {
        this.journal = wiring.storage().journal();
        this.commands = new CommandLog(wiring.storage().receipts());
        this.access = new Access(wiring.access());
        this.desks = desks;
        this.live = live;
        this.clock = wiring.clock();
        this.ids = wiring.ids();
        this.graph = wiring.workflow();
        this.limits = wiring.limits();
        this.formats = Set.copyOf(formats);
        this.delivers = wiring.delivery().isPresent();
        this.invariants = new Invariants(limits);
        this.jobs = jobs;
    }

    /**
     * Takes a request through. A refusal, like an answer, rests on the journal's head, not on an old copy.
     *
     * @throws io.futureos.studio.StudioException if the user may not, or a rule says no; nothing is changed then
     */
    Outcome take(ProjectId id, Request request) {
        Desk desk = desks.of(id);
        Outcome outcome = desk.inTurn(() -> takeInTurn(desk, id, request));
        publish(id, outcome);
        startJobs(id, outcome, request.operation() != null);
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
            } catch (RevisionConflictException | DuplicateCommandException e) {
                // others were first: decide again on what they left
            }
            giveOthersTime(attempt);
            copy = desk.caughtUp().orElseThrow(() -> new ProjectNotFoundException(id));
        }
        throw new StorageException(
                "Project " + id + " could not be changed: others appended first " + ATTEMPTS + " times in a row", null);
    }

    /**
     * Somebody who loses has more to do than the winner, who need not catch up, and would go on losing to a node that writes
     * without a pause. So it waits ever longer, two seconds in all, until the other does something else for a moment.
     */
    private static void giveOthersTime(int lost) {
        if (lost >= QUICK_ATTEMPTS) {
            LockSupport.parkNanos((lost - QUICK_ATTEMPTS + 1) * LONGER_EACH_TIME);
        }
    }

    /**
     * The first revision of a project, which nobody can race for.
     *
     * @return the new project's outcome, or the receipt of the one that the same command created before
     */
    Outcome create(ProjectId id, Request request) {
        Desk desk = desks.of(id);
        WorkingCopy nothing = WorkingCopy.of(Project.empty(id, now()));
        Outcome outcome = desk.inTurn(() -> {
            try {
                return decideAndAppend(desk, nothing, request);
            } catch (DuplicateCommandException e) {
                return decideAndAppend(desk, nothing, request);
            }
        });
        publish(id, outcome);
        startJobs(id, outcome, true);
        return outcome;
    }

    private Outcome decideAndAppend(Desk desk, WorkingCopy copy, Request request) {
        Operation operation = request.operation();
        if (operation != null) {
            access.require(copy.summary(), request.actor(), operation);
        }
        Optional<Receipt> before = commands.receipt(request);
        if (before.isPresent()) {
            return Outcome.before(copy, before.get());
        }
        DecideContext context = context(desk, copy, request.actor());
        Decision decision = request.decide(copy, context);
        if (decision instanceof Refused refused) {
            throw new RefusedException(refused.refusal());
        }
        if (decision instanceof Asked || ((Accepted) decision).changes().isEmpty()) {
            return Outcome.unchanged(copy, decision);
        }
        Accepted accepted = (Accepted) decision;
        if (operation == Operation.STEP_FORWARD) {
            // on a recording it looks, on a paused run it computes the next tick
            access.requireEditor(copy.summary(), request.actor(), operation);
        }
        checkBase(copy, request, accepted);
        Revision revision = revision(copy, request, accepted, context.now());
        WorkingCopy after = copy.with(revision);
        invariants.brokenBy(copy.project(), after.project(), revision.paths()).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        Cut cut = Versioning.cutBy(revision, after, request.reason(), limits);
        Outcome outcome = new Outcome(copy, after, decision, revision, cut == null ? null : cut.info(), null);
        append(copy.project().id(), new Commit(revision, after.summary(), commands.receiptFor(request, outcome), cut));
        desk.put(after);
        return outcome;
    }

    private void checkBase(WorkingCopy copy, Request request, Accepted decision) {
        Long base = request.terms().base();
        if (base != null) {
            BaseRevision.problem(
                            copy.project(),
                            decision.changes(),
                            request.actor(),
                            base,
                            () -> journal.after(copy.project().id(), base))
                    .ifPresent(refusal -> {
                        throw new RefusedException(refusal);
                    });
        }
    }

    private DecideContext context(Desk desk, WorkingCopy copy, UserId actor) {
        return new DecideContext(actor, now(), ids, copy.assessment(), graph, limits, formats, delivers, desk::live);
    }

    /** @param at the moment at which it was decided, on which the decision may rest */
    private Revision revision(WorkingCopy copy, Request request, Accepted decision, Instant at) {
        Long undoes = request.undoes(copy);
        Long redoes = request.redoes(copy);
        boolean reversible = undoes == null
                && request.operation() != null
                && decision.changes().stream().anyMatch(change -> change.cell().undoable());
        return new Revision(
                copy.revision() + 1,
                ids.get(),
                request.actor(),
                at,
                request.room(copy),
                request.action(),
                decision.summary(),
                reversible,
                undoes,
                redoes,
                decision.changes());
    }

    /** After a lost reply, the journal itself tells whether the revision is in it. */
    private void append(ProjectId project, Commit commit) {
        Revision revision = commit.revision();
        try {
            journal.append(project, commit);
        } catch (StorageException e) {
            Revision there = lookedUp(project, revision.number(), e).orElseThrow(() -> e);
            if (!there.id().equals(revision.id())) {
                throw new RevisionConflictException(project, journal.head(project), revision.number());
            }
        }
    }

    /** Where the journal can't be asked either, what went wrong first is what the user is to hear of. */
    private Optional<Revision> lookedUp(ProjectId project, long number, StorageException lost) {
        if (lost.changedNothing()) {
            return Optional.empty();
        }
        try {
            return journal.find(project, number);
        } catch (StorageException e) {
            lost.addSuppressed(e);
            throw lost;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Outside the turn: no writer waits for a channel, and watchers put in order what comes out of it. */
    private void publish(ProjectId id, Outcome outcome) {
        Revision revision = outcome.revision();
        if (revision != null) {
            live.publish(new RevisionCommitted(id, revision));
        }
    }

    private void startJobs(ProjectId id, Outcome outcome, boolean byPeople) {
        Revision revision = outcome.revision();
        if (revision == null) {
            return;
        }
        for (Change<?> change : revision.changes()) {
            if (change.before().orElse(null) instanceof JobRef old && byPeople) {
                jobs.lostItsLane(id, Cells.laneOf(change.path()), old);
            }
            if (change.after().orElse(null) instanceof JobRef job && job.revision() == revision.number()) {
                jobs.start(id, Cells.laneOf(change.path()), job);
            }
        }
    }

    /** The project for somebody who wants to do something that changes nothing. */
    WorkingCopy read(ProjectId id, UserId user, Operation operation) {
        WorkingCopy copy = desks.of(id).fresh().orElseThrow(() -> new ProjectNotFoundException(id));
        access.require(copy.summary(), user, operation);
        return copy;
    }

    /** The project as a revision left it. */
    WorkingCopy at(ProjectId id, long revision) {
        return desks.of(id).at(revision);
    }

    /** The revision with this number. */
    Revision revision(ProjectId id, long number) {
        return journal.find(id, number)
                .orElseThrow(() -> new IllegalStateException("Revision " + number + " of project " + id
                        + " is missing from the journal, although later ones are there"));
    }
}
