package org.zhili.osgi.internal;

import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.core.shelf.SignatureCheck;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * Where plug-ins are kept, come from, and whose are let in.
 *
 * @param folder where they are kept
 * @param deploy the folder whose files are put in by themselves
 * @param signatures what is done about jars of strangers
 * @param vendors the folder with the certificates of those who are none
 */
record ShelfSettings(Path folder, Path deploy, SignatureCheck.Policy signatures, Path vendors) {
  private static final Logger LOG = LoggerFactory.getLogger(ShelfSettings.class);
  private static final Words WORDS = Words.beside(ShelfSettings.class);
  private static final String WRONG_POLICY = "ZL-1343";

  ShelfSettings {
    folder = folder.toAbsolutePath().normalize();
    deploy = deploy.toAbsolutePath().normalize();
  }

  /** Read a configuration; a policy that is none is told, and the strictest stands in for it. */
  static ShelfSettings read(ShelfConfig config) {
    return new ShelfSettings(
        Path.of(config.folder()),
        Path.of(config.deploy()),
        policy(config.signatures()),
        Path.of(config.vendors()));
  }

  private static SignatureCheck.Policy policy(String text) {
    try {
      return SignatureCheck.Policy.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      Wording said = WORDS.render(Text.of("osgi.signatures", text));
      LOG.error("{} {} / {}", WRONG_POLICY, said.zh(), said.en());
      return SignatureCheck.Policy.ENFORCE;
    }
  }
}
