package io.futureos.studio.decide;

import io.futureos.studio.change.Undo.Conflict;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.UserId;
import io.futureos.studio.workflow.Workbench;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a rule says no. The message is one or two sentences for people; programs read the code and the fields. */
public sealed interface Refusal {

    /** Stable, lower-case, for programs. */
    String code();

    String message();

    /** Names in alphabetical order, or words for none. */
    private static String listed(Collection<String> names) {
        return names.isEmpty()
                ? "none yet"
                : String.join(", ", names.stream().sorted().toList());
    }

    record UnknownScenario(ScenarioId scenario, List<String> known) implements Refusal {
        @Override
        public String code() {
            return "scenario_unknown";
        }

        @Override
        public String message() {
            return "The project has no scenario " + scenario + ". It has: " + listed(known) + ".";
        }
    }

    record NoScenario() implements Refusal {
        @Override
        public String code() {
            return "scenario_missing";
        }

        @Override
        public String message() {
            return "The project has no scenario yet. Create one with create_scenario.";
        }
    }

    record TooManyScenarios(int count, int limit) implements Refusal {
        @Override
        public String code() {
            return "scenarios_limit";
        }

        @Override
        public String message() {
            return "A project has " + limit + " scenarios at most; this would be number " + count
                    + ". Delete one first.";
        }
    }

    record ScenarioDoesNotFit(List<String> problems) implements Refusal {
        @Override
        public String code() {
            return "scenario_does_not_fit";
        }

        @Override
        public String message() {
            return String.join(" ", problems);
        }
    }

    record NameTooLong(String what, int length, int limit) implements Refusal {
        @Override
        public String code() {
            return "name_limit";
        }

        @Override
        public String message() {
            return "The name of a " + what + " has " + limit + " characters at most; this one has " + length + ".";
        }
    }

    record StateTooLarge(long bytes, long limit) implements Refusal {
        @Override
        public String code() {
            return "state_limit";
        }

        @Override
        public String message() {
            return "A project's state takes " + limit + " bytes at most; with this change it would take " + bytes
                    + ". Move bulk content into a data source, or delete scenarios.";
        }
    }

    record PopulationTooLarge(long size, int limit) implements Refusal {
        @Override
        public String code() {
            return "population_limit";
        }

        @Override
        public String message() {
            return "A population has from 1 to " + limit + " households; this would be " + size + ".";
        }
    }

    record UnknownSource(String source, Collection<String> known) implements Refusal {
        @Override
        public String code() {
            return "source_unknown";
        }

        @Override
        public String message() {
            return "The project has no source \"" + source + "\". It has: " + listed(known)
                    + ". Add one with add_custom_source, or give configuration.type.";
        }
    }

    record SourceExists(String source) implements Refusal {
        @Override
        public String code() {
            return "source_exists";
        }

        @Override
        public String message() {
            return "The project has a source \"" + source + "\" already. Change it with configure_source.";
        }
    }

    record NoSources() implements Refusal {
        @Override
        public String code() {
            return "sources_missing";
        }

        @Override
        public String message() {
            return "The project has no data source yet. Add one with add_custom_source.";
        }
    }

    record NeverFetched(Set<String> sources) implements Refusal {
        @Override
        public String code() {
            return "source_not_fetched";
        }

        @Override
        public String message() {
            return "Nothing has been fetched yet from " + listed(sources)
                    + " as configured now, so there is nothing to rebuild from. Leave out fetch: false.";
        }
    }

    record FormatNotWired(ExportFormat format, Set<ExportFormat> wired) implements Refusal {
        @Override
        public String code() {
            return "format_not_wired";
        }

        @Override
        public String message() {
            return "This Studio does not export to " + format + ". It exports to: "
                    + listed(wired.stream().map(ExportFormat::name).toList()) + ".";
        }
    }

    record UnknownDimension(String dimension, Collection<String> known) implements Refusal {
        @Override
        public String code() {
            return "dimension_unknown";
        }

        @Override
        public String message() {
            return "The population has no dimension \"" + dimension + "\". It has: " + listed(known) + ".";
        }
    }

    record UnknownCategory(String dimension, String category, Collection<String> known) implements Refusal {
        @Override
        public String code() {
            return "category_unknown";
        }

        @Override
        public String message() {
            return "Dimension " + dimension + " has no category \"" + category + "\". It has: " + listed(known) + ".";
        }
    }

