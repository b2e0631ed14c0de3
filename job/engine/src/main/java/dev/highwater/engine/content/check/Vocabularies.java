package dev.highwater.engine.content.check;

/** What the keys of content may say. */
final class Vocabularies {

  static final Vocabulary STATUS =
      Vocabulary.closed("production", "experimental", "deprecated", "validation", "removed");

  static final Vocabulary DETECTION_TYPE =
      Vocabulary.closed("TTP", "Anomaly", "Hunting", "Correlation");

  static final Vocabulary BASELINE_TYPE = Vocabulary.closed("Baseline");

  static final Vocabulary SECURITY_DOMAIN =
      Vocabulary.closed("access", "audit", "cloud", "endpoint", "identity", "network", "threat");

  static final Vocabulary PRODUCT =
      Vocabulary.closed(
          "Splunk Enterprise",
          "Splunk Enterprise Security",
          "Splunk Cloud",
          "Splunk Security Analytics for AWS",
          "Splunk Behavioral Analytics");

  static final Vocabulary STORY_CATEGORY =
      Vocabulary.closed(
          "Abuse",
          "Account Compromise",
          "Adversary Tactics",
          "Best Practices",
          "Cloud Security",
          "Compliance",
          "Data Destruction",
          "Lateral Movement",
          "Malware",
          "Privilege Escalation",
          "Ransomware",
          "Unauthorized Software",
          "Uncategorized",
          "Vulnerability");

  static final Vocabulary USE_CASE =
      Vocabulary.closed(
          "Advanced Threat Detection",
          "Application Security",
          "Compliance",
          "Fraud Detection",
          "Insider Threat",
          "Other",
          "Security Monitoring");

  static final Vocabulary OBSERVABLE_ROLE =
      Vocabulary.closed("Actor", "Attacker", "Other", "Target", "Unknown", "Victim");

  static final Vocabulary TEST_TYPE = Vocabulary.closed("unit", "experimental", "manual");

  static final Vocabulary THREAT_TYPE =
      Vocabulary.closed(
          "certificate_common_name",
          "certificate_organization",
          "certificate_serial",
          "certificate_unit",
          "command",
          "domain",
          "email_address",
          "email_subject",
          "file_hash",
          "file_name",
          "file_path",
          "http_user_agent",
          "ip_address",
          "parent_process",
          "parent_process_name",
          "process",
          "process_hash",
          "process_name",
          "registry_path",
          "registry_value_name",
          "registry_value_text",
          "service",
          "signature",
          "system",
          "tls_hash",
          "url");

  /** New kinds of assets come with new content. */
  static final Vocabulary ASSET_TYPE =
      Vocabulary.open(
          "AWS Account",
          "AWS EKS Kubernetes cluster",
          "AWS Federated Account",
          "AWS Instance",
          "Account",
          "Amazon EKS Kubernetes cluster",
          "Amazon EKS Kubernetes cluster Pod",
          "Amazon Elastic Container Registry",
          "Azure AKS Kubernetes cluster",
          "Azure Active Directory",
          "Azure Tenant",
          "CircleCI",
          "Cloud Compute Instance",
          "Cloud Instance",
          "DNS Servers",
          "Database Server",
          "Domain Server",
          "EC2 Snapshot",
          "Endpoint",
          "GCP",
          "GCP Account",
          "GCP GKE EKS Kubernetes cluster",
          "GCP GKE Kubernetes cluster",
          "GCP Kubernetes cluster",
          "GCP Storage Bucket",
          "GDrive",
          "GSuite",
          "GitHub",
          "Google Cloud Platform tenant",
          "Identity",
          "Infrastructure",
          "Instance",
          "Kubernetes",
          "Network",
          "O365 Tenant",
          "Okta Tenant",
          "Proxy",
          "S3 Bucket",
          "Splunk Server",
          "VPN Appliance",
          "Web Application",
          "Web Proxy",
          "Web Server",
          "Windows");

  private Vocabularies() {}
}
