package org.zhili.resources.imports;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.zhili.text.Wording;

/**
 * A tag for what would become of a sheet: another one when it is another sheet, or when what is
 * there has changed so that its rows would end otherwise.
 */
final class Outcome {
  private static final int SIGNS = 32;

  private Outcome() {}

  static <T> String tag(Draft<T> draft, Importing<T> list, Brought brought) {
    MessageDigest digest = sha256();
    try (DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      write(out, list.layout().list());
      write(out, brought.digest());
      for (Flaw flaw : draft.flaws()) {
        out.writeInt(flaw.row());
        write(out, flaw.code());
      }
      out.writeInt(-1);
      for (Step<T> step : draft.steps()) {
        out.writeInt(step.row());
        write(out, list, step.change().before());
        write(out, list, Optional.of(step.change().after()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, SIGNS);
  }

  private static <T> void write(DataOutputStream out, Importing<T> list, Optional<T> entry)
      throws IOException {
    out.writeBoolean(entry.isPresent());
    for (Field field : list.layout().fields()) {
      write(out, entry.flatMap(there -> list.said(there, field)).map(Wording::zh).orElse(""));
    }
  }

  /** With its length, so that no two rows of texts are written alike. */
  private static void write(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
