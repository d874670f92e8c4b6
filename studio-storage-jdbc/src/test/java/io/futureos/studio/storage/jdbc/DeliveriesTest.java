package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.MortalNode.ANNA;
import static io.futureos.studio.testkit.contract.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.ScheduledReport;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.report.ReportDelivery;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each occurrence of a schedule is delivered once, by nodes that die and whose clocks are ten minutes apart. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveriesTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private static final Instant FIRST = Instant.parse("2025-01-02T08:00:00Z");
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration APART = Duration.ofMinutes(10);

    private final MovableClock early = MovableClock.standingAt(MovableClock.START.plus(APART));
    private final MovableClock late = MovableClock.standing();
    private final Mailbox mailbox = new Mailbox();

    @BeforeEach
    void empty() {
        DATABASE.emptied();
    }

    /** Hands each key over once, and notes how often it was asked to. */
    private static final class Mailbox implements ReportDelivery {
        private final Queue<String> asked = new ConcurrentLinkedQueue<>();
        private final Set<Instant> handedOver = ConcurrentHashMap.newKeySet();

        @Override
        public void deliver(Delivery delivery) {
            asked.add(delivery.key());
            handedOver.add(delivery.occurrence());
        }
    }

    @Test
    void two_nodes_that_look_at_the_same_time_deliver_once_and_ask_once() throws Exception {
        try (MortalNode one = MortalNode.on(DATABASE, early, mailbox);
                MortalNode other = MortalNode.on(DATABASE, late, mailbox)) {
            List<ProjectId> projects = List.of(aScheduledReport(one), aScheduledReport(other), aScheduledReport(one));

            for (int round = 0; round < 20; round++) {
                pass(Duration.ofHours(12));
                inParallel(2, thread -> (thread == 0 ? one : other).studio().sweep());
            }

            assertThat(mailbox.asked).doesNotHaveDuplicates().hasSize(projects.size() * 10);
            assertThat(mailbox.handedOver).containsExactlyInAnyOrderElementsOf(days(10));
        }
    }

    @Test
    void what_the_early_node_delivered_the_late_one_finds_done_when_its_own_clock_gets_there() {
        try (MortalNode one = MortalNode.on(DATABASE, early, mailbox);
                MortalNode other = MortalNode.on(DATABASE, late, mailbox)) {
            aScheduledReport(other);
            standAt(early, FIRST);

            one.studio().sweep();
            assertThat(late.instant()).as("the late node's clock").isBefore(FIRST);
            other.studio().sweep();
            pass(APART);
            other.studio().sweep();
            one.studio().sweep();

            assertThat(mailbox.asked).hasSize(1);
        }
    }

    /** The job is lent by the database's clock: the other node takes it whatever its own clock says. */
    @ParameterizedTest(name = "{0} node, the mail {1}")
    @CsvSource({"early, out", "early, not out", "late, out", "late, not out"})
    void a_node_that_dies_while_it_delivers_leaves_this_very_occurrence_to_the_other(String which, String mail) {
        boolean isEarly = which.equals("early");
        MovableClock its = isEarly ? early : late;
        var dying = new MortalNode[1];
        ReportDelivery deadly = delivery -> {
            if (mail.equals("out")) {
                mailbox.deliver(delivery);
            }
            dying[0].die();
        };
        dying[0] = MortalNode.on(DATABASE, its, deadly);
        try (MortalNode other = MortalNode.on(DATABASE, isEarly ? late : early, mailbox)) {
            ProjectId project = aScheduledReport(other);
            standAt(its, FIRST);
            dying[0].studio().sweep();

            DATABASE.pass(JobQueue.LEASE.plusSeconds(1));
            other.studio().sweep();
            assertThat(mailbox.handedOver).as("whatever its clock says").containsExactly(FIRST);
            pass(APART);
            other.studio().sweep();

            assertThat(mailbox.handedOver).containsExactly(FIRST);
            assertThat(mailbox.asked).hasSize(mail.equals("out") ? 2 : 1).containsOnly(mailbox.asked.element());
            assertThat(other.studio().jobs().atWork(project, ANNA)).isEmpty();

            pass(ONE_DAY);
            other.studio().sweep();
            assertThat(mailbox.handedOver).containsExactlyInAnyOrderElementsOf(days(2));
            ScheduledReport report =
                    other.studio().reports().schedules(project, ANNA).get(0);
            assertThat(report.last()).isEqualTo(FIRST.plus(ONE_DAY));
            assertThat(report.failure()).isNull();
        }
    }

    @Test
    void a_node_that_only_seemed_dead_can_not_undo_what_the_other_wrote_down() {
        var other = new MortalNode[1];
        ReportDelivery slow = delivery -> {
            DATABASE.pass(JobQueue.LEASE.plusSeconds(1));
            other[0].studio().sweep(); // takes the job over, delivers and is done
            mailbox.deliver(delivery);
            throw new IllegalStateException("too late to say so");
        };
        other[0] = MortalNode.on(DATABASE, late, mailbox);
        try (MortalNode one = MortalNode.on(DATABASE, early, slow)) {
            ProjectId project = aScheduledReport(one);
            standAt(early, FIRST);

            one.studio().sweep();

            assertThat(mailbox.asked).hasSize(2).containsOnly(mailbox.asked.element());
            ScheduledReport report =
                    one.studio().reports().schedules(project, ANNA).get(0);
            assertThat(report.last()).isEqualTo(FIRST);
            assertThat(report.failure()).isNull();
        }
        other[0].close();
    }

    private static ProjectId aScheduledReport(MortalNode node) {
        ProjectId project = node.aProjectWithItsPopulation();
        node.act(project, new RunScenario(node.aScenario(project, "As things stand")));
        node.act(project, new Generate(null));
        var schedule = new Schedule(Schedule.DAILY, "UTC", List.of("board@example.org"));
        node.act(project, new ScheduleReport(null, schedule));
        return project;
    }

    private void pass(Duration time) {
        early.pass(time);
        late.pass(time);
        DATABASE.pass(time);
    }

    /** Lets time go by for both, until this clock stands there. */
    private void standAt(MovableClock clock, Instant moment) {
        pass(Duration.between(clock.instant(), moment));
    }

    private static List<Instant> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> FIRST.plus(ONE_DAY.multipliedBy(day)))
                .toList();
    }
}
