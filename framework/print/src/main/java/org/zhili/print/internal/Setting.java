package org.zhili.print.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.zhili.print.Paper;

/** Sets papers in the fonts of a shelf. */
public final class Setting {
  private final FontShelf fonts;

  public Setting(List<Path> folders) {
    fonts = new FontShelf(folders);
  }

  /** The first character that cannot be set letter by letter. */
  public OptionalInt unsettable(BitSet characters) {
    return characters.stream().filter(character -> !Scripts.isSettable(character)).findFirst();
  }

  /** The characters that no font has. */
  public BitSet missing(BitSet characters) {
    BitSet left = (BitSet) characters.clone();
    fonts.drawing(characters).forEach(face -> left.andNot(face.has()));
    return left;
  }

  /**
   * Write a PDF of the paper.
   *
   * @return the first character that no font has; nothing is written then
   */
  public OptionalInt write(Paper paper, BitSet characters, OutputStream out) throws IOException {
    List<Face> faces = fonts.drawing(characters);
    BitSet left = (BitSet) characters.clone();
    faces.forEach(face -> left.andNot(face.has()));
    if (!left.isEmpty()) {
      return OptionalInt.of(left.nextSetBit(0));
    }
    try (PDDocument document = new PDDocument();
        Type type = new Type(document, faces)) {
      document.getDocumentInformation().setTitle(paper.title());
      document.getDocumentCatalog().setLanguage(paper.language());
      List<List<Layout.Placed>> pages = Layout.of(paper, type);
      for (int page = 0; page < pages.size(); page++) {
        String number = MessageFormat.format(paper.page(), page + 1, pages.size());
        draw(document, type, pages.get(page), paper.foot(), number);
      }
      document.save(out);
    }
    return OptionalInt.empty();
  }

  private static void draw(
      PDDocument document, Type type, List<Layout.Placed> lines, String foot, String number)
      throws IOException {
    PDPage page = new PDPage(new PDRectangle(Layout.WIDTH, Layout.HEIGHT));
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      for (Layout.Placed line : lines) {
        type.draw(content, line.words(), line.x(), line.y(), line.size());
      }
      type.draw(content, foot, Layout.MARGIN, Layout.FOOT, Layout.SMALL);
      float right = Layout.WIDTH - Layout.MARGIN - type.width(number) * Layout.SMALL;
      type.draw(content, number, right, Layout.FOOT, Layout.SMALL);
    }
  }
}
