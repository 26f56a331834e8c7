//! Texts that are taken for secrets, and texts that are not.

use super::check;

#[test]
fn a_secret_behind_a_label_is_masked_and_the_label_stays() {
    check(&[
        ("password: hunter2", "password: [password]"),
        ("Password:hunter2", "Password:[password]"),
        ("PASSWORD = hunter2", "PASSWORD = [password]"),
        ("password hunter2", "password [password]"),
        ("pw = x", "pw = [password]"),
        ("P/W: hunter2", "P/W: [password]"),
        ("U/N: jdoe P/W: swordfish", "U/N: jdoe P/W: [password]"),
        ("pw: swordfish", "pw: [password]"),
        ("pwd:Summer2024!", "pwd:[password]"),
        ("pass - Summer2024!", "pass - [password]"),
        ("pass – Summer2024!", "pass – [password]"),
        ("password -> hunter2", "password -> [password]"),
        ("password is hunter2", "password is [password]"),
        ("His password is Swordfish.", "His password is [password]."),
        ("the password is now Blue42!, text him", "the password is now [password], text him"),
        ("password: correct horse battery staple", "password: [password]"),
        ("password: \"correct, horse\" for VPN", "password: [password] for VPN"),
        ("password “correct horse”", "password [password]"),
        ("(password: hunter2)", "(password: [password])"),
        ("password (wifi): hunter2", "password (wifi): [password]"),
        ("password (hunter2)", "password [password]"),
        ("password for the guest wifi: swordfish", "password for the guest wifi: [password]"),
        ("password for wifi is hunter2", "password for wifi is [password]"),
        ("Password VPN: swordfish", "Password VPN: [password]"),
        ("Wi-Fi password: blue moon rising, ask Jane", "Wi-Fi password: [password], ask Jane"),
        ("**Password**: hunter2", "**Password**: [password]"),
        ("\"password\": \"hunter2\"", "\"password\": [password]"),
        ("password: reset to Summer2024!", "password: reset to [password]"),
        ("password: hunter2 Phone: 415-555-0100", "password: [password] Phone: 415-555-0100"),
        ("passwords: hunter2, Winter2025!", "passwords: [password], [password]"),
        ("password1: hunter2", "password1: [password]"),
        ("pass\u{200b}word: hun\u{200d}ter2", "password: [password]"),
        ("pássword: hunter2", "pássword: [password]"),
        ("ｐａｓｓｗｏｒｄ：hunter2", "ｐａｓｓｗｏｒｄ：[password]"),
        ("Password:\nhunter2", "Password:\n[password]"),
        ("Password\nswordfish\nCall first", "Password\n[password]\nCall first"),
        ("Passwords:\nhunter2\nhunter3\nCall first", "Passwords:\n[password]\n[password]\nCall first"),
        ("Passwort: Sommer2024!", "Passwort: [password]"),
        ("Kennwort lautet Sommer", "Kennwort lautet [password]"),
        ("Adminpasswort: geheim", "Adminpasswort: [password]"),
        ("Passwort für VPN: geheim", "Passwort für VPN: [password]"),
        ("mot de passe : soleil", "mot de passe : [password]"),
        ("mdp soleil75", "mdp [password]"),
        ("Le mot de passe est Soleil75", "Le mot de passe est [password]"),
        ("contraseña: gato", "contraseña: [password]"),
        ("La clave es gato77", "La clave es [password]"),
        ("login: jdoe / Summer2024!", "login: jdoe / [password]"),
        ("login: jdoe / swordfish", "login: jdoe / [password]"),
        ("login: jdoe Summer2024!", "login: jdoe [password]"),
        ("Login: jane@acme.example / hunter2", "Login: jane@acme.example / [password]"),
        ("WiFi: AcmeGuest / Welcome123", "WiFi: AcmeGuest / [password]"),
        ("alarm code is 1234 (duress 9999)", "alarm code is [code] (duress [code])"),
        ("PIN: 4711 Password: Winter-2025 room #4", "PIN: [code] Password: [password]"),
        ("user/pass jdoe/hunter2", "user/pass jdoe/[password]"),
        ("user/pass: jdoe hunter", "user/pass: jdoe [password]"),
        ("creds: admin:hunter2", "creds: admin:[password]"),
        ("credentials admin / hunter2", "credentials admin / [password]"),
        ("Zugangsdaten: admin / geheim", "Zugangsdaten: admin / [password]"),
        ("user: jdoe pass: hunter2", "user: jdoe pass: [password]"),
        ("PIN 4471", "PIN [code]"),
        ("PIN: 4471.", "PIN: [code]."),
        ("PIN for voicemail is 4471", "PIN for voicemail is [code]"),
        ("pin #4471", "pin [code]"),
        ("door code is 4471#", "door code is [code]"),
        ("Door code 44 71 #", "Door code [code]"),
        ("door code for the back entrance 4471", "door code for the back entrance [code]"),
        ("alarm code 1234", "alarm code [code]"),
        ("alarm code: main 1234, warehouse 5678", "alarm code: main [code], warehouse [code]"),
        ("alarm code 1234, call 415-555-0100", "alarm code [code], call 415-555-0100"),
        ("Alarm: 1234", "Alarm: [code]"),
        ("gate 4471#", "gate [code]"),
        ("safe: 12-34-56", "safe: [code]"),
        ("Safe combination: R12 L34 R5", "Safe combination: [code]"),
        ("code: 4471", "code: [code]"),
        ("code 4471#", "code [code]"),
        ("alarm code: FALCON", "alarm code: [code]"),
        ("Alarm code\n4471", "Alarm code\n[code]"),
        ("Türcode 4471", "Türcode [code]"),
        ("Haustürcode: 4471", "Haustürcode: [code]"),
        ("code alarme 4471", "code alarme [code]"),
        ("code d'accès : A4471", "code d'accès : [code]"),
        ("Digicode 44B71", "Digicode [code]"),
        ("código de la puerta: 4471", "código de la puerta: [code]"),
        ("backup codes: 1234-5678, 2345-6789", "backup codes: [code], [code]"),
        ("SSN 123-45-6789", "SSN [code]"),
        ("API key abc123def456", "API key [key]"),
        ("api_key=abc123def456", "api_key=[key]"),
        ("secret: swordfish", "secret: [key]"),
        ("client secret is abc~123~def", "client secret is [key]"),
        ("token: abc123def", "token: [key]"),
        ("Wifi key = Blue42Moon", "Wifi key = [key]"),
        ("clé API : abc123def", "clé API : [key]"),
        ("Verification: card number 4111111111111111", "Verification: card number [card]"),
    ]);
}

