### Deutsch.
###
### Stil: kurz und unpersönlich, weder „du“ noch „Sie“; Anweisungen in der Grundform („Nachnamen versuchen“).
###
### client            Kunde: nur in den Beschreibungen der Befehle
### contact           Kontakt
### contact type      Kontakttyp
### e-mail            E-Mail
### extension         Durchwahl
### location, site    Standort
### matched           Gefunden über …
### no longer there   nicht mehr dort
### on record         hinterlegt
### organization      Organisation
### primary contact   Hauptkontakt
### record            Eintrag
### short name        Kurzbezeichnung
### sync              Abgleich
### title             Position
### VIP               VIP, Mehrzahl VIPs
### whoever runs the bot   wer den Bot betreibt

## Jede Antwort

open-in-it-glue = In IT Glue öffnen
open-in-it-glue-at = In IT Glue öffnen: { $url }
previous-page = ◀ Zurück
next-page = Weiter ▶
pick-one = Auswählen …
just-now = gerade eben
minutes-ago = vor { $count } Min.
hours-ago = vor { $count } Std.
days-ago = vor { $count } Tagen
date = { $day }.{ $month }.{ $year }
synced = Letzter Abgleich: { $ago }
record-updated = Eintrag geändert am { $date }
trouble-unreachable = ⚠️ IT Glue ist nicht erreichbar (erster Fehlschlag: { $since }).
trouble-refused = ⚠️ IT Glue weist den Schlüssel des Bots ab (erste Abweisung: { $since }).
trouble-held-back = ⚠️ Ein Abgleich, der ungewöhnlich viele Einträge entfernen würde, ist angehalten (zuerst bemerkt: { $since }).
last-good-copy = Gezeigt wird der letzte gute Stand.
tell-the-operator = Wer den Bot betreibt, sollte das wissen.

## Auf einem Terminal

type-number = [{ $count ->
    [one] 1
   *[other] eine Zahl von 1 bis { $count }
} eingeben]
type-word = [{ $words } eingeben]
type-number-or-word = [{ $count ->
    [one] 1
   *[other] eine Zahl von 1 bis { $count }
} oder { $words } eingeben]
demo-welcome =
    Alle Daten hier sind erfunden. Befehle wie auf Discord eingeben, zum Beispiel:

      /contact jon smtih                    ein Name, in Eile getippt
      /contact name: jane organization: acme
      /vip                                  alle, die als wichtig markiert sind
      /primary acme                         wer zuerst anzurufen ist
      /directory acme                       alle dort, nach Kontakttyp
      /who-can action: purchase organization: acme
                                            wer das freigeben darf

    Eine Zahl öffnet einen Eintrag der letzten Antwort, ein Wort aus deren letzter
    Zeile wirkt wie eine Schaltfläche; quit oder Strg-D beendet.

## Eine Karte

vip-mark = ⭐ VIP
departed-by-type = ⛔ Nicht mehr dort: Der Kontakttyp ist „{ $type }“. Vor dem Anruf prüfen.
departed-by-wording = ⛔ Nicht mehr dort, laut hinterlegtem Namen oder hinterlegter Position. Vor dem Anruf prüfen.
no-title = keine Position hinterlegt
no-organization = keine Organisation hinterlegt
no-contact-type = kein Kontakttyp hinterlegt
phone = 📞 Telefon: { $phone }
other-phone = 📞 Weiteres Telefon: { $phone }
no-phone = 📞 kein Telefon hinterlegt
only-fax = 📞 nur eine Faxnummer hinterlegt
extension = { $number } Durchwahl { $extension }
email = ✉️ E-Mail: { $email }
other-email = ✉️ Weitere E-Mail: { $email }
no-email = ✉️ keine E-Mail hinterlegt
more-in-it-glue = … und { $count } weitere in IT Glue
location = 📍 Standort: { $place }
no-location = 📍 kein Standort hinterlegt
location-phone = ☎️ Telefon des Standorts: { $phone }
unnamed-contact = Kontakt ohne Namen

## Warum gerade diese Person

