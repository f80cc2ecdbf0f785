package org.zhili.itests;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A page as it looks, in the colors it has most of, so that the file is small. */
record Picture(BufferedImage image) {
  private static final int MOST_COLORS = 256;
  private static final int GAP = 16;

  static Picture of(Page page) throws IOException {
    return new Picture(ImageIO.read(new ByteArrayInputStream(page.screenshot())));
  }

  /** Pictures of one height, one beside the other. */
  static Picture row(List<Picture> pictures) {
    int width = pictures.stream().mapToInt(one -> one.image.getWidth() + GAP).sum() - GAP;
    BufferedImage row =
        new BufferedImage(width, pictures.get(0).image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = row.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, row.getHeight());
    int at = 0;
    for (Picture one : pictures) {
      canvas.drawImage(one.image, at, 0, null);
      at += one.image.getWidth() + GAP;
    }
    canvas.dispose();
    return new Picture(row);
  }

  void keep(Path file) throws IOException {
    List<Integer> colors = colors();
    BufferedImage small =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(colors));
    Map<Integer, Integer> known = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int index = known.computeIfAbsent(image.getRGB(x, y), color -> nearest(color, colors));
        small.getRaster().setSample(x, y, 0, index);
      }
    }
    ImageIO.write(small, "png", file.toFile());
  }

  private List<Integer> colors() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_COLORS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static IndexColorModel model(List<Integer> colors) {
    int[] all = colors.stream().mapToInt(Integer::intValue).toArray();
    return new IndexColorModel(8, all.length, all, 0, false, -1, 0);
  }

  private static int nearest(int color, List<Integer> colors) {
    int best = 0;
    for (int i = 1; i < colors.size(); i++) {
      if (distance(color, colors.get(i)) < distance(color, colors.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += difference * difference;
    }
    return sum;
  }
}
