package org.zhili.resources.internal.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that was sent, kept under a name of ours in a folder of ours until this is closed. */
record Upload(Path folder, Path file) implements AutoCloseable {

  /**
   * Write down what was sent.
   *
   * @param shown what its sender calls it; its end tells a KAR from a jar
   * @throws IOException when it is larger than the server lets in, or the disk is full; nothing of
   *     it is left then
   */
  static Upload of(InputStream sent, String shown) throws IOException {
    Path folder = Files.createTempDirectory("zhili-upload");
    String name = shown.endsWith(".kar") ? "upload.kar" : "upload.jar";
    Upload upload = new Upload(folder, folder.resolve(name));
    try {
      Files.copy(sent, upload.file);
      return upload;
    } catch (IOException | RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
