package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.DataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A source as its configuration describes it, checked. */
interface SourceSpec {

    String name();

    /** Who published the figures; empty if nobody is named. */
    Optional<String> citation();

    /** The unit of the figures; "" if none is given. */
    String unit();

    /**
     * Reads a configuration.
     *
     * @throws EngineException if the type or a key is unknown, or a value does not fit
     */
    static SourceSpec of(DataSource source) {
        if (source.type().equals(AssumptionSource.TYPE)) {
            return AssumptionSource.of(source);
        }
        SourceFormat format = SourceFormat.ofType(source.type()).orElseThrow(() -> unknownType(source));
        return FileSource.of(source, format);
    }

    private static EngineException unknownType(DataSource source) {
        List<String> types = new ArrayList<>(
                Arrays.stream(SourceFormat.values()).map(SourceFormat::type).toList());
        types.add(AssumptionSource.TYPE);
        return new EngineException(
                "source_type_unknown",
                "Source \"" + source.name() + "\" is of the unknown type \"" + source.type() + "\"; there are "
                        + String.join(", ", types) + ".");
    }
}
