#!/usr/bin/env python3
"""Counts the golden rows of this folder anew, from the raw logs and without Highwater.

    datasets/golden/check.py ATTACK_DATA

For each detection a few lines below say, in terms of the raw log, what its search asks for. The rows
that they make have to be the golden ones, in any order, in all fields that they name; the fields that
they leave out are constants or depend on add-ons, and the script prints them.
"""
import json
import math
import re
import sys
from collections import Counter, defaultdict
from datetime import datetime, timezone
from fnmatch import fnmatch
from ipaddress import ip_address, ip_network
from pathlib import Path

HERE = Path(__file__).resolve().parent
TECHNIQUES = Path(sys.argv[1] if len(sys.argv) > 1 else "attack_data") / "datasets/attack_techniques"
CHECKS = {}


def check(name):
    def register(function):
        CHECKS[name] = function
        return function

    return register


# ---- reading

def text(path):
    return (TECHNIQUES / path).read_bytes().decode("utf-8")


def windows(path):
    """A mapping for each event: its data by name, entities as they stand, and what its head says."""
    events = []
    for raw in re.findall(r"<Event[ >].*?</Event>", text(path), re.S):
        event = dict(re.findall(r"<Data Name=['\"](\w+)['\"]>(.*?)</Data>", raw, re.S))
        event["id"] = re.search(r"<EventID[^>]*>(\d+)<", raw)[1]
        event["computer"] = re.search(r"<Computer>(.*?)<", raw)[1]
        stamp = re.search(r"SystemTime=['\"](.*?)['\"]", raw)[1]
        if "UtcTime" in event:  # Sysmon's own time is that of the event
            stamp = event["UtcTime"].replace(" ", "T")
        event["second"] = stamp[:19]
        event["time"] = utc(stamp[:19]) + int(stamp[20:23]) / 1000
        event["sid"] = (re.search(r"UserI[Dd]=['\"](.*?)['\"]", raw) or [None, None])[1]
        events.append(event)
    return events


def utc(stamp):
    return datetime.fromisoformat(stamp).replace(tzinfo=timezone.utc).timestamp()


def last(path):
    return re.split(r"[\\/]", path)[-1]


def like(value, *patterns):
    return any(fnmatch(value.lower(), pattern.lower().replace("[", "[[]")) for pattern in patterns)


def counted(rows):
    """A row for each group of equal ones (time apart): count, firstTime, lastTime."""
    groups = defaultdict(list)
    for second, row in rows:
        groups[json.dumps(row, sort_keys=True)].append(second)
    return [
        {**json.loads(key), "count": len(seconds), "firstTime": min(seconds), "lastTime": max(seconds)}
        for key, seconds in groups.items()
    ]


def process(event, *more):
    row = {
        "dest": event["computer"],
        "user": last(event["User"]),
        "parent_process": event["ParentCommandLine"],
        "process_name": last(event["Image"]),
        "process": event["CommandLine"],
        "process_id": event["ProcessId"],
        "parent_process_id": event["ParentProcessId"],
    }
    all_fields = {
        **row,
        "parent_process_name": last(event["ParentImage"]),
        "process_path": event["Image"],
        "process_guid": event["ProcessGuid"],
        "original_file_name": event["OriginalFileName"],
    }
    return {**row, **{name: all_fields[name] for name in more}}


# ---- Sysmon of Windows and Linux

@check("detect_certify_command_line_arguments")
def certify():
    return counted(
        (e["second"], process(e))
        for e in windows("T1649/certify_abuse/certify_esc1_abuse_sysmon.log")
        if e["id"] == "1"
        and like(e["CommandLine"], "* find *", "* auth *", "* request *", "* req *", "* download *")
        and like(e["CommandLine"], "* /vulnerable*", "* /enrolleeSuppliesSubject *",
                 "* /json /outfile*", "* /ca*", "* -username *", "* -u *"))


@check("windows_suspect_process_with_authentication_traffic")
def authentication_traffic():
    rows = counted(
        (e["second"], {"process": e["Image"], "src": e["SourceHostname"], "src_ip": e["SourceIp"],
                       "user": last(e["User"]), "dest": e["DestinationHostname"],
                       "dest_ip": e["DestinationIp"], "dest_port": e["DestinationPort"],
                       "process_id": e["ProcessId"], "process_name": last(e["Image"])})
        for e in windows("T1649/certify_abuse/certify_esc1_abuse_sysmon.log")
        if e["id"] == "3" and e["DestinationPort"] in ("88", "389", "636")
        and like(e["Image"], "*\\users\\*", "*\\programdata\\*", "*\\temp\\*", "*\\Windows\\Tasks\\*",
                 "*\\appdata\\*", "*\\perflogs\\*"))
    return rows


