### Deutsch.
###
### Stil: kurz und ruhig, wie im Team. „du“ in Sätzen, Grundform auf Schaltflächen und in Befehlen. Anführungszeichen „…“.
###
### access                        Zugriff
### after hours, business hours   außerhalb der Geschäftszeit, Geschäftszeit
### alert (of a client)           Warnhinweis
### approve, approval             freigeben, Freigabe
### audit log                     Audit-Protokoll
### best now                      am besten
### bot admin                     Bot-Admin
### call order, step              Anrufreihenfolge, Schritt
### channel, thread               Kanal, Thread
### client                        Kunde
### contact                       Kontakt
### contact type                  Kontakttyp
### country guess                 Land vermutet
### decision maker                Entscheidungsträger
### details, show less            Details, Weniger anzeigen
### directory                     Verzeichnis
### email, phone number           E-Mail, Telefonnummer
### ext.                          Durchwahl
### favorite                      Favorit
### former contact                ehemaliger Kontakt
### hidden                        ausgeblendet
### link (a channel to a client)  verknüpfen mit
### local copy                    lokale Kopie
### location                      Standort
### look up (a contact)           abfragen
### lookups are paused, resume    Suche ist pausiert, fortsetzen
### Manage Server                 „Server verwalten“
### marked as former              als ehemalig markiert
### match                         Treffer; passt zu
### matched by                    gefunden über
### mobile, landline, direct line Mobil, Festnetz, Direktwahl
### no answer                     keine Antwort
### notes, quick notes            Notizen, Kurznotizen
### policy file, rule             Regeldatei, Regel
### primary contact               Hauptkontakt
### reached                       erreicht
### record (in IT Glue)           Eintrag
### reported wrong                als falsch gemeldet
### share                         teilen
### short name                    Kurzbezeichnung
### suggestion                    Vorschlag
### sync                          Abgleich
### title                         Position
### undo                          rückgängig machen
### vCard                         vCard
### vendor                        Lieferant
### VIP, VIPs                     VIP, VIPs
### wrong number                  falsche Nummer

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
trouble-unreachable = ⚠️ IT Glue ist nicht erreichbar (erster Fehler: { $since }).
trouble-overdue = ⚠️ Ein neuer Abgleich ist überfällig (letzter Erfolg: { $since }).
trouble-refused = ⚠️ IT Glue lehnt den API-Schlüssel des Bots ab (zuerst { $since }).
trouble-held-back = ⚠️ Ein Abgleich wartet auf Freigabe: Er würde ungewöhnlich viele Einträge entfernen (zuerst bemerkt: { $since }).
trouble-expired = ⚠️ IT Glue war zu lange nicht verfügbar, daher wurde die lokale Kopie gelöscht ({ $since }).
last-good-copy = Du siehst die letzte gültige Kopie.
tell-the-operator = Informiere deinen Bot-Admin.

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
exec-go-on = (als weiteres --exec anhängen, oder die Demo ohne --exec starten)
ask-next = So geht es weiter:
ask-first-page = Hier steht nur die erste Seite. Die anderen findest du mit: { $usage }
line-unknown-command = Unbekannter Befehl. Befehle: { $names }. Beispiele: { $help }
line-meant-command = Unbekannter Befehl. Meinst du { $meant }? Befehle: { $names }. Beispiele: { $help }
line-no-entry = Einen Eintrag mit dieser Zahl gibt es gerade nicht. Beispiele: { $help }
line-unknown-option = Unbekannte Option. Schreibweise: { $usage } (Text mit Doppelpunkt in Anführungszeichen setzen)
line-meant-option = Unbekannte Option. Meinst du { $meant }? Schreibweise: { $usage } (Text mit Doppelpunkt in Anführungszeichen setzen)
line-repeated = Option doppelt angegeben: { $option }. Schreibweise: { $usage }
line-missing = Option fehlt: { $option }. Schreibweise: { $usage }
line-no-user = { $option } muss eine Benutzer-ID von Discord sein. Schreibweise: { $usage }
line-not-text = Das ist kein gültiger UTF-8-Text.
demo-welcome =
    Alle Daten hier sind erfunden. Gib Befehle ein wie auf Discord, zum Beispiel:

      /contact john smtih                   ein Name, schnell getippt
      /contact name: jane organization: acme
      /vip                                  alle VIPs
      /primary acme                         wen du zuerst anrufst
      /directory acme                       alle Kontakte, nach Kontakttyp
      /who-can action: purchase organization: acme
                                            wer das freigeben darf

    Eine Zahl öffnet den Eintrag, ein Wort aus den [Klammern] wirkt wie eine
    Schaltfläche. Mit help siehst du alle Befehle, mit quit oder Strg-D beendest
    du das Programm.
demo-not-opened = Der Browser ließ sich nicht öffnen. Die Seite ist unter { $address }
demo-page = Dasselbe im Browser, wie es auf Discord aussieht: { $address }
language-name = Deutsch
page-about = Alle Daten hier sind erfunden. Nichts verlässt diesen Computer.
page-act-as = Handeln als
page-act-in = Sprache
page-cancel = Abbrechen
page-change = Jetzt ändert sich ein Kontakt
page-changed = { $before } heißt in IT Glue jetzt { $after }. Der nächste Abgleich bringt es hierher.
page-elsewhere = Kim (anderer Server)
page-it-glue = Zustand von IT Glue
page-it-glue-down = ausgefallen
page-it-glue-mass-deletion = die meisten Kunden fehlen
page-it-glue-refusing = lehnt den API-Schlüssel ab
page-it-glue-slow = zu langsam
page-it-glue-up = erreichbar
page-journal = Audit-Protokoll, Neuestes zuerst
page-line = Mit / siehst du die Befehle
page-log = Log, Neuestes zuerst
page-manager = Sam (verwaltet den Server)
page-moment = Zeit
page-moment-night = Nachts (03:00 bei Acme)
page-moment-now = Jetzt
page-moment-office = Geschäftszeit (10:00 bei Acme)
page-no-answer = Die Anwendung hat nicht reagiert
page-on-call = Robin (in Bereitschaft)
page-only-you = Nur du siehst das
page-outsider = Toni (ohne Rolle)
page-panel = Hinter den Kulissen
page-send = Senden
page-submit = Absenden
page-technician = Alex (Technik)
page-working = Callsheet denkt nach …

## Eine Karte

