package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;

/** A check of detections, whatever their schema. */
interface DetectionCheck extends ContentCheck {

  void check(DetectionKeys detection, Faults faults);

  @Override
  default void check(ContentFile file, ContentIndex index, Faults faults) {
    if (file.isOf(ContentFile.DETECTIONS)) {
      check(DetectionKeys.of(file), faults);
    }
  }
}
