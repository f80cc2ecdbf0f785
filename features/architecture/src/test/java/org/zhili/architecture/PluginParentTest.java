package org.zhili.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The parent of others' plug-ins stands alone, so nothing but this keeps it in step with us. */
class PluginParentTest {
  private static final String PARENT = "framework/plugin-parent/pom.xml";

  @Test
  void it_is_of_our_version_and_for_the_api_of_our_version() throws Exception {
    String version = child(pom("pom.xml"), "version");

    assertThat(child(pom(PARENT), "version")).isEqualTo(version);
    assertThat(properties(PARENT)).containsEntry("zhili.version", version);
  }

  @Test
  void what_it_pins_is_what_we_build_with() throws Exception {
    Map<String, String> ours = properties("pom.xml");
    Map<String, String> theirs = properties(PARENT);
    theirs.remove("zhili.version");

    assertThat(ours).containsAllEntriesOf(theirs);
  }

  @Test
  void its_maven_plug_ins_are_those_we_build_with() throws Exception {
    Map<String, String> theirs = mavenPlugins(PARENT);

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
