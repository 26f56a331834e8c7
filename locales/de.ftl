### Deutsch.
###
### Stil: kurz und unpersönlich, weder „du“ noch „Sie“; Anweisungen in der Grundform („Nachnamen versuchen“).
###
### alert                         Warnhinweis
### approve                       freigeben
### best number now               jetzt die beste Nummer
### by the record                 laut Eintrag
### card                          Karte
### chain, order                  Reihenfolge
### channel, thread               Kanal, Thread
### client                        Kunde: nur in den Beschreibungen der Befehle, sonst Organisation
### contact                       Kontakt
### contact file                  Kontaktdatei
### contact type                  Kontakttyp
### country guessed               Land vermutet
### details, less                 Details, Weniger
### directory                     Verzeichnis
### e-mail                        E-Mail
### extension                     Durchwahl
### favourite                     Favorit
### hidden (a secret)             ausgeblendet
### in hours, out of hours        Geschäftszeit, außerhalb der Geschäftszeiten
### landline, mobile, direct line Festnetz, Mobiltelefon, Direktnummer
### location, site                Standort
### matched                       Gefunden über …
### no answer                     keine Antwort
### no longer there               nicht mehr dort
### notes                         Notizen
### on record                     hinterlegt
### organization                  Organisation
### policy file                   Regeldatei
### primary contact               Hauptkontakt
### quick notes                   Kurznotizen
### reached                       erreicht
### record                        Eintrag
### reported wrong                als falsch gemeldet
### share                         Teilen
### short name                    Kurzbezeichnung
### stands for (a channel)        ist … zugeordnet
### step                          Schritt
### sync                          Abgleich
### title                         Position
### VIP                           VIP, Mehrzahl VIPs
### whoever runs the bot          wer den Bot betreibt
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
trouble-unreachable = ⚠️ IT Glue ist nicht erreichbar (erster Fehlschlag: { $since }).
trouble-overdue = ⚠️ Ein neuer Abgleich ist überfällig (letzter Erfolg: { $since }).
trouble-refused = ⚠️ IT Glue weist den Schlüssel des Bots ab (erste Abweisung: { $since }).
trouble-held-back = ⚠️ Ein Abgleich, der ungewöhnlich viele Einträge entfernen würde, ist angehalten (zuerst bemerkt: { $since }).
trouble-expired = ⚠️ IT Glue war so lange nicht lesbar, dass die lokale Kopie gelöscht wurde ({ $since }).
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

      /contact john smtih                   ein Name, in Eile getippt
      /contact name: jane organization: acme
      /vip                                  alle, die als wichtig markiert sind
      /primary acme                         wer zuerst anzurufen ist
      /directory acme                       alle dort, nach Kontakttyp
      /who-can action: purchase organization: acme
                                            wer das freigeben darf

    Eine Zahl öffnet einen Eintrag der letzten Antwort, ein Wort aus deren letzter
    Zeile wirkt wie eine Schaltfläche; quit oder Strg-D beendet.
    help zeigt alle Befehle.
