package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.testkit.fault.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Has an operation fail at its JDBC calls, in every way in which a call can fail. After each failure the operation has
 * happened wholly or not at all, what was told of it is so, no connection is missing and no transaction is open; and asked for
 * again, it answers as if nothing had been.
 */
final class FaultRuns implements AutoCloseable {

    /** Whether it fails at each call; else at one in each way, which is another one from operation to operation. */
    static final boolean AT_EACH_CALL = Boolean.getBoolean("faults.all");

    private final StudioDatabase database;
    private final Tables tables;
    private final Predicate<String> calls;
    private final FaultyLine line;
    private final PostgresStorage overTheLine;
    private int operations;
    private int callsMade;
    private int faults;

    /** @param calls which of them fail */
    FaultRuns(StudioDatabase database, Predicate<String> calls) {
        this.database = database;
        this.tables = new Tables(database, "before");
        this.calls = calls;
        this.line = new FaultyLine(database.url());
        this.overTheLine = PostgresStorage.over(line.connections());
        tables.makeRoom();
    }

    /** What is done while calls fail. */
    interface Operation {

        /** Fills the empty tables, on a line that is whole. */
        void prepare();

        /** Does it and says what was answered, as somebody would who may be asking again. */
        String answerOf(PostgresStorage storage);

        /** What there is to see of it: parts each of which is to change wholly or not at all. */
        List<String> look();

        /** Does what may be done later by any node. */
        default void settle() {}

        /** Whether what fails may be logged, and left to whoever does it later. */
        default boolean isLeftForLater() {
            return false;
        }
    }

    /** How a call is to fail. */
    private enum Way {
        BEFORE(JdbcFault.CUT_BEFORE),
        AFTER(JdbcFault.CUT_AFTER),
        UNANSWERED_COMMIT(JdbcFault.CUT_AFTER),
        REFUSED(JdbcFault.REFUSED);

        private final JdbcFault fault;

        Way(JdbcFault fault) {
            this.fault = fault;
        }

        boolean isPossible(String call) {
            return switch (this) {
                case BEFORE, AFTER -> true;
                case UNANSWERED_COMMIT -> call.endsWith(FaultyLine.COMMITS);
                case REFUSED -> FaultyLine.reachesTheServer(call);
            };
        }
    }

    /** As it goes when nothing fails. */
    private record Faultless(List<String> calls, List<List<String>> looks, String answer, List<String> settled) {

        /** Whether each part looks as it did at some time. */
        boolean knows(List<String> look) {
            return IntStream.range(0, look.size())
                    .allMatch(part ->
                            looks.stream().anyMatch(known -> known.get(part).equals(look.get(part))));
        }

        boolean isOneTransaction() {
            return looks.size() <= 2;
        }
    }

    void fail(Operation operation) {
        Faultless model = faultless(operation);
        callsMade += (int) model.calls().stream().filter(calls).count();
        for (Way way : Way.values()) {
            Predicate<String> meant = calls.and(way::isPossible);
            int count = (int) model.calls().stream().filter(meant).count();
            if (AT_EACH_CALL) {
                IntStream.rangeClosed(1, count).forEach(call -> fail(operation, model, way, meant, call));
            } else if (count > 0) {
                fail(operation, model, way, meant, 1 + operations % count);
            }
        }
        operations++;
    }

    private Faultless faultless(Operation operation) {
        tables.empty();
        operation.prepare();
        tables.keep();
        var made = new ArrayList<String>();
        var looks = new ArrayList<>(List.of(operation.look()));
        FaultPlan<JdbcFault> counting = call -> {
            made.add(call);
            return Optional.empty();
        };
        String answer = line.during(counting, () -> looks.add(operation.look()), () -> operation.answerOf(overTheLine));
        operation.settle();
        return new Faultless(made, looks, answer, operation.look());
    }

