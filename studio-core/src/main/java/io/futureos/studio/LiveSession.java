package io.futureos.studio;

import io.futureos.studio.live.Draft;
import io.futureos.studio.storage.StorageException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A user's open project, in one window. Others see the user as active until the session is closed, or was not heard of for
 * 30 seconds. Safe for use by several threads.
 *
 * <p>Each method but {@link #id} and {@link #close} throws {@link ProjectNotFoundException} once the user may not see the
 * project any more, {@link IllegalStateException} once the session is closed, {@link StorageException} if the storage fails,
 * and what the live store throws while it is away.
 */
public interface LiveSession extends AutoCloseable {

    /** By which others tell this window from the user's other ones. */
    UUID id();

    /** Says that the window is still open; to be called more often than every 30 seconds. */
    void touch();

    /**
     * Shows others where the user is.
     *
     * @param cursor what only clients understand, up to 4 KB as JSON
     * @throws InvalidRequestException if it is larger, or not what JSON can say
     */
    void moveTo(Map<String, Object> cursor);

    /**
     * Keeps what the user typed and has not sent, for 24 hours.
     *
     * @param place where it was typed, up to 255 characters; a later draft of the same place replaces this one
     * @param content what only clients understand, up to 64 KB as JSON
     * @throws InvalidRequestException if the place or the content is longer or not what JSON can say, or the user has 100
     *     drafts in the project already
     */
    void draft(String place, Map<String, Object> content);

    /** Forgets the draft, because it was sent or is not wanted any more. */
    void discard(String place);

    /** What the user typed in the last 24 hours and has not sent, in this session or in another. */
    List<Draft> drafts();

    /**
     * Others don't see the user in this window any more; closing twice does no harm. If the live store is away, this throws
     * what it throws, and the window is taken for closed when it was not heard of for 30 seconds.
     */
    @Override
    void close();
}
