package org.zhili.print.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The faces of one document, open for as long as it is written. */
final class Type implements AutoCloseable {
  /** A face, as a document has it: those of its characters that are used come to lie inside. */
  private record Open(Face face, TrueTypeFont font, PDType0Font inside) {}

  /** Characters that stand beside each other and are drawn by one face. */
  private record Run(Open open, String text) {}

  private final List<Open> faces = new ArrayList<>();
  private final List<Closeable> files = new ArrayList<>();
  private final Map<Integer, Float> widths = new HashMap<>();

  Type(PDDocument document, List<Face> chosen) throws IOException {
    try {
      for (Face face : chosen) {
        Face.Opened opened = face.open();
        files.add(opened.file());
        TrueTypeFont font = opened.font();
        faces.add(new Open(face, font, PDType0Font.load(document, font, true)));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** How wide a character is, of letters one point high. */
  float width(int character) {
    return widths.computeIfAbsent(character, this::measured);
  }

  private float measured(int character) {
    Open open = drawing(character);
    try {
      int glyph = open.font.getUnicodeCmapLookup().getGlyphId(character);
      return (float) open.font.getAdvanceWidth(glyph) / open.font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  float width(String line) {
    return (float) line.codePoints().mapToDouble(this::width).sum();
  }

  void draw(PDPageContentStream page, String line, float x, float y, float size)
      throws IOException {
    if (line.isBlank()) {
      return;
    }
    page.beginText();
    page.newLineAtOffset(x, y);
    for (Run run : runs(line)) {
      page.setFont(run.open.inside, size);
      page.showText(run.text);
    }
    page.endText();
  }

  private List<Run> runs(String line) {
    List<Run> runs = new ArrayList<>();
    Optional<Open> last = Optional.empty();
    StringBuilder text = new StringBuilder();
    for (int character : line.codePoints().toArray()) {
      Open open = drawing(character);
      if (last.isPresent() && !last.get().equals(open)) {
        runs.add(new Run(last.get(), text.toString()));
        text.setLength(0);
      }
      last = Optional.of(open);
      text.appendCodePoint(character);
    }
    last.ifPresent(open -> runs.add(new Run(open, text.toString())));
    return runs;
  }

  private Open drawing(int character) {
    return faces.stream()
        .filter(open -> open.face.has().get(character))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody draws " + character));
  }

  @Override
  public void close() {
    for (Closeable file : files) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