terminal-help =
    Was hier eingegeben werden kann, wie auf Discord, mit je einem Beispiel:

      /contact john smtih                   eine Person, nach allem Bekannten
      /vip organization: acme               alle dort als wichtig Markierten
      /primary acme                         wer zuerst anzurufen ist, wer danach
      /directory acme                       alle dort, nach Kontakttyp
      /who-can purchase organization: acme  wer etwas freigeben darf
      /who-do-i-call P1: Acme firewall down
                                            die Organisation, die ein Alarm nennt;
                                            auf Discord Apps > Wen rufe ich an? an
                                            der Nachricht
      /who-looked jane doe                  wem was von jemandem gezeigt wurde
      /bind acme                            ordnet einen Kanal zu
      /unbind                               hebt das auf
      /release 1141                         beendet eine Sperre

      complete /contact jon                 die Vorschläge beim Tippen

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
matched-phone-end = 🔎 Treffer über das Ende einer Telefonnummer: …{ $typed }
matched-phone-otherwise = 🔎 Treffer über die Telefonnummer, bis auf die Landesvorwahl: { $typed }
matched-email = 🔎 Gefunden über die E-Mail-Adresse
matched-email-domain = 🔎 Treffer über die Domain der E-Mail-Adresse
matched-client = 🔎 Kunde: { $stored }
matched-client-typed = 🔎 Kunde: { $stored } (eingegeben: „{ $typed }“)
matched-title = 🔎 Position: { $stored }
matched-type = 🔎 Typ: { $stored }
matched-place = 🔎 Treffer über den Ort des Standorts
rival = 👥 Auch möglich: { $name }, { $organization }
rival-departed = 👥 Ein weiterer Eintrag { $name } ist ausgeschieden: { $organization }
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
menu-unexplained = Niemand passt zu allem in „{ $typed }“
menu-elsewhere = Niemand bei { $organization } passt zu allem
client-primary = Wen anrufen
client-directory = Verzeichnis
client-who-can = Wer darf freigeben: { $action }
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
hint-unexplained = Nicht verstanden: „{ $words }“. Diese passen zum Rest.
hint-elsewhere = Eingegeben: „{ $typed }“. Diese Personen passen zum Rest, sind aber bei anderen Kunden.
hint-nobody-elsewhere = Eingegeben: „{ $typed }“. Auch sonst passt niemand zum Rest.
hint-client = Sie haben einen Kunden genannt und niemanden dort. Wählen Sie, was Sie wissen möchten.
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

## Wege hinein: das Verzeichnis, die Organisation des Kanals, Nachrichten, Nummern

# Auf einer Schaltfläche.
directory = Verzeichnis
everybody-at = Alle bei { $organization }
# Eine Gruppe einer Liste, wie der Name eines Kontakttyps.
group-departed = Nicht mehr dort
no-vips-of-type = Keine VIPs des Typs „{ $type }“
nobody-listed = Niemand hinterlegt bei { $organization }
nobody-listed-of-type = Niemand des Typs „{ $type }“ bei { $organization }
nobody-listed-of-type-hint = Den Typ weglassen, um alle dort zu sehen.
menu-several-types = Mehrere Kontakttypen passen zu „{ $typed }“
menu-shared-number = Mehrere Personen haben die Nummer „{ $typed }“
hint-shared-number = Vielleicht ist es eine Telefonzentrale. Die gemeinte Person auswählen.
more-with-number = Nur die ersten { $count } werden gezeigt: Die übrigen findet /contact über den Namen.
menu-site-number = Die Nummer „{ $typed }“ ist bei niemandem hinterlegt, aber bei einem Standort
hint-site-number = Die Organisation auswählen, um zu sehen, wer dort anzurufen ist.
menu-named-in-message = Die Nachricht nennt mehrere Organisationen
hint-named-in-message = Die am deutlichsten genannten stehen vorn. Auswählen, um welche es geht.
more-entries = Nur die besten { $count } werden gezeigt.
told-in-message = 🔎 In der Nachricht gefunden: { $organization }
told-by-channel = 🔎 Die Nachricht nennt keine hinterlegte Organisation. Dieser Kanal ist { $organization } zugeordnet.
nothing-named = Keine Organisation in der Nachricht gefunden
nothing-named-hint = Die Organisation mit /primary nennen. Oder dem Kanal mit /bind eine zuordnen lassen; das kann, wer den Server verwaltet.
channel-bound = Dieser Kanal ist jetzt { $organization } zugeordnet
channel-before = Bisher war er { $organization } zugeordnet.
channel-bound-hint = Hier und in den Threads dieses Kanals beziehen sich /primary, /directory und /who-can auf diese Organisation, sofern keine andere genannt wird; bei gleich guten Treffern stehen ihre Personen vorn. /unbind macht das rückgängig.
channel-bound-already = Dieser Kanal ist { $organization } bereits zugeordnet
channel-bound-by-policy = Laut Regeldatei ist dieser Kanal { $organization } zugeordnet
channel-bound-by-policy-hint = Sie hat das letzte Wort, daher wurde nichts geändert. Ändern kann die Datei, wer den Bot betreibt.
channel-bound-by-policy-to-nobody = Laut Regeldatei ist dieser Kanal einer Organisation zugeordnet, die nicht hinterlegt ist oder hier nicht gezeigt wird
channel-bound-by-policy-to-nobody-hint = Es wurde nichts geändert. Wer den Bot betreibt, sollte die Datei berichtigen.
channel-unbound = Dieser Kanal ist { $organization } nicht mehr zugeordnet
channel-unbound-from-nobody = Dieser Kanal ist keiner Organisation mehr zugeordnet
channel-unbound-hint = Bei /primary, /directory und /who-can ist hier wieder eine Organisation anzugeben.
channel-not-bound = Diesem Kanal selbst ist keine Organisation zugeordnet
channel-not-bound-hint = Es wurde nichts geändert. /bind ordnet ihm eine zu.
channel-bound-by-parent-hint = Als Thread gehört er zu { $organization }, wie der Kanal, in dem er steht. Dort /unbind verwenden.
channel-not-allowed = Keine Berechtigung für diese Änderung
channel-not-allowed-hint = Welcher Organisation ein Kanal zugeordnet ist, bestimmt, wer die Berechtigung „Server verwalten“ hat.
channel-none = Hier gibt es keinen Kanal
channel-none-hint = Einem Terminal ist keine Organisation zugeordnet. Den Befehl in einem Kanal auf Discord verwenden.
# Vor dem ganzen Vorschlag. Der Stern allein würde es nicht sagen.
suggest-favourite = ★ Favorit · { $entry }

