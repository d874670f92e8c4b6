package io.futureos.studio.decide;

/**
 * How large things may get.
 *
 * @param scenarios of a project
 * @param stateBytes of a project's state as JSON, without its log
 * @param nameLength of projects and scenarios, in characters
 * @param population in households
 * @param outputs that are kept of each lane, so that undo finds them again
 * @param versions whose content is kept at hand; that of older ones is archived
 * @param snapshotBytes of a version as JSON
 */
public record Limits(
        int scenarios, long stateBytes, int nameLength, int population, int outputs, int versions, long snapshotBytes) {

    /** The contract's limits. */
    public static final Limits STANDARD = new Limits(20, 5L << 20, 255, 2_000_000, 10, 50, 10L << 20);
}
