package dev.highwater.connectors.kafka;

import dev.highwater.engine.addon.SourceFormat;
import dev.highwater.engine.event.EventOrigin;
import java.io.Serializable;

/** What the settings of sources say of how their files look; travels with a job. */
public interface SourceFormats extends Serializable {

  /** The same for equal origins. */
  SourceFormat of(EventOrigin origin);
}
