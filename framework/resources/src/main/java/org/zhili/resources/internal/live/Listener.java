package org.zhili.resources.internal.live;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.id.AreaId;
import org.zhili.id.UnitId;
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
  private boolean missed;

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
  record Changes(List<Moved> cases, Set<AreaId> reviewed, boolean pages, boolean plugIns) {}

  /**
   * A case that moved.
   *
   * @param before the units that had a part in it until then
   */
  record Moved(CaseFile file, Set<UnitId> before) {}

  /** Tell what changed, or once more that anything may have where that went wrong. */
  void hear(Changes changes) {
    boolean all = missed;
    missed = true;
    if (all) {
      tellAll();
    } else {
      tell(changes);
    }
    missed = false;
  }

  /** Tell that anything may have changed, as nobody knows what did. */
  void hearAll() {
    missed = true;
    tellAll();
    missed = false;
  }

  private void tell(Changes changes) {
    List<CaseVersion> cases =
        changes.cases().stream()
            .map(Moved::file)
            .filter(file -> scope.sees(viewer, file))
            .map(file -> new CaseVersion(file.id().toString(), file.version()))
            .toList();
    boolean lost = changes.cases().stream().anyMatch(this::isLost);
    if (lost || !cases.isEmpty()) {
      boolean unnamed = lost || cases.size() > MOST_NAMED;
      line.accept(new Notice(Topic.CASES, unnamed ? List.of() : cases));
    }
    if (decides() && changes.reviewed().stream().anyMatch(area -> scope.covers(viewer, area))) {
      line.accept(Notice.of(Topic.REVIEWS));
    }
    if (changes.pages()) {
      line.accept(Notice.of(Topic.PAGES));
    }
    if (changes.plugIns() && seesPlugIns()) {
      line.accept(Notice.of(Topic.PLUG_INS));
    }
  }

  private void tellAll() {
    line.accept(Notice.of(Topic.CASES));
    if (decides()) {
      line.accept(Notice.of(Topic.REVIEWS));
    }
    line.accept(Notice.of(Topic.PAGES));
    if (seesPlugIns()) {
      line.accept(Notice.of(Topic.PLUG_INS));
    }
  }

  /** A case that was seen and is no more is not named: what becomes of it is no longer theirs. */
  private boolean isLost(Moved moved) {
    return scope.units(viewer).stream().anyMatch(moved.before()::contains)
        && scope.covers(viewer, moved.file().report().area())
        && !scope.sees(viewer, moved.file());
  }

  /** Whether cases may leave their sight. */
  boolean isUnit() {
    return !Scope.ofTownHall(viewer);
  }

  private boolean decides() {
    return viewer.has(Role.OPERATOR);
  }

  private boolean seesPlugIns() {
    return Scope.ofTownHall(viewer) && scope.coversAll(viewer) && !viewer.has(Role.DISPLAY);
  }
}
