package io.futureos.studio.runtime;

import io.futureos.studio.access.Operation;
import io.futureos.studio.decide.DecideContext;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.UserId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What asks for a mutation. */
interface Request {

    /** Where it happens, as the modification log shows it. */
    String room(WorkingCopy copy);

    String action();

    UserId actor();

    /** What the actor does; null if it is the Studio itself that asks, for example with the result of a job. */
    @Nullable
    Operation operation();

    /** Decides, knowing the project as it is when this request's turn has come. May be asked again after a lost race. */
    Decision decide(WorkingCopy copy, DecideContext context);

    /** What the actor wants from this request besides its being done. */
    default Terms terms() {
        return Terms.NONE;
    }

    /** Why a version is cut, if one is: one sentence for people, or none. */
    default String reason() {
        return "";
    }

    /** What a receipt says was answered, as an open object. */
    default Map<String, Object> answer(Outcome outcome) {
        return Map.of();
    }

    /** The number of the revision that this request takes back. */
    default @Nullable Long undoes(WorkingCopy copy) {
        return null;
    }

    /** The number of the undo that this request takes back. */
    default @Nullable Long redoes(WorkingCopy copy) {
        return null;
    }

    /**
     * On which terms a request is made.
     *
     * @param command under which the actor may repeat the request without its being done again
     * @param fingerprint of what is asked; of meaning with a command only
     * @param base the revision that the actor was looking at; null if that is of no importance
     */
    record Terms(
            @Nullable UUID command,
            Fingerprint fingerprint,
            @Nullable Long base) {

        static final Terms NONE = new Terms(null, Fingerprint.of(""), null);
    }

    /** A user's request. */
    static Plain of(UserId actor, Operation operation, Function<DecideContext, Decision> decide) {
        return new Plain(operation.room(), operation.action(), actor, operation, decide, "");
    }

    /** A request of the Studio itself, on behalf of a user. */
    static Plain ofTheStudio(String room, String action, UserId actor, Function<DecideContext, Decision> decide) {
        return new Plain(room, action, actor, null, decide, "");
    }

    /** A request that is decided by what the context knows. */
    record Plain(
            String room,
            String action,
            UserId actor,
            @Nullable Operation operation,
            Function<DecideContext, Decision> decide,
            String reason)
            implements Request {

        /** The same request, which cuts a version for this reason. */
        Plain because(String why) {
            return new Plain(room, action, actor, operation, decide, why);
        }

        @Override
        public String room(WorkingCopy copy) {
            return room;
        }

        @Override
        public Decision decide(WorkingCopy copy, DecideContext context) {
            return decide.apply(context);
        }
    }
}
