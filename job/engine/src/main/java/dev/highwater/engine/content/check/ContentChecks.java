package dev.highwater.engine.content.check;

import java.util.List;

/** All checks. */
final class ContentChecks {

  static final List<ContentCheck> ALL =
      List.of(
          new RequiredKeys(),
          new UniqueNames(),
          new FileNames(),
          new Dates(),
          new KnownValues(),
          new FilterMacros(),
          new References(),
          new Identifiers(),
          new RiskObjects(),
          new RiskFields(),
          new DeclaredTests(),
          new LookupTables(),
          new TextLengths(),
          new MisspeltKeys());

  private ContentChecks() {}
}
