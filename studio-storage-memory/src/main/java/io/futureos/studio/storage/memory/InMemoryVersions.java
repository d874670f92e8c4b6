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

/** The versions of each project, by their numbers. */
final class InMemoryVersions implements Versions {

    private final Map<ProjectId, NavigableMap<Integer, Stored>> projects = new ConcurrentHashMap<>();

    @Override
    public void put(ProjectId project, VersionInfo version, String content) {
        of(project).putIfAbsent(version.number(), new Stored(version, Optional.of(content), Optional.empty()));
    }

    @Override
    public Optional<Stored> find(ProjectId project, int number) {
        return Optional.ofNullable(of(project).get(number));
    }

    @Override
    public List<VersionInfo> list(ProjectId project, int before, int size) {
        return of(project).headMap(before, false).descendingMap().values().stream()
                .limit(size)
                .map(Stored::info)
                .toList();
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