vip-mark = ⭐ VIP
departed-by-type = ⛔ Ehemaliger Kontakt: Der Kontakttyp ist „{ $type }“. Prüfe das vor dem Anruf.
departed-by-wording = ⛔ Ehemaliger Kontakt, laut Name oder Position in IT Glue. Prüfe das vor dem Anruf.
no-title = Keine Position
no-organization = Kein Kunde
no-contact-type = Kein Kontakttyp
phone = 📞 { $phone }
other-phone = 📞 Weiteres Telefon: { $phone }
no-phone = 📞 Keine Telefonnummer
only-fax = 📞 Nur eine Faxnummer
extension = { $number } Durchwahl { $extension }
email = ✉️ E-Mail: { $email }
other-email = ✉️ Weitere E-Mail: { $email }
no-email = ✉️ Keine E-Mail-Adresse
more-in-it-glue = … und { $count } weitere in IT Glue
location = 📍 Standort: { $place }
no-location = 📍 Kein Standort
location-phone = ☎️ Telefon am Standort: { $phone }
unnamed-contact = Kontakt ohne Namen

## Warum gerade diese Person

matched-nickname = 🔎 Gefunden über den Spitznamen: { $typed } → { $stored }
matched-typo = 🔎 Gefunden trotz Tippfehler: { $typed } → { $stored }
matched-sound = 🔎 Gefunden über den Klang: { $typed } → { $stored }
matched-initials = 🔎 Gefunden über die Initialen
matched-acronym = 🔎 Gefunden über die Initialen des Kunden
matched-phone-end = 🔎 Gefunden über die letzten Ziffern einer Telefonnummer: …{ $typed }
matched-phone-otherwise = 🔎 Gefunden über die Telefonnummer, ohne Ländervorwahl: { $typed }
matched-line = 🔎 Gefunden über { $kind ->
    [fax] die Faxnummer
    [email] die E-Mail-Adresse
   *[phone] die Telefonnummer
}: { $line }
extension-matched = 🔎 Durchwahl stimmt überein: { $extension }
extension-unmatched = 🔎 Durchwahl stimmt nicht überein: { $extension }
matched-email = 🔎 Gefunden über einen Teil der E-Mail-Adresse
matched-email-typed = 🔎 E-Mail: { $stored } (eingegeben: „{ $typed }“)
matched-email-near = 🔎 Kein genauer Treffer für die E-Mail-Adresse „{ $typed }“
matched-email-domain = 🔎 Gefunden über die Domain der E-Mail-Adresse
matched-client = 🔎 Kunde: { $stored }
matched-client-typed = 🔎 Kunde: { $stored } (eingegeben: „{ $typed }“)
matched-title = 🔎 Position: { $stored }
matched-type = 🔎 Typ: { $stored }
matched-place = 🔎 Gefunden über den Ort des Standorts
found-line = gesucht
rival = 👥 Auch möglich: { $name }, { $organization }
rival-departed = 👥 Ehemaliger Kontakt mit ähnlichem Namen: { $name }, { $organization }
no-primary = 🔎 Bei { $organization } gibt es keinen Hauptkontakt.
primary-unreachable = ⚠️ Der Hauptkontakt bei { $organization } hat weder Telefon noch E-Mail: { $names }.

## Menüs

entry-departed = ehemaliger Kontakt
entry-unreachable = weder Telefon noch E-Mail
entry-no-phone = kein Telefon
entry-record = Eintrag { $number }
at-organization = { $title } bei { $organization }
menu-several = Mehrere Treffer für „{ $typed }“
menu-close = Kein genauer Treffer für „{ $typed }“
menu-nearest = Kein Treffer für „{ $typed }“
menu-unexplained = Kein Kontakt passt vollständig zu „{ $typed }“
menu-elsewhere = Bei { $organization } passt kein Kontakt zur ganzen Suche
client-primary = Wen anrufen
client-directory = Verzeichnis
client-who-can = Wer darf freigeben: { $action }
menu-not-vips = Kein VIP passt zu „{ $typed }“
menu-unfitting = Dieser Kontakt passt nicht zu deinen anderen Filtern
menu-several-organizations = Mehrere Kunden passen zu „{ $typed }“
menu-nearest-organizations = Kein Kunde passt zu „{ $typed }“
hint-several = Wähle den richtigen Eintrag aus.
hint-close = { $count ->
    [one] Meinst du diesen Kontakt?
   *[other] Meinst du einen von diesen?
}
hint-nearest = Das sind die ähnlichsten Namen. Oder suche nach Nachname, E-Mail-Adresse oder einem Teil der Telefonnummer.
hint-unexplained = Nicht verstanden: „{ $words }“. Diese Kontakte passen zum Rest.
hint-elsewhere = Du hast „{ $typed }“ eingegeben. Diese Kontakte passen zum Rest, sind aber bei anderen Kunden.
hint-partly = Du hast „{ $typed }“ eingegeben. Diese Kontakte passen nur zu einem Teil davon.
hint-nobody-elsewhere = Du hast „{ $typed }“ eingegeben. Auch sonst passt kein Kontakt zum Rest.
hint-client = Du hast einen Kunden genannt, aber keinen Kontakt. Wähle aus, was du wissen willst.
hint-no-main-line = In IT Glue gibt es zu diesem Kunden keine Hauptnummer. Wähle aus, was du sonst wissen willst.
hint-not-vips = Diese Kontakte passen, aber keiner ist ein VIP, den du anrufen kannst.
hint-unfitting = Ändere Kunde oder Kontakttyp, oder wähle den Kontakt hier aus.
hint-people-of-several = Wähle den Kontakt beim richtigen Kunden aus.
hint-nearest-organizations = Das sind die ähnlichsten Namen. Oder versuche die Kurzbezeichnung oder den Namensanfang.
more-organizations = Du siehst die { $count } besten Treffer. Gib mehr vom Namen ein, um die Auswahl einzugrenzen.
more-people = Du siehst die { $count } besten Treffer. Ergänze Nachname oder Kunde, um die Auswahl einzugrenzen.

## Listen

people = { $count ->
    [one] 1 Kontakt
   *[other] { $count } Kontakte
}
vips = VIPs
vips-at = VIPs bei { $organization }
group = 🏢 { $organization }
group-none = 🏢 Kein Kunde
row-phone = 📞 { $phone }
page-of = Seite { $page } von { $pages }

## Hinweise

