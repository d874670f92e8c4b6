package io.futureos.studio.storage.memory;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Versions;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** The versions of each project, by their numbers. */
final class InMemoryVersions implements Versions {

    private final Consumer<ProjectId> awaitAppend;

    private final Map<ProjectId, NavigableMap<Integer, Stored>> projects = new ConcurrentHashMap<>();

    /**
     * No versions.
     *
     * @param awaitAppend waits until the rest of a commit can be seen too whose version is there already
     */
    InMemoryVersions(Consumer<ProjectId> awaitAppend) {
        this.awaitAppend = awaitAppend;
    }

    /** Is called within an append, which others wait for. */
    void put(ProjectId project, Cut version) {
        of(project)
                .put(
                        version.info().number(),
                        new Stored(version.info(), Optional.of(version.content()), Optional.empty()));
    }

    @Override
    public Optional<Stored> find(ProjectId project, int number) {
        Stored stored = of(project).get(number);
        awaitAppend.accept(project);
        return Optional.ofNullable(stored);
    }

    @Override
    public List<VersionInfo> list(ProjectId project, int before, int size) {
        List<VersionInfo> versions = of(project).headMap(before, false).descendingMap().values().stream()
                .limit(size)
                .map(Stored::info)
                .toList();
        awaitAppend.accept(project);
        return versions;
    }

    @Override
    public void archive(ProjectId project, int number, BlobKey content) {
        of(project)
                .computeIfPresent(
                        number,
                        (same, stored) -> new Stored(archived(stored.info()), Optional.empty(), Optional.of(content)));
    }

    @Override
    public List<BlobKey> archived(ProjectId project) {
        return of(project).values().stream()
                .flatMap(stored -> stored.blob().stream())
                .toList();
    }

    void forget(ProjectId project) {
        projects.remove(project);
    }

    private static VersionInfo archived(VersionInfo info) {
        return new VersionInfo(
                info.number(), info.revision(), info.createdBy(), info.createdAt(), info.reason(), info.size(), true);
    }

    private NavigableMap<Integer, Stored> of(ProjectId project) {
        return projects.computeIfAbsent(project, id -> new ConcurrentSkipListMap<>());
    }
}