#[test]
fn a_public_word_before_a_label_hides_no_password() {
    check(&[
        ("guest pass: Summer24", "guest pass: [password]"),
        ("guest code: 4471", "guest code: [code]"),
        ("visitor door 4471#", "visitor door [code]"),
        ("QR clave: Aaaaa000", "QR clave: [password]"),
        ("QR code: Aaaaa000", "QR code: [code]"),
        ("product key:\nAbcd-1234", "product key:\n[key]"),
        ("sr api_key = Aaaaa000", "sr [code] = [key]"),
    ]);
}

#[test]
fn a_secret_behind_a_label_of_another_language_is_masked() {
    check(&[
        ("Wachtwoord is welkom", "Wachtwoord is [password]"),
        ("A senha do servidor é banana", "A senha do servidor é [password]"),
        ("hasło to kotek", "hasło to [password]"),
        ("Пароль: зима", "Пароль: [password]"),
        ("密码是abc123，请勿外传", "密码是[password]，请勿外传"),
        ("パスワードは sakura です", "パスワードは [password] です"),
        ("비밀번호: 나비", "비밀번호: [password]"),
        ("كلمة المرور: ربيع", "كلمة المرور: [password]"),
        ("סיסמה: אביב", "סיסמה: [password]"),
        ("Il codice del cancello è 4471", "Il codice del cancello è [code]"),
    ]);
}

#[test]
fn a_label_may_be_misspelt_or_ask_for_something_else() {
    check(&[
        ("Passwrod: hunter2", "Passwrod: [password]"),
        ("paswoord: hunter2", "paswoord: [password]"),
        ("mother's maiden name Kowalska", "mother's maiden name [password]"),
        ("Security question: first pet? Answer: Mittens", "Security question: first pet? Answer: [password]"),
        ("call-in passphrase 'purple monkey'", "call-in passphrase [password]"),
        ("code word Tangerine when he calls in", "code word [password] when he calls in"),
        ("WPA2: trustno1forever", "WPA2: [password]"),
    ]);
}

#[test]
fn a_password_behind_a_flag_or_a_user_is_masked() {
    check(&[
        ("curl -u admin:Winter2026! https://x.example", "curl -u admin:[password] https://x.example"),
        ("unzip -P ZipPassword2026 archive.zip", "unzip -P [password] archive.zip"),
        ("gpg --passphrase GpgPhrase2026 --decrypt f.gpg", "gpg --passphrase [password] --decrypt f.gpg"),
        (
            "net use Z: \\\\fs01\\share Winter2026! /user:ACME\\svc",
            "net use Z: \\\\fs01\\share [password] /user:ACME\\svc",
        ),
        ("RDP: ACME\\jdoe Summer2024!", "RDP: ACME\\jdoe [password]"),
        ("admin / P@ssw0rd1", "admin / [password]"),
        ("switch admin/Sw1tch!99", "switch admin/[password]"),
        ("wifi Guest / Welcome123", "wifi Guest / [password]"),
    ]);
}

#[test]
fn text_about_a_secret_stays() {
    let texts = [
        "the password is wrong, reset it",
        "Password: see IT Glue",
        "Password: never expires",
        "Password was reset on Monday by Dana",
        "le mot de passe est incorrect, rappeler",
        "パスワード変更は来月",
        "비밀번호 변경 필요",
        "Dress code casual; zip code 60601; area code 312",
        "ssh -p 2222 gw.example",
        "docker run -p 8080:80 nginx",
        "Reach on Teams / phone",
        "Sales/Marketing lead, reports to CEO/owner",
        "admin/owner of the M365 tenant",
        "Ticket 4155550123 and case 1234567890123456",
        "IMEI 490154203237518",
        "Cody Passmore is his deputy",
    ];
    check(&texts.map(|text| (text, text)));
}