still-loading = Die Kontakte werden noch geladen
still-loading-hint = Der erste Abgleich mit IT Glue läuft noch. Versuche es in einer Minute noch einmal.
nothing-typed = Gib einen Suchbegriff ein
nothing-typed-hint = Gib einen Namen, eine E-Mail-Adresse oder einen Teil der Telefonnummer ein.
nobody-matches-hint = Versuche Nachname, E-Mail-Adresse, einen Teil der Telefonnummer oder den Kunden.
nobody-matches-within-hint = Versuche den Nachnamen, oder lass den Kunden weg, um überall zu suchen.
gone = Nicht mehr verfügbar
gone-hint = Der Eintrag wurde in IT Glue gelöscht, oder der Bot darf ihn nicht zeigen. Suche noch einmal nach dem Namen.
unknown-organization-hint = Wähle beim Tippen einen Vorschlag aus, oder versuche die Kurzbezeichnung.
near-names = Ähnliche Namen: { $names }
unknown-type = Kein Kontakttyp passt zu „{ $typed }“
unknown-type-hint = Wähle beim Tippen einen Vorschlag aus.
known-types = Kontakttypen: { $names }
no-vips = Keine VIPs
no-vips-at = Keine VIPs bei { $organization }
no-vips-hint = VIPs sind Kontakte, die in IT Glue als wichtig markiert sind. Ehemalige Kontakte werden nicht aufgeführt.
nobody-at = Niemand zum Anrufen bei { $organization }
nobody-at-hint = In IT Glue gibt es zu diesem Kunden keine Kontakte.
nobody-left-hint = { $count ->
    [one] Der einzige Kontakt dieses Kunden ist in IT Glue als ehemalig markiert.
   *[other] Alle { $count } Kontakte dieses Kunden sind in IT Glue als ehemalig markiert.
}
rejected = Der Befehl konnte nicht gelesen werden
rejected-missing-hint = Fülle „{ $option }“ aus.
rejected-unknown-hint = Dieser Befehl hat sich geändert. Lade Discord neu und versuche es noch einmal.
not-served = Hier nicht verfügbar
not-served-hint = Dieser Bot funktioniert nur auf den Servern, für die er eingerichtet ist. Frag deinen Bot-Admin.
not-saved = Das konnte nicht gespeichert werden
not-saved-hint = Es wurde nichts geändert. Versuche es noch einmal. Wenn es wieder passiert, informiere deinen Bot-Admin.
unreadable = Die Anfrage konnte nicht gelesen werden
unreadable-hint = Es wurde nichts gesucht. Gib den Befehl noch einmal ein. Wenn es wieder passiert, informiere deinen Bot-Admin.

## Wege hinein: das Verzeichnis, der Kunde des Kanals, Nachrichten, Nummern

# Auf einer Schaltfläche.
directory = Verzeichnis
everybody-at = Alle bei { $organization }
# Eine Gruppe einer Liste, wie der Name eines Kontakttyps.
group-departed = Ehemalige Kontakte
no-vips-of-type = Keine VIPs vom Typ „{ $type }“
nobody-listed = Keine Kontakte bei { $organization }
nobody-listed-of-type = Keine Kontakte vom Typ „{ $type }“ bei { $organization }
nobody-listed-of-type-hint = Lass den Typ weg, um alle zu sehen.
menu-several-types = Mehrere Kontakttypen passen zu „{ $typed }“
menu-shared-number = Mehrere Kontakte haben die Nummer „{ $typed }“
hint-shared-number = Vielleicht ist es die Zentrale. Wähle den richtigen Kontakt aus.
hint-another-country = Diese Nummern haben dieselben Ziffern, aber eine andere oder keine Ländervorwahl.
more-with-number = Du siehst die ersten { $count }. Die übrigen findest du mit /contact über den Namen.
menu-site-number = Kein Kontakt hat die Nummer „{ $typed }“, aber ein Standort
hint-site-number = Wähle den Kunden aus, um zu sehen, wen du dort anrufst.
menu-named-in-message = Die Nachricht nennt mehrere Kunden
hint-named-in-message = Die besten Treffer stehen oben. Wähle den richtigen aus.
more-entries = Du siehst die { $count } besten Treffer.
told-in-message = 🔎 In der Nachricht gefunden: { $organization }
told-by-number = 🔎 Gefunden über die Telefonnummer in der Nachricht
told-by-channel = 🔎 Kein bekannter Kunde in der Nachricht. Dieser Kanal ist mit { $organization } verknüpft.
nothing-named = Kein Kunde in der Nachricht gefunden
nothing-named-hint = Nenne den Kunden mit /primary. Wer die Berechtigung „Server verwalten“ hat, kann den Kanal auch mit /bind verknüpfen.
channel-bound = Dieser Kanal ist jetzt mit { $organization } verknüpft
channel-before = Vorher war er mit { $organization } verknüpft.
channel-bound-hint = Hier und in den Threads dieses Kanals verwenden /primary, /directory und /who-can diesen Kunden, solange du keinen anderen nennst. Bei gleich guten Treffern stehen seine Kontakte oben. Rückgängig mit /unbind.
channel-bound-already = Dieser Kanal ist schon mit { $organization } verknüpft
channel-bound-by-policy = Die Regeldatei verknüpft diesen Kanal mit { $organization }
channel-bound-by-policy-hint = Die Regeldatei hat Vorrang, deshalb wurde nichts geändert. Dein Bot-Admin kann sie anpassen.
channel-bound-by-policy-to-nobody = Die Regeldatei verknüpft diesen Kanal mit einem unbekannten oder hier ausgeblendeten Kunden
channel-bound-by-policy-to-nobody-hint = Es wurde nichts geändert. Bitte deinen Bot-Admin, die Regeldatei zu korrigieren.
channel-unbound = Dieser Kanal ist nicht mehr mit { $organization } verknüpft
channel-unbound-from-nobody = Dieser Kanal ist mit keinem Kunden mehr verknüpft
channel-unbound-hint = Nenne hier bei /primary, /directory und /who-can wieder den Kunden.
channel-not-bound = Dieser Kanal hat keinen eigenen Kunden
channel-not-bound-hint = Es wurde nichts geändert. Mit /bind verknüpfst du einen Kunden.
channel-bound-by-parent-hint = Dieser Thread nutzt den Kunden seines Kanals, { $organization }. Gib /unbind in diesem Kanal ein.
channel-not-allowed = Das darfst du nicht ändern
channel-not-allowed-hint = Um einen Kanal mit einem Kunden zu verknüpfen, brauchst du die Berechtigung „Server verwalten“.
channel-none = Das ist kein Kanal
channel-none-hint = Nur Kanäle auf Discord lassen sich mit einem Kunden verknüpfen. Gib den Befehl dort ein.
# Vor dem ganzen Vorschlag. Der Stern allein würde es nicht sagen.
suggest-favourite = ★ Favorit · { $entry }

## Wen anrufen: die Reihenfolge, was versucht wurde, und wer freigeben darf

