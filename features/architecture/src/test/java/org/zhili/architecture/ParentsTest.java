package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The parents of others' plug-ins and of cities stand alone, so nothing but this keeps them in step
 * with us.
 */
class ParentsTest {
  private static final String OURS = "zhili";

  static List<String> parents() {
    return List.of("framework/plugin-parent/pom.xml", "framework/city-parent/pom.xml");
  }

  @ParameterizedTest
  @MethodSource("parents")
  void it_is_of_our_version_and_for_parts_of_our_version(String parent) throws Exception {
    String version = child(pom("pom.xml"), "version");

    assertThat(child(pom(parent), "version")).isEqualTo(version);
    assertThat(properties(parent)).containsEntry("zhili.version", version);
  }

  @ParameterizedTest
  @MethodSource("parents")
  void what_it_pins_is_what_we_build_with(String parent) throws Exception {
    Map<String, String> theirs = properties(parent);
    theirs.keySet().removeIf(name -> name.startsWith(OURS));

    assertThat(properties("pom.xml")).containsAllEntriesOf(theirs);
  }

  @ParameterizedTest
  @MethodSource("parents")
  void its_maven_plug_ins_are_those_we_build_with(String parent) throws Exception {
    Map<String, String> theirs = mavenPlugins(parent);
    theirs.keySet().removeIf(name -> name.startsWith(OURS));

    assertThat(mavenPlugins("pom.xml")).containsAllEntriesOf(theirs);
    assertThat(theirs).hasSizeGreaterThan(5).doesNotContainValue("");
  }

  private static Map<String, String> properties(String path) throws Exception {
    Map<String, String> properties = new TreeMap<>();
    NodeList all = ((Element) pom(path).getElementsByTagName("properties").item(0)).getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element property) {
        properties.put(property.getTagName(), property.getTextContent());
      }
    }
    return properties;
  }

  /** The version of each; empty where none is said at all. */
  private static Map<String, String> mavenPlugins(String path) throws Exception {
    Map<String, String> versions = new TreeMap<>();
    NodeList all = pom(path).getElementsByTagName("plugin");
    for (int i = 0; i < all.getLength(); i++) {
      Element plugin = (Element) all.item(i);
      String version = child(plugin, "version");
      versions.merge(
          child(plugin, "artifactId"), version, (one, other) -> one.isEmpty() ? other : one);
    }
    return versions;
  }

  private static String child(Element parent, String name) {
    NodeList all = parent.getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      Node node = all.item(i);
      if (node.getNodeName().equals(name)) {
        return node.getTextContent();
      }
    }
    return "";
  }

  private static Element pom(String path)
      throws IOException, SAXException, ParserConfigurationException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(Reactor.root().resolve(path).toFile())
        .getDocumentElement();
  }
}