#[test]
fn a_secret_in_a_table_is_masked_by_its_row_or_column_label() {
    check(&[
        (
            "User | jdoe\nPassword | swordfish\nPhone | 415-555-0100",
            "User | jdoe\nPassword | [password]\nPhone | 415-555-0100",
        ),
        (
            "User | Password | Site\njdoe | swordfish | vpn\nasmith | tuna | mail",
            "User | Password | Site\njdoe | [password] | vpn\nasmith | [password] | mail",
        ),
        ("User\tPassword\njdoe\tswordfish", "User Password\njdoe [password]"),
        (
            "<table><tr><th>Door</th><th>PIN</th></tr><tr><td>Front</td><td>4471</td></tr></table>",
            "**Door** | **PIN**\nFront | [code]",
        ),
        ("<dl><dt>Password</dt><dd>swordfish</dd></dl>", "**Password**\n[password]"),
        ("<td>Password</td><td>swordfish</td>", "Password | [password]"),
    ]);
}

#[test]
fn a_secret_with_a_known_shape_needs_no_label() {
    check(&[
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----\nafter", "[key]\nafter"),
        ("see -----BEGIN OPENSSH PRIVATE KEY----- b3Bl", "see [key]"),
        ("AKIAIOSFODNN7EXAMPLE", "[key]"),
        ("use ghp_0123456789abcdefghijABCDEFGHIJ012345 for it", "use [key] for it"),
        ("xoxb-0123456789-abcdefgh", "[key]"),
        ("abc8Q~0123456789abcdefghijABCDEFGHIJ0123", "[key]"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-def_ghi", "[key]"),
        ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "[key]"),
        ("0123456789abcdef0123456789abcdef", "[key]"),
        ("q7Xk2pLm9Zr4Tb8Wn3Vc6Yd1", "[key]"),
        ("AB12C-D34EF-5G6H7-J8K9L-0M1N2", "[key]"),
        ("https://jdoe:hunter2@portal.acme.example/x", "https://jdoe:[password]@portal.acme.example/x"),
        ("ftp://a:p@ss/w@host.example", "ftp://a:[password]@host.example"),
        ("card 4111 1111 1111 1111 exp", "card [card] exp"),
        ("3782-822463-10005", "[card]"),
        ("GB82 WEST 1234 5698 7654 32", "[account]"),
        ("DE89370400440532013000.", "[account]."),
    ]);
}

#[test]
fn text_that_only_looks_like_a_secret_stays() {
    let texts = [
        "Call 415-555-0100 or (415) 555-0123 ext. 4471",
        "+1 415 555 0100",
        "+44 20 7946 0100 x1234",
        "4155550100 4155550123",
        "555-0100 555-0123",
        "0171-5550100",
        "jane.doe2024@acme.example",
        "reset his password on Mondays",
        "password policy applies",
        "password policy: 12 characters",
        "password expires 2025-01-31",
        "password is required",
        "The password is stored in the vault",
        "password: see the vault",
        "Password: ask Jane",
        "password resets: call 415-555-0100 ext. 12",
        "password reset contact: Jane Doe",
        "Can reset passwords for M365 and VPN",
        "password-protected files",
        "Passwords are managed by Jane",
        "Passwort bitte nicht zurücksetzen",
        "Das Passwort ist abgelaufen",
        "mot de passe oublié",
        "passport 123456",
        "bypass the desk",
        "Encompass2024 user group",
        "key contact",
        "key contact: Jane",
        "key holder: John, 415-555-0100",
        "keys: at the desk",
        "dress code: casual",
        "zip code 94105",
        "country code 1",
        "area code 415",
        "promo code SAVE10",
        "postal code SW1A 1AA",
        "contacto clave: Ana Pérez",
        "boarding pass at the desk",
        "code postal 75001",
        "Postcode 94105",
        "código postal 28001",
        "ticket 12345",
        "order 4155550100123",
        "ticket T20240101.0012",
        "2025-01-31 and 31.01.2025",
        "M-F 9-5, Sat 10:00-14:00",
        "after 5pm call mobile, available 24/7",
        "Gate: 0800-1700",
        "Alarm company: 415-555-0100",
        "Alarm: 415-555-0100",
        "Door: side entrance, building 12",
        "pin the badge on",
        "WiFi: AcmeGuest",
        "user since 2019",
        "User: jdoe",
        "login: jdoe2024",
        "login issues in 2024",
        "Login: https://portal.acme.example/login",
        "account manager: Jane / John",
        "secretary: Jane",
        "token ring network",
        "https://portal.acme.example:8443/clients/2024/list",
        "https://acme.example/docs/how-to-reach-us-2024.html",
        "550e8400-e29b-41d4-a716-446655440000",
        "Ask for Jane, room 4471, floor 12",
        "Compass pass-through",
        "code review on 2024-05-01",
    ];
    check(&texts.map(|text| (text, text)));
}
