package io.futureos.studio;

import io.futureos.studio.action.Template;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.workflow.Workbench;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Projects from their creation on. None of these methods waits for an engine. Safe for use by several threads.
 *
 * <p>Each throws {@link ProjectNotFoundException} if there is no such project that the user may see,
 * {@link AccessDeniedException} if the user's role does not reach, and {@link StorageException} if the storage fails. What
 * was to be changed may or may not be changed then, as a look at the project tells; after every other exception, nothing was.
 */
public interface ProjectOperations {

    /**
     * Creates a project that the user owns: with what its template sets, else empty. If it has a question, a job starts to
     * understand it. After a {@link StorageException}, the same request under the same command id creates no second one.
     *
     * @throws InvalidRequestException naming everything that is wrong with what is said about it
     * @throws NotFoundException if the user does not belong to the team, or may not see the template
     * @throws RefusedException if the command id was used for something else, or the template holds more than a project may
     */
    ProjectState create(ProjectCreate create);

    /**
     * Creates a project with everything that this template sets, whatever {@link ProjectCreate#templateId} says; what {@code
     * create} says itself comes first.
     *
     * @throws InvalidRequestException naming everything that is wrong with what is said about it
     * @throws NotFoundException if the user does not belong to the team
     * @throws RefusedException if the command id was used for something else, or the template holds more than a project may
     */
    ProjectState create(ProjectCreate create, Template template);

    /** The project as it is now. */
    ProjectState load(ProjectId project, UserId user);

    /**
     * The project as it was when the version was cut, for reading; archived versions too.
     *
     * @throws NotFoundException if there is no such version
     */
    ProjectState load(ProjectId project, UserId user, int version);

    /**
     * The difference between the project's view at {@code revision} and its view now, for a client that was away.
     *
     * @param revision the revision of the state that the client has
     * @throws InvalidRequestException if the project has no such revision; the client has to load the project then
     */
    StateUpdate since(ProjectId project, UserId user, long revision);

    /**
     * The projects in which the user is a collaborator, the last changed first; without those that the host's policy hides.
     *
     * @param after {@link ProjectPage#next} of the part before this one; null for the first part
     * @param size how many at most, from 1 to 100; there may be fewer, or none, although there is a next part
     * @throws InvalidRequestException if {@code after} or {@code size} is wrong
     */
    ProjectPage list(UserId user, @Nullable String after, int size);

    /**
     * The projects of a team, in parts like those of {@link #list}.
     *
     * @throws NotFoundException if the user does not belong to it
     * @throws InvalidRequestException if {@code after} or {@code size} is wrong
     */
    ProjectPage listOfTeam(UserId user, TeamId team, @Nullable String after, int size);

    /**
     * Cuts a version of the project as it is now. Takes an editor.
     *
     * @param reason one sentence for people
     * @throws InvalidRequestException if the reason is too long
     * @throws RefusedException if the content is larger than a version may be
     */
    VersionInfo save(ProjectId project, UserId user, String reason);

    /**
     * The versions, newest first.
     *
     * @param before only those with a smaller number; null for the newest
     * @param size how many at most, from 1 to 100
     * @throws InvalidRequestException if {@code size} is wrong
     */
    List<VersionInfo> versions(ProjectId project, UserId user, @Nullable Integer before, int size);

    /**
     * Makes everything that people set as it was in the version, by one change that can be undone. A version of the
     * project as it is now is cut before. Takes an editor.
     *
     * @throws NotFoundException if there is no such version
     * @throws RefusedException if a rule of today says no to what it holds, or the version before would be too large
     */
    ProjectState restoreVersion(ProjectId project, UserId user, int version);

    /**
     * The same for what was set in one workbench.
     *
     * @throws NotFoundException if there is no such version
     * @throws RefusedException if a rule of today says no to what it holds, or the version before would be too large
     */
    ProjectState restoreVersion(ProjectId project, UserId user, int version, Workbench workbench);

    /**
     * Deletes the project: from then on there is none for anybody, until an owner restores it. That can be done for as long as
     * {@link Retention#deletedProjects} says; then it is gone for good. Takes an owner.
     */
    void delete(ProjectId project, UserId user);

    /** Brings a deleted project back that is not gone for good; one that is there stays as it is. Takes an owner. */
    ProjectState restore(ProjectId project, UserId user);

    /**
     * Makes a project of the user's own that has the same inputs and outputs, so that nothing has to be made again. It has
     * neither the log nor the collaborators nor the schedules of the other.
     *
     * @param name of the copy; null for the same, which leaves the report current too: it bears the project's name
     * @throws InvalidRequestException if the name is not one
     */
    ProjectState duplicate(ProjectId project, UserId user, @Nullable String name);

    /**
     * Changes what is said about the project; what the update leaves out stays. Takes an editor.
     *
     * @throws InvalidRequestException naming everything that is wrong with the update
     * @throws RefusedException if the project would become too large
     */
    ProjectState update(ProjectId project, UserId user, ProjectUpdate update);

    /**
     * From now on, {@code listener} gets what happens in the project.
     *
     * <p><b>Threads.</b> The listener is called on a thread of {@link StudioOrchestrator.Builder#eventExecutor}, never by two
     * at once, and never while the project is being changed; so it may block, throw, and call the Studio. One that throws
     * gets the next event all the same. Each subscription has a mailbox of its own, so none waits for another.
     *
     * <p><b>Revisions</b> come in order, each once, none left out, whatever node committed them: at once over the live
     * channel, and within a second (the time between two sweeps) without it.
     *
     * <p><b>Everything else</b> is of the moment and may be lost. If the listener is slow, a cursor gives way to a newer one
     * of its session, somebody's coming to their going, progress to newer progress of the job, and a frame to a newer one
     * of its scenario. A live channel that knows of a loss, because it was away, says so with a
     * {@link StudioEvent.EventsMissed}: a client then asks anew who is there and how far jobs are. It need not ask for
     * revisions: those among them are told at once.
     *
     * <p><b>Slow listeners.</b> At most 1,000 events wait. A listener that is more than 1,000 revisions behind, because it is
     * slow or because its node was cut off, is told all of them at once: by a {@link StudioEvent.CaughtUp}, which is to be
     * applied to the client's view like any {@link #since difference}. After it the subscription goes on as before; nothing
     * has to be asked for, and nobody has to subscribe again.
     *
     * <p><b>Its end.</b> A user whose role is taken away, in the project or by the host's policy, gets a
     * {@link StudioEvent.WatchEnded} in place of anything that happened since, and so does everybody when the project is
     * deleted. The revision that did it is not told. To be let in again, or to have the project restored, does not bring the
     * subscription back. Closing the subscription or the Studio ends it without a word; a listener that is being called
     * may still return after that.
     *
     * <p>A client that has loaded the project subscribes with {@link #watch(ProjectId, UserId, long, Consumer)}, so that it
     * misses nothing in between. A host that writes to a WebSocket subscribes when it opens, may write within the listener
     * (a socket that does not take more is a slow listener), and closes the subscription together with it.
     */
    Subscription watch(ProjectId project, UserId user, Consumer<StudioEvent> listener);

    /**
     * The same for a client that has a view of the project. The first event is a {@link StudioEvent.CaughtUp} from that view
     * to today's, with nothing but who is there if no revision lies between; then the revisions after it follow.
     *
     * @param lastSeen the revision of the state that the client has
     * @throws InvalidRequestException if the project has no such revision; the client has to load the project then
     */
    Subscription watch(ProjectId project, UserId user, long lastSeen, Consumer<StudioEvent> listener);
}
