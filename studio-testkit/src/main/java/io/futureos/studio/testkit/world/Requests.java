package io.futureos.studio.testkit.world;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.StudioException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.testkit.fault.LiveAwayException;
import io.futureos.studio.testkit.world.Person.Wish;
import io.futureos.studio.testkit.world.World.Happening;
import java.util.List;

/** What people ask of the Studio at their node, and what they make of its answer or of none. */
final class Requests {

    private final World world;
    private final Chance chance;
    private final Wishes wishes;

    Requests(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        this.wishes = new Wishes(chance);
    }

    /** Some of the way from a source to a report, so that there is something to lose. */
    void getOn(Person owner, Ledger ledger) {
        int steps = chance.below(6);
        ask(owner, ledger, wishes.of("data", "add_custom_source", Wishes.source("share"), ledger.id(), owner.id()));
        for (int i = 0; i < steps; i++) {
            ledger.catchUp();
            ask(owner, ledger, wishes.onTheWay(i, ledger.project(), owner.id()));
            for (Node node : world.nodes()) {
                while (node.work()) {
                    // until the job is done
                }
            }
        }
        ledger.catchUp();
    }

    /** One thing that somebody tries to do, perhaps for the second time. */
    void act(Person person, Ledger ledger) {
        Wish unanswered = person.unanswered();
        if (unanswered != null) {
            person.waitsFor(null);
            if (chance.hits(0.9)) {
                ask(person, ledgerOf(unanswered), unanswered.again());
            }
            return;
        }
        if (chance.hits(0.75)) {
            ask(
                    person,
                    ledger,
                    wishes.next(ledger.project(), person.id(), world.clock().instant()));
        } else {
            quietly(person, ledger);
        }
    }

    private Ledger ledgerOf(Wish wish) {
        Object project = requireNonNull(wish.request().get("project_id"));
        return world.ledgers().stream()
                .filter(ledger -> ledger.id().toString().equals(project))
                .findFirst()
                .orElseThrow();
    }

    /** Asks for something that can be asked for again. */
    void ask(Person person, Ledger ledger, Wish wish) {
        String mark = wish.mark();
        String said = person.node() + " " + Wishes.shown(wish);
        try {
            WorkbenchResponse response = person.node().studio().workbench().execute(wish.request());
            String done =
                    said + ": done, revision " + response.updatedProjectState().revision();
            if (world.hasFaults() && chance.hits(0.05)) {
                world.trace().tell(done + ", but the answer is lost");
                goesUnanswered(person, wish);
                return;
            }
            world.trace().tell(done);
            world.count(Happening.ACTION_ACKNOWLEDGED);
            if (mark != null) {
                ledger.acknowledge(mark);
            }
            if (response.jobId() != null) {
                ledger.job(response.jobId());
            }
        } catch (StorageException | LiveAwayException e) {
            world.trace().tell(said + ": no answer, " + e.getMessage());
            goesUnanswered(person, wish);
        } catch (StudioException e) {
            world.trace().tell(said + ": " + e.code());
            world.count(Happening.ACTION_REFUSED);
            if (mark != null && wish.times() == 0) {
                ledger.refuse(mark);
            }
        }
    }

    /** Half of those who wait in vain ask another node. */
    private void goesUnanswered(Person person, Wish wish) {
        world.count(Happening.ACTION_UNANSWERED);
        person.waitsFor(wish);
        if (world.hasFaults() && chance.hits(0.5)) {
            person.goTo(chance.of(world.nodes()));
        }
    }

    /** What bears no command id: whether it was done after no answer, nobody knows. */
    private void quietly(Person person, Ledger ledger) {
        int what = chance.below(10);
        String said = person.node() + " quietly " + what;
        try {
            doQuietly(what, person.node().studio(), ledger, person.id());
            world.trace().tell(said + ": done");
        } catch (StorageException | LiveAwayException e) {
            world.trace().tell(said + ": no answer");
        } catch (StudioException e) {
            world.trace().tell(said + ": " + e.code());
        }
    }

    private void doQuietly(int what, StudioOrchestrator studio, Ledger ledger, UserId user) {
        ProjectId project = ledger.id();
        switch (what) {
            case 0, 1, 2 -> studio.workbench().undo(project, user);
            case 3 -> studio.workbench().redo(project, user);
            case 4 -> ledger.version(studio.projects().save(project, user, "").number());
            case 5 -> studio.projects().restoreVersion(project, user, 1 + chance.below(3));
            case 6 ->
                studio.projects()
                        .update(project, user, new ProjectUpdate("Norway " + chance.below(3), null, null, null));
            case 7 -> cancelSomeJob(studio, ledger, user);
            case 8 -> letTheGuestInOrOut(studio, project, user);
            default -> {
                studio.projects().delete(project, user);
                studio.projects().restore(project, user);
            }
        }
    }

    private void cancelSomeJob(StudioOrchestrator studio, Ledger ledger, UserId user) {
        List<JobId> jobs = List.copyOf(ledger.jobs());
        if (!jobs.isEmpty()) {
            studio.jobs().cancel(ledger.id(), user, chance.of(jobs));
        }
    }

    private void letTheGuestInOrOut(StudioOrchestrator studio, ProjectId project, UserId user) {
        UserId guest = world.people().get(4).id();
        if (chance.hits(0.5)) {
            studio.collaboration().add(project, user, guest, Role.EDITOR);
        } else {
            studio.collaboration().remove(project, user, guest);
        }
    }

    /** Asks again for what was not answered. */
    void again(Person person) {
        Wish unanswered = person.unanswered();
        if (unanswered != null) {
            person.waitsFor(null);
            if (!person.node().isAlive()) {
                person.goTo(world.nodes().get(0));
            }
            world.doAt(person.node(), node -> ask(person, ledgerOf(unanswered), unanswered.again()));
        }
    }
}