@check("detect_rtlo_in_file_name")
def reversed_file_name():
    override = "\u202e"
    return [
        {**row, "file_name": row["file_name"].replace(override, ""), "file_name_with_RTLO": row["file_name"]}
        for row in counted(
            (e["second"], {"dest": e["computer"], "process_id": e["ProcessId"],
                           "file_name": last(e["TargetFilename"]), "file_path": e["TargetFilename"],
                           "file_create_time": e["CreationUtcTime"]})
            for e in windows("T1036.002/outlook_attachment/rtlo_events.log")
            if e["id"] in ("11", "15") and override in last(e["TargetFilename"]))
    ]


@check("detect_rtlo_in_process")
def reversed_process():
    override = "\u202e"
    return [
        {**row, "process": row["process"].replace(override, ""), "process_with_RTLO": row["process"]}
        for row in counted(
            (e["second"], process(e, "original_file_name", "parent_process_name", "process_guid"))
            for e in windows("T1036.002/outlook_attachment/rtlo_events.log")
            if e["id"] == "1" and override in e["CommandLine"])
    ]


@check("detect_webshell_exploit_behavior")
def webshell():
    children = ("cmd.exe", "tasklist.exe", "net.exe", "net1.exe", "whoami.exe", "powershell.exe")
    rows = counted(
        (e["second"], process(e, "parent_process_name"))
        for e in windows("T1505.003/generic_webshell_exploit/generic_webshell_exploit.log")
        if e["id"] == "1" and like(last(e["Image"]), *children)
        and like(last(e["ParentImage"]), "w3wp.exe", "http*.exe", "nginx*.exe", "php*.exe", "tomcat*.exe"))
    return [without(row, "process_id", "parent_process_id") for row in rows]


def without(row, *names):
    return {name: value for name, value in row.items() if name not in names}


def child_of(pattern):
    return counted(
        (e["second"], process(e, "parent_process_name", "process_path"))
        for e in windows("T1202/atomic_red_team/windows-sysmon.log")
        if e["id"] == "1" and like(e["ParentCommandLine"], pattern))


@check("windows_indirect_command_execution_via_forfiles")
def forfiles():
    return child_of("*forfiles* /c *")


@check("windows_indirect_command_execution_via_pcalua")
def pcalua():
    return child_of("*pcalua* -a*")


@check("lolbas_with_network_traffic")
def lolbas():
    return counted(
        (e["second"], {"process": e["Image"], "process_name": last(e["Image"]), "user": last(e["User"]),
                       "src": e["SourceHostname"], "src_ip": e["SourceIp"], "dest_ip": e["DestinationIp"],
                       "dest": e["DestinationHostname"] if e["DestinationHostname"] not in ("", "-")
                       else e["DestinationIp"]})
        for e in windows("T1218/lolbas_with_network_traffic/lolbas_with_network_traffic.log")
        if e["id"] == "3" and like(e["Image"], "*msiexec.exe", "*\\cmd.exe", "*\\powershell.exe"))


@check("disabling_windows_local_security_authority_defences_via_registry")
def lsa():
    return [
        {"_time": e["time"], "dest": e["computer"], "process_guid": e["ProcessGuid"],
         "registry_path": e["TargetObject"], "action": "deleted"}
        for e in windows("T1556/disable_lsa_protection/windows-sysmon.log")
        if e["id"] == "12" and e["EventType"] == "DeleteValue"
        and like(e["TargetObject"], "*\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\RunAsPPL")
    ]


@check("windows_ad_dsrm_account_changes")
def dsrm_changes():
    return [
        {"_time": e["time"], "dest": e["computer"], "process_guid": e["ProcessGuid"],
         "registry_path": e["TargetObject"],
         "registry_value_data": re.search(r"0x\w+", e["Details"])[0]}
        for e in windows("T1098/dsrm_account/windows-sysmon.log")
        if e["id"] == "13" and like(e["TargetObject"], "*\\Control\\Lsa\\DSRMAdminLogonBehavior")
    ]


FIREWALL = "T1112/firewall_modify_delete/firewall_mod_delete.log"
FIREWALL_RULES = "*\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules\\*"


@check("windows_modify_registry_delete_firewall_rules")
def deleted_firewall_rules():
    return counted(
        (e["second"], {"EventCode": "12", "EventType": e["EventType"], "TargetObject": e["TargetObject"],
                       "Image": e["Image"], "user": e["User"], "dest": e["computer"]})
        for e in windows(FIREWALL)
        if e["id"] == "12" and e["EventType"] == "DeleteValue" and like(e["TargetObject"], FIREWALL_RULES))


