package io.futureos.studio.action;

import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.workflow.Workbench;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the data workbench can be asked. */
public sealed interface DataAction extends WorkbenchAction {

    /** The answer for this action. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(WorkbenchAction.Cases<R> cases) {
        return cases.data(this);
    }

    @Override
    default Workbench workbench() {
        return Workbench.DATA;
    }

    /** Shows which sources are configured, which could be, and how the variables hang together. */
    record ExploreSources() implements DataAction {

        @Override
        public String name() {
            return "explore_sources";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.exploreSources(this);
        }
    }

    /**
     * Sets how a source of the project is read.
     *
     * @param type null leaves the source's type as it is
     * @param configuration open values without {@code type}
     */
    record ConfigureSource(String source, @Nullable String type, Map<String, Object> configuration)
            implements DataAction {

        public ConfigureSource {
            TextRule.NAME.require("source", source);
            TextRule.NAME.requireIfPresent("type", type);
            configuration = withoutType(OpenRule.normal("configuration", configuration));
        }

        @Override
        public String name() {
            return "configure_source";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.configureSource(this);
        }
    }

    /**
     * Shows a page of a table of the data package.
     *
     * @param source null for the first table
     * @param offset how many rows to skip
     * @param limit how many rows to show at most
     */
    record PreviewData(@Nullable String source, long offset, int limit) implements DataAction {

        static final Range OFFSET = new Range(0, OpenValue.MAX_WHOLE);
        static final Range LIMIT = new Range(1, 1_000);
        static final int DEFAULT_LIMIT = 50;

        public PreviewData {
            TextRule.NAME.requireIfPresent("source", source);
            OFFSET.require("offset", offset);
            LIMIT.require("limit", (long) limit);
        }

        @Override
        public String name() {
            return "preview_data";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.previewData(this);
        }
    }

    /**
     * Replaces one figure, or withdraws an earlier replacement.
     *
     * @param field which figure, in the data orchestrator's notation
     * @param value the figure to use: a number, text, a boolean, or null for a missing figure; null with {@code remove}
     * @param reason why; may be empty with {@code remove} only
     * @param remove whether the figure is to be what the source says again
     */
    record OverrideValue(String field, @Nullable Object value, String reason, boolean remove) implements DataAction {

        public OverrideValue {
            TextRule.NAME.require("field", field);
            value = OpenValue.of(value);
            FigureRule.FIGURE.requireIfPresent("value", value);
            if (remove && value != null) {
                throw new IllegalArgumentException("A withdrawn override has no value, but this one has " + value);
            }
            if (!remove || !reason.isEmpty()) {
                TextRule.REASON.require("reason", reason);
            }
        }

        @Override
        public String name() {
            return "override_value";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.overrideValue(this);
        }
    }

    /** Adds a source that the analyst brings along. */
    record AddCustomSource(DataSource source) implements DataAction {

        public AddCustomSource {
            TextRule.NAME.require("source.name", source.name());
            TextRule.NAME.require("source.type", source.type());
            withoutType(OpenRule.normal("source.config", source.config()));
        }

        @Override
        public String name() {
            return "add_custom_source";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.addCustomSource(this);
        }
    }

    /**
     * Builds the data package anew.
     *
     * @param fetch whether to fetch the sources first; otherwise the bytes of the last fetch are used
     */
    record RefreshData(boolean fetch) implements DataAction {

        @Override
        public String name() {
            return "refresh_data";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refreshData(this);
        }
    }

    // In JSON the type is a field of the configuration, so a second one could not be written.
    private static Map<String, Object> withoutType(Map<String, Object> configuration) {
        if (configuration.containsKey("type")) {
            throw new IllegalArgumentException(
                    "The configuration has a field \"type\", but the type is given beside the configuration");
        }
        return configuration;
    }

    /** An answer for each action. */
    interface Cases<R> {
        R exploreSources(ExploreSources action);

        R configureSource(ConfigureSource action);

        R previewData(PreviewData action);

        R overrideValue(OverrideValue action);

        R addCustomSource(AddCustomSource action);

        R refreshData(RefreshData action);
    }
}
