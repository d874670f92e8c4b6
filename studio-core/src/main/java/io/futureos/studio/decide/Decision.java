package io.futureos.studio.decide;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.change.Change;
import io.futureos.studio.model.OpenValue;
import java.util.List;
import java.util.Map;

/** What an action does: it changes something, asks something, or is refused. */
public sealed interface Decision {

    /**
     * The action changes these cells; none if everything was so already. A change of a {@code job/...} cell starts a job.
     *
     * @param result what the caller gets back (open values)
     * @param warnings what the caller should know, one sentence each
     * @param summary one sentence for the modification log
     */
    record Accepted(List<Change<?>> changes, Map<String, Object> result, List<String> warnings, String summary)
            implements Decision {
        public Accepted {
            changes = List.copyOf(changes);
            result = OpenValue.map(result);
            warnings = List.copyOf(warnings);
            requireNonNull(summary, "summary");
        }
    }

    /** The action changes nothing; its result is the answer to the inquiry. */
    record Asked(Inquiry inquiry) implements Decision {
        public Asked {
            requireNonNull(inquiry, "inquiry");
        }
    }

    /** The action can't be done, and this is why. */
    record Refused(Refusal refusal) implements Decision {
        public Refused {
            requireNonNull(refusal, "refusal");
        }
    }
}