    private void fail(Operation operation, Faultless model, Way way, Predicate<String> meant, int call) {
        faults++;
        String where = way + " at call " + call + " of those that can";
        tables.putBack();
        Told told = told(operation, FaultPlan.atCall(call, way.fault).only(meant));

        assertThat(line.inUse()).as("connections that are missing, %s", where).isZero();
        awaitNoOpenTransaction(where);
        List<String> seen = operation.look();
        assertThat(model.knows(seen))
                .as("seen between, %s: %s", where, difference(model.looks().get(0), seen))
                .isTrue();
        if (model.isOneTransaction() && !operation.isLeftForLater()) {
            requireTrue(told, model, seen, where);
        }

        database.pass(JobQueue.LEASE.plusSeconds(1)); // else the queue keeps a job for the node that had it
        assertThat(operation.answerOf(overTheLine))
                .as("the second time, %s", where)
                .isEqualTo(model.answer());
        operation.settle();
        assertThat(difference(model.settled(), operation.look()))
                .as("in the end, %s", where)
                .isEmpty();
    }

    /** What whoever asked was told: an answer, or that it failed. */
    private record Told(@Nullable String answer, @Nullable StorageException failure) {}

    private Told told(Operation operation, FaultPlan<JdbcFault> plan) {
        try {
            return new Told(line.during(plan, () -> operation.answerOf(overTheLine)), null);
        } catch (StorageException e) {
            return new Told(null, e);
        }
    }

    private static void requireTrue(Told told, Faultless model, List<String> seen, String where) {
        StorageException failure = told.failure();
        if (failure == null) {
            assertThat(told.answer()).as(where).isEqualTo(model.answer());
            assertThat(difference(model.looks().get(model.looks().size() - 1), seen))
                    .as("answered, %s", where)
                    .isEmpty();
        } else if (failure.changedNothing()) {
            assertThat(difference(model.looks().get(0), seen))
                    .as("told that nothing was changed, %s", where)
                    .isEmpty();
        }
    }

    /** A server notices some time after that a line was cut. */
    private void awaitNoOpenTransaction(String where) {
        long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        String open = openTransactions();
        while (System.nanoTime() < patience && !open.isEmpty()) {
            open = openTransactions();
        }
        assertThat(open).as("transactions left open, %s", where).isEmpty();
    }

    private String openTransactions() {
        return database.one("""
                SELECT coalesce(string_agg(concat_ws(' ', application_name, state, query), '; '), '') FROM pg_stat_activity
                WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
                  AND xact_start IS NOT NULL""");
    }

    /** What the tables hold, in the parts whose rows are written together. */
    List<String> tables() {
        return tables.content();
    }

    private static String difference(List<String> expected, List<String> seen) {
        return IntStream.range(0, seen.size())
                .mapToObj(part -> difference(expected.get(part), seen.get(part)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The first line of the one that differs from that of the other, as far as people want to see it. */
    private static String difference(String expected, String seen) {
        List<String> lines = expected.lines().toList();
        List<String> others = seen.lines().toList();
        for (int i = 0; i < Math.max(lines.size(), others.size()); i++) {
            String line = i < lines.size() ? lines.get(i) : "nothing";
            String other = i < others.size() ? others.get(i) : "nothing";
            if (!line.equals(other)) {
                int from = Math.max(0, commonBeginning(line, other) - 60);
                return "expected ..." + excerpt(line, from) + "\nbut is   ..." + excerpt(other, from);
            }
        }
        return "";
    }

    private static int commonBeginning(String one, String other) {
        int length = Math.min(one.length(), other.length());
        return IntStream.range(0, length)
                .filter(at -> one.charAt(at) != other.charAt(at))
                .findFirst()
                .orElse(length);
    }

    private static String excerpt(String line, int from) {
        return line.substring(from, Math.min(line.length(), from + 300));
    }

    /** Prints how much there was of it, where that was asked for. */
    void tell(String whose) {
        if (AT_EACH_CALL) {
            System.out.printf("%s: %d operations, %d calls, %d faults%n", whose, operations, callsMade, faults);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