    record UnknownArchetype(String archetype, Collection<String> known) implements Refusal {
        @Override
        public String code() {
            return "archetype_unknown";
        }

        @Override
        public String message() {
            return "The population has no archetype \"" + archetype + "\". It has: " + listed(known) + ".";
        }
    }

    /**
     * Something has to be made first.
     *
     * @param remedy the action that makes what is missing
     */
    record NotReady(Workbench workbench, String missing, String remedy) implements Refusal {
        @Override
        public String code() {
            return "not_ready";
        }

        @Override
        public String message() {
            return "This needs " + missing + ". " + remedy;
        }
    }

    record NotRunning(String scenario, String wanted) implements Refusal {
        @Override
        public String code() {
            return "simulation_not_running";
        }

        @Override
        public String message() {
            return "The simulation of scenario \"" + scenario + "\" is not " + wanted
                    + ". Start it with run, or look at its recording with replay.";
        }
    }

    record ChangedSincePause(String scenario) implements Refusal {
        @Override
        public String code() {
            return "changed_since_pause";
        }

        @Override
        public String message() {
            return "The inputs of scenario \"" + scenario
                    + "\" have changed since its run was paused, so it can't go on. Undo the change, or start again with run.";
        }
    }

    record NothingToAdopt(String scenario) implements Refusal {
        @Override
        public String code() {
            return "nothing_to_adopt";
        }

        @Override
        public String message() {
            return "No shocks were injected into the last run of scenario \"" + scenario
                    + "\". Inject some with inject_shock while it runs, or set them with edit_scenario.";
        }
    }

    record RunGoesOn(String scenario) implements Refusal {
        @Override
        public String code() {
            return "run_goes_on";
        }

        @Override
        public String message() {
            return "The run of scenario \"" + scenario
                    + "\" has not come to its end, so its shocks can't be adopted yet. Let it end, or end it with stop.";
        }
    }

    record NoRecording(String scenario) implements Refusal {
        @Override
        public String code() {
            return "recording_missing";
        }

        @Override
        public String message() {
            return "No run of scenario \"" + scenario + "\" has been recorded. Start one with run.";
        }
    }

    record TickOutOfRange(int tick, int first, int last) implements Refusal {
        @Override
        public String code() {
            return "tick_out_of_range";
        }

        @Override
        public String message() {
            return "Tick " + tick + " is out of reach: "
                    + (first > last
                            ? "no tick is left."
                            : "the ticks from " + first + " to " + last + " can be named.");
        }
    }

    record NoSuchSchedule(String id) implements Refusal {
        @Override
        public String code() {
            return "schedule_unknown";
        }

        @Override
        public String message() {
            return "The project has no schedule " + id + ". Leave schedule_id out to make a new one.";
        }
    }

    record AlreadyResolved(Resolution resolution, Stamp by) implements Refusal {
        @Override
        public String code() {
            return "already_resolved";
        }

        @Override
        public String message() {
            Double value = resolution.value();
            return by.actor() + " resolved the question at " + by.at() + " (revision " + by.revision() + ") with "
                    + (resolution.answer() ? "yes" : "no") + (value == null ? "" : ", a value of " + value)
                    + ". To correct that, take it back with undo first.";
        }
    }

    record OutcomeContradicts(double value, boolean answer, String comparison, double threshold) implements Refusal {
        @Override
        public String code() {
            return "outcome_contradicts";
        }

        @Override
        public String message() {
            return "A value of " + value + " makes the answer " + (answer ? "no" : "yes")
                    + ", since the question is whether it is "
                    + comparison.replace('_', ' ') + " " + threshold + ", but the answer given is "
                    + (answer ? "yes" : "no") + ". Leave the answer out, or mend the value.";
        }
    }

    /**
     * No such value can be.
     *
     * @param minimum null if there is no bound
     * @param maximum null if there is no bound
     */
    record OutcomeOutOfBounds(
            String variable,
            double value,
            @Nullable Double minimum,
            @Nullable Double maximum) implements Refusal {
        @Override
        public String code() {
            return "outcome_out_of_bounds";
        }

        @Override
        public String message() {
            return "The outcome is " + value + ", but " + variable + " lies "
                    + (minimum == null
                            ? "at or below " + maximum
                            : maximum == null ? "at or above " + minimum : "from " + minimum + " to " + maximum)
                    + ". Give it in the variable's own unit; 95 per cent of a share is 0.95.";
        }
    }

