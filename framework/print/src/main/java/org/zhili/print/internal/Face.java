package org.zhili.print.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * A face in a file of fonts.
 *
 * @param name as the face calls itself, by which it is found among others of its file
 * @param has the characters it draws
 */
record Face(Path file, String name, BitSet has) {
  private static final int MOST = Character.MAX_CODE_POINT;

  /** The faces of a file that can be embedded: those with outlines as TrueType has them. */
  static List<Face> in(Path file) throws IOException {
    List<Face> faces = new ArrayList<>();
    if (isCollection(file)) {
      try (TrueTypeCollection all = new TrueTypeCollection(file.toFile())) {
        all.processAllFonts(font -> add(faces, file, font));
      }
    } else {
      try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file))) {
        add(faces, file, font);
      }
    }
    return faces;
  }

  private static void add(List<Face> faces, Path file, TrueTypeFont font) throws IOException {
    if (font.getTableMap().containsKey("glyf")) {
      faces.add(new Face(file, font.getName(), characters(font)));
    }
  }

  private static BitSet characters(TrueTypeFont font) throws IOException {
    CmapLookup glyphs = font.getUnicodeCmapLookup();
    BitSet has = new BitSet();
    for (int character = ' '; character <= MOST; character++) {
      if (glyphs.getGlyphId(character) != 0) {
        has.set(character);
      }
    }
    return has;
  }

  /** A face that is open, and what has to be closed after it. */
  record Opened(TrueTypeFont font, Closeable file) {}

  /** Open the face; whoever asks closes its file. */
  Opened open() throws IOException {
    if (!isCollection(file)) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file));
      return new Opened(font, font);
    }
    TrueTypeCollection all = new TrueTypeCollection(file.toFile());
    TrueTypeFont font = all.getFontByName(name);
    if (font == null) {
      all.close();
      throw new IOException(name + " is no more in " + file);
    }
    return new Opened(font, all);
  }

  private static boolean isCollection(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc");
  }
}
