//! Where ISPDB knows a domain of the table, the two agree on host, port, security and user name, or the row says why not.

use crate::data;

const ISPDB: &str = include_str!("ispdb.txt");

#[test]
fn the_table_agrees_with_ispdb_or_says_why_not() {
    let rows = data().unwrap();
    let (mut compared, mut agreed) = (0, 0);
    for line in ISPDB.lines().filter(|line| !line.starts_with('#')) {
        let (domain, rest) = line.split_once(' ').unwrap();
        let (server, user) = rest.rsplit_once(' ').unwrap();
        let (_, row) = rows
            .providers
            .iter()
            .find(|(_, row)| row.domains.iter().any(|known| known == domain))
            .unwrap_or_else(|| panic!("{domain} stands nowhere"));
        compared += 1;
        if row.submission.iter().any(|known| known == server) && row.user_name == user {
            agreed += 1;
        } else {
            assert!(row.disagreement.is_some(), "{domain}: ISPDB says {server}, {user}");
        }
    }
    assert!(compared >= 80, "{compared}");
    assert!(agreed * 100 >= compared * 90, "{agreed} of {compared}");
}
