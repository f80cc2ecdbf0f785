package org.zhili.city.maven.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A file of Karaf features, whatever version of their schema it is written in. */
record FeaturesXml(Path file, Document document) {
  static FeaturesXml read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // the usual one prints
      return new FeaturesXml(file, builder.parse(file.toFile()));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("cannot read " + file, e);
    }
  }

  List<Element> features() {
    return children(document.getDocumentElement(), "feature");
  }

  static List<Element> children(Element parent, String name) {
    List<Element> all = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        all.add(element);
      }
    }
    return all;
  }

  /** Write the file anew, without these features. */
  void without(Set<String> names) throws IOException {
    for (Element feature : features()) {
      if (names.contains(feature.getAttribute("name"))) {
        feature.getParentNode().removeChild(feature);
      }
    }
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (TransformerException e) {
      throw new IOException("cannot write " + file, e);
    }
  }
}