chain-step = ⤵️ { $count ->
    [one] Einziger Kontakt zum Anrufen bei { $organization }: { $reason }
   *[other] Schritt { $place } von { $count } bei { $organization }: { $reason }
}
# Warum jemand an der Reihe ist; auch hinter einem Namen.
reason-named = laut Regeldatei
reason-primary = Hauptkontakt
reason-technical = technischer Kontakt
reason-billing = Rechnungskontakt
reason-executive = Entscheidungsträger
reason-end-user = Endbenutzer
reason-vendor = Lieferant
reason-vip = VIP
reason-anyone = weiterer Kontakt
reason-guessed = { $reason } (vermutet: { $type })
chain-in-hours = 🕒 Geschäftszeit: Es gilt die normale Anrufreihenfolge.
chain-out-of-hours = 🕒 Außerhalb der Geschäftszeit: Es gilt die Reihenfolge dafür.
chain-hours-unknown = 🕒 Geschäftszeit unbekannt: Es gilt die normale Anrufreihenfolge.
primary-only-email = ⚠️ Der Hauptkontakt bei { $organization } hat nur eine E-Mail-Adresse: { $names }.
primary-departed = ⛔ Der Hauptkontakt bei { $organization } ist als ehemalig markiert: { $names }.
named-not-on-record = ⚠️ Die Regeldatei nennt jemanden, den es in IT Glue nicht gibt: { $name }.
named-record-not-there = ⚠️ Die Regeldatei nennt einen Kontakt, den es in IT Glue nicht gibt: Eintrag { $number }.
named-not-shown = ⚠️ Die Regeldatei nennt jemanden, den es in IT Glue nicht gibt oder der hier ausgeblendet ist.
named-only-email = ⚠️ In der Regeldatei genannt, aber nur mit E-Mail: { $names }.
named-unreachable = ⚠️ In der Regeldatei genannt, aber ohne Telefon und E-Mail: { $names }.
named-departed = ⛔ In der Regeldatei genannt, aber als ehemalig markiert: { $names }.
chain-awake = ⚠️ Versuche zuerst Schritt { $place }, dort ist Tag: { $name }, { $reason }.
chain-awake-by-notes = ⚠️ Versuche zuerst Schritt { $place }, laut Notizen jetzt erreichbar: { $name }, { $reason }.
chain-none-awake = ⚠️ Kein anderer zuständiger Kontakt ist jetzt bekanntermaßen wach.
# „times“ ist eine Uhrzeit, „03:12“, oder die mehreren, die es sein können: „03:12/04:12“.
night-there = dort ist Nacht ({ $times })
chain-next = ⤵️ Falls niemand abhebt: { $step }
reach-email = nur E-Mail
chain-more = … und { $count } weitere
chain-tried = 🗒️ Bisher versucht: { $call }
chain-earlier = … { $count ->
    [one] { $count } früherer Versuch
   *[other] { $count } frühere Versuche
}
tried-call = Anruf von { $who } bei { $whom }
tried-you = dir
tried-somebody = einem gelöschten Kontakt
tried-no-answer = keine Antwort
tried-reached = erreicht
tried-wrong-number = falsche Nummer
tried-wrong-number-because = falsche Nummer: { $reason }
chain-reached = ✅ Erreicht { $ago } von { $who }.
chain-again = 🔁 Alle wurden angerufen, zuletzt { $ago }. Es geht von vorn los mit allen, die nicht geantwortet haben.
chain-changed = ⚠️ Der angeklickte Kontakt steht bei { $organization } nicht mehr in der Anrufreihenfolge. Es wurde nichts gespeichert. Ruf stattdessen diesen Kontakt an.
outcome-no-answer = Keine Antwort
outcome-no-answer-next = Keine Antwort → weiter
outcome-reached = Erreicht
outcome-wrong-number = Falsche Nummer
chain-call-again = Erneut anrufen
chain-go-awake = Anzeigen, wer wach ist
# Ein Formular: Titel und Frage, höchstens 45 Zeichen, und die Gründe zur Auswahl; eine Karte wiederholt sie nach einem Doppelpunkt
wrong-number-form = Falsche Nummer melden
wrong-number-form-reason = Was stimmt daran nicht?
wrong-number-not-in-service = kein Anschluss unter dieser Nummer
wrong-number-somebody-else = jemand anderes meldet sich
wrong-number-left = arbeitet nicht mehr dort
wrong-number-other = etwas anderes
# Eine Schaltfläche, dann was daraus wurde. $outcome ist „keine Antwort“, „erreicht“ oder „falsche Nummer“, $name der angerufene Kontakt
undo = Rückgängig: { $outcome }, { $name }
undo-done = ↩️ Rückgängig gemacht: { $outcome }, { $name }
undo-too-late = ⚠️ Zu spät zum Rückgängigmachen: { $outcome }, { $name }. Möglich ist es 15 Minuten lang.
undo-gone = ⚠️ Nichts mehr rückgängig zu machen: { $outcome }, { $name }
dead-unreachable = ⚠️ Kein Kontakt hat Telefon oder E-Mail: { $names }.
dead-not-in-chain = Niemand aus der Anrufreihenfolge der Regeldatei ist erreichbar. Alle Kontakte siehst du mit /directory.
dead-tried = ⚠️ Alle wurden angerufen, niemand ist mehr übrig: { $names }.
dead-hint = Suche in IT Glue die Hauptnummer des Kunden.
who-can = Wer bei { $organization } „{ $action }“ freigeben darf
who-can-type = Typ: { $type }
who-can-more = Du siehst die ersten { $count }.
who-can-nobody = Laut Regeldatei darf das hier kein Kontakt freigeben.
who-can-guessed = Nicht mitgezählt, weil ihre Rolle nur aus dem Kontakttyp vermutet ist: { $types }. Dein Bot-Admin kann sie in der Regeldatei unter { $table } festlegen.
who-can-deciders = Auch diese Entscheidungsträger dürfen es nicht freigeben. Frag sie, wer es darf:
menu-several-actions = Mehrere Aktionen passen zu „{ $typed }“
unknown-action = Die Regeldatei hat keine Regel für „{ $typed }“
action-gone = Die Regeldatei hat keine Regel für diese Aktion
known-actions = Aktionen mit Regel: { $names }
no-actions = Keine Freigaberegeln für { $organization }
no-actions-hint = Dein Bot-Admin kann sie in der Regeldatei unter { $table } ergänzen.
no-channel = Welcher Kunde?
no-channel-hint = Dieser Kanal ist mit keinem Kunden verknüpft. Nenne den Kunden im Befehl, oder bitte jemanden mit der Berechtigung „Server verwalten“, hier /bind einzugeben.

## Der Kunde selbst: Warnhinweis, Kurznotizen und Status

client-alert = ⚠️ Warnhinweis: { $alert }
client-alert-cut = … Warnhinweis weiter in IT Glue.
client-inactive = ⛔ Kein aktiver Kunde: Der Status in IT Glue ist „{ $status }“. Prüfe das vor dem Anruf.
client-status = ℹ️ Status des Kunden in IT Glue: { $status }
client-notes = 📝 Kurznotizen zum Kunden:
client-notes-cut = … Kurznotizen weiter in IT Glue.
# Zu einem Kunden in einem Menü oder Vorschlag
entry-status = Status: { $status }

