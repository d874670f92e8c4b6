package io.futureos.studio.workflow;

import io.futureos.studio.model.Cell;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.RawPin;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bytes that a data package is built from. They are kept by the configuration that they were fetched with, so a source
 * that is configured as it was before has its bytes again.
 */
public final class Pins {

    private Pins() {}

    /** The cell for the bytes of a source that is configured like this. */
    public static Cell<RawPin> cell(DataSource source) {
        Fingerprint configuration = CanonicalJson.fingerprint(Map.of("type", source.type(), "config", source.config()));
        return Cells.raw(source.name(), configuration);
    }

    /** The bytes of each source as it is configured now, by its name; a source that was never fetched like this has none. */
    public static Map<String, RawPin> of(Project project) {
        var pins = new LinkedHashMap<String, RawPin>();
        Cells.sources()
                .in(project)
                .forEach((name, source) -> project.get(cell(source)).ifPresent(pin -> pins.put(name, pin)));
        return pins;
    }
}
