package org.zhili.osgi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Between which bounds settings lie: the service that reads descriptions of settings checks values
 * by them, and does not tell them.
 */
final class SettingBounds {
  private static final Logger LOG = LoggerFactory.getLogger(SettingBounds.class);

  private final Map<String, Element> settings = new HashMap<>();

  /** Read those of a bundle, from the files its descriptions lie in. */
  SettingBounds(Bundle bundle) {
    Enumeration<URL> files = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
    for (URL file : files == null ? Collections.<URL>emptyList() : Collections.list(files)) {
      try (InputStream in = file.openStream()) {
        read(in);
      } catch (IOException | SAXException | ParserConfigurationException e) {
        LOG.warn("The bounds of {} cannot be read", file, e);
      }
    }
  }

  private void read(InputStream in) throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
    documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    NodeList forms = documents.newDocumentBuilder().parse(in).getElementsByTagName("OCD");
    for (int i = 0; i < forms.getLength(); i++) {
      Element form = (Element) forms.item(i);
      NodeList all = form.getElementsByTagName("AD");
      for (int j = 0; j < all.getLength(); j++) {
        Element one = (Element) all.item(j);
        settings.put(form.getAttribute("id") + " " + one.getAttribute("id"), one);
      }
    }
  }

  Optional<BigDecimal> least(String form, String setting) {
    return bound(form, setting, "min");
  }

  Optional<BigDecimal> most(String form, String setting) {
    return bound(form, setting, "max");
  }

  private Optional<BigDecimal> bound(String form, String setting, String name) {
    return Optional.ofNullable(settings.get(form + " " + setting))
        .map(one -> one.getAttribute(name))
        .filter(bound -> bound.matches("-?[\\d.]+"))
        .map(BigDecimal::new);
  }
}