@check("windows_modify_registry_to_add_or_modify_firewall_rule")
def firewall_rules():
    rows = counted(
        (e["second"], {"_time": math.floor(e["time"] / 3600) * 3600, "registry_path": e["TargetObject"],
                       "registry_key_name": e["TargetObject"].split("\\")[-2],
                       "registry_value_name": last(e["TargetObject"]), "registry_value_data": e["Details"],
                       "process_guid": e["ProcessGuid"], "dest": e["computer"], "user": last(e["User"])})
        for e in windows(FIREWALL)
        if e["id"] == "13" and like(e["TargetObject"], FIREWALL_RULES))
    return [without(row, "firstTime", "lastTime") for row in rows]


@check("linux_octave_privilege_escalation")
def octave():
    rows = counted(
        (e["second"], {**process(e, "parent_process_name", "process_guid"),
                       "user": {"0": "root"}[e["sid"]]})  # the add-on takes the user that wrote the event
        for e in windows("T1548/octave/sysmon_linux.txt")
        if e["id"] == "1" and like(e["CommandLine"], "*octave-cli*--eval*")
        and "system" in e["CommandLine"] and "sudo" in e["CommandLine"])
    return [without(row, "parent_process") for row in rows]


# ---- PowerShell and the Security channel

@check("detect_certify_with_powershell_script_block_logging")
def certify_in_powershell():
    return [
        {"_time": e["time"], "dest": e["computer"], "command": e["ScriptBlockText"], "user": e["sid"],
         "firstTime": e["second"], "lastTime": e["second"], "count": 1, "signature": e["ScriptBlockText"][:256]}
        for e in windows("T1649/certify_abuse/certify_esc1_abuse_powershell.log")
        if e["id"] == "4104"
        and ("find " in e["ScriptBlockText"] and " /vulnerable" in e["ScriptBlockText"]
             or "request " in e["ScriptBlockText"] and " /ca:" in e["ScriptBlockText"])
    ]


@check("windows_ad_privileged_object_access_activity")
def privileged_objects():
    ordinary = {"Users"}
    hits = [e for e in windows("T1087.002/4662_ad_enum/4662_priv_events.log")
            if e["id"] == "4662" and re.match(r"CN=([^,]+)", e["ObjectName"])[1] not in ordinary]
    names = sorted({re.match(r"CN=([^,]+)", e["ObjectName"])[1] for e in hits})
    return [
        {"user": user, "dest": hits[0]["computer"], "object_name": names, "object_count": len(names),
         "count": len(hits), "firstTime": min(e["second"] for e in hits),
         "lastTime": max(e["second"] for e in hits)}
        for user in {e["SubjectUserName"] for e in hits}
    ]


@check("windows_ad_same_domain_sid_history_addition")
def same_domain():
    rows = []
    for e in windows("T1134.005/mimikatz/windows-security-xml.log"):
        if e["id"] in ("4738", "4742") and e["SidHistory"].strip() not in ("%%1793", "-"):
            written = e["SidHistory"].strip()
            history = written.replace("%{", "")
            domain = re.split(r"[\\]|-(?=\d+}?$)", history)[0]
            if domain in (e["TargetSid"].rsplit("-", 1)[0], e["TargetDomainName"]):
                rows.append({"_time": e["time"], "user": e["TargetUserName"], "userSid": e["TargetSid"],
                             "userDomainName": e["TargetDomainName"], "SidHistory": written,
                             "Logon_ID": e["SubjectLogonId"], "src_user": e["SubjectUserName"]})
    return rows


@check("windows_ad_dsrm_password_reset")
def dsrm_reset():
    return [
        {"_time": e["time"], "dest": e["computer"], "src": e["Workstation"], "user": e["SubjectUserName"]}
        for e in windows("T1098/dsrm_account/windows-security-xml.log") if e["id"] == "4794"
        and e["Status"] == "0x0"
    ]


