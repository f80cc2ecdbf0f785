package org.zhili.resources.internal.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zhili.text.Wording;

/**
 * A file that was sent, kept under a name of ours in a folder of ours until this is closed.
 *
 * @param shown what its sender calls it; shown to people, and never a path
 */
record Upload(Path folder, Path file, String shown) implements AutoCloseable {

  /**
   * Write down what was sent.
   *
   * @throws IOException when it is larger than the server lets in, or the disk is full; nothing of
   *     it is left then
   */
  static Upload of(InputStream sent, String shown) throws IOException {
    Path folder = Files.createTempDirectory("zhili-upload");
    String name = shown.endsWith(".kar") ? "upload.kar" : "upload.jar";
    Upload upload = new Upload(folder, folder.resolve(name), shown);
    try {
      Files.copy(sent, upload.file);
      return upload;
    } catch (IOException | RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  /** The same sentences with the sender's name for the file in the place of ours. */
  List<Wording> told(List<Wording> sentences) {
    return sentences.stream()
        .map(sentence -> new Wording(told(sentence.zh()), told(sentence.en())))
        .toList();
  }

  private String told(String sentence) {
    return sentence.replace(file.toAbsolutePath().normalize().toString(), shown);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
