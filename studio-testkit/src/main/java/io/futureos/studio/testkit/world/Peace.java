package io.futureos.studio.testkit.world;

import static io.futureos.studio.testkit.world.Ledger.check;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.futureos.studio.ProjectLedger;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.testkit.fixture.ToyEngines;
import java.time.Duration;
import java.util.Map;

/** What must hold once nothing fails any more: every job ends, and everybody sees the same. */
final class Peace {

    private static final Duration ROUND = Duration.ofSeconds(2);

    /** Rounds that take longer than any retry waits, and than a node is thought to live that does not. */
    private static final int LONGEST = 1_000;

    /** Rounds without work after which none comes any more. */
    private static final int QUIET = 4;

    /** Enough for what a world has. */
    private static final int SWEEPS_A_ROUND = 12;

    private final World world;

    Peace(World world) {
        this.world = world;
    }

    void comes() {
        world.trace().tell("the faults stop");
        world.post().works();
        for (Node node : world.nodes()) {
            node.clock().jump(Duration.ZERO);
            if (!node.isAlive()) {
                node.start();
            }
        }
        bringBackTheDeleted();
        for (Person person : world.people()) {
            world.requests().again(person);
            check(person.unanswered() == null, "a request is not answered although nothing fails any more");
        }
        everyJobEnds();
        everybodySeesTheSame();
        versionsAreThere();
        whatIsNotNeededGoes();
    }

    private void bringBackTheDeleted() {
        for (Ledger ledger : world.ledgers()) {
            ledger.catchUp();
            if (ledger.project().get(Cells.deletedAt()).isPresent()) {
                world.nodes().get(0).studio().projects().restore(ledger.id(), world.owner(ledger));
            }
        }
    }

    private void everyJobEnds() {
        int quiet = 0;
        for (int round = 0; round < LONGEST && quiet < QUIET; round++) {
            boolean didSomething = false;
            for (Node node : world.nodes()) {
                node.catchUp();
                node.studio().sweep();
                while (node.work()) {
                    didSomething = true;
                }
                while (node.tell()) {
                    didSomething = true;
                }
            }
            world.clock().pass(ROUND);
            world.ledgers().forEach(Ledger::catchUp);
            boolean atWork = world.ledgers().stream()
                    .anyMatch(ledger -> !ledger.lanesAtWork().isEmpty());
            quiet = didSomething || atWork ? 0 : quiet + 1;
        }
        for (Ledger ledger : world.ledgers()) {
            check(ledger.lanesAtWork().isEmpty(), "the jobs of " + ledger.lanesAtWork() + " never end");
            for (JobId job : ledger.jobs()) {
                for (Node node : world.nodes()) {
                    JobStatus status = node.studio().jobs().status(ledger.id(), world.owner(ledger), job);
                    check(status.state().isEnd(), "job " + job + " is over, but " + node + " says " + status);
                }
            }
        }
    }

    private void everybodySeesTheSame() {
        Node first = world.nodes().get(0);
        for (Client client : world.clients()) {
            if (!client.isWatching()) {
                client.watchAt(first);
            }
        }
        for (int round = 0;
                round < 2;
                round++) { // what the first sweeps do, the second ones tell where the channel does not
            world.nodes().forEach(node -> node.studio().sweep());
            for (Node node : world.nodes()) {
                while (node.tell()) {
                    // until nothing is left to tell
                }
            }
        }
        for (Ledger ledger : world.ledgers()) {
            ledger.catchUp();
            Map<String, Object> whole = StudioJson.toOpen(fresh(ledger));
            JsonNode view = Client.json(whole);
            ProjectLedger turnedOut = first.studio().reports().ledger(ledger.id(), world.owner(ledger));
            for (Node node : world.nodes()) {
                ProjectState state = node.studio().projects().load(ledger.id(), world.owner(ledger));
                ledger.checkView(state);
                check(StudioJson.toOpen(state).equals(whole), node + " sees another project than a new node");
                check(
                        node.studio()
                                .reports()
                                .ledger(ledger.id(), world.owner(ledger))
                                .equals(turnedOut),
                        node + " says that forecasts turned out otherwise");
            }
            for (Client client : world.clients()) {
                if (client.project().equals(ledger.id())) {
                    client.checkThatItHasNothingToComplainOf();
                    check(
                            client.told() == ledger.project().revision(),
                            "a client was told up to " + client.told() + " of "
                                    + ledger.project().revision() + " revisions");
                    client.refresh(first.studio());
                    check(client.view().equals(view), "the view of a client of " + ledger.id() + " is another one");
                }
            }
        }
    }

    /** What a node sees that has never seen the project. */
    private ProjectState fresh(Ledger ledger) {
        try (StudioOrchestrator newcomer = StudioOrchestrator.builder()
                .storage(world.storage())
                .live(first().live())
                .engines(new ToyEngines())
                .clock(world.clock())
                .executor(work -> {})
                .eventExecutor(work -> {})
                .sweepsItself(false)
                .build()) {
            return newcomer.projects().load(ledger.id(), world.owner(ledger));
        }
    }

    private Node first() {
        return world.nodes().get(0);
    }

    private void versionsAreThere() {
        for (Ledger ledger : world.ledgers()) {
            for (int version : ledger.versions()) {
                ProjectState state = first().studio().projects().load(ledger.id(), world.owner(ledger), version);
                check(state.version() == version, "version " + version + " holds version " + state.version());
            }
        }
    }

    /** And what is needed stays, also what one project has of another that is gone for good. */
    private void whatIsNotNeededGoes() {
        BlobKey orphan = world.storage().blobs().put("nobody refers to this".getBytes(UTF_8));
        goRoundAfter(Duration.ofHours(2));
        check(world.storage().blobs().get(orphan).isEmpty(), "a blob is there that nobody refers to");
        world.checkThatWhatCanBeReachedIsThere();

        Ledger gone = world.ledgers().get(1);
        first().studio().projects().delete(gone.id(), world.owner(gone));
        goRoundAfter(Duration.ofDays(3));
        check(world.storage().journal().head(gone.id()) == 0, "a project is there that was deleted long ago");
        for (Node node : world.nodes()) {
            check(isGone(node, gone), node + " shows a project that is gone for good");
        }
        world.checkThatWhatCanBeReachedIsThere();
    }

    private void goRoundAfter(Duration time) {
        world.clock().pass(time);
        for (int i = 0; i < SWEEPS_A_ROUND; i++) {
            first().studio().sweep();
        }
    }

    private boolean isGone(Node node, Ledger ledger) {
        try {
            node.studio().projects().restore(ledger.id(), world.owner(ledger));
            return false;
        } catch (ProjectNotFoundException e) {
            return true;
        }
    }
}
