//! The texts of alerts, and the clients they are about.

use callsheet_core::domain::organization::Organization;
use callsheet_core::search::index::Index;
use proptest::prelude::*;

use super::{contact, organization, with_email};

/// All contacts and hosts are invented.
fn index() -> Index {
    let of_type =
        |organization: Organization, name: &str| Organization { organization_type: Some(name.into()), ..organization };
    let organizations = [
        organization(1, "Acme Corporation", Some("ACME")),
        organization(2, "Harborview Law Group, LLP", Some("HLG")),
        organization(3, "Summit Dental Partners", Some("SDP")),
        organization(4, "Beacon Hill Montessori", None),
        organization(5, "Harborview Law", None),
        organization(6, "Birch & Stone Plumbing Inc.", Some("Birch")),
        organization(7, "Société Générique SARL", None),
        organization(8, "Pioneer Laboratories GmbH", Some("UPS")),
        organization(9, "The Fjord Company", Some("FJ")),
        organization(10, "Northwind Wholesale", Some("NWX")),
        organization(11, "Northwind Express", Some("NWX")),
        of_type(organization(12, "Veeam", None), "Vendor"),
        of_type(organization(13, "Lantern IT", Some("LIT")), "Internal"),
        organization(14, "Data Services Ltd", None),
        organization(15, "Target", None),
        organization(16, "Town of Fairhaven", None),
        organization(17, "Тихая Гавань", None),
        organization(18, "M.R.K. Architects", Some("MRK")),
    ];
    let contacts = [
        with_email(contact(1, "Jane", "Doe", 1), "jane.doe@acme.example"),
        with_email(contact(2, "John", "Roe", 1), "john@acme.example"),
        with_email(contact(3, "Ann", "Poe", 3), "ann.poe@gmail.com"),
        with_email(contact(4, "Lou", "Moe", 3), "lou@summitdental.example"),
        with_email(contact(5, "Max", "Low", 13), "max@lantern-it.example"),
        with_email(contact(6, "Eve", "Loy", 10), "eve@shared.example"),
        with_email(contact(7, "Ida", "Ray", 11), "ida@shared.example"),
    ];
    Index::build(contacts.iter(), organizations.iter(), std::iter::empty())
}

#[track_caller]
fn check(expected: &[(&str, &[u64])]) {
    let index = index();
    for (text, ids) in expected {
        let found: Vec<u64> = index.organizations_in(text, 25).iter().map(|id| id.0).collect();
        assert_eq!(found, *ids, "{text}");
    }
}

#[test]
fn alerts_of_usual_tools_are_about_the_customer_they_name() {
    check(&[
        // Datto RMM, Autotask
        ("[P1] ACME-DC01 down - Acme Corporation", &[1]),
        ("Alert: Disk usage > 95% on HLG-SQL2 (Site: Harborview Law Group)", &[2]),
        ("Device: BIRCH-WKS-07\nSite: Birch & Stone Plumbing\nMonitor: Online status", &[6]),
        ("T20261124.0042 | Organization: Summit Dental | Priority: Critical", &[3]),
        // ConnectWise
        ("Ticket #48213/Summit Dental Partners/Server offline", &[3]),
        ("Company: Town of Fairhaven\nContact: n/a\nSummary: VPN tunnel down", &[16]),
        ("CW Automate: FJORD\\backupadmin locked out", &[9]),
        // Grafana, Alertmanager
        ("[FIRING:1] HostDown (customer=\"acme\" instance=\"srv1:9100\" severity=\"critical\")", &[1]),
        ("**Firing**\n\nLabels:\n - alertname = DiskFull\n - tenant = harborview-law\n - job = node", &[5]),
        ("[RESOLVED] probe_success srv1.acme.example:443", &[1]),
        // PRTG
        ("PRTG: Ping (Ping) on acme-fw01 Down (Request timed out (ICMP error # 11010))", &[1]),
        ("Group: Beacon Hill Montessori\nSensor: SNMP Traffic\nStatus: Down ESCALATION", &[4]),
        // Zabbix
        ("Problem: Zabbix agent is not available\nHost: SDP-APP1\nSeverity: Average", &[3]),
        ("Problem started at 03:12:44\nHost: mrk_fw\nOperational data: 100 %", &[18]),
        // Veeam
        ("[Failed] Veeam Backup job HLG Daily (2 objects)", &[2]),
        ("Backup failed for HLG\nServer: HLG-SQL2", &[2]),
        ("Veeam ONE: Acme Corp.: repository is low on space", &[1]),
        // UptimeRobot
        ("Monitor is DOWN: Harborview Law website ( https://www.harborviewlaw.example )", &[5]),
        ("Monitor is DOWN: remote.summitdental.example", &[3]),
        ("host srv1.acme.example unreachable", &[1]),
        // By hand
        ("Customer: Harborview Law", &[5]),
        ("**Customer:** acme", &[1]),
        ("Client name: Beacon Hill", &[4]),
        ("jane.doe@acme.example cannot log in", &[1]),
        ("SUMMIT DENTAL PARTNERS - INTERNET DOWN", &[3]),
        ("birch and stone plumbing: printer on fire", &[6]),
        ("SOCIETE GENERIQUE: onduleur sur batterie", &[7]),
        ("M. R. K. Architects cannot print", &[18]),
        ("Сервер: Тихая Гавань недоступен", &[17]),
        ("the fjord company called", &[9]),
        ("PIONEERLABORATORIES-DC1 offline", &[8]),
        ("HLG01 rebooted", &[2]),
        ("data services ltd has no internet", &[14]),
        ("FJ-DC1 down", &[9]),
        ("[FJ] Backup failed", &[9]),
        ("FAIRHAVEN-DC01 is down", &[16]),
        ("BEACON-NYC-DC01 is down", &[4]),
        ("beacon-dc01 is down", &[4]),
        ("Customer: Target", &[15]),
    ]);
}