## Die Karte: Nummern, Zeiten und Notizen, und was sich damit tun lässt

favourite-mark = ★ Favorit
shared-by = Geteilt von { $user }
user-number = Benutzer { $number }
# A number of which a field has only the end: "030 23125012/13"
number-completed = ergänzt aus „{ $field }“
number-unverified = wie gespeichert, ungeprüft
# Nachdem eine Nummer dazukam, sich änderte oder wegfiel
phones-changed = ⚠️ Telefonnummern { $ago } geändert. Prüfe, mit wem du sprichst.
number-wrong = ⚠️ { $count ->
    [one] einmal
   *[other] { $count }-mal
} als falsch gemeldet
number-wrong-because = ⚠️ { $count ->
    [one] einmal
   *[other] { $count }-mal
} als falsch gemeldet: { $reasons }
# Woher das Land einer Nummer ohne Ländervorwahl genommen ist. $country ist sein Kürzel: US
country-guessed = { $from ->
    [location] Land vermutet: { $country } (Standort)
    [organization] Land vermutet: { $country } (Kunde)
    [default] Land vermutet: { $country } (Voreinstellung)
   *[digits] Land vermutet: { $country } (erste Ziffern)
}
country-guessed-withheld = Land vermutet
kind = { $kind ->
    [mobile] Mobil
    [direct] Direktwahl
    [office] Büro
    [home] Privat
    [landline] Festnetz
   *[pager] Pager
}
# Was der Nummernplan des Landes sagt
kind-by-number = { $kind ->
    [mobile] Mobilnummer
    [landline] Festnetznummer
   *[pager] Pagernummer
}
best-now = jetzt am besten
best-asked-for = am besten, laut Notizen: „{ $quote }“
best-mobile-out-of-hours = am besten: mobil, außerhalb der Geschäftszeit
best-home-out-of-hours = am besten: privat, außerhalb der Geschäftszeit
best-mobile = am besten: mobil, Geschäftszeit unbekannt
other-numbers = … { $count ->
    [one] 1 weitere Nummer
   *[other] { $count } weitere Nummern
} unter „Mehr“
# Das Telefon eines Ortes, für Personen ohne eigenes
location-number = ☎️ { $phone }
site-phone = zur Not: { $of ->
    [contact] Telefon am Standort
   *[organization] Telefon am Standort des Kunden
}
time-at = { $weekday ->
    [mon] Mo
    [tue] Di
    [wed] Mi
    [thu] Do
    [fri] Fr
    [sat] Sa
   *[sun] So
} { $time } Uhr in { $place }
one-of = je nach Ort { $times }
local-time = { $of ->
    [contact] 🕒 Ortszeit: { $time }
   *[organization] 🕒 Ortszeit: { $time } (Standort des Kunden)
}
night-call = { $of ->
    [contact] 🌙 Dort ist Nacht: { $time }
   *[organization] 🌙 Dort ist Nacht: { $time } (Standort des Kunden)
}
# Was die Notizen über jemandes Zeiten sagen
hours-open = 🕒 Jetzt erreichbar, Notiz: „{ $quote }“
hours-closed = 🕒 Jetzt nicht erreichbar, Notiz: „{ $quote }“
# Worum die Notizen vor einem Anruf bitten
write-first = ✋ Laut Notizen: „{ $quote }“
last-reached = ✅ Zuletzt erreicht { $ago } von { $user }
last-failed = ⚠️ Letzter Anruf { $ago } von { $user }: { $outcome ->
    [wrong-number] falsche Nummer
   *[no-answer] keine Antwort
}
notes = 📝 Notizen:
notes-more = … mehr unter „Notizen“
notes-secrets = 🔒 { $count ->
    [one] 1 mögliches Geheimnis ausgeblendet
   *[other] { $count } mögliche Geheimnisse ausgeblendet
}. Siehe IT Glue.
# Steht anstelle eines Geheimnisses. Höchstens 40 Zeichen
masked = { $secret ->
    [password] (🔒 Passwort ausgeblendet)
    [key] (🔒 Schlüssel ausgeblendet)
    [code] (🔒 Code ausgeblendet)
    [card] (🔒 Kartennummer ausgeblendet)
   *[account] (🔒 Kontonummer ausgeblendet)
}
notes-of = Notizen: { $name }
no-notes = Die Notizen sind jetzt leer.
notes-cut = … weiter in IT Glue.
# Schaltflächen
share = Im Kanal teilen
notes-button = Notizen
less = Weniger anzeigen
details = Mehr
add-favourite = ☆ Favorit hinzufügen
remove-favourite = ★ Favorit entfernen
contact-file = vCard herunterladen
back-to-card = ↩ Zurück zum Kontakt
# Anstelle dessen, was gewünscht war
sharing-off = Teilen ist deaktiviert
sharing-off-hint = Dein Bot-Admin erlaubt nicht, Kontakte im Kanal zu teilen.
not-handed-on = Ehemalige Kontakte lassen sich nicht teilen
not-handed-on-hint = { $name } ist in IT Glue als ehemalig markiert. Suche jemand anderen bei diesem Kunden.
contact-file-of = vCard von { $name }
contact-file-hint = Öffne die Datei, um die Person in deine Kontakte zu übernehmen. Sie wird nicht aktualisiert: Lösche sie, wenn du sie nicht mehr brauchst.

## Zugriff: was ausgeblendet ist

not-allowed = Du hast keinen Zugriff
not-allowed-hint = Die Zugriffsregeln des Bots erlauben das in diesem Kanal nicht. Frag deinen Bot-Admin.
not-journaled = Das lässt sich gerade nicht anzeigen
not-journaled-hint = Callsheet kann nicht ins Audit-Protokoll schreiben und zeigt deshalb nichts an. Informiere deinen Bot-Admin.
expired = Diese Schaltfläche ist abgelaufen
expired-hint = Schaltflächen funktionieren einen Tag lang. Gib den Befehl noch einmal ein.
card-withheld = 🔒 Details zu diesem Kunden werden nicht im Chat angezeigt. Öffne den Eintrag in IT Glue.
phone-withheld = 📞 Telefonnummern sind hier ausgeblendet
email-withheld = ✉️ E-Mail-Adressen sind hier ausgeblendet
location-withheld = 📍 Der Standort ist hier ausgeblendet
group-withheld = 🔒 Kontakttypen sind bei diesem Kunden ausgeblendet
entry-withheld = Nummer hier ausgeblendet
reveal = Verborgenes anzeigen
reveal-client = Kundennotizen anzeigen

## Pausierte Suche

