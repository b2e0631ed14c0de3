package dev.highwater.engine.command;

import dev.highwater.engine.plan.SearchCommand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The commands there are. */
public final class Commands {

  private static final List<SearchCommand> ALL =
      List.of(new Convert(), new Eval(), new Rename(), new Search(), new Tstats());

  /** Commands of the language that are known by name and refused. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "abstract", "accum", "addcoltotals", "addinfo", "addtotals", "analyzefields", "anomalies",
          "anomalousvalue", "anomalydetection", "append", "appendcols", "appendpipe", "apply",
          "arules", "associate", "autoregress", "bin", "bucket", "bucketdir", "chart", "cluster",
          "cofilter", "collect", "concurrency", "contingency", "correlate", "ctable", "cyberchef",
          "datamodel", "dbinspect", "dedup", "delete", "delta", "diff", "erex", "eventcount",
          "eventstats", "extract", "fieldformat", "fields", "fieldsummary", "filldown", "fillnull",
          "findtypes", "fit", "folderize", "foreach", "format", "from", "fromjson", "gauge", "gentimes",
          "geom", "geomfilter", "geostats", "head", "highlight", "history", "iconify", "inputcsv",
          "inputlookup", "iplocation", "join", "kmeans", "kv", "kvform", "loadjob", "localize",
          "localop", "lookup", "makecontinuous", "makemv", "makeresults", "map", "mcollect", "metadata",
          "metasearch", "meventcollect", "mpreview", "msearch", "mstats", "multikv", "multisearch",
          "mvcombine", "mvexpand", "nomv", "outlier", "outputcsv", "outputlookup", "outputtext",
          "overlap", "pivot", "predict", "rangemap", "rare", "redistribute", "regex", "reltime",
          "replace", "require", "rest", "return", "reverse", "rex", "rtorder", "run", "savedsearch",
          "script", "scrub", "searchtxn", "selfjoin", "sendalert", "sendemail", "set", "setfields",
          "sichart", "sirare", "sistats", "sitimechart", "sitop", "sort", "spath", "stats", "strcat",
          "streamstats", "summary", "table", "tags", "tail", "timechart", "timewrap", "tojson", "top",
          "transaction", "transpose", "trendline", "tscollect", "typeahead", "typelearner", "typer",
          "union", "uniq", "untable", "walklex", "where", "x11", "xmlkv", "xmlunescape", "xpath",
          "xyseries");

  private Commands() {}

  /** The commands by their key. */
  public static Map<String, SearchCommand> byName() {
    return ALL.stream().collect(Collectors.toMap(SearchCommand::name, Function.identity()));
  }

  /** The names of commands that Splunk has and Highwater refuses. */
  public static Set<String> unsupported() {
    return UNSUPPORTED;
  }
}
