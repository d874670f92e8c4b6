package io.futureos.studio.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.FaultyLive;
import io.futureos.studio.testkit.fault.LiveAwayException;
import io.futureos.studio.testkit.fault.LiveFault;
import io.futureos.studio.testkit.fixture.Presences;
import io.futureos.studio.testkit.time.MovableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultyLiveTest {

    private final InProcessLive real = InProcessLive.create();
    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private final Session session = Presences.opens(project, MovableClock.START);
    private final StudioEvent event = new SessionJoined(project, session);
    private final List<StudioEvent> arrived = new ArrayList<>();

    private FaultyLive always(LiveFault fault) {
        real.channel().subscribe(project, arrived::add);
        return new FaultyLive(real, FaultPlan.always(fault));
    }

    private List<Session> present() {
        return real.sessions().of(project, MovableClock.START);
    }

    @Test
    void what_is_lost_is_lost_in_silence() {
        FaultyLive live = always(LiveFault.LOST);

        live.channel().publish(event);
        live.sessions().put(session);
        live.catchUp();

        assertThat(arrived).isEmpty();
        assertThat(present()).isEmpty();
        real.sessions().put(session);
        assertThat(live.sessions().of(project, MovableClock.START)).isEmpty();
    }

    @Test
    void what_is_late_happens_when_the_line_catches_up() {
        FaultyLive live = always(LiveFault.LATE);
        live.channel().publish(event);
        live.sessions().put(session);
        assertThat(arrived).isEmpty();
        assertThat(present()).isEmpty();

        live.catchUp();
        live.catchUp();

        assertThat(arrived).containsExactly(event);
        assertThat(present()).containsExactly(session);
    }

    @Test
    void what_comes_twice_comes_twice() {
        FaultyLive live = always(LiveFault.TWICE);

        live.channel().publish(event);
        live.sessions().put(session);

        assertThat(arrived).containsExactly(event, event);
        assertThat(present()).containsExactly(session);
    }

    @Test
    void a_store_that_is_away_says_so_and_does_nothing() {
        FaultyLive live = always(LiveFault.AWAY);

        assertThatThrownBy(() -> live.channel().publish(event))
                .isInstanceOf(LiveAwayException.class)
                .hasMessage("The live store is away, so channel.publish was not done");
        assertThatThrownBy(() -> live.drafts().of(project, session.user(), MovableClock.START))
                .isInstanceOf(LiveAwayException.class);
        assertThat(arrived).isEmpty();
    }

    @Test
    void a_dead_node_hears_nothing_and_says_nothing() {
        var live = new FaultyLive(real, FaultPlan.atCall(2, LiveFault.LATE));
        live.channel().subscribe(project, arrived::add);
        live.channel().publish(event);

        live.kill();
        live.catchUp();
        real.channel().publish(event);

        assertThat(arrived).isEmpty();
        assertThatThrownBy(() -> live.sessions().put(session)).isInstanceOf(LiveAwayException.class);
    }
}
