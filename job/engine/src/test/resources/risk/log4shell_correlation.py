"""Adds up the system risk of the analytic story; standard input: log4shell_correlation.log of attack_data.

Its output is log4shell_correlation.csv. A tactic is in none of the lines, so that it is "null".
"""
import collections
import datetime
import re
import sys

PAIR = re.compile(r'([\w.:-]+)="((?:[^"\\]|\\.)*)"')
groups = collections.defaultdict(list)
for line in sys.stdin:
    fields = collections.defaultdict(list)
    for key, value in PAIR.findall(line):
        fields[key].append(value)
    if "Log4Shell CVE-2021-44228" in fields["analyticstories"] and fields["risk_object_type"] == ["system"]:
        time = float(line.split(",")[0])
        groups[fields["risk_object"][0]].append((time, float(fields["risk_score"][0]), fields["search_name"][0]))


def written(time):
    return datetime.datetime.fromtimestamp(time, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")


for name, events in sorted(groups.items()):
    times, scores, sources = zip(*events)
    source = sorted(set(sources))
    cells = [name, "null", len(events), int(sum(scores)), len(source), *source, written(min(times)), written(max(times))]
    print(",".join(map(str, cells)))
