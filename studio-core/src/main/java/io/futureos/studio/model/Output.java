package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;

/**
 * Something that was made by a job, filed under the fingerprint of the inputs it was made from.
 *
 * @param id shown to callers, for example as {@code population_id}
 * @param content changes exactly when what was made does
 * @param result the engine's whole result, as JSON
 * @param summary what decisions and views need to know of the result (open values)
 * @param basis the fingerprint of each group of inputs, by the group's name; tells later what differs
 * @param basedOn the project's revision when the inputs were read
 * @param acceptedAt the revision that filed this output; the newest output is the one with the largest
 * @param engine who made it, for display
 */
public record Output(
        UUID id,
        Fingerprint content,
        BlobKey result,
        Map<String, Object> summary,
        Map<String, Object> basis,
        long basedOn,
        long acceptedAt,
        String engine) {

    public Output {
        requireNonNull(id, "id");
        requireNonNull(content, "content");
        requireNonNull(result, "result");
        summary = OpenValue.map(summary);
        basis = OpenValue.map(basis);
        requireNonNull(engine, "engine");
    }

    /** This output as a copy of the project has it. */
    public Output copiedInto(UUID newId, long nowBasedOn) {
        return new Output(newId, content, result, summary, basis, nowBasedOn, 1, engine);
    }

    /** This output as the given revision files it. */
    public Output filedAt(long revision) {
        return new Output(id, content, result, summary, basis, basedOn, revision, engine);
    }
}
