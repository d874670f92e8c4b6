package io.futureos.studio.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ProjectIdTest {

    @Example
    void an_id_that_begins_with_8_or_more_comes_after_those_that_begin_with_less() {
        ProjectId low = ProjectId.of("7fffffff-0000-4000-8000-000000000000");
        ProjectId high = ProjectId.of("80000000-0000-4000-8000-000000000000");

        assertThat(low).isLessThan(high);
    }

    @Property
    void ids_are_in_the_order_of_their_texts(@ForAll long high, @ForAll long low, @ForAll long otherLow) {
        var one = new ProjectId(new UUID(high, low));
        var other = new ProjectId(new UUID(high, otherLow));

        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
    }
}
