package io.futureos.studio.render.slides;

import io.futureos.studio.render.office.OfficePackage.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where links within the report lead: from the id of a heading to the slide that stands for it. */
final class Targets {

    /** The attribute of a cell that shows the number of the slide for the link that it holds. */
    static final String SLIDE_OF = "data-slide-of";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Part> parts;

    /** @param parts of the slides, in their order */
    Targets(List<Slide> slides, List<Part> parts) {
        this.parts = List.copyOf(parts);
        for (int i = 0; i < slides.size(); i++) {
            for (String anchor : slides.get(i).anchors()) {
                numbers.putIfAbsent("#" + anchor, i + 1);
            }
        }
    }

    /** The number of the slide that a link leads to, from 1. */
    Optional<Integer> slide(String link) {
        return Optional.ofNullable(numbers.get(link));
    }

    Optional<Part> part(String link) {
        return slide(link).map(number -> parts.get(number - 1));
    }
}