@check("windows_ad_short_lived_domain_controller_spn_attribute")
def short_lived_spn():
    hits = [e for e in windows("T1207/mimikatz/windows-security-xml.log")
            if e["id"] == "5136" and e["AttributeLDAPDisplayName"] == "servicePrincipalName"
            and like(e["AttributeValue"], "GC/*", "E3514235-4B06-11D1-AB04-00C04FC2DCD2/*")]
    meaning = {"%%14674": "Value Added", "%%14675": "Value Deleted"}
    rows = []
    for logon in {e["SubjectLogonId"] for e in hits}:
        own = [e for e in hits if e["SubjectLogonId"] == logon]
        times = [e["time"] for e in own]
        if max(times) - min(times) < 30 and len({e["OperationType"] for e in own}) > 1:
            rows.append({"TargetLogonId": logon, "src_user": own[0]["SubjectUserName"], "_time": min(times),
                         "dest": own[0]["computer"], "ObjectDN": own[0]["ObjectDN"],
                         "OperationType": sorted(meaning[e["OperationType"]] for e in own)})
    return rows


@check("windows_ad_replication_request_initiated_from_unsanctioned_location")
def replication():
    hits = [e for e in windows("T1003.006/impacket/windows-security-xml.log")
            if e["id"] == "4662" and e["AccessMask"] == "0x100" and e["SubjectUserName"].endswith("$")]
    return [
        {"TargetLogonId": logon, "_time": min(e["time"] for e in hits if e["SubjectLogonId"] == logon),
         "user": next(e["SubjectUserName"] for e in hits if e["SubjectLogonId"] == logon),
         "Computer": next(e["computer"] for e in hits if e["SubjectLogonId"] == logon)}
        for logon in sorted({e["SubjectLogonId"] for e in hits})
    ]


CERTIFICATES = "T1649/certify_abuse/certify_esc1_abuse_winsecurity.log"


def certificates(ids):
    return counted(
        (e["second"], {"Computer": e["computer"], "signature_id": e["id"],
                       "ssl_subject_common_name": e["Requester"], "object_attrs": e["Attributes"],
                       "ssl_serial": e["RequestId"], "src_user": last(e["Requester"]),
                       **({"ssl_hash": e["SubjectKeyIdentifier"], "ssl_subject": e["Subject"]}
                          if e["id"] == "4887" else {}),
                       "object": re.search(r"CertificateTemplate:([^\r\n]+)", e["Attributes"])[1]})
        for e in windows(CERTIFICATES)
        if e["id"] in ids and re.search(r"SAN:.*upn", e["Attributes"], re.S)
        and "CertificateTemplate:" in e["Attributes"])


@check("windows_steal_authentication_certificates___esc1_abuse")
def certificates_abused():
    rows = []
    for row in certificates(("4886", "4887")):
        name = re.search(r"dns=([^\r\n&]+)", row["object_attrs"])
        issued = row["signature_id"] == "4887"
        rows.append({**row, **({"dest": name[1].upper()} if name else {}), "src": row["Computer"].upper(),
                     **({} if issued else {"ssl_hash": "0", "ssl_subject": "0"})})
    return rows


@check("windows_steal_authentication_certificates___esc1_authentication")
def certificates_used():
    users = {e["TargetUserName"] for e in windows(CERTIFICATES)
             if e["id"] == "4768" and e["CertThumbprint"]}
    rows = []
    for row in certificates(("4887",)):
        user = re.search(r"upn=([^\r\n&]+)", row["object_attrs"])[1]
        if user in users:
            rows.append({**row, "user": user, "risk_score": 90, "dest": "DC.ATTACK_RANGE.LOCAL"})
    return rows


# ---- everything else

@check("ivanti_epmm_remote_unauthenticated_api_access_cve_2023_35078")
def ivanti():
    lines = map(json.loads, text("T1190/ivanti/suricata_ivanti_CVE202335078.log").split("\n")[:3])
    return counted(
        (e["timestamp"][:19], {"http_user_agent": e["http"]["http_user_agent"], "status": "200",
                               "http_method": e["http"]["http_method"], "url": e["http"]["url"],
                               "url_length": len(e["http"]["url"]), "src": e["src_ip"], "dest": e["dest_ip"]})
        for e in lines
        if e["event_type"] == "http" and e["http"]["status"] == 200
        and like(e["http"]["url"], "/mifs/aad/api/v2/authorized/users[?]*".replace("[?]", "?")))


def pingid():
    return [json.loads(line) for line in text("T1621/pingid/pingid.log").splitlines() if line.strip()]


@check("pingid_multiple_failed_mfa_requests_for_user")
def failed_requests():
    groups = defaultdict(list)
    for e in pingid():
        if e.get("result", {}).get("status") in ("FAILURE,authFail", "UNSUCCESSFUL_ATTEMPT"):
            ten_minutes = math.floor(utc(e["recorded"][:19]) / 600) * 600
            groups[e["actors"][0]["name"].upper(), e["result"]["message"], ten_minutes].append(e)
    return [
        {"user": user, "reason": reason, "_time": time, "mfa_prompts": len({e["id"] for e in own}),
         "firstTime": min(e["recorded"] for e in own)[:19], "lastTime": max(e["recorded"] for e in own)[:19],
         "src": own[0]["resources"][0]["ipaddress"]}
        for (user, reason, time), own in groups.items() if len({e["id"] for e in own}) >= 10
    ]


