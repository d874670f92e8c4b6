package io.futureos.studio.storage.jdbc;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.Agenda;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Commits that rename a project, revision by revision. */
final class Commits {

    static final UserId ANNA = UserId.of("00000000-0000-4000-8000-00000000a11a");
    static final Instant START = Instant.parse("2025-03-30T02:00:00.123456Z");

    private Commits() {}

    static ProjectId newProject() {
        return new ProjectId(UUID.randomUUID());
    }

    static Commit renaming(ProjectId project, long number) {
        return renaming(project, number, "Name " + number);
    }

    static Commit renaming(ProjectId project, long number, String name) {
        return new Commit(revision(number, name), summary(project, number, name), null, null);
    }

    static Commit withReceipt(ProjectId project, long number, UUID command) {
        Commit plain = renaming(project, number);
        var receipt = new Receipt(
                ANNA, command, Fingerprint.of("request"), project, number, at(number), Map.of("answer", number));
        return new Commit(plain.revision(), plain.summary(), receipt, null);
    }

    static Revision revision(long number, String name) {
        return new Revision(
                number,
                UUID.randomUUID(),
                ANNA,
                at(number),
                "project",
                "update",
                "Rename the project",
                true,
                null,
                null,
                List.of(new Change<>(Cells.projectName(), Optional.of("Before"), Optional.of(name))));
    }

    static ProjectSummary summary(ProjectId project, long number, String name) {
        return new ProjectSummary(
                project,
                ANNA,
                null,
                name,
                "",
                ProjectStatus.DRAFT,
                1,
                1,
                number,
                START,
                at(number),
                null,
                Map.of(ANNA, Role.OWNER),
                Agenda.EMPTY);
    }

    private static Instant at(long number) {
        return START.plusSeconds(number);
    }
}
