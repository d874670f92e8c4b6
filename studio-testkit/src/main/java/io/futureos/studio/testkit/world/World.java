package io.futureos.studio.testkit.world;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.Retention;
import io.futureos.studio.StudioException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.ForwardingStorage;
import io.futureos.studio.testkit.fault.LiveAwayException;
import io.futureos.studio.testkit.fault.LiveFault;
import io.futureos.studio.testkit.fault.StorageFault;
import io.futureos.studio.testkit.fixture.ReachableBlobs;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Three Studios, five people and two projects on one thread and in virtual time, in which everything that happens is decided by
 * a seed: who does what, which jobs get on, which calls to the storage fail or come late, whose clock is wrong, and which node
 * dies. After each step the journal is an unbroken chain, what was acknowledged is in it once, and staleness is what a plain
 * model works out; once the faults have stopped, every job ends and everybody sees the same.
 *
 * <p>A world that finds a fault throws an {@link AssertionError} that names its seed and tells what happened last; the same
 * seed gives the same world again. A seed says nothing across versions of this library.
 */
public final class World {

    private static final int NODES = 3;
    private static final int DEEPEST = 2;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** Short enough for a world to see things go, and longer than a job takes in it, or an answer that is asked for again. */
    static final Retention RETENTION = new Retention(Duration.ofHours(2), Duration.ofDays(2), Duration.ofHours(1));

    /** All of them together are less than the day for which what users were answered is kept. */
    private static final int LONG_PAUSES = 12;

    private static final Map<StorageFault, Double> STORAGE_FAULTS = Map.of(
            StorageFault.FAIL_BEFORE, 0.01,
            StorageFault.FAIL_AFTER, 0.01,
            StorageFault.DELAY, 0.03,
            StorageFault.TWICE, 0.01);

    private static final Map<LiveFault, Double> LIVE_FAULTS =
            Map.of(LiveFault.LOST, 0.03, LiveFault.LATE, 0.03, LiveFault.TWICE, 0.02, LiveFault.AWAY, 0.01);

    private final long seed;
    private final Chance chance;
    private final MovableClock clock = MovableClock.standing();
    private final Trace trace = new Trace();
    private final Storage storage;
    private final AgingBlobs blobs;
    private final Requests requests;
    private final Post post;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final Set<Node> busy = new HashSet<>();
    private final EnumMap<Happening, Integer> counts = new EnumMap<>(Happening.class);
    private boolean faults;
    private int tried;
    private int depth;
    private int longPauses;

    /** What a world counts. */
    public enum Happening {
        ACTION_ACKNOWLEDGED,
        ACTION_REFUSED,
        ACTION_UNANSWERED,
        JOB_STEP,
        CRASH,
        CLOCK_JUMP,
        LONG_PAUSE,
        STORAGE_FAULT,
        REVISION,
        BLOB_DELETED,
        DELIVERY,
        DELIVERY_IN_VAIN
    }

    /**
     * A world before its first moment.
     *
     * @param storage makes an empty storage whose leases and due times go by the clock that it is given
     */
    public World(long seed, Function<Clock, Storage> storage) {
        this.seed = seed;
        this.chance = new Chance(seed);
        Storage real = storage.apply(clock);
        this.blobs = new AgingBlobs(real.blobs(), clock);
        this.storage = new ForwardingStorage(real) {
            @Override
            public BlobStore blobs() {
                return blobs;
            }
        };
        this.requests = new Requests(this, chance);
        this.post = new Post(chance);
        FaultPlan<StorageFault> storageFaults = FaultPlan.seeded(chance.generator(), STORAGE_FAULTS);
        FaultPlan<LiveFault> liveFaults = FaultPlan.seeded(chance.generator(), LIVE_FAULTS);
        var surroundings = new Node.Surroundings(
                this.storage,
                InProcessLive.create(),
                operation -> faults && !operation.equals("jobs.join")
                        ? noted(storageFaults.next(operation))
                        : Optional.empty(),
                operation -> faults ? liveFaults.next(operation) : Optional.empty(),
                chance::id,
                post);
        var meanwhile = new Meanwhile();
        for (int i = 0; i < NODES; i++) {
            var node = new Node("node-" + i, clock, surroundings, meanwhile);
            node.start();
            nodes.add(node);
        }
    }

    private Optional<StorageFault> noted(Optional<StorageFault> fault) {
        fault.ifPresent(happened -> count(Happening.STORAGE_FAULT));
        return fault;
    }