matched-nickname = 🔎 Gefunden über den Spitznamen: { $typed } → { $stored }
matched-typo = 🔎 Gefunden trotz der Schreibweise: { $typed } → { $stored }
matched-sound = 🔎 Gefunden über den Klang: { $typed } → { $stored }
matched-initials = 🔎 Gefunden über die Initialen
matched-acronym = 🔎 Gefunden über die Initialen der Organisation
matched-phone-end = 🔎 Gefunden über das Ende einer Telefonnummer
matched-phone-otherwise = 🔎 Gefunden über eine Telefonnummer, bis auf die Landesvorwahl
matched-email = 🔎 Gefunden über die E-Mail-Adresse
no-primary = 🔎 Bei { $organization } ist kein Hauptkontakt hinterlegt.
primary-unreachable = ⚠️ Für den Hauptkontakt bei { $organization } ist weder Telefon noch E-Mail hinterlegt: { $names }.

## Menüs

entry-departed = nicht mehr dort
entry-unreachable = weder Telefon noch E-Mail hinterlegt
entry-no-phone = kein Telefon hinterlegt
entry-record = Eintrag { $number }
at-organization = { $title } bei { $organization }
menu-several = Mehrere Treffer für „{ $typed }“
menu-close = Nicht ganz „{ $typed }“
menu-nearest = Kein Treffer für „{ $typed }“
menu-not-vips = Kein VIP passt zu „{ $typed }“
menu-unfitting = Diese Person passt nicht zu den übrigen Angaben
menu-several-organizations = Mehrere Organisationen passen zu „{ $typed }“
menu-nearest-organizations = Keine Organisation passt zu „{ $typed }“
hint-several = Bitte auswählen, was gemeint ist.
hint-close = { $count ->
    [one] Eine Person kommt dem nahe. Auswählen, falls sie gemeint ist.
   *[other] Diese Personen kommen dem nahe. Auswählen, falls eine davon gemeint ist.
}
hint-nearest = Unten stehen die ähnlichsten Namen. Sonst einen Nachnamen, eine E-Mail-Adresse oder Ziffern einer Telefonnummer versuchen.
hint-not-vips = Diese Personen passen, sind aber keine VIPs, die man anrufen kann.
hint-unfitting = Organisation oder Kontakttyp ändern oder die Person hier auswählen.
hint-people-of-several = Bitte die Person bei der gemeinten Organisation auswählen.
hint-nearest-organizations = Unten stehen die ähnlichsten Namen. Sonst die Kurzbezeichnung oder den Anfang des Namens versuchen.
more-organizations = Nur die besten { $count } werden gezeigt: mehr vom Namen eingeben.
more-people = Nur die besten { $count } werden gezeigt: Nachnamen oder Organisation ergänzen.

## Listen

people = { $count ->
    [one] 1 Person
   *[other] { $count } Personen
}
vips = VIPs
vips-at = VIPs bei { $organization }
group = 🏢 { $organization }
group-none = 🏢 Keine Organisation hinterlegt
row-phone = 📞 { $phone }
page-of = Seite { $page } von { $pages }

## Hinweise

still-loading = Wird noch geladen
still-loading-hint = Die Kontakte sind noch nicht aus IT Glue eingelesen. Bitte in einer Minute erneut versuchen.
nothing-typed = Kein Suchbegriff
nothing-typed-hint = Einen Namen, eine E-Mail-Adresse oder Ziffern einer Telefonnummer eingeben.
nobody-matches-hint = Einen Nachnamen, eine E-Mail-Adresse, Ziffern einer Telefonnummer oder die Organisation versuchen.
nobody-matches-within-hint = Einen Nachnamen versuchen oder die Organisation weglassen, um überall zu suchen.
gone = Nicht mehr vorhanden
gone-hint = Diesen Eintrag gibt es in IT Glue nicht mehr, oder der Bot darf ihn nicht zeigen. Bitte erneut nach dem Namen suchen.
unknown-organization-hint = Beim Tippen einen der Vorschläge auswählen oder die Kurzbezeichnung versuchen.
near-names = Ähnliche Namen: { $names }
unknown-type = Kein Kontakttyp passt zu „{ $typed }“
unknown-type-hint = Beim Tippen einen der Vorschläge auswählen.
known-types = Vorhandene Kontakttypen: { $names }
no-vips = Keine VIPs hinterlegt
no-vips-at = Keine VIPs bei { $organization }
no-vips-hint = VIPs sind Kontakte, die in IT Glue als wichtig markiert sind; wer nicht mehr dort ist, wird nicht aufgeführt.
nobody-at = Niemand zum Anrufen bei { $organization }
nobody-at-hint = In IT Glue gibt es zu dieser Organisation keine Kontakte.
nobody-left-hint = { $count ->
    [one] Laut Eintrag ist der einzige Kontakt dieser Organisation nicht mehr dort.
   *[other] Laut ihren Einträgen sind alle { $count } Kontakte dieser Organisation nicht mehr dort.
}
rejected = Dieser Befehl ist nicht zu verstehen
rejected-missing-hint = Die Option „{ $option }“ ausfüllen.
rejected-unknown-hint = Der Bot hat sich geändert, seit der Befehl angeboten wurde. Discord neu laden und erneut versuchen.
not-served = Hier nicht verfügbar
not-served-hint = Dieser Bot antwortet nur auf den Servern, für die er eingerichtet ist. Auskunft gibt, wer den Bot betreibt.
not-saved = Das ließ sich nicht speichern
not-saved-hint = Es wurde nichts geändert. Bitte erneut versuchen; hilft das nicht, sollte es wissen, wer den Bot betreibt.
unreadable = Das kam nicht vollständig an
unreadable-hint = Es wurde nichts nachgeschlagen. Den Befehl erneut versuchen; hilft das nicht, sollte es wissen, wer den Bot betreibt.

