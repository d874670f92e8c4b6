package io.futureos.studio.model;

/** placeholder. */
public record ProjectState(ProjectId id, long revision) {}
