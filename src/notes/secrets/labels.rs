//! The words that say that a secret follows, in the languages the bot speaks.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::vocabulary::LANGUAGES;
use super::words::{Word, words};
use crate::notes::Secret;

/// A label, by what it announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) secret: Secret,
    pub(super) value: Value,
}

/// What the value behind a label may look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Any words, after a colon or "is".
    Words,
    /// Only what looks like no word: the label means other things too.
    Odd,
    /// Digits, nearby.
    Digits,
    /// Digits, right behind.
    NextDigits,
    /// A few digits, behind a colon or with a "#": the label is a thing that has a code.
    FewDigits,
    /// A user's name and a password.
    Login,
    /// The same, certainly.
    Pair,
}

/// Labels as words without accents. `user pass` stands for "user/pass".
const LABELS: [(Secret, Value, &str); 10] = [
    (
        Secret::Password,
        Value::Words,
        "password, passwords, p w, pass word, passwd, passwds, pwd, pw, pws, psw, pswd, pass, passphrase, pass phrase, passcode, passcodes, \
         pass code, code word, codeword, safe word, safeword, maiden name, security answer, secret answer, secret word, \
         magic word, secret phrase, seed phrase, recovery phrase, pin password, \
         passwort, passworter, passwoerter, kennwort, kennworter, kennwoerter, losungswort, codewort, sicherheitsfrage, passwt, \
         mot de passe, mots de passe, motdepasse, mdp, mot secret, phrase secrete, code secret, \
         contrasena, contrasenas, contrasenya, clave, claves, clave secreta, palabra clave, palabra secreta, frase secreta, contra sena",
    ),
    (
        Secret::Key,
        Value::Words,
        "secret, secrets, api key, api keys, apikey, apikeys, api token, api secret, secret key, secretkey, secret access key, client secret, \
         clientsecret, app secret, access key, accesskey, accountkey, account key, sharedaccesskey, access token, accesstoken, \
         auth token, authtoken, bearer, bearer token, refresh token, shared secret, shared key, pre shared key, preshared key, psk, \
         encryption key, private key, license key, licence key, product key, serial key, activation key, activation code, bitlocker key, \
         bitlocker recovery key, recovery key, network key, wifi key, wi fi key, wlan key, wpa key, wpa2 key, wep key, security key, \
         totp, totp secret, otp secret, mfa secret, 2fa secret, snmp community, community string, \
         api schlussel, apischlussel, zugriffstoken, zugangstoken, lizenzschlussel, produktschlussel, wlan schlussel, \
         netzwerkschlussel, wiederherstellungsschlussel, geheimschlussel, \
         cle api, cle d api, cle secrete, cle privee, cle wifi, cle wi fi, cle de licence, cle de produit, jeton d acces, \
         clave api, clave de api, clave privada, clave wifi, clave de licencia, token de acceso, secreto",
    ),
    (Secret::Key, Value::Odd, "key, keys, token, tokens, sig, schlussel, cle, cles, jeton, llave, credential, auth"),
    (
        Secret::Code,
        Value::Digits,
        "pin, pins, pin code, pincode, pin codes, pin number, door code, door codes, gate code, gate codes, alarm code, alarm codes, alarm pin, \
         safe code, safe combination, safe combo, combination, combo, lock code, lockbox code, lock box code, lockbox combo, keypad code, \
         key pad code, keycode, key code, entry code, access code, access codes, entrance code, building code, garage code, security code, \
         disarm code, arm code, duress code, panic code, unlock code, voicemail code, elevator code, lift code, office code, site code, \
         master code, user code, backup code, backup codes, recovery code, recovery codes, verification code, conference code, \
         host code, 2fa code, mfa code, otp, cvv, cvv2, cvc, ssn, social security number, social security no, \
         turcode, tuer code, tuercode, tur code, torcode, tor code, alarmcode, zugangscode, zutrittscode, eingangscode, sicherheitscode, \
         tresorcode, safecode, schlosscode, garagencode, zahlencode, geheimzahl, geheimnummer, entsperrcode, turpin, \
         digicode, code alarme, code d alarme, code de l alarme, code porte, code de porte, code de la porte, code portail, \
         code du portail, code acces, code d acces, code entree, code d entree, code immeuble, code de l immeuble, code coffre, \
         code du coffre, code garage, code du garage, code pin, code parking, code du parking, code de securite, code ascenseur, \
         code interphone, code batiment, code du batiment, combinaison, code wifi, \
         codigo alarma, codigo de alarma, codigo de la alarma, codigo puerta, codigo de puerta, codigo de la puerta, codigo de acceso, \
         codigo acceso, codigo de entrada, codigo pin, codigo de seguridad, codigo garaje, codigo del garaje, codigo del portal, \
         codigo de la caja fuerte, codigo caja fuerte, combinacion, codigo secreto, clave de la alarma, clave de alarma",
    ),
    (Secret::Code, Value::NextDigits, "code, codes, codigo, codigos"),
    (
        Secret::Code,
        Value::FewDigits,
        "alarm, duress, gate, door, keypad, key pad, lockbox, lock box, safe, key safe, keysafe, entry, tur, tor, tresor, eingang, \
         alarme, porte, portail, coffre, alarma, puerta, portal, caja fuerte",
    ),
    (
        Secret::Password,
        Value::Login,
        "wifi, wi fi, wlan, ssid, teamviewer, anydesk, login, logins, logon, log in, log on, sign in, signin, user, username, user name, userid, user id, account, benutzer, \
         benutzername, anmeldung, zugang, utilisateur, identifiant, connexion, compte, usuario, cuenta, acceso",
    ),
    (
        Secret::Password,
        Value::Pair,
        "credentials, creds, cred, login details, zugangsdaten, anmeldedaten, logindaten, identifiants, credenciales, \
         user pass, user pw, user pwd, user password, username password, username pass, username pw, login pass, login pw, \
         login password, login pwd, id pw, id pass, id password, u p, un pw, benutzer passwort, benutzername passwort, \
         benutzer kennwort, utilisateur mot de passe, identifiant mot de passe, usuario contrasena, usuario clave",
    ),
    (
        Secret::Card,
        Value::Digits,
        "card number, credit card, debit card, card no, kartennummer, kreditkarte, carte bancaire, tarjeta",
    ),
    (
        Secret::Account,
        Value::Digits,
        "iban, account number, bank account, kontonummer, numero de cuenta, numero de compte",
    ),
];