    record OutcomeInFuture(Instant knownAt, Instant now) implements Refusal {
        @Override
        public String code() {
            return "outcome_in_future";
        }

        @Override
        public String message() {
            return "The outcome is said to be known at " + knownAt + ", but it is " + now
                    + " now. Give the moment at which it became known.";
        }
    }

    record OutcomeTooEarly(Instant knownAt, String month, Instant over) implements Refusal {
        @Override
        public String code() {
            return "outcome_before_period_end";
        }

        @Override
        public String message() {
            return "The outcome is said to be known at " + knownAt + ", but the question is open until " + month
                    + " is over, which is at " + over + ". Resolve it when that is past.";
        }
    }

    record OutcomeBeforeForecast(Instant knownAt, String asOf) implements Refusal {
        @Override
        public String code() {
            return "outcome_before_as_of";
        }

        @Override
        public String message() {
            return "The outcome is said to be known at " + knownAt
                    + ", but every forecast that was published knew data up to the end of " + asOf
                    + " or later, so none of them was one. Give the moment at which it became known.";
        }
    }

    record NothingToUndo(String direction) implements Refusal {
        @Override
        public String code() {
            return "nothing_to_" + direction;
        }

        @Override
        public String message() {
            return "There is nothing of yours to " + direction + ".";
        }
    }

    record SetBySomebodyElse(String direction, Conflict conflict) implements Refusal {
        @Override
        public String code() {
            return "undo_conflict";
        }

        @Override
        public String message() {
            return "Can't " + direction + ": " + conflict.cell() + " was set since by "
                    + conflict.since().actor()
                    + " at " + conflict.since().at() + " (revision "
                    + conflict.since().revision() + ": "
                    + conflict.since().summary() + "). Set it to what it should be instead.";
        }
    }

    /**
     * Somebody else set a cell since the user looked.
     *
     * @param base what it held then (an open value), as are the others
     * @param theirs what it holds now
     * @param mine what the user wants it to hold
     */
    record SetSince(CellPath cell, Optional<Object> base, Optional<Object> theirs, Optional<Object> mine, Stamp since)
            implements Refusal {
        @Override
        public String code() {
            return "edit_conflict";
        }

        @Override
        public String message() {
            return since.actor() + " set " + cell + " from " + shown(base) + " to " + shown(theirs) + " at "
                    + since.at() + " (revision " + since.revision() + "), after you looked; you want " + shown(mine)
                    + ". Load the project and decide again.";
        }

        private static String shown(Optional<Object> value) {
            return value.map(String::valueOf).orElse("nothing");
        }
    }

    record BaseAhead(long base, long revision) implements Refusal {
        @Override
        public String code() {
            return "base_revision_ahead";
        }

        @Override
        public String message() {
            return "base_revision is " + base + ", but the project is at revision " + revision
                    + ". Give the revision of the state that you were looking at.";
        }
    }

    record CommandReused(UUID command, Instant at) implements Refusal {
        @Override
        public String code() {
            return "command_reused";
        }

        @Override
        public String message() {
            return "You used command_id " + command + " at " + at
                    + " for something else. Give each command an id of its own.";
        }
    }

    record WouldOrphan(String what) implements Refusal {
        @Override
        public String code() {
            return "in_use";
        }

        @Override
        public String message() {
            return what;
        }
    }

    record CollaboratorExists(UserId user, Role role) implements Refusal {
        @Override
        public String code() {
            return "collaborator_exists";
        }

        @Override
        public String message() {
            return user + " is a collaborator already, with the role " + role.wireName() + ". Change the role instead.";
        }
    }

    record UnknownCollaborator(UserId user) implements Refusal {
        @Override
        public String code() {
            return "collaborator_unknown";
        }

        @Override
        public String message() {
            return user + " is no collaborator of the project. Add them first.";
        }
    }

    record VersionTooLarge(long bytes, long limit) implements Refusal {
        @Override
        public String code() {
            return "version_limit";
        }

        @Override
        public String message() {
            return "A version takes " + limit + " bytes at most; this one would take " + bytes
                    + ". Delete scenarios or overrides first.";
        }
    }

    record LastOwner() implements Refusal {
        @Override
        public String code() {
            return "last_owner";
        }

        @Override
        public String message() {
            return "A project has at least one owner. Make somebody else an owner first.";
        }
    }
}
