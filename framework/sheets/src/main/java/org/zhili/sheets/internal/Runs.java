package org.zhili.sheets.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets XML through as long as no text, tag, comment or section in it is out of all measure, since
 * whoever parses it would hold such a one in memory as a whole.
 */
final class Runs extends FilterInputStream {
  /** Every sign of the longest text spelled, and in the widest code. */
  private static final int LONGEST = 1 << 20;

  private int run;
  private int before;
  private int last;
  private boolean section;
  private boolean over;

  Runs(InputStream in) {
    super(in);
  }

  /** Whether something in it was longer than it may be. */
  boolean isOver() {
    return over;
  }

  @Override
  public int read() throws IOException {
    int sign = in.read();
    if (sign >= 0) {
      look(sign);
    }
    return sign;
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    int read = in.read(bytes, from, most);
    for (int at = from; at < from + read; at++) {
      look(bytes[at] & 0xFF);
    }
    return read;
  }

  /** In UTF-16 every second byte is nothing; the others stand as in UTF-8. */
  private void look(int sign) throws IOException {
    run++;
    if (run > LONGEST) {
      over = true;
      throw new IOException("a text or tag of more than " + LONGEST + " bytes");
    } else if (sign == 0) {
      return;
    }
    if (section) {
      boolean end = sign == '>' && last == before && (last == ']' || last == '-');
      section = !end;
      run = end ? 0 : run;
    } else if (sign == '!' && last == '<') {
      section = true;
    } else if (sign == '<' || sign == '>') {
      run = 0;
    }
    before = last;
    last = sign;
  }
}