hold = Deine Suche ist pausiert
hold-hint = Du hast in einer Stunde mehr Kontakte abgefragt, als der Bot erlaubt. Versuche es in { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
} noch einmal. Eilt es? Bitte jemand anderen mit der Berechtigung „Server verwalten“, /release einzugeben.
hold-hint-elsewhere = Du hast in einer Stunde mehr Kontakte abgefragt, als der Bot erlaubt. Versuche es in { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
} noch einmal. Pausiert wurde auf einem anderen Server. Eilt es? Bitte dort jemanden mit der Berechtigung „Server verwalten“, /release einzugeben.
hold-hint-terminal = Hier wurden in einer Stunde mehr Kontakte abgefragt, als die Regeldatei einem Benutzer erlaubt. Weiter geht es in { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}.
hold-too-soon = Zu viele Anfragen
hold-too-soon-hint = Versuche es in { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} noch einmal.
hold-released = { $user } kann auf diesem Server wieder Kontakte abfragen
hold-released-hint = Der Zähler auf diesem Server beginnt von vorn. Im Audit-Protokoll steht, dass du die Suche fortgesetzt hast, auch der Grund: { $reason }. Pausen auf anderen Servern bleiben bestehen.
hold-own = Deine eigene Suche kannst du nicht fortsetzen
hold-own-hint = Bitte jemand anderen mit der Berechtigung „Server verwalten“, für dich /release einzugeben.
hold-none = Hier ist keine Suche pausiert
hold-none-hint = Pausiert wird die Suche auf Discord. Gib den Befehl dort ein.
# Ein Formular: Titel und Frage mit höchstens 45 Zeichen, dann die Gründe zur Auswahl; der Hinweis oben wiederholt den gewählten
release-form = Suche einer Person fortsetzen
release-form-reason = Warum waren die Abfragen in Ordnung?
release-reason-busy = viel zu tun
release-reason-outage = eine Störung bei einem Kunden
release-reason-upkeep = Pflege der Einträge
release-reason-agreed = wir haben darüber gesprochen
# Erscheint in dem Kanal, den die Regeldatei dafür nennt
hold-alert = 🛑 { $user } hat in einer Stunde mehr als { $count } Kontakte abgefragt. Die Suche ist für { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
} pausiert.
hold-alert-hint = Ist das in Ordnung? Mit /release auf dem betroffenen Server geht die Suche weiter. Aufgerufene Kontakte anzeigen: { $command }
broken-alert = 🛑 Das Audit-Protokoll entspricht nicht mehr dem, was der Bot geschrieben hat: Einträge wurden abgeschnitten, geändert oder zurückgesetzt, oder die Datei wurde beschädigt. Eintrag { $entry } hält den Bruch fest.
broken-alert-hint = Der Bot antwortet weiter. Was sich nicht mehr beweisen lässt, zeigt { $command }. Bewahre die Dateien neben der Datenbank als Beweis auf.

## Wer einen Kontakt abgefragt hat

looked = Wer { $name } abgefragt hat
looked-people = 👁️ { $count ->
    [one] 1 Person hat
   *[other] { $count } Personen haben
} { $name } seit dem { $date } abgefragt.
looked-nobody = Niemand hat { $name } abgefragt, seit es das Audit-Protokoll gibt ({ $date }).
looked-nobody-since = Niemand hat { $name } seit dem { $date } abgefragt.
looked-partly = ⚠️ Das Audit-Protokoll konnte nicht vollständig gelesen werden. Abfragen vor dem { $date } sind nicht mitgezählt.
looked-only-named = { $count ->
    [one] 1 Person sah
   *[other] { $count } Personen sahen
} nur Name oder Position, in Vorschlägen, Menüs oder Listen.
# Auf welchem Weg jemand etwas zu sehen bekam
looked-click = Schaltfläche oder Menü
looked-suggestions = in Vorschlägen
looked-shared = geteilt in { $channel }
looked-shared-somewhere = im Kanal geteilt
looked-file = als vCard
looked-refused = abgelehnt
looked-unknown = unbekannter Benutzer
looked-terminal = auf dem Rechner des Bots
# Was gezeigt wurde
looked-field = { $field ->
    [title] Position
    [phone] Telefon
    [email] E-Mail
    [location] Standort
    [notes] Notizen
   *[name] Name
}
# Nach der letzten Zeile. Die beiden sind Befehle für den Rechner, auf dem der Bot läuft
looked-hint = /who-looked selbst wird nicht mitgezählt. Auf dem Rechner des Bots prüft { $verify } das Audit-Protokoll auf Änderungen, und { $report } zeigt alle Einträge.
looked-unread = Das Audit-Protokoll konnte nicht gelesen werden. Gib auf dem Rechner des Bots { $report } ein, um zu sehen, wer { $name } abgefragt hat.

## Hilfe

help-title = Was du fragen kannst
help-on-message = Bei einer Meldung im Kanal, Apps > { $name }: wen du bei dem Kunden anrufst, den sie nennt
help-typing = Beim Tippen eines Namens erscheinen Vorschläge: Wähle einen aus oder sende den Text so, wie er ist.
help-terminal = In der Demo öffnet eine Zahl den Eintrag, ein Wort aus den [Klammern] wirkt wie eine Schaltfläche, complete /contact jon zeigt Vorschläge, und quit beendet sie. Sonst setzt du den Befehl hinter callsheet ask, in Anführungszeichen, wenn deine Shell ihn sonst verändert.

## Zustand

status-title = Wie es Callsheet geht
status-copy = 📇 Lokale Kopie: { $contacts ->
    [one] { $contacts } Kontakt
   *[other] { $contacts } Kontakte
}, { $clients ->
    [one] { $clients } Kunde
   *[other] { $clients } Kunden
}, { $locations ->
    [one] { $locations } Standort
   *[other] { $locations } Standorte
}, die du sehen darfst
status-sweep = 🔄 Vollständiger Abgleich: zuletzt gelungen { $ago }
status-sweep-never = 🔄 Vollständiger Abgleich: noch nie gelungen
status-delta = 🔄 Abgleich der Änderungen: zuletzt gelungen { $ago }
status-delta-never = 🔄 Abgleich der Änderungen: noch nie gelungen
status-failed = ⚠️ Zuletzt fehlgeschlagen: { $ago } ({ $fault ->
    [refused] IT Glue hat den API-Schlüssel abgelehnt
    [local-copy] die lokale Kopie war nicht lesbar oder nicht beschreibbar
    [interrupted] er wurde unterbrochen
   *[unreachable] IT Glue war nicht erreichbar
})
status-connected = 🔌 Discord: verbunden { $ago }
status-disconnected = ⚠️ Discord: Verbindung verloren { $ago }
status-audit = 📒 Audit-Protokoll: unversehrt; was es nicht festhalten kann, wird nicht beantwortet
status-audit-optional = 📒 Audit-Protokoll: unversehrt; auch was es nicht festhalten kann, wird beantwortet
status-audit-broken = ⛔ Audit-Protokoll: von außen geändert. Führe auf dem Rechner des Bots { $command } aus.
status-on-hold = ⏸️ Benutzer mit pausierter Suche: { $count }
status-policy = 📜 Regeldatei: übernommen { $ago }
status-no-policy = 📜 Regeldatei: keine, also sehen alle Mitglieder alle Kontakte außer den eingeschränkten
status-dangling = ⚠️ Die Regeldatei nennt { $count ->
    [one] { $count } Eintrag, den
   *[other] { $count } Einträge, die
} IT Glue nicht hat:
status-types = 🏷️ Kontakttypen und wofür sie stehen:
status-former = ehemaliger Kontakt
status-no-role = keine Rolle
status-guessed = (aus dem Namen geschlossen)

