package org.zhili.resources.internal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhili.access.Allowed;
import org.zhili.access.Viewer;
import org.zhili.core.plugin.Contributed;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;

/** The pages of modules that are here, and their files. Thread-safe. */
public final class Pages {
  private static final String FOLDER = "pages/";
  private static final int LARGEST = 2 * 1024 * 1024;

  private final ModuleBook modules;
  private final Map<Contributed<Contribution.Page>, String> editions = new ConcurrentHashMap<>();

  public Pages(ModuleBook modules) {
    this.modules = modules;
  }

  /**
   * A page that can be shown.
   *
   * @param edition stands for what its script says, the same on every node
   */
  record Page(String module, String edition, Contribution.Page page) {}

  /** The pages somebody may open, in the order of modules. */
  List<Page> of(Optional<Viewer> viewer) {
    List<Contributed<Contribution.Page>> here = modules.contributions().pages();
    editions.keySet().retainAll(here);
    return here.stream()
        .filter(brought -> opens(brought.contribution(), viewer))
        .flatMap(brought -> page(brought).stream())
        .toList();
  }

  /** Empty while its script cannot be read. */
  private Optional<Page> page(Contributed<Contribution.Page> brought) {
    return Optional.ofNullable(editions.get(brought))
        .or(() -> edition(brought))
        .map(
            edition -> {
              editions.put(brought, edition);
              return new Page(brought.module().identity().id(), edition, brought.contribution());
            });
  }

  /**
   * A file of a page somebody may open: its script, or what lies beside it.
   *
   * @param edition the page's; files of another one may not fit its script
   */
  Optional<byte[]> file(Optional<Viewer> viewer, String module, String edition, String name) {
    List<Contributed<Contribution.Page>> its =
        modules.contributions().pages().stream()
            .filter(brought -> brought.module().identity().id().equals(module))
            .toList();
    List<Contributed<Contribution.Page>> open =
        its.stream().filter(brought -> opens(brought.contribution(), viewer)).toList();
    if (isScript(name, its) && !isScript(name, open)) {
      return Optional.empty(); // of another page of the module, which is not for everybody
    }
    return open.stream()
        .filter(brought -> page(brought).filter(page -> page.edition().equals(edition)).isPresent())
        .findFirst()
        .flatMap(brought -> read(brought, name));
  }

  private static boolean isScript(String name, List<Contributed<Contribution.Page>> pages) {
    return pages.stream().anyMatch(page -> page.contribution().script().equals(name));
  }

  private static boolean opens(Contribution.Page page, Optional<Viewer> viewer) {
    return page.role().equals(Allowed.ANYONE)
        || viewer.filter(somebody -> somebody.has(page.role())).isPresent();
  }

  private static Optional<String> edition(Contributed<Contribution.Page> brought) {
    return read(brought, brought.contribution().script())
        .map(script -> fingerprint(brought.module().identity().version(), script));
  }

  private static Optional<byte[]> read(Contributed<Contribution.Page> brought, String name) {
    return brought
        .module()
        .<Optional<byte[]>>ask(module -> resource(module, name))
        .given()
        .flatMap(found -> found);
  }

  private static Optional<byte[]> resource(GovernanceModule module, String name) {
    try (InputStream in = module.getClass().getResourceAsStream(FOLDER + name)) {
      // half a file would break in the browser, where nobody could tell why
      return Optional.ofNullable(in == null ? null : in.readNBytes(LARGEST + 1))
          .filter(content -> content.length <= LARGEST);
    } catch (IOException e) {
      return Optional.empty(); // the bundle is on its way out
    }
  }

  private static String fingerprint(String version, byte[] script) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(version.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(script), 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
