package io.futureos.studio.render.slides;

import io.futureos.studio.render.office.Xml;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A bit of DrawingML taken from a template; unlike the document that it is from, any number of threads may read it.
 *
 * @param attributes by name and value in turn
 */
record Fragment(String name, List<String> attributes, List<Fragment> children) {

    Fragment {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** What {@code element} says; what is foreign to DrawingML is left out, and with it whatever would need relationships. */
    static Fragment of(Element element, String name) {
        var attributes = new ArrayList<String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (element.getAttributes().item(i) instanceof Attr attribute && attribute.getNamespaceURI() == null) {
                attributes.addAll(List.of(attribute.getName(), attribute.getValue()));
            }
        }
        List<Fragment> children = TemplateXml.children(element).stream()
                .filter(child -> SlidesFile.DRAWING.equals(child.getNamespaceURI()))
                .filter(child -> !child.getLocalName().equals("extLst"))
                .map(child -> of(child, "a:" + child.getLocalName()))
                .toList();
        return new Fragment(name, attributes, children);
    }

    void writeTo(Xml xml) {
        xml.open(name, attributes.toArray());
        children.forEach(child -> child.writeTo(xml));
        xml.close(name);
    }
}