/// Whatever ends so is a label too: "Adminpasswort", "wifipassword".
const PASSWORD_ENDINGS: [&str; 6] = ["password", "passwort", "kennwort", "passwd", "passcode", "passphrase"];

/// Words with "code" at their end that are no secret.
const PUBLIC_CODES: [&str; 12] = [
    "postcode",
    "zipcode",
    "barcode",
    "areacode",
    "landercode",
    "laendercode",
    "sourcecode",
    "promocode",
    "qrcode",
    "decode",
    "encode",
    "geocode",
];

/// What makes a "code" public when it stands before it: "zip code 94105". A discount is meant to be passed on, too.
const PUBLIC: [&str; 39] = [
    "zip",
    "postal",
    "post",
    "area",
    "country",
    "dress",
    "dial",
    "dialling",
    "dialing",
    "city",
    "calling",
    "promo",
    "discount",
    "voucher",
    "coupon",
    "cost",
    "product",
    "item",
    "order",
    "project",
    "customer",
    "client",
    "error",
    "status",
    "exit",
    "qr",
    "source",
    "bar",
    "sort",
    "swift",
    "bic",
    "tax",
    "sic",
    "naics",
    "airport",
    "color",
    "region",
    "site",
    "department",
];

/// Longest label, in words.
const MOST_WORDS: usize = 5;

static TABLE: LazyLock<HashMap<String, Label>> = LazyLock::new(|| {
    let each = |(secret, value, names): (Secret, Value, &'static str)| {
        names.split(',').filter(|name| !name.is_empty()).map(move |name| (name_of(name), Label { secret, value }))
    };
    let others = LANGUAGES.iter().flat_map(|language| {
        [
            (Secret::Password, Value::Words, language.passwords),
            (Secret::Key, Value::Words, language.keys),
            (Secret::Code, Value::Digits, language.codes),
            (Secret::Password, Value::Pair, language.pairs),
        ]
    });
    // What the bot's own languages say counts first.
    others.chain(LABELS).flat_map(each).collect()
});

/// A label as the words of a text are compared with it.
fn name_of(label: &str) -> String {
    words(label).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

/// What labels begin with: most words of a text are none of these.
static FIRST_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| TABLE.keys().filter_map(|name| name.split(' ').next()).collect());

/// The label that begins with a word, the longest there is, and how many words it has.
pub(super) fn at(text: &str, words: &[Word], at: usize) -> Option<(usize, Label)> {
    let first = words.get(at)?;
    let begins = [without_number(&first.folded), &first.folded].iter().any(|word| FIRST_WORDS.contains(word));
    let longest = if begins { longest(text, words.get(at..)?) } else { None };
    let (count, label) = longest.or_else(|| ending(&first.folded).map(|label| (1, label)))?;
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let public = label.value == Value::NextDigits && before.is_some_and(|word| PUBLIC.contains(&word.folded.as_str()));
    (!public).then_some((count, label))
}

/// The longest label that these words begin with.
fn longest(text: &str, words: &[Word]) -> Option<(usize, Label)> {
    let mut name = String::new();
    let mut longest = None;
    let mut slash = false;
    let mut end = None;
    for (count, word) in (1..=MOST_WORDS).zip(words) {
        if let Some(end) = end {
            let gap = text.get(end..word.range.start).unwrap_or_default();
            if gap.chars().count() > 3 || !gap.chars().all(|char| " -_/'’&+‑.".contains(char)) {
                break;
            }
            slash |= gap.contains(['/', '&', '+']);
            name.push(' ');
        }
        end = Some(word.range.end);
        // "Password 1" may be written as one.
        name.push_str(without_number(&word.folded));
        let label = TABLE.get(name.as_str()).or_else(|| TABLE.get(exact(&name, word)?.as_str()));
        let found = label.copied().filter(|label| {
            // A label that goes over a "/" is only ever a pair, or "P/W"; and "user password" is a password.
            let pair = label.value == Value::Pair && count > 1 && !name.ends_with("details");
            if slash { pair || name == "p w" } else { !pair }
        });
        longest = found.map(|label| (count, label)).or(longest);
    }
    longest
}

fn without_number(word: &str) -> &str {
    word.trim_end_matches(|char: char| char.is_ascii_digit())
}

/// The name with the digits of its last word, for "cvv2" and "wpa2 key".
fn exact(name: &str, word: &Word) -> Option<String> {
    let digits = word.folded.get(without_number(&word.folded).len()..)?;
    (!digits.is_empty()).then(|| format!("{name}{digits}"))
}

fn ending(folded: &str) -> Option<Label> {
    let name = without_number(folded);
    if PASSWORD_ENDINGS.iter().any(|ending| name.ends_with(ending)) {
        return Some(Label { secret: Secret::Password, value: Value::Words });
    }
    (name.ends_with("code") && !PUBLIC_CODES.contains(&name))
        .then_some(Label { secret: Secret::Code, value: Value::NextDigits })
}

/// Whether a word is a label by itself, and so no value.
pub(super) fn is_label(folded: &str) -> bool {
    TABLE.contains_key(folded)
}