## Wen anrufen: die Reihenfolge, was versucht wurde, und wer freigeben darf

chain-step = ⤵️ { $count ->
    [one] Die einzige Person, die bei { $organization } anzurufen ist: { $reason }
   *[other] Schritt { $place } von { $count } bei { $organization }: { $reason }
}
# Warum jemand an der Reihe ist; auch hinter einem Namen.
reason-named = in der Regeldatei genannt
reason-primary = Hauptkontakt
reason-technical = technischer Kontakt
reason-billing = Kontakt für Rechnungen
reason-executive = Kontakt in der Geschäftsleitung
reason-end-user = Endbenutzer
reason-vendor = Lieferant
reason-vip = VIP
reason-anyone = beliebiger Kontakt
reason-guessed = { $reason } (vermutet: { $type })
chain-in-hours = 🕒 Jetzt ist Geschäftszeit: Es gilt die Reihenfolge für die Geschäftszeiten.
chain-out-of-hours = 🕒 Jetzt ist keine Geschäftszeit: Es gilt die Reihenfolge außerhalb der Geschäftszeiten.
chain-hours-unknown = 🕒 Unbekannt, ob jetzt Geschäftszeit ist: Es gilt die Reihenfolge für die Geschäftszeiten.
primary-only-email = ⚠️ Für den Hauptkontakt bei { $organization } ist kein Telefon hinterlegt, nur eine E-Mail: { $names }.
primary-departed = ⛔ Laut Eintrag ist der Hauptkontakt bei { $organization } nicht mehr dort: { $names }.
named-not-on-record = ⚠️ Die Regeldatei nennt jemanden, der nicht hinterlegt ist: { $name }.
named-record-not-there = ⚠️ Die Regeldatei nennt jemanden, der nicht hinterlegt ist: Eintrag { $number }.
named-not-shown = ⚠️ Die Regeldatei nennt jemanden, der nicht hinterlegt ist oder hier nicht gezeigt wird.
named-only-email = ⚠️ In der Regeldatei genannt, aber nur mit E-Mail hinterlegt: { $names }.
named-unreachable = ⚠️ In der Regeldatei genannt, aber ohne Telefon und E-Mail hinterlegt: { $names }.
named-departed = ⛔ In der Regeldatei genannt, laut Eintrag aber nicht mehr dort: { $names }.
chain-awake = ⚠️ Besser anzurufen, denn dort ist Tag: Schritt { $place }, { $name }, { $reason }.
chain-awake-by-notes = ⚠️ Besser anzurufen, denn laut Notizen jetzt da: Schritt { $place }, { $name }, { $reason }.
# „times“ ist eine Uhrzeit, „03:12“, oder die mehreren, die es sein können: „03:12/04:12“.
night-there = dort ist Nacht ({ $times })
chain-following = ⤵️ Falls sich niemand meldet:
reach-phone = per Telefon
reach-email = nur per E-Mail
chain-more = … und { $count } weitere
chain-tried = 🗒️ Bisher versucht:
chain-earlier = … { $count ->
    [one] { $count } früherer Versuch
   *[other] { $count } frühere Versuche
}
tried-call = Anruf von { $who } bei { $whom }
tried-you = jemand am Terminal
tried-somebody = einer nicht mehr hinterlegten Person
tried-no-answer = keine Antwort
tried-reached = erreicht
tried-wrong-number = falsche Nummer
chain-reached = ✅ Erreicht { $ago } von { $who }.
chain-again = 🔁 Alle wurden angerufen, zuletzt { $ago }; nun noch einmal alle, die nicht geantwortet haben.
chain-changed = ⚠️ Die angeklickte Person ist bei { $organization } nicht mehr anzurufen. Es wurde nichts gespeichert; gezeigt wird, wer jetzt anzurufen ist.
outcome-no-answer = Keine Antwort
outcome-no-answer-next = Keine Antwort → weiter
outcome-reached = Erreicht
outcome-wrong-number = Falsche Nummer
chain-call-again = Erneut anrufen
chain-go-awake = Wer wach ist
dead-unreachable = ⚠️ Dort ist für niemanden ein Telefon oder eine E-Mail hinterlegt: { $names }.
dead-not-in-chain = Von denen, die laut Regeldatei dort anzurufen sind, ist niemand zu erreichen. /directory zeigt alle hinterlegten Personen.
dead-tried = ⚠️ Alle wurden angerufen, es bleibt niemand übrig: { $names }.
dead-hint = In IT Glue die Hauptnummer der Organisation nachschlagen.
who-can = Wer bei { $organization } „{ $action }“ freigeben darf
who-can-type = Typ: { $type }
who-can-more = Nur die ersten { $count } werden gezeigt.
who-can-nobody = Laut Regeldatei darf es niemand, der dort hinterlegt ist.
who-can-guessed = Nicht mitgezählt, weil die Rolle dieser Kontakttypen nur vermutet ist: { $types }. Wer den Bot betreibt, kann sie in der Regeldatei unter { $table } festlegen.
who-can-deciders = Diese dürfen es auch nicht, haben dort aber zu entscheiden. Bei ihnen nachfragen, wer es darf:
menu-several-actions = Mehreres passt zu „{ $typed }“
unknown-action = Zu „{ $typed }“ sagt die Regeldatei nichts
action-gone = Die Regeldatei sagt nicht, wer das freigeben darf
known-actions = Geregelt ist die Freigabe von: { $names }
no-actions = Wer bei { $organization } was freigeben darf, ist nirgends festgelegt
no-actions-hint = Wer den Bot betreibt, kann es in der Regeldatei unter { $table } ergänzen.
no-channel = Welche Organisation?
no-channel-hint = Diesem Kanal ist keine Organisation zugeordnet. Die Option „organization“ ausfüllen. Oder dem Kanal mit /bind eine zuordnen lassen; das kann, wer den Server verwaltet.