#[test]
fn a_lookalike_of_a_name_is_no_mention() {
    check(&[
        ("", &[]),
        ("\u{200b} ** :: -- @", &[]),
        ("Server down, nobody knows whose", &[]),
        ("Summit of the mountain reached by the Beacon", &[]),
        ("beacon received from ap-03", &[]),
        ("Harborview is a street", &[]),
        ("summit-level meeting", &[]),
        ("we reached the acme of performance", &[]),
        ("fjord photos.zip blocked", &[]),
        ("Dental Partners of somewhere", &[]),
        ("Summit\nDental Partners", &[]),
        ("UPS on battery", &[]),
        ("data services stopped on srv-04", &[]),
        ("Target unreachable: 10.0.0.7", &[]),
        ("NWX-FW1 down", &[]),
        ("NORTHWIND-DC01 is down", &[]),
        ("FJ on the coast", &[]),
        ("beacon-v2 is out", &[]),
        ("Beacon is down", &[]),
        ("mail from somebody@gmail.com bounced", &[]),
        ("mail from sales@shared.example bounced", &[]),
        ("acme.example.evil.example is a phishing site", &[]),
        ("notacme.example", &[]),
        ("Customer: unknown", &[]),
        ("Site: Dental", &[]),
        ("HLGX-01 down", &[]),
        ("Town hall of Fairhaven", &[]),
    ]);
}

#[test]
fn several_clients_are_ranked_and_a_longer_name_wins() {
    check(&[
        ("Harborview Law Group and Harborview Law", &[2, 5]),
        ("Harborview Law Group", &[2]),
        ("HLG-FW1: tunnel to Acme Corporation is down", &[1, 2]),
        ("tunnel between acme-fw01 and hlg-fw01", &[1, 2]),
        ("ACME and Summit both down", &[1, 3]),
        ("Beacon and Summit both down", &[4, 3]),
        ("Beacon, Summit: both down", &[4, 3]),
        ("Acme: Jane and Ann cannot print", &[1]),
        ("Customer: Northwind", &[10, 11]),
        ("Customer: Acme Corporation; see also Summit Dental Partners", &[1]),
    ]);
    assert_eq!(index().organizations_in("Acme Corporation, HLG, SDP", 2).len(), 2);
}

#[test]
fn suppliers_and_the_provider_count_only_without_a_client() {
    check(&[
        ("Veeam Backup failed", &[12]),
        ("Veeam Backup failed for Acme", &[1]),
        ("Veeam Backup failed on srv1.acme.example", &[1]),
        ("Lantern IT: Acme Corporation called", &[1]),
        ("From: alerts@lantern-it.example\nHost srv1.acme.example unreachable", &[1]),
        ("From: alerts@lantern-it.example\nsomething is down", &[13]),
        ("Company: Lantern IT\nHLG-DC1 down", &[2]),
    ]);
}

#[test]
fn an_updated_index_finds_changed_names() {
    let index = index();
    let moved = with_email(contact(1, "Jane", "Doe", 2), "jane.doe@acme.example");
    let organizations = [organization(1, "Acme Corporation", None), organization(20, "Quarry Optics", None)];
    let gone = [callsheet_core::domain::id::ContactId(2)];
    let index = index.with_changes([&moved].into_iter(), gone.into_iter(), organizations.iter(), std::iter::empty());
    let found = |text: &str| index.organizations_in(text, 5).first().map(|id| id.0);
    assert_eq!(found("Quarry Optics is down"), Some(20));
    assert_eq!(found("Harborview Law Group is down"), None);
    assert_eq!(found("srv1.acme.example"), Some(2), "everybody there is of another organization now");
}

proptest! {
    #[test]
    fn any_text_is_read_and_the_limit_is_kept(
        parts in prop::collection::vec(
            prop_oneof![
                prop::sample::select(vec![
                    "ACME", "acme", "-", "_", "\\", ".", ":", " ", "\n", "Harborview", "Law", "LLP", "and", "Customer:", "7",
                    "M.", "R.", "K.", "\u{301}", "ﷺ", "ß", "王", "@acme.example", "srv1.",
                ]).prop_map(str::to_owned),
                ".{0,6}",
            ],
            0..40,
        ),
        limit in 0..4_usize,
    ) {
        let found = index().organizations_in(&parts.concat(), limit);
        prop_assert!(found.len() <= limit);
        prop_assert!(found.iter().all(|id| (1..=18).contains(&id.0)));
    }
}
