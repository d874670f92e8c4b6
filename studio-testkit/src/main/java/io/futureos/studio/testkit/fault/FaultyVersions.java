package io.futureos.studio.testkit.fault;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Versions;
import java.util.List;
import java.util.Optional;

/** Versions at the other end of a line. */
record FaultyVersions(Versions real, Line line) implements Versions {

    @Override
    public Optional<Stored> find(ProjectId project, int number) {
        return line.call("versions.find", () -> real.find(project, number));
    }

    @Override
    public List<VersionInfo> list(ProjectId project, int before, int size) {
        return line.call("versions.list", () -> real.list(project, before, size));
    }

    @Override
    public List<BlobKey> archived(ProjectId project) {
        return line.call("versions.archived", () -> real.archived(project));
    }

    @Override
    public void archive(ProjectId project, int number, BlobKey content) {
        line.run("versions.archive", () -> real.archive(project, number, content));
    }
}
