package io.futureos.studio.storage.memory;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a contract on an implementation that is wrong on purpose. */
final class Caught {

    private Caught() {}

    /** The names of the contract's tests that fail. */
    static Set<String> by(Class<?> contract) {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .build(),
                        listener);
        if (listener.getSummary().getTestsFoundCount() == 0) {
            throw new AssertionError(contract + " has no tests");
        }
        var failed = new TreeSet<String>();
        listener.getSummary()
                .getFailures()
                .forEach(failure -> failed.add(failure.getTestIdentifier()
                        .getSource()
                        .map(source -> ((MethodSource) source).getMethodName())
                        .orElseThrow()));
        return failed;
    }
}
