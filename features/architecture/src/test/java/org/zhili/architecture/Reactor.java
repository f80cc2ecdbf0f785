package org.zhili.architecture;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the modules from the root pom, so that a new one cannot be forgotten here. */
final class Reactor {
  private Reactor() {}

  static List<Artifact> artifacts() {
    Path root = root();
    return children(pom(root), "modules")
        .flatMap(modules -> children(modules, "module"))
        .map(module -> artifact(root, module.getTextContent().strip()))
        .toList();
  }

  private static Artifact artifact(Path root, String folder) {
    Element pom = pom(root.resolve(folder));
    boolean noJar =
        text(pom, "packaging").filter(packaging -> !packaging.equals("jar")).isPresent()
            || children(pom, "properties")
                .flatMap(properties -> children(properties, "jar.phase"))
                .anyMatch(phase -> phase.getTextContent().equals("none"));
    return new Artifact(folder, text(pom, "artifactId").orElseThrow(), !noJar);
  }

  /** From where this class was compiled to, which does not depend on who runs the tests. */
  static Path root() {
    try {
      var classes = Reactor.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(classes).resolve("../../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Element pom(Path folder) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(folder.resolve("pom.xml").toFile())
          .getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("cannot read the pom in " + folder, e);
    }
  }

  private static Optional<String> text(Element parent, String name) {
    return children(parent, name).map(Node::getTextContent).findFirst();
  }

  private static Stream<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(element -> element.getTagName().equals(name));
  }
}