## Die Organisation selbst: Warnhinweis, Kurznotizen und Status

client-alert = ⚠️ Warnhinweis zur Organisation: { $alert }
client-alert-cut = … in IT Glue geht der Warnhinweis weiter.
client-inactive = ⛔ Keine aktive Organisation: Ihr Status in IT Glue ist „{ $status }“. Vor dem Anruf prüfen.
client-status = ℹ️ Status der Organisation in IT Glue: { $status }
client-notes = 📝 Kurznotizen zur Organisation:
client-notes-cut = … in IT Glue gehen die Kurznotizen weiter.
# Zu einer Organisation in einem Menü oder Vorschlag
entry-status = Status: { $status }

## Die Karte: Nummern, Zeiten und Notizen, und was sich damit tun lässt

favourite-mark = ★ Favorit
shared-by = Geteilt von { $user }
user-number = Benutzer { $number }
# A number of which a field has only the end: "030 23125012/13"
number-completed = ergänzt aus „{ $field }“
number-unverified = wie gespeichert, ungeprüft
# Nachdem eine Nummer dazukam, sich änderte oder wegfiel
phones-changed = ⚠️ Telefonnummern { $ago } geändert
number-wrong = ⚠️ { $count ->
    [one] einmal
   *[other] { $count }-mal
} als falsch gemeldet
# Woher das Land einer Nummer ohne Ländervorwahl genommen ist. $country ist sein Kürzel: US
country-guessed = { $from ->
    [location] Land vermutet: { $country }, nach dem Standort
    [organization] Land vermutet: { $country }, nach der Organisation
    [default] Land vermutet: { $country }, nach Voreinstellung
   *[digits] Land vermutet: { $country }, nach den ersten Ziffern
}
country-guessed-withheld = Land vermutet
kind = { $kind ->
    [mobile] Mobiltelefon
    [direct] Direktnummer
    [office] Büro
    [home] privat
    [landline] Festnetz
   *[pager] Pager
}
# Was der Nummernplan des Landes sagt
kind-by-number = { $kind ->
    [mobile] Mobiltelefon, laut Nummer
    [landline] Festnetz, laut Nummer
   *[pager] Pager, laut Nummer
}
best-asked-for = jetzt die beste Nummer: laut Notizen gewünscht, „{ $quote }“
best-mobile-out-of-hours = jetzt die beste Nummer: Mobiltelefon, da außerhalb der Geschäftszeiten
best-home-out-of-hours = jetzt die beste Nummer: privat, da außerhalb der Geschäftszeiten
best-mobile = jetzt die beste Nummer: Mobiltelefon, da nicht bekannt ist, ob Geschäftszeit ist
other-numbers = … und { $count ->
    [one] eine weitere Nummer
   *[other] { $count } weitere Nummern
} unter „Details“
# Das Telefon eines Ortes, für Personen ohne eigenes
site-phone = ☎️ Zur Not { $of ->
    [contact] das Telefon des Standorts, kein eigenes
   *[organization] das Telefon des Standorts der Organisation, kein eigenes
}: { $phone }
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
local-time = 🕒 Ortszeit: { $time } ({ $of ->
    [contact] nach dem Standort
   *[organization] nach dem Standort der Organisation
})
night-call = 🌙 Ein Anruf könnte jemanden wecken. Ortszeit: { $time } ({ $of ->
    [contact] nach dem Standort
   *[organization] nach dem Standort der Organisation
})
# Was die Notizen über jemandes Zeiten sagen
hours-open = 🕒 Jetzt erreichbar, laut Notizen: „{ $quote }“
hours-closed = 🕒 Jetzt nicht erreichbar, laut Notizen: „{ $quote }“
last-reached = ✅ Zuletzt erreicht { $ago } von { $user }
last-failed = ⚠️ Letzter Anruf { $ago } von { $user }: { $outcome ->
    [wrong-number] falsche Nummer
   *[no-answer] keine Antwort
}
notes = 📝 Notizen:
notes-more = … mehr unter „Notizen“
notes-secrets = 🔒 Hier ausgeblendet, da womöglich geheim: { $count ->
    [one] eine Stelle
   *[other] { $count } Stellen
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
no-notes = Es sind keine Notizen mehr hinterlegt.
notes-cut = … in IT Glue gehen die Notizen weiter.
# Schaltflächen
share = Teilen
notes-button = Notizen
less = Weniger
details = Details
add-favourite = ☆ Favorit
remove-favourite = ★ Favorit entfernen
contact-file = Kontaktdatei
back-to-card = ↩ Zurück zur Karte
# Anstelle dessen, was gewünscht war
sharing-off = Teilen ist abgeschaltet
sharing-off-hint = Wer den Bot betreibt, hat festgelegt, dass keine Karte in einem Kanal gezeigt wird.
not-handed-on = Nicht weitergegeben
not-handed-on-hint = Laut Eintrag ist { $name } nicht mehr dort. Bei der Organisation nach jemand anderem suchen.
contact-file-of = Kontaktdatei: { $name }
contact-file-hint = Die Datei öffnen, um diese Person in die eigenen Kontakte aufzunehmen. Die Kopie wird nicht aktualisiert: Löschen, sobald sie nicht mehr gebraucht wird.

## Zugriff: was Fragenden vorenthalten wird

not-allowed = Hier nicht freigegeben
not-allowed-hint = Nach den Regeln dieses Bots darfst du das in diesem Kanal nicht tun oder sehen. Auskunft gibt, wer den Bot betreibt.
not-journaled = Nicht gezeigt
not-journaled-hint = Es ließ sich nicht festhalten, wem was gezeigt wird, und ohne das wird nichts gezeigt. Wer den Bot betreibt, sollte das wissen.
expired = Zu alt
expired-hint = Diese Schaltfläche ist älter als ein Tag. Den Befehl erneut eingeben.
card-withheld = 🔒 Einzelheiten zu diesem Kunden kommen nicht in den Chat. Den Eintrag in IT Glue öffnen.
phone-withheld = 📞 Telefonnummern werden hier nicht gezeigt
email-withheld = ✉️ E-Mail-Adressen werden hier nicht gezeigt
location-withheld = 📍 der Standort wird hier nicht gezeigt
group-withheld = 🔒 Kontakttypen dieses Kunden kommen nicht in den Chat
entry-withheld = Nummer wird hier nicht gezeigt
reveal = Verborgenes zeigen

## Die Bremse: wer zu viel gefragt hat

hold = Die Suche ist für dich angehalten
hold-hint = Du hast in einer Stunde nach mehr Personen gefragt, als dieser Bot irgendwem zeigt. Weiter geht es in { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
}. Wenn es nicht warten kann, bitte jemand anderen, der den Server verwaltet, um /release.
hold-hint-elsewhere = Du hast in einer Stunde nach mehr Personen gefragt, als dieser Bot irgendwem zeigt. Weiter geht es in { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
}. Angehalten wurde die Suche auf einem anderen Server: Wenn es nicht warten kann, bitte jemanden, der ihn verwaltet, dort um /release.
hold-hint-terminal = Hier wurde in einer Stunde nach mehr Personen gefragt, als die Regeldatei einem Benutzer erlaubt. Weiter geht es in { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
}.
hold-too-soon = Zu viele Fragen auf einmal
hold-too-soon-hint = Frag in { $seconds ->
    [one] einer Sekunde
   *[other] { $seconds } Sekunden
} noch einmal.
hold-released = Für { $user } ist auf diesem Server nichts angehalten
hold-released-hint = Die Zählung der hier gesehenen Personen beginnt neu. Dass du das erlaubt hast, steht im Audit-Protokoll, auch der Grund: { $reason }. Was auf anderen Servern war, ändert sich dadurch nicht.
hold-own = Nicht für dich selbst
hold-own-hint = Jemand anders, der den Server verwaltet, muss dich weitersuchen lassen.
hold-none = Hier ist nichts angehalten
hold-none-hint = Angehalten wird die Suche in Discord. Verwende den Befehl dort.
# Ein Formular: Titel und Frage mit höchstens 45 Zeichen, dann die Gründe zur Auswahl; der Hinweis oben wiederholt den gewählten
release-form = Jemanden weitersuchen lassen
release-form-reason = Warum war es in Ordnung?
release-reason-busy = viel zu tun
release-reason-outage = eine Störung bei einem Kunden
release-reason-upkeep = Pflege der Einträge
release-reason-agreed = wir haben darüber gesprochen
# Erscheint in dem Kanal, den die Regeldatei dafür nennt
hold-alert = 🛑 { $user } hat in einer Stunde nach mehr als { $count } Personen gefragt. Daher ist die Suche für { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
} angehalten.
hold-alert-hint = Wenn das in Ordnung war, geht es mit /release auf dem Server weiter, auf dem es war. Wer gezeigt wurde: { $command }
broken-alert = 🛑 Das Protokoll ist nicht so, wie der Bot es hinterlassen hat: Einträge wurden abgeschnitten, geändert oder zurückgesetzt, oder seine Datei wurde beschädigt. Eintrag { $entry } darin hält den Bruch fest.
broken-alert-hint = Von da an geht es weiter. Was jetzt unbewiesen ist: { $command }. Die Dateien neben der Datenbank sind Beweismittel und sollten aufbewahrt werden.

## Wer jemanden nachgeschlagen hat

looked = Wer { $name } nachgeschlagen hat
looked-people = 👁️ { $count ->
    [one] 1 Person hat
   *[other] { $count } Personen haben
} { $name } seit dem { $date } nachgeschlagen.
looked-nobody = Niemand hat { $name } nachgeschlagen, soweit das Protokoll zurückreicht ({ $date }).
looked-nobody-since = Niemand hat { $name } seit dem { $date } nachgeschlagen.
looked-partly = ⚠️ Die Zeit reichte nicht, um das Protokoll bis zum Anfang zu lesen: Was vor dem { $date } war, ist nicht mitgezählt.
looked-only-named = { $count ->
    [one] 1 Person sah
   *[other] { $count } Personen sahen
} nur Name oder Position, in Vorschlägen, Menüs oder Listen.
# Auf welchem Weg jemand etwas zu sehen bekam
looked-click = Schaltfläche oder Menü
looked-suggestions = in Vorschlägen
looked-shared = geteilt in { $channel }
looked-refused = abgelehnt
looked-unknown = unbekannt
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
looked-hint = Nicht mitgezählt: /who-looked. Auf dem Rechner des Bots sagt { $verify }, ob das Protokoll noch so ist, wie es geschrieben wurde, und { $report } zeigt jeden Eintrag.
looked-unread = Das Audit-Protokoll wurde nicht gelesen. Auf dem Rechner des Bots sagt { $report }, wer { $name } nachgeschlagen hat.

## Vorschläge. Discord merkt sich eine leere Liste, deshalb gibt es immer etwas zu lesen. Höchstens 100 Zeichen.

suggest-loading = Die Kontakte werden noch geladen: in einer Minute erneut versuchen
suggest-not-served = Auf diesem Server nicht verfügbar
suggest-not-allowed = Hier nicht freigegeben: Auskunft gibt, wer den Bot betreibt
suggest-not-journaled = Keine Vorschläge: Sie ließen sich nicht im Protokoll festhalten
suggest-on-hold = Die Suche ist für dich angehalten: die Eingabetaste zeigt, wie lange
suggest-too-soon = Zu schnell: warte ein paar Sekunden und tippe weiter
suggest-nothing = Keine Vorschläge: eintippen und die Eingabetaste drücken
suggest-unknown-organization = Keine solche Organisation: zuerst diese Option prüfen
suggest-unknown-type = Kein solcher Kontakttyp: zuerst diese Option prüfen
suggest-type-a-name = Namen, E-Mail-Adresse oder Ziffern einer Telefonnummer eingeben
suggest-nobody-fits = Niemand passt zu den übrigen Angaben
suggest-no-match = Kein Treffer für „{ $typed }“: Nachnamen, E-Mail oder Telefon versuchen
suggest-no-organization = Keine Organisation passt zu „{ $typed }“
suggest-no-action = Zu „{ $typed }“ sagt die Regeldatei nichts
suggest-no-actions = Die Regeldatei sagt nicht, wer was freigeben darf
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
command-primary-organization = Der Kunde: Name, Kurzbezeichnung, Initialen oder Namensanfang; sonst der des Kanals
command-directory = Alle bei einem Kunden hinterlegten Personen, nach Kontakttyp
command-directory-organization = Der Kunde: Name, Kurzbezeichnung, Initialen oder Namensanfang; sonst der des Kanals
command-directory-type = Nur Personen dieses Kontakttyps
command-who-can = Wer darf das bei einem Kunden freigeben?
command-who-can-action = Was freizugeben ist, etwa ein neues Passwort oder ein Einkauf
command-who-can-organization = Der Kunde: Name, Kurzbezeichnung, Initialen oder Namensanfang; sonst der des Kanals
command-bind = Diesen Kanal einem Kunden zuordnen, damit ihn hier niemand nennen muss
command-bind-organization = Der Kunde: Name, Kurzbezeichnung, Initialen oder Namensanfang
command-unbind = Diesen Kanal keinem Kunden mehr zuordnen
command-release = Jemanden weitersuchen lassen, dessen Suche nach zu vielen Personen angehalten ist
command-release-user = Wer weitersuchen soll; die Zählung beginnt neu
command-who-looked = Wer hat diese Person nachgeschlagen? Für alle, die den Server verwalten
command-who-looked-name = Name in beliebiger Folge oder Schreibweise, E-Mail-Adresse oder Ziffern einer Telefonnummer
command-who-do-i-call = Wen rufe ich an?