    /**
     * Lets this world live, once.
     *
     * @param actions how many things people try to do before the faults stop; jobs, sweeps, crashes and the like happen in between
     * @return how often what happened
     * @throws AssertionError if something does not hold
     */
    public Map<Happening, Integer> live(int actions) {
        try {
            begin();
            faults = true;
            while (tried < actions) {
                step();
                ledgers.forEach(Ledger::catchUp);
                clients.forEach(Client::checkThatItHasNothingToComplainOf);
            }
            faults = false;
            new Peace(this).comes();
            ledgers.forEach(ledger ->
                    counts.merge(Happening.REVISION, (int) ledger.project().revision(), Integer::sum));
            counts.put(Happening.BLOB_DELETED, blobs.everPut().size() - stored().size());
            counts.put(Happening.DELIVERY, post.delivered());
            counts.put(Happening.DELIVERY_IN_VAIN, post.inVain());
            return counts;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("World " + seed + ": " + e.getMessage() + "\n" + trace, e);
        }
    }

    /** What happened, line by line; equal worlds tell equal stories. */
    public String story() {
        return trace.whole();
    }

    private void begin() {
        for (int i = 0; i < 5; i++) {
            people.add(new Person(new UserId(chance.id()), nodes.get(i % NODES)));
        }
        for (int i = 0; i < 2; i++) {
            Person owner = people.get(i);
            StudioOrchestrator studio = owner.node().studio();
            ProjectId project = studio.projects()
                    .create(new ProjectCreate(
                            owner.id(), "Norway goes electric", "Will the share be above one half in 2024?"))
                    .projectId();
            var ledger = new Ledger(project, storage.journal());
            for (Person other : people) {
                if (other != owner && other != people.get(4)) {
                    studio.collaboration()
                            .add(project, owner.id(), other.id(), other == people.get(3) ? Role.VIEWER : Role.EDITOR);
                }
            }
            ledgers.add(ledger);
            requests.getOn(owner, ledger);
            for (Person person : List.of(people.get(1), people.get(3))) {
                clients.add(new Client(studio.projects().load(project, person.id()), person.id()));
            }
        }
    }

    /** Lets one thing happen. */
    private void step() {
        clock.pass(Duration.ofMillis(chance.below(1_500)));
        int what = chance.below(100);
        if (what < 45) {
            somebodyActs();
        } else if (what < 65) {
            at(this::work);
        } else if (what < 75) {
            at(this::tell);
        } else if (what < 80) {
            at(node -> node.studio().sweep());
        } else if (what < 85) {
            clientsGetOn();
        } else if (what < 87) {
            clock.pass(Duration.ofSeconds(chance.below(20)));
        } else if (what < 88) {
            clockJumpsOrTimePasses();
        } else if (what < 90) {
            crash();
        } else if (what < 92) {
            at(Node::catchUp);
        } else if (what < 97) {
            look();
        } else {
            presence();
        }
    }

    private void work(Node node) {
        if (node.work()) {
            count(Happening.JOB_STEP);
            trace.tell(node + " worked");
        }
    }

    private void tell(Node node) {
        for (int i = 0; i < 5 && node.tell(); i++) {
            // a few at a time
        }
    }

    /** Something at one node that is not in the middle of something else. */
    private void at(Consumer<Node> what) {
        List<Node> free = nodes.stream()
                .filter(node -> node.isAlive() && !busy.contains(node))
                .toList();
        if (!free.isEmpty()) {
            doAt(chance.of(free), what);
        }
    }

    void doAt(Node node, Consumer<Node> what) {
        busy.add(node);
        try {
            what.accept(node);
        } catch (StorageException | LiveAwayException e) {
            trace.tell(node + " was not served: " + e.getMessage());
        } finally {
            busy.remove(node);
        }
    }

    private void somebodyActs() {
        Person person = chance.of(chance.hits(0.85) ? people.subList(0, 3) : people);
        Ledger ledger = chance.of(ledgers);
        if (!person.node().isAlive()) {
            person.goTo(chance.of(nodes));
            return;
        }
        if (busy.contains(person.node())) {
            return;
        }
        tried++;
        doAt(person.node(), node -> requests.act(person, ledger));
    }

    private void clientsGetOn() {
        Client client = chance.of(clients);
        at(node -> {
            try {
                if (!client.isWatching()) {
                    client.watchAt(node);
                } else {
                    client.refresh(node.studio());
                }
            } catch (ProjectNotFoundException e) {
                trace.tell("a client finds its project deleted");
            }
        });
    }

    private void clockJumpsOrTimePasses() {
        if (depth == 0 && longPauses < LONG_PAUSES && chance.hits(0.15)) {
            longPause();
        } else {
            clockJumps();
        }
    }

