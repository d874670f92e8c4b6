package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.renaming;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Commit;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeZonesTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private final TimeZone machine = TimeZone.getDefault();

    @AfterEach
    void set_the_clock_back() {
        TimeZone.setDefault(machine);
    }

    /** In Oslo, the hour after this instant's date and time was left out. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "America/St_Johns", "Europe/Oslo"})
    void columns_tell_the_time_in_utc_whatever_the_zone_of_the_machine_and_the_session(String zone) {
        PostgresStorage here = DATABASE.emptied();
        ProjectId project = Commits.newProject();
        Commit commit = renaming(project, 1);
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        try (HikariDataSource pool = DATABASE.anotherPool("")) { // the driver tells the session the machine's zone
            PostgresStorage.over(pool).journal().append(project, commit);
        }

        assertThat(DATABASE.one("SELECT created_at || ', ' || updated_at FROM studio_projects"))
                .isEqualTo("2025-03-30 02:00:00.123456, 2025-03-30 02:00:01.123456");
        assertThat(here.projects().find(project)).contains(commit.summary());
    }
}
