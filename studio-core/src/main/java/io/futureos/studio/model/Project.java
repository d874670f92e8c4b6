package io.futureos.studio.model;

/** placeholder. */
public record Project(ProjectId id, long revision) {}