    /** So long that what is not needed goes; nobody is in the middle of anything. */
    private void longPause() {
        longPauses++;
        count(Happening.LONG_PAUSE);
        trace.tell("nothing happens for a long time");
        checkThatWhatCanBeReachedIsThere();
        clock.pass(Duration.ofMinutes(20 + chance.below(80)));
    }

    /** Every blob that people can get at can be read. */
    void checkThatWhatCanBeReachedIsThere() {
        Set<BlobKey> missing =
                ReachableBlobs.of(storage, ledgers.stream().map(Ledger::id).toList());
        missing.retainAll(blobs.everPut());
        missing.removeAll(stored());
        Ledger.check(missing.isEmpty(), "blobs are gone although they can be reached: " + missing);
    }

    private Set<BlobKey> stored() {
        return blobs.list("", Optional.empty(), Integer.MAX_VALUE).stream()
                .map(BlobStore.Stored::key)
                .collect(Collectors.toSet());
    }

    private void clockJumps() {
        count(Happening.CLOCK_JUMP);
        Node node = chance.of(nodes);
        Duration difference = TEN_MINUTES.multipliedBy(chance.below(3) - 1L);
        node.clock().jump(difference);
        trace.tell("the clock of " + node + " is off by " + difference);
    }

    private void crash() {
        List<Node> free = nodes.stream().filter(node -> !busy.contains(node)).toList();
        if (!free.isEmpty()) {
            crash(chance.of(free));
        }
    }

    private void crash(Node node) {
        if (node.isAlive()) {
            count(Happening.CRASH);
            trace.tell(node + " dies");
            node.die();
            clients.forEach(client -> client.drop(node));
            if (chance.hits(0.5)) {
                return;
            }
        }
        trace.tell(node + " starts");
        node.start();
    }

    /** Looks at a project at some node, and compares it with the model. */
    private void look() {
        Ledger ledger = chance.of(ledgers);
        at(node -> {
            try {
                UserId owner = people.get(ledgers.indexOf(ledger)).id();
                var state = node.studio().projects().load(ledger.id(), owner);
                ledger.catchUp();
                ledger.checkView(state);
            } catch (ProjectNotFoundException e) {
                trace.tell("the project is deleted");
            }
        });
    }

    private void presence() {
        Person person = chance.of(people);
        Ledger ledger = chance.of(ledgers);
        if (!person.node().isAlive() || busy.contains(person.node())) {
            return;
        }
        doAt(person.node(), node -> {
            try {
                var session = person.session();
                if (session == null) {
                    person.sits(node.studio().collaboration().join(ledger.id(), person.id()));
                } else if (chance.hits(0.5)) {
                    session.moveTo(Map.of("cell", "f" + chance.below(3)));
                    session.draft("note", Map.of("text", "half a thought"));
                } else {
                    person.sits(null);
                    session.close();
                }
            } catch (StudioException e) {
                person.sits(null);
            }
        });
    }

    /** What happens while a node waits: something elsewhere, as nobody can take the turn that it may hold. */
    private final class Meanwhile implements Node.Meanwhile {

        @Override
        public void waitingForStorage(Node node) {
            clock.pass(Duration.ofMillis(chance.below(3_000)));
            others(node);
            if (chance.hits(0.03)) {
                dies(node);
            }
        }

        @Override
        public void betweenTicks(Node node) {
            if (!faults || !chance.hits(0.15)) {
                return;
            }
            clock.pass(Duration.ofMillis(chance.below(4_000)));
            boolean wasBusy = busy.remove(node);
            try {
                others(node);
            } finally {
                if (wasBusy) {
                    busy.add(node);
                }
            }
            if (chance.hits(0.05)) {
                dies(node);
            }
        }

        private void others(Node node) {
            if (depth < DEEPEST) {
                depth++;
                trace.tell("while " + node + " waits:");
                step();
                depth--;
            }
        }

        private void dies(Node node) {
            if (node.isAlive()) {
                count(Happening.CRASH);
                trace.tell(node + " dies in the middle of it");
                node.die();
                clients.forEach(client -> client.drop(node));
            }
        }
    }

    void count(Happening happening) {
        counts.merge(happening, 1, Integer::sum);
    }

    /** Whether things still go wrong. */
    boolean hasFaults() {
        return faults;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Ledger> ledgers() {
        return ledgers;
    }

    List<Client> clients() {
        return clients;
    }

    MovableClock clock() {
        return clock;
    }

    Storage storage() {
        return storage;
    }

    Post post() {
        return post;
    }

    Requests requests() {
        return requests;
    }

    Trace trace() {
        return trace;
    }

    /** The owner of a project. */
    UserId owner(Ledger ledger) {
        return people.get(ledgers.indexOf(ledger)).id();
    }

    List<Person> people() {
        return people;
    }
}