## Einen Kontakt bearbeiten

draft-gone = Diese Bearbeitung ist abgelaufen
draft-gone-hint = Eingaben bleiben 15 Minuten erhalten. Gespeichert wurde nichts. Beginne neu mit /contact-edit.
too-many-changes = Zu viele Änderungen in einer Stunde
too-many-changes-hint = Es wurde nichts gespeichert. Die Richtliniendatei erlaubt { $limit } Änderungen pro Stunde. Versuche es später noch einmal; Eingaben bleiben 15 Minuten erhalten.
notes-too-long = Diese Notizen sind zu lang für ein Formular
notes-too-long-hint = Bearbeite sie in IT Glue. Discords Formulare fassen 4.000 Zeichen.
retired-already = { $name } ist schon ein ehemaliger Kontakt
retired-already-hint = Ändere den Kontakttyp mit /contact-edit, falls das falsch ist.
no-departed-type = Kein Kontakttyp steht für ehemalige Kontakte
no-departed-type-hint = Dein Bot-Admin kann in IT Glue einen anlegen, etwa „Ausgeschieden“, oder einen unter [roles] in der Richtliniendatei zuordnen.
edit-button = Bearbeiten
edit-form = Kontakt bearbeiten
add-form = Kontakt hinzufügen
retire-form = Als ehemalig markieren
retire-form-reason = Warum?
retire-left = arbeitet nicht mehr dort
retire-duplicate = ein anderer Eintrag ist dieselbe Person
retire-mistake = der Eintrag ist ein Irrtum
field-first-name = Vorname
field-last-name = Nachname
field-title = Position
field-type = Kontakttyp
field-vip = VIP
field-emails = E-Mails
field-phones = Telefonnummern
field-notes = Notizen
field-location = Standort
edit-emails-hint = Je Zeile eine: Bezeichnung, Adresse. Ein * markiert die primäre.
edit-phones-hint = Je Zeile eine: Bezeichnung, Nummer, ext 12. Ein * markiert die primäre.
edit-part-name = Name
edit-part-place = Standort
edit-vip-yes = ja
edit-blank = (leer)
edit-title = { $name } bearbeiten
edit-title-new = Neuer Kontakt: { $name }
edit-title-problems = Nicht gespeichert: { $name }
edit-title-nothing = Nichts zu ändern: { $name }
edit-title-preview = Vor dem Speichern prüfen: { $name }
edit-title-unknown = Noch ungewiss: { $name }
edit-title-not-saved = Nicht gespeichert: { $name }
edit-title-discarded = Verworfen: { $name }
edit-title-no-undo = Nichts mehr rückgängig zu machen: { $name }
edit-hub = Was möchtest du ändern? Du siehst die Änderungen, bevor etwas gespeichert wird.
edit-problems-hint = Deine Eingaben bleiben 15 Minuten erhalten. Korrigiere sie und sende sie noch einmal.
edit-nothing = In IT Glue steht es schon so.
edit-again = ⚠️ Jemand hat diesen Eintrag in IT Glue geändert, seit du nachgesehen hast. Prüfe ihn noch einmal.
edit-change = { $field }: { $from } → { $to }
edit-list = { $field }:
edit-meanwhile = ⚠️ { $field } wurde in IT Glue inzwischen von jemand anderem geändert: { $from } → { $to }
edit-undecided = ⚠️ { $field }: auch jemand anderes hat es geändert. In IT Glue: { $theirs }. Deins: { $mine }. Wähle eins.
edit-left = { $field }: bleibt, wie es in IT Glue steht
edit-hidden = ⚠️ { $field }: eine geänderte Zeile enthält etwas Ausgeblendetes, etwa ein Passwort. Ändere diese Zeile in IT Glue.
edit-owned = ⚠️ { $owner } hält { $field } aktuell. IT Glue lehnt die Änderung vielleicht ab, oder { $owner } überschreibt sie.
edit-duplicates = ⚠️ Diese Kontakte sind vielleicht dieselbe Person. Wähle einen, um ihn stattdessen zu öffnen:
edit-not-yet = Noch ist nichts gespeichert.
edit-keep-mine = { $field }: meins nehmen
edit-keep-theirs = { $field }: IT Glue lassen
edit-save = Speichern
edit-save-anyway = Trotzdem hinzufügen
edit-save-rest = Rest speichern
edit-save-again = Noch einmal speichern
edit-look-again = Noch einmal nachsehen
edit-more = Mehr ändern
edit-fix = Korrigieren
edit-discard = Verwerfen
edit-undo = Rückgängig
edit-unknown = IT Glue hat nicht gesagt, ob die Änderung angekommen ist. Callsheet findet es heraus; mache sie bis dahin nicht noch einmal.
edit-discarded = Es wurde nichts gespeichert.
edit-no-undo = Eine Änderung lässt sich einmal rückgängig machen, innerhalb von 15 Minuten.
edit-rest = Alles andere lässt sich noch speichern.
edit-saved = ✅ In IT Glue gespeichert: { $fields }
edit-added = ✅ In IT Glue hinzugefügt: { $fields }
edit-undone = ↩️ In IT Glue rückgängig gemacht: { $fields }
edit-reformatted = IT Glue hat das in seiner eigenen Form gespeichert: { $fields }
edit-not-done = ⚠️ IT Glue hat die Änderung angenommen, aber nicht ausgeführt: { $fields }. Prüfe den Eintrag in IT Glue.
problem-no-first-name = ⚠️ Der Vorname fehlt. IT Glue braucht einen.
problem-too-long = ⚠️ { $field }: länger als 255 Zeichen.
problem-unreadable = ⚠️ { $field }, Zeile { $line }: „{ $text }“ ist nicht lesbar
problem-no-address = ⚠️ Keine E-Mail-Adresse: { $text }
problem-no-number = ⚠️ Keine Telefonnummer: { $text }
problem-twice = ⚠️ Doppelt aufgeführt: { $text }
problem-two-primary = ⚠️ { $field }: nur eine kann einen * haben.
problem-unknown = ⚠️ { $field }: gibt es in diesem Konto nicht mehr. Wähle etwas anderes.
failure-no-organization = ⚠️ Diesen Kunden gibt es in IT Glue nicht mehr.
failure-invalid = ⚠️ Das nimmt IT Glue nicht an: { $fields }. Korrigiere es oder speichere den Rest.
failure-owned = ⚠️ Ein anderes System hält das aktuell, deshalb ändert IT Glue es nicht: { $fields }. Ändere es dort.
failure-owned-all = ⚠️ Ein anderes System hält diesen Kontakt aktuell, deshalb ändert IT Glue nur Notizen und VIP. Ändere alles andere dort.
failure-key = ⚠️ IT Glue hat den API-Schlüssel abgelehnt. Dein Bot-Admin sollte Schlüssel und Region prüfen.
failure-not-permitted = ⚠️ Der API-Schlüssel hat dafür keine Rechte. Frage deinen Bot-Admin.
failure-gone = ⚠️ Dieser Kontakt wurde in IT Glue inzwischen gelöscht.
failure-moved = ⚠️ Dieser Kontakt gehört in IT Glue inzwischen zu einem anderen Kunden, oder sein Zugriff wurde dort geändert. Suche ihn in ein paar Minuten noch einmal.
failure-too-many = ⚠️ IT Glue bekommt zu viele Anfragen. Speichere in ein paar Minuten noch einmal.
failure-timed-out = ⚠️ IT Glue hat zu lange gebraucht, und es wurde nichts geändert. Speichere noch einmal.
failure-unreachable = ⚠️ IT Glue ist nicht erreichbar. Deine Eingaben bleiben 15 Minuten erhalten; speichere noch einmal, sobald IT Glue wieder da ist.
failure-overtaken = ⚠️ Jemand hat das seitdem geändert und würde überschrieben: { $fields }
failure-refused = ⚠️ IT Glue hat die Änderung abgelehnt: { $said }

