package dev.highwater.flink;

import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.flink.type.Carried;
import org.apache.flink.api.java.functions.KeySelector;

/** Groups that have to meet have the same key. */
final class GroupPartition implements KeySelector<Carried<RoutedGroup>, String> {

  private static final long serialVersionUID = 1L;

  @Override
  public String getKey(Carried<RoutedGroup> carried) {
    return carried instanceof Carried.Change<RoutedGroup> change
        ? change.receiver()
        : ((Carried.Value<RoutedGroup>) carried).value().partition();
  }
}
