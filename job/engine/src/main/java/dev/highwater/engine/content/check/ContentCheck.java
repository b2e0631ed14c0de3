package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;

/** One thing that the build asks of content. */
interface ContentCheck {

  /** The id of its rule, such as {@code S-2020}. */
  String rule();

  /** Tells all that is wrong with a file in this respect; nothing where it is not about it. */
  void check(ContentFile file, ContentIndex index, Faults faults);
}