## Vorschläge. Discord merkt sich eine leere Liste, deshalb gibt es immer etwas zu lesen. Höchstens 100 Zeichen.

suggest-loading = Die Kontakte werden noch geladen. Versuche es in einer Minute noch einmal.
suggest-not-served = Auf diesem Server nicht verfügbar
suggest-not-allowed = Du hast hier keinen Zugriff. Frag deinen Bot-Admin.
suggest-not-journaled = Keine Vorschläge: Das Audit-Protokoll ist nicht beschreibbar
suggest-on-hold = Deine Suche ist pausiert. Drücke die Eingabetaste, um zu sehen, wie lange.
suggest-too-soon = Zu schnell. Warte ein paar Sekunden und tippe dann weiter.
suggest-nothing = Keine Vorschläge. Gib den Text ein und drücke die Eingabetaste.
suggest-unknown-organization = Kunde nicht gefunden. Prüfe zuerst diese Option.
suggest-unknown-type = Kontakttyp nicht gefunden. Prüfe zuerst diese Option.
suggest-type-a-name = Gib einen Namen, eine E-Mail-Adresse oder einen Teil der Telefonnummer ein
suggest-nobody-fits = Kein Kontakt passt zu deinen anderen Filtern
suggest-no-match = Kein Treffer für „{ $typed }“. Versuche Nachname, E-Mail oder Telefon.
suggest-no-organization = Kein Kunde passt zu „{ $typed }“
suggest-no-action = Keine Freigaberegel für „{ $typed }“
suggest-no-actions = Die Regeldatei enthält keine Freigaberegeln
suggest-no-type = Kein Kontakttyp passt zu „{ $typed }“

## Was Discord beim Tippen von den Befehlen zeigt. Höchstens 100 Zeichen.

command-contact = Kontakt suchen und sehen, wie er erreichbar ist
command-contact-name = Name (beliebige Reihenfolge oder Schreibweise), E-Mail-Adresse oder Teil der Telefonnummer
command-contact-organization = Nur Kontakte dieses Kunden
command-contact-type = Nur Kontakte dieses Typs
command-vip = VIPs auflisten oder einen nach Namen suchen
command-vip-name = Name des VIPs. Leer lassen, um alle aufzulisten.
command-vip-organization = Nur VIPs dieses Kunden
command-vip-type = Nur VIPs dieses Typs
command-primary = Sehen, wen du bei einem Kunden zuerst anrufst
command-primary-organization = Kundenname, Kurzbezeichnung, Initialen oder Anfang. Standard: Kunde dieses Kanals.
command-directory = Alle Kontakte eines Kunden nach Kontakttyp auflisten
command-directory-organization = Kundenname, Kurzbezeichnung, Initialen oder Anfang. Standard: Kunde dieses Kanals.
command-directory-type = Nur Kontakte dieses Typs
command-who-can = Herausfinden, wer bei einem Kunden etwas freigeben darf
command-who-can-action = Was freizugeben ist, etwa ein neues Passwort oder ein Einkauf
command-who-can-organization = Kundenname, Kurzbezeichnung, Initialen oder Anfang. Standard: Kunde dieses Kanals.
command-contact-edit = Einen Kontakt korrigieren: Name, E-Mails, Telefon, Notizen oder Standort
command-contact-edit-contact = Name (beliebige Reihenfolge oder Schreibweise), E-Mail-Adresse oder Teil der Telefonnummer
command-contact-edit-type = Diesen Kontakttyp zuweisen, etwa „Buchhaltung“
command-contact-add = Einen Kontakt bei einem Kunden hinzufügen
command-contact-add-organization = Kundenname, Kurzbezeichnung, Initialen oder Anfang. Standard: Kunde dieses Kanals.
command-contact-retire = Einen Kontakt als ehemalig markieren
command-contact-retire-contact = Name (beliebige Reihenfolge oder Schreibweise), E-Mail-Adresse oder Teil der Telefonnummer
command-bind = Diesen Kanal mit einem Kunden verknüpfen, damit ihn hier niemand nennen muss
command-bind-organization = Kundenname, Kurzbezeichnung, Initialen oder Anfang
command-unbind = Verknüpfung dieses Kanals mit seinem Kunden aufheben
command-release = Pausierte Suche von jemandem fortsetzen
command-release-user = Wessen Suche weitergeht. Der Zähler beginnt von vorn.
command-who-looked = Sehen, wer einen Kontakt abgefragt hat (nur mit „Server verwalten“)
command-who-looked-name = Name (beliebige Reihenfolge oder Schreibweise), E-Mail-Adresse oder Teil der Telefonnummer
command-status = Zeigt, wie es Callsheet geht (nur mit „Server verwalten“)
command-help = Zeigt, was du hier fragen kannst, mit Beispielen
command-who-do-i-call = Wen rufe ich an?
