package io.futureos.studio.render.slides;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of a template: no document types, so no entities, and nothing is fetched. */
final class TemplateXml {

    private static final int MOST_BYTES = 8 << 20;
    private static final String DEEPEST = "200";

    private TemplateXml() {}

    /** The root of a part's XML. */
    static Element parse(String part, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw TemplateFile.refused(part + " has " + content.length + " bytes of XML; at most " + MOST_BYTES
                    + " are allowed. Simplify what is drawn there");
        }
        try {
            return builder().parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXException e) {
            throw TemplateFile.refused(
                    part + " can't be read as XML without a document type: " + e.getMessage()
                            + " Save the template anew with PowerPoint",
                    e);
        } catch (IOException e) {
            throw TemplateFile.refused(part + " is not text of the encoding that it names", e);
        }
    }

    private static DocumentBuilder builder() {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the standard one prints to the console
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform has an XML parser that can refuse document types", e);
        }
    }

    /** The element that one reaches by these names, each a child of the one before. */
    static Optional<Element> at(Element from, String... names) {
        Optional<Element> found = Optional.of(from);
        for (String name : names) {
            found = found.flatMap(one -> children(one, name).stream().findFirst());
        }
        return found;
    }

    /** The children of that name, whatever their prefix. */
    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    static List<Element> children(Element parent) {
        return elements(parent.getChildNodes()).toList();
    }

    /** The element and all below it. */
    static List<Element> all(Element root) {
        return Stream.concat(Stream.of(root), elements(root.getElementsByTagName("*")))
                .toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements.stream();
    }

    /** A whole number; empty if there is none, as where the schema allows for other ways to write it. */
    static Optional<Integer> number(Element element, String name) {
        try {
            return Optional.of(Integer.parseInt(element.getAttribute(name).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
