package org.zhili.resources.internal.live;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.id.AreaId;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.live.Notice;
import org.zhili.resources.live.Notice.CaseVersion;
import org.zhili.resources.live.Notice.Topic;

/** Somebody who is told what changes, as far as they see. */
final class Listener {
  private static final int MOST_NAMED = 200;

  private final Viewer viewer;
  private final Scope scope;
  private final Consumer<Notice> line;

  Listener(Viewer viewer, Scope scope, Consumer<Notice> line) {
    this.viewer = viewer;
    this.scope = scope;
    this.line = line;
  }

  /**
   * What changed since the last look.
   *
   * @param reviewed the areas whose open reviews did
   */
  record Changes(List<CaseFile> cases, Set<AreaId> reviewed, boolean pages, boolean plugIns) {}

  void hear(Changes changes) {
    List<CaseVersion> cases =
        changes.cases().stream()
            .filter(file -> scope.sees(viewer, file))
            .map(file -> new CaseVersion(file.id().toString(), file.version()))
            .toList();
    if (!cases.isEmpty()) {
      line.accept(new Notice(Topic.CASES, cases.size() > MOST_NAMED ? List.of() : cases));
    }
    if (viewer.has(Role.OPERATOR)
        && changes.reviewed().stream().anyMatch(area -> scope.covers(viewer, area))) {
      line.accept(Notice.of(Topic.REVIEWS));
    }
    if (changes.pages()) {
      line.accept(Notice.of(Topic.PAGES));
    }
    if (changes.plugIns() && Scope.ofTownHall(viewer) && scope.coversAll(viewer)) {
      line.accept(Notice.of(Topic.PLUG_INS));
    }
  }
}
