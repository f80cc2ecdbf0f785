package org.zhili.sheets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhili.sheets.Unreadable;
import org.zhili.sheets.Unreadable.Reason;

/** A part as XML, read forwards. What defines something of its own is refused. */
final class Xml {
  private static final XMLInputFactory FACTORY = factory();

  /** A text as long as a cell holds, every sign of it spelled, and something more. */
  private static final int LONGEST_TEXT = 7 * 32_800;

  private final XMLStreamReader reader;

  private Xml(XMLStreamReader reader) {
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    // the JDK's own, whatever else is installed
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is looked up");
        });
    return factory;
  }

  /** What is done with each element that begins. */
  interface Elements {
    void begin(Xml xml, String name) throws XMLStreamException, Unreadable;
  }

  static void read(InputStream part, Elements elements) throws IOException, Unreadable {
    Runs runs = new Runs(part);
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(runs);
      Xml xml = new Xml(reader);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new Unreadable(Reason.ENTITIES);
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          elements.begin(xml, reader.getLocalName());
        }
      }
      reader.close();
    } catch (XMLStreamException | RuntimeException e) {
      throw new Unreadable(runs.isOver() ? Reason.BOMB : Reason.BROKEN, e);
    }
  }

  /** An attribute by its name, of whatever namespace. */
  Optional<String> attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  int number(String name, int otherwise) {
    return attribute(name).map(Integer::parseInt).orElse(otherwise);
  }

  /** The next child of an element; empty at its end. */
  Optional<String> child(String of) throws XMLStreamException {
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return Optional.of(reader.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(of)) {
        return Optional.empty();
      }
    }
  }

  /** The text of an element that has nothing else; what is too long for a cell is cut. */
  String text() throws XMLStreamException {
    StringBuilder all = new StringBuilder();
    text(all);
    return all.toString();
  }

  private void text(StringBuilder all) throws XMLStreamException {
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw new XMLStreamException("an element where text stands", reader.getLocation());
      } else if (reader.hasText() && isText(event)) {
        int room = Math.min(reader.getTextLength(), LONGEST_TEXT - all.length());
        all.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(room, 0));
      }
    }
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** All text of a rich text, up to its end, without how it is pronounced. */
  String richText(String element) throws XMLStreamException {
    StringBuilder all = new StringBuilder();
    int pronounced = 0;
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals("rPh")) {
          pronounced++;
        } else if (reader.getLocalName().equals("t")) {
          text(pronounced == 0 ? all : new StringBuilder());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (reader.getLocalName().equals(element)) {
          return all.toString();
        }
        pronounced -= reader.getLocalName().equals("rPh") ? 1 : 0;
      }
    }
  }
}