## Vorschläge. Discord merkt sich eine leere Liste, deshalb gibt es immer etwas zu lesen. Höchstens 100 Zeichen.

suggest-loading = Die Kontakte werden noch geladen: in einer Minute erneut versuchen
suggest-not-served = Auf diesem Server nicht verfügbar
suggest-nothing = Keine Vorschläge: eintippen und die Eingabetaste drücken
suggest-unknown-organization = Keine solche Organisation: zuerst diese Option prüfen
suggest-unknown-type = Kein solcher Kontakttyp: zuerst diese Option prüfen
suggest-type-a-name = Namen, E-Mail-Adresse oder Ziffern einer Telefonnummer eingeben
suggest-nobody-fits = Niemand passt zu den übrigen Angaben
suggest-no-match = Kein Treffer für „{ $typed }“: Nachnamen, E-Mail oder Telefon versuchen
suggest-no-organization = Keine Organisation passt zu „{ $typed }“
suggest-no-type = Kein Kontakttyp passt zu „{ $typed }“

## Was Discord beim Tippen von den Befehlen zeigt. Höchstens 100 Zeichen.

command-contact = Wer ist diese Person bei einem Kunden, und wie ist sie zu erreichen?
command-contact-name = Name in beliebiger Folge oder Schreibweise, E-Mail-Adresse oder Ziffern einer Telefonnummer
command-contact-organization = Nur Personen dieses Kunden
command-contact-type = Nur Personen dieses Kontakttyps
command-vip = Die in IT Glue als wichtig markierten Personen: alle oder die genannte
command-vip-name = Nur der VIP dieses Namens; weglassen, um alle aufzulisten
command-vip-organization = Nur VIPs dieses Kunden
command-vip-type = Nur VIPs dieses Kontakttyps
command-primary = Wer bei einem Kunden zuerst anzurufen ist
command-primary-organization = Der Kunde: Name, Kurzname, Anfangsbuchstaben oder Namensanfang; sonst der des Kanals
command-directory = Alle bei einem Kunden hinterlegten Personen, nach Kontakttyp
command-directory-organization = Der Kunde: Name, Kurzname, Anfangsbuchstaben oder Namensanfang; sonst der des Kanals
command-directory-type = Nur Personen dieses Kontakttyps
command-who-can = Wer darf das bei einem Kunden freigeben?
command-who-can-action = Was freizugeben ist, etwa ein neues Passwort oder ein Einkauf
command-who-can-organization = Der Kunde: Name, Kurzname, Anfangsbuchstaben oder Namensanfang; sonst der des Kanals
command-bind = Diesen Kanal für einen Kunden stehen lassen, damit ihn hier niemand nennen muss
command-bind-organization = Der Kunde: Name, Kurzname, Anfangsbuchstaben oder Namensanfang
command-unbind = Diesen Kanal für keinen Kunden mehr stehen lassen
command-who-do-i-call = Wen rufe ich an?