@check("pingid_new_mfa_method_registered_for_user")
def new_method():
    return counted(
        (e["recorded"][:19], {"src": e["resources"][0]["ipaddress"], "user": e["actors"][0]["name"].upper(),
                              "object": e["resources"][0].get("devicemodel")
                              or e["result"]["message"].removeprefix("Device Paired "),
                              "action": "created", "reason": e["result"]["message"]})
        for e in pingid()
        if e.get("result", {}).get("status") == "SUCCESS" and e["result"]["message"].startswith("Device Paired"))


@check("potential_password_in_username")
def password_as_user():
    failed, accepted = text("T1552.001/password_in_username/linux_secure.log").splitlines()
    word, source = re.search(r"Invalid user (\S+) from (\S+)", failed).groups()
    user, other = re.search(r"Accepted password for (\S+) from (\S+)", accepted).groups()
    shares = [n / len(word) for n in Counter(word).values()]
    entropy = -sum(share * math.log2(share) for share in shares)
    assert source == other and entropy > 3 and len(word) >= 8
    return [{"user": user, "src": source, "dest": failed.split()[3], "count": 1, "incorrect_cred": word,
             "ut_shannon": entropy}]


@check("linux_auditd_find_credentials_from_password_managers")
def password_managers():
    rows = []
    for line in text("T1555.005/linux_auditd_find_password_db/linux_auditd_find_password_db.log").splitlines():
        arguments = re.findall(r' a\d+="(.*?)"', line)
        second = datetime.fromtimestamp(int(re.search(r"audit\((\d+)", line)[1]), timezone.utc)
        argc = re.search(r"argc=(\d+)", line)[1]
        command = " ".join(arguments + [argc])
        if re.search("find|grep", command) and re.search(r"\.kdb|KeePass|passbolt|vault|enpass", command):
            rows.append((second.strftime("%Y-%m-%dT%H:%M:%S"), {"argc": argc, "process_exec": command}))
    return counted(rows)


@check("detect_outbound_ldap_traffic")
def outbound_ldap():
    private = [ip_network(net) for net in ("10.0.0.0/8", "192.168.0.0/16", "172.16.0.0/12")]
    groups = defaultdict(list)
    for line in text("T1059/log4shell_ldap_traffic/pantraffic.txt").splitlines():
        columns = line.split(",")
        if len(columns) > 25 and columns[3] == "TRAFFIC":
            source, target, port = columns[7], columns[8], columns[25]
            inside = any(ip_address(target) in net for net in private)
            if port in ("389", "636") and not inside and source != target:
                groups[source, target].append(columns[1].replace("/", "-").replace(" ", "T"))
    return [{"src_ip": source, "dest_ip": target, "earliest_time": min(times), "latest_time": max(times)}
            for (source, target), times in groups.items()]


# ---- comparing

def same(golden, counted_anew):
    if isinstance(golden, list) or isinstance(counted_anew, list):
        return golden == counted_anew
    try:
        return math.isclose(float(golden), float(counted_anew), abs_tol=1e-9, rel_tol=0)
    except (TypeError, ValueError):
        return golden == counted_anew


def matches(golden, row):
    return all(name in golden and same(golden[name], value) for name, value in row.items())


def main():
    faults = 0
    for file in sorted(HERE.glob("*.golden.json")):
        name = file.name.removesuffix(".golden.json")
        golden = [row for rows in json.loads(file.read_text()).values() for row in rows]
        if name not in CHECKS:
            print("no check:", name)
            faults += 1
            continue
        left = CHECKS[name]()
        unmatched = []
        named = set().union(*left) if left else set()
        for row in golden:
            hit = next((each for each in left if matches(row, each)), None)
            if hit is None:
                unmatched.append(row)
            else:
                left.remove(hit)
        faults += bool(unmatched or left)
        rest = sorted(set().union(*golden) - named)
        print("ok  " if not unmatched and not left else "FAIL", name, len(golden), "rows; not checked:", rest)
        for row in unmatched:
            print("      golden:", json.dumps(row)[:600])
        for row in left:
            print("      anew:  ", json.dumps(row)[:600])
    return 1 if faults else 0


sys.exit(main())
