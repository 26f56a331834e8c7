### Français.
###
### Style : vouvoiement, phrases courtes, infinitif sur les boutons et dans les commandes. Guillemets « … » et ; ? ! précédés
### d’une espace fine insécable (U+202F), deux-points précédé d’une espace insécable (U+00A0), apostrophe typographique. Devant
### un nom venu d’IT Glue : « chez », qui ne s’élide pas.
###
### access                        accès
### after hours, business hours   hors heures ouvrées, heures ouvrées
### alert (of a client)           alerte
### approve, approval             approuver, approbation
### audit log                     journal d’audit
### best now                      à privilégier
### bot admin                     l’admin du bot
### call order, step              ordre d’appel, étape
### channel, thread               salon, fil
### client                        client
### contact                       contact
### contact type                  type de contact
### country guess                 pays supposé
### decision maker                décisionnaire
### details, show less            Détails, Afficher moins
### directory                     annuaire
### email, phone number           e-mail, numéro de téléphone
### ext.                          poste
### favorite                      favori
### former contact                ancien contact
### hidden                        masqué
### link (a channel to a client)  associer à
### local copy                    copie locale
### location                      site
### look up (a contact)           consulter
### lookups are paused, resume    recherches suspendues, rétablir
### Manage Server                 « Gérer le serveur »
### marked as former              marqué comme ancien
### match                         résultat; correspond à
### matched by                    trouvé par
### mobile, landline, direct line mobile, fixe, ligne directe
### no answer                     pas de réponse
### notes, quick notes            notes, notes rapides
### policy file, rule             fichier de règles, règle
### primary contact               contact principal
### reached                       a répondu (sans accord)
### record (in IT Glue)           fiche
### reported wrong                signalé comme erroné
### share                         partager
### short name                    nom abrégé
### suggestion                    suggestion
### sync                          synchronisation
### title                         fonction
### undo                          annuler
### vCard                         vCard
### vendor                        fournisseur
### VIP, VIPs                     VIP (invariable)
### wrong number                  mauvais numéro

## Toutes les réponses

open-in-it-glue = Ouvrir dans IT Glue
open-in-it-glue-at = Ouvrir dans IT Glue : { $url }
previous-page = ◀ Précédent
next-page = Suivant ▶
pick-one = Sélectionner…
just-now = à l’instant
minutes-ago = il y a { $count } min
hours-ago = il y a { $count } h
days-ago = il y a { $count } jours
date = { $day }/{ $month }/{ $year }
synced = Synchronisé { $ago }
record-updated = fiche modifiée le { $date }
trouble-unreachable = ⚠️ IT Glue est injoignable (premier échec { $since }).
trouble-overdue = ⚠️ Une nouvelle synchronisation tarde (dernière réussite { $since }).
trouble-refused = ⚠️ IT Glue refuse la clé API du bot (premier refus { $since }).
trouble-held-back = ⚠️ Une synchronisation attend d’être approuvée : elle supprimerait un nombre inhabituel de fiches (constaté { $since }).
trouble-expired = ⚠️ IT Glue est resté trop longtemps indisponible : la copie locale a été supprimée ({ $since }).
last-good-copy = Voici la dernière copie valable.
tell-the-operator = Prévenez l’admin du bot.

## Dans un terminal

type-number = [tapez { $count ->
    [one] 1
   *[other] un nombre de 1 à { $count }
}]
type-word = [tapez { $words }]
type-number-or-word = [tapez { $count ->
    [one] 1
   *[other] un nombre de 1 à { $count }
} ou { $words }]
exec-go-on = (ajoutez-le dans un autre --exec, ou lancez la démo sans --exec)
ask-next = Pour continuer, lancez l’une de ces commandes :
ask-first-page = Seule la première page est affichée ici. Trouvez les autres avec : { $usage }
line-unknown-command = Commande inconnue. Commandes : { $names }. Exemples : { $help }
line-meant-command = Commande inconnue. Vouliez-vous dire { $meant } ? Commandes : { $names }. Exemples : { $help }
line-no-entry = Aucune entrée ne porte ce numéro pour l’instant. Exemples : { $help }
line-unknown-option = Option inconnue. Syntaxe : { $usage } (mettez entre guillemets un texte qui contient deux-points)
line-meant-option = Option inconnue. Vouliez-vous dire { $meant } ? Syntaxe : { $usage } (mettez entre guillemets un texte qui contient deux-points)
line-repeated = Option indiquée deux fois : { $option }. Syntaxe : { $usage }
line-missing = Option manquante : { $option }. Syntaxe : { $usage }
line-no-user = { $option } doit être un identifiant d’utilisateur Discord. Syntaxe : { $usage }
line-not-text = Ce n’est pas un texte UTF-8 valide.
demo-welcome =
    Toutes les données sont fictives. Tapez une commande comme sur Discord :

      /contact john smtih                   un nom tapé à la hâte
      /contact name: jane organization: acme
      /vip                                  tous les VIP
      /primary acme                         qui appeler en premier
      /directory acme                       tous les contacts, par type
      /who-can action: purchase organization: acme
                                            qui peut l’approuver

    Un nombre ouvre l’entrée correspondante, un mot entre [crochets] fait office
    de bouton. Tapez help pour voir toutes les commandes, quit ou Ctrl-D pour
    quitter.
demo-not-opened = Impossible d’ouvrir le navigateur. La page se trouve à l’adresse { $address }
demo-page = La même chose dans un navigateur, comme sur Discord : { $address }
language-name = Français
page-about = Toutes les données sont fictives. Rien ne quitte cet ordinateur.
page-act-as = Agir en tant que
page-act-in = Langue
page-cancel = Annuler
page-change = Un contact change maintenant
page-changed = { $before } s’appelle désormais { $after } dans IT Glue. La prochaine synchronisation l’apportera ici.
page-elsewhere = Kim (autre serveur)
page-it-glue = État d’IT Glue
page-it-glue-down = en panne
page-it-glue-mass-deletion = la plupart des clients manquent
page-it-glue-refusing = refuse la clé API
page-it-glue-slow = trop lent
page-it-glue-up = disponible
page-journal = Journal d’audit, le plus récent d’abord
page-line = Tapez / pour voir les commandes
page-log = Log, le plus récent d’abord
page-manager = Sam (gère le serveur)
page-moment = Heure
page-moment-night = La nuit (3 h chez Acme)
page-moment-now = Maintenant
page-moment-office = Heures ouvrées (10 h chez Acme)
page-no-answer = L’application n’a pas répondu
page-on-call = Robin (d’astreinte)
page-only-you = Vous seul voyez ceci
page-outsider = Toni (sans rôle)
page-panel = En coulisses
page-send = Envoyer
page-submit = Valider
page-technician = Alex (support)
page-working = Callsheet réfléchit…

## Une fiche

vip-mark = ⭐ VIP
departed-by-type = ⛔ Ancien contact : le type de contact est « { $type } ». Vérifiez avant d’appeler.
departed-by-wording = ⛔ Ancien contact, d’après le nom ou la fonction dans IT Glue. Vérifiez avant d’appeler.
no-title = Sans fonction
no-organization = Sans client
no-contact-type = Sans type de contact
phone = 📞 { $phone }
other-phone = 📞 Autre téléphone : { $phone }
no-phone = 📞 Aucun numéro de téléphone
only-fax = 📞 Numéro de fax uniquement
extension = { $number } poste { $extension }
email = ✉️ E-mail : { $email }
other-email = ✉️ Autre e-mail : { $email }
no-email = ✉️ Aucune adresse e-mail
more-in-it-glue = { $count ->
    [one] … et { $count } de plus dans IT Glue
   *[other] … et { $count } autres dans IT Glue
}
location = 📍 Site : { $place }
no-location = 📍 Aucun site
location-phone = ☎️ Téléphone du site : { $phone }
unnamed-contact = Contact sans nom

## Pourquoi cette personne

matched-nickname = 🔎 Trouvé par le diminutif : { $typed } → { $stored }
matched-typo = 🔎 Trouvé malgré une faute de frappe : { $typed } → { $stored }
matched-sound = 🔎 Trouvé par la prononciation : { $typed } → { $stored }
matched-initials = 🔎 Trouvé par les initiales
matched-acronym = 🔎 Trouvé par les initiales du client
matched-phone-end = 🔎 Trouvé par les derniers chiffres d’un numéro de téléphone : …{ $typed }
matched-phone-otherwise = 🔎 Trouvé par le numéro de téléphone, sans l’indicatif du pays : { $typed }
matched-line = 🔎 Trouvé par { $kind ->
    [fax] le numéro de fax
    [email] l’adresse e-mail
   *[phone] le numéro de téléphone
} : { $line }
extension-matched = 🔎 Poste trouvé : { $extension }
extension-unmatched = 🔎 Poste non trouvé : { $extension }
matched-email = 🔎 Trouvé par une partie de l’adresse e-mail
matched-email-typed = 🔎 E-mail : { $stored } (saisi : « { $typed } »)
matched-email-near = 🔎 Aucun résultat exact pour l’adresse e-mail « { $typed } »
matched-email-domain = 🔎 Trouvé par le domaine de l’adresse e-mail
matched-client = 🔎 Client : { $stored }
matched-client-typed = 🔎 Client : { $stored } (saisi : « { $typed } »)
matched-title = 🔎 Fonction : { $stored }
matched-type = 🔎 Type : { $stored }
matched-place = 🔎 Trouvé par la ville du site
found-line = recherché
rival = 👥 Peut-être aussi : { $name }, { $organization }
rival-departed = 👥 Ancien contact au nom proche : { $name }, { $organization }
no-primary = 🔎 Aucun contact principal chez { $organization }.
primary-unreachable = ⚠️ Le contact principal chez { $organization } n’a ni téléphone ni e-mail : { $names }.

## Menus

entry-departed = ancien contact
entry-unreachable = ni téléphone ni e-mail
entry-no-phone = aucun téléphone
entry-record = fiche { $number }
at-organization = { $title } chez { $organization }
menu-several = Plusieurs résultats pour « { $typed } »
menu-close = Aucun résultat exact pour « { $typed } »
menu-nearest = Aucun résultat pour « { $typed } »
menu-unexplained = Aucun contact ne correspond entièrement à « { $typed } »
menu-elsewhere = Aucun contact chez { $organization } ne correspond à toute la recherche
client-primary = Qui appeler
client-directory = Annuaire
client-who-can = Qui peut approuver : { $action }
menu-not-vips = Aucun VIP ne correspond à « { $typed } »
menu-unfitting = Ce contact ne correspond pas à vos autres filtres
menu-several-organizations = Plusieurs clients correspondent à « { $typed } »
menu-nearest-organizations = Aucun client ne correspond à « { $typed } »
hint-several = Choisissez le bon résultat.
hint-close = { $count ->
    [one] Est-ce le contact que vous cherchez ?
   *[other] Cherchez-vous l’un de ces contacts ?
}
hint-nearest = Voici les noms les plus proches. Sinon, essayez un nom de famille, une adresse e-mail ou une partie du numéro de téléphone.
hint-unexplained = Non compris : « { $words } ». Ces contacts correspondent au reste.
hint-elsewhere = Vous avez tapé « { $typed } ». Ces contacts correspondent au reste, mais chez d’autres clients.
hint-partly = Vous avez tapé « { $typed } ». Ces contacts n’en correspondent qu’à une partie.
hint-nobody-elsewhere = Vous avez tapé « { $typed } ». Aucun autre contact ne correspond au reste.
hint-client = Vous avez indiqué un client, mais aucun contact. Choisissez ce que vous voulez savoir.
hint-no-main-line = IT Glue n’a aucun numéro principal pour ce client. Choisissez ce que vous voulez savoir d’autre.
hint-not-vips = Ces contacts correspondent, mais aucun n’est un VIP à appeler.
hint-unfitting = Modifiez le client ou le type, ou choisissez le contact ici.
hint-people-of-several = Choisissez le contact chez le bon client.
hint-nearest-organizations = Voici les noms les plus proches. Sinon, essayez le nom abrégé ou le début du nom.
more-organizations = Voici les { $count } meilleurs résultats. Complétez le nom pour affiner.
more-people = Voici les { $count } meilleurs résultats. Ajoutez un nom de famille ou un client pour affiner.

## Listes

people = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
vips = VIP
vips-at = VIP chez { $organization }
group = 🏢 { $organization }
group-none = 🏢 Sans client
row-phone = 📞 { $phone }
page-of = Page { $page } sur { $pages }

## Avis

still-loading = Chargement des contacts en cours
still-loading-hint = La première synchronisation avec IT Glue n’est pas terminée. Réessayez dans une minute.
nothing-typed = Saisissez votre recherche
nothing-typed-hint = Tapez un nom, une adresse e-mail ou une partie du numéro de téléphone.
nobody-matches-hint = Essayez un nom de famille, une adresse e-mail, une partie du numéro de téléphone ou le client.
nobody-matches-within-hint = Essayez un nom de famille, ou retirez le client pour chercher partout.
gone = Plus disponible
gone-hint = Cette fiche a été supprimée d’IT Glue, ou le bot n’a pas le droit de l’afficher. Relancez la recherche par nom.
unknown-organization-hint = Choisissez une suggestion pendant la saisie, ou essayez le nom abrégé.
near-names = Noms proches : { $names }
unknown-type = Aucun type de contact ne correspond à « { $typed } »
unknown-type-hint = Choisissez une suggestion pendant la saisie.
known-types = Types de contact : { $names }
no-vips = Aucun VIP
no-vips-at = Aucun VIP chez { $organization }
no-vips-hint = Les VIP sont les contacts marqués comme importants dans IT Glue. Les anciens contacts ne sont pas affichés.
nobody-at = Aucun contact à appeler chez { $organization }
nobody-at-hint = IT Glue n’a aucun contact pour ce client.
nobody-left-hint = { $count ->
    [one] Le seul contact de ce client est marqué comme ancien dans IT Glue.
   *[other] Les { $count } contacts de ce client sont marqués comme anciens dans IT Glue.
}
rejected = Commande illisible
rejected-missing-hint = Remplissez « { $option } ».
rejected-unknown-hint = Cette commande a changé. Rechargez Discord et réessayez.
not-served = Indisponible ici
not-served-hint = Ce bot ne fonctionne que sur les serveurs pour lesquels il a été configuré. Adressez-vous à l’admin du bot.
not-saved = Échec de l’enregistrement
not-saved-hint = Rien n’a été modifié. Réessayez. Si le problème persiste, prévenez l’admin du bot.
unreadable = Demande illisible
unreadable-hint = Aucune recherche n’a été faite. Relancez la commande. Si le problème persiste, prévenez l’admin du bot.

## Les entrées : l’annuaire, le client du salon, les messages, les numéros

# Sur un bouton.
directory = Annuaire
everybody-at = Tous les contacts chez { $organization }
# Un groupe d’une liste, comme le nom d’un type de contact.
group-departed = Anciens contacts
no-vips-of-type = Aucun VIP du type « { $type } »
nobody-listed = Aucun contact chez { $organization }
nobody-listed-of-type = Aucun contact du type « { $type } » chez { $organization }
nobody-listed-of-type-hint = Retirez le type pour voir tous les contacts.
menu-several-types = Plusieurs types de contact correspondent à « { $typed } »
menu-shared-number = Plusieurs contacts ont le numéro « { $typed } »
hint-shared-number = C’est peut-être un standard. Choisissez le bon contact.
hint-another-country = Ces numéros ont les mêmes chiffres, mais un autre indicatif de pays ou aucun.
more-with-number = Voici les { $count } premiers résultats. Trouvez les autres par leur nom avec /contact.
menu-site-number = Aucun contact n’a le numéro « { $typed } », mais c’est celui d’un site
hint-site-number = Choisissez le client pour savoir qui y appeler.
menu-named-in-message = Le message nomme plusieurs clients
hint-named-in-message = Les meilleurs résultats sont en premier. Choisissez le bon.
more-entries = Voici les { $count } meilleurs résultats.
told-in-message = 🔎 Trouvé dans le message : { $organization }
told-by-number = 🔎 Trouvé par le numéro de téléphone du message
told-by-channel = 🔎 Aucun client connu dans le message. Ce salon est associé à { $organization }.
nothing-named = Aucun client trouvé dans le message
nothing-named-hint = Indiquez le client avec /primary. Une personne ayant la permission « Gérer le serveur » peut aussi associer ce salon à un client avec /bind.
channel-bound = Ce salon est maintenant associé à { $organization }
channel-before = Il était associé à { $organization } auparavant.
channel-bound-hint = Ici et dans les fils de ce salon, /primary, /directory et /who-can utilisent ce client, sauf si vous en indiquez un autre. À résultats égaux, ses contacts passent en premier. Annulez avec /unbind.
channel-bound-already = Ce salon est déjà associé à { $organization }
channel-bound-by-policy = Le fichier de règles associe ce salon à { $organization }
channel-bound-by-policy-hint = Le fichier de règles est prioritaire : rien n’a été modifié. L’admin du bot peut le changer.
channel-bound-by-policy-to-nobody = Le fichier de règles associe ce salon à un client inconnu ou masqué ici
channel-bound-by-policy-to-nobody-hint = Rien n’a été modifié. Demandez à l’admin du bot de corriger le fichier de règles.
channel-unbound = Ce salon n’est plus associé à { $organization }
channel-unbound-from-nobody = Ce salon n’est plus associé à un client
channel-unbound-hint = Indiquez de nouveau le client ici avec /primary, /directory et /who-can.
channel-not-bound = Ce salon n’a pas de client propre
channel-not-bound-hint = Rien n’a été modifié. Associez un client avec /bind.
channel-bound-by-parent-hint = Ce fil utilise le client de son salon, { $organization }. Lancez /unbind dans ce salon.
channel-not-allowed = Vous ne pouvez pas modifier cela
channel-not-allowed-hint = Il faut la permission « Gérer le serveur » pour associer un salon à un client.
channel-none = Ce n’est pas un salon
channel-none-hint = Seul un salon Discord peut être associé à un client. Lancez-y la commande.
# Devant toute la suggestion. L’étoile seule ne le dirait pas.
suggest-favourite = ★ Favori · { $entry }

## Qui appeler : l’ordre d’appel, ce qui a été tenté, et qui peut approuver

chain-step = ⤵️ { $count ->
    [one] Seul contact à appeler chez { $organization } : { $reason }
   *[other] Étape { $place } sur { $count } chez { $organization } : { $reason }
}
# Pourquoi c’est le tour de quelqu’un ; aussi après un nom.
reason-named = d’après le fichier de règles
reason-primary = contact principal
reason-technical = contact technique
reason-billing = contact de facturation
reason-executive = décisionnaire
reason-end-user = utilisateur final
reason-vendor = fournisseur
reason-vip = VIP
reason-anyone = autre contact
reason-guessed = { $reason } (supposé : { $type })
chain-in-hours = 🕒 Heures ouvrées : voici l’ordre d’appel habituel.
chain-out-of-hours = 🕒 Hors heures ouvrées : voici l’ordre d’appel prévu.
chain-hours-unknown = 🕒 Heures ouvrées inconnues : voici l’ordre d’appel habituel.
primary-only-email = ⚠️ Le contact principal chez { $organization } n’a qu’une adresse e-mail : { $names }.
primary-departed = ⛔ Le contact principal chez { $organization } est marqué comme ancien : { $names }.
named-not-on-record = ⚠️ Le fichier de règles désigne une personne absente d’IT Glue : { $name }.
named-record-not-there = ⚠️ Le fichier de règles désigne un contact absent d’IT Glue : fiche { $number }.
named-not-shown = ⚠️ Le fichier de règles désigne une personne absente d’IT Glue ou masquée ici.
named-only-email = ⚠️ Dans le fichier de règles, mais e-mail uniquement : { $names }.
named-unreachable = ⚠️ Dans le fichier de règles, mais ni téléphone ni e-mail : { $names }.
named-departed = ⛔ Dans le fichier de règles, mais marqué comme ancien : { $names }.
chain-awake = ⚠️ Essayez d’abord l’étape { $place }, il y fait jour : { $name }, { $reason }.
chain-awake-by-notes = ⚠️ Essayez d’abord l’étape { $place }, disponible maintenant d’après les notes : { $name }, { $reason }.
chain-none-awake = ⚠️ Aucun autre contact responsable n’est éveillé à cette heure, à notre connaissance.
# « times » est une heure, « 03:12 », ou toutes celles qu’il peut être : « 03:12/04:12 ».
night-there = il y fait nuit ({ $times })
chain-next = ⤵️ Sans réponse : { $step }
reach-email = e-mail uniquement
chain-more = { $count ->
    [one] … et { $count } de plus
   *[other] … et { $count } autres
}
chain-tried = 🗒️ Tentatives jusqu’ici : { $call }
chain-earlier = { $count ->
    [one] … { $count } tentative antérieure
   *[other] … { $count } tentatives antérieures
}
tried-call = { $who } a appelé { $whom }
tried-you = ce terminal
tried-somebody = un contact supprimé
tried-no-answer = pas de réponse
tried-reached = a répondu
tried-wrong-number = mauvais numéro
tried-wrong-number-because = mauvais numéro : { $reason }
chain-reached = ✅ A répondu { $ago } à l’appel de { $who }.
chain-again = 🔁 Tout le monde a été appelé (dernier appel { $ago }). On recommence avec les contacts qui n’ont pas répondu.
chain-changed = ⚠️ Le contact choisi ne figure plus dans l’ordre d’appel chez { $organization }. Rien n’a été enregistré. Appelez plutôt ce contact.
outcome-no-answer = Pas de réponse
outcome-no-answer-next = Pas de réponse → suivant
outcome-reached = A répondu
outcome-wrong-number = Mauvais numéro
chain-call-again = Rappeler
chain-go-awake = Voir qui est éveillé
# Un formulaire : son titre et la question, 45 caractères au plus, et les raisons au choix ; une carte les répète après deux-points
wrong-number-form = Signaler un mauvais numéro
wrong-number-form-reason = Quel est le problème ?
wrong-number-not-in-service = numéro non attribué
wrong-number-somebody-else = quelqu’un d’autre répond
wrong-number-left = n’y travaille plus
wrong-number-other = autre chose
# Un bouton, puis ce qu’il en est. $outcome est « pas de réponse », « a répondu » ou « mauvais numéro », $name le contact appelé
undo = Annuler : { $outcome }, { $name }
undo-done = ↩️ Annulé : { $outcome }, { $name }
undo-too-late = ⚠️ Trop tard pour annuler : { $outcome }, { $name }. L’annulation est possible pendant 15 minutes.
undo-gone = ⚠️ Plus rien à annuler : { $outcome }, { $name }
dead-unreachable = ⚠️ Aucun contact n’a de téléphone ni d’e-mail : { $names }.
dead-not-in-chain = Personne dans l’ordre d’appel du fichier de règles n’est joignable. Consultez tous les contacts avec /directory.
dead-tried = ⚠️ Tout le monde a été appelé, il ne reste personne : { $names }.
dead-hint = Cherchez le numéro principal du client dans IT Glue.
who-can = Qui peut approuver « { $action } » chez { $organization }
who-can-type = type : { $type }
who-can-more = Voici les { $count } premiers résultats.
who-can-nobody = D’après le fichier de règles, aucun contact ne peut approuver cela ici.
who-can-guessed = Non comptés, car leur rôle n’est que supposé d’après le type de contact : { $types }. L’admin du bot peut le fixer dans le fichier de règles, sous { $table }.
who-can-deciders = Ces décisionnaires ne peuvent pas l’approuver non plus. Demandez-leur qui le peut :
menu-several-actions = Plusieurs actions correspondent à « { $typed } »
unknown-action = Le fichier de règles n’a aucune règle pour « { $typed } »
action-gone = Le fichier de règles n’a aucune règle pour cette action
known-actions = Actions avec une règle : { $names }
no-actions = Aucune règle d’approbation pour { $organization }
no-actions-hint = L’admin du bot peut les ajouter au fichier de règles, sous { $table }.
no-channel = Quel client ?
no-channel-hint = Ce salon n’est associé à aucun client. Indiquez le client dans la commande, ou demandez à une personne ayant la permission « Gérer le serveur » de lancer /bind ici.

## Le client lui-même : son alerte, ses notes rapides et son statut

client-alert = ⚠️ Alerte : { $alert }
client-alert-cut = … suite de l’alerte dans IT Glue.
client-inactive = ⛔ Client non actif : son statut dans IT Glue est « { $status } ». Vérifiez avant d’appeler.
client-status = ℹ️ Statut du client dans IT Glue : { $status }
client-notes = 📝 Notes rapides du client :
client-notes-cut = … suite des notes rapides dans IT Glue.
# D’un client dans un menu ou une suggestion
entry-status = statut : { $status }

## La fiche : ses numéros, ses heures et ses notes, et ce que l’on peut en faire

favourite-mark = ★ favori
shared-by = Partagé par { $user }
user-number = l’utilisateur { $number }
# A number of which a field has only the end: "030 23125012/13"
number-completed = complété à partir de « { $field } »
number-unverified = tel qu’enregistré, non vérifié
# Après l’ajout, la modification ou le retrait d’un numéro
phones-changed = ⚠️ Numéros de téléphone modifiés { $ago }. Vérifiez à qui vous parlez.
number-wrong = ⚠️ signalé comme erroné { $count ->
    [one] une fois
   *[other] { $count } fois
}
number-wrong-because = ⚠️ signalé comme erroné { $count ->
    [one] une fois
   *[other] { $count } fois
} : { $reasons }
# D’où vient le pays d’un numéro sans indicatif. $country est son code : US
country-guessed = { $from ->
    [location] pays supposé : { $country } (site)
    [organization] pays supposé : { $country } (client)
    [default] pays supposé : { $country } (par défaut)
   *[digits] pays supposé : { $country } (premiers chiffres)
}
country-guessed-withheld = pays supposé
kind = { $kind ->
    [mobile] mobile
    [direct] ligne directe
    [office] bureau
    [home] domicile
    [landline] fixe
   *[pager] bipeur
}
# Ce que dit le plan de numérotation du pays
kind-by-number = { $kind ->
    [mobile] numéro mobile
    [landline] numéro fixe
   *[pager] numéro de bipeur
}
best-now = à privilégier
best-asked-for = à privilégier, d’après les notes : « { $quote } »
best-mobile-out-of-hours = à privilégier : mobile, hors heures ouvrées
best-home-out-of-hours = à privilégier : domicile, hors heures ouvrées
best-mobile = à privilégier : mobile, heures ouvrées inconnues
other-numbers = … { $count ->
    [one] { $count } autre numéro
   *[other] { $count } autres numéros
} sous « Plus d’infos »
# Le téléphone d’un lieu, pour une personne qui n’en a pas
location-number = ☎️ { $phone }
site-phone = en dernier recours : { $of ->
    [contact] téléphone du site
   *[organization] téléphone du site du client
}
time-at = { $weekday ->
    [mon] lun.
    [tue] mar.
    [wed] mer.
    [thu] jeu.
    [fri] ven.
    [sat] sam.
   *[sun] dim.
} { $time } – { $place }
one-of = selon le lieu, { $times }
local-time = { $of ->
    [contact] 🕒 Heure locale : { $time }
   *[organization] 🕒 Heure locale : { $time } (site du client)
}
night-call = { $of ->
    [contact] 🌙 Il y fait nuit : { $time }
   *[organization] 🌙 Il y fait nuit : { $time } (site du client)
}
# Ce que les notes disent des heures de quelqu’un
hours-open = 🕒 Disponible, note : « { $quote } »
hours-closed = 🕒 Indisponible, note : « { $quote } »
# Ce que les notes demandent avant un appel
write-first = ✋ D’après les notes : « { $quote } »
last-reached = ✅ Dernière réponse { $ago }, à l’appel de { $user }
last-failed = ⚠️ Dernier appel { $ago } par { $user } : { $outcome ->
    [wrong-number] mauvais numéro
   *[no-answer] pas de réponse
}
notes = 📝 Notes :
notes-more = … suite sous « Notes »
notes-secrets = 🔒 { $count ->
    [one] { $count } secret possible masqué
   *[other] { $count } secrets possibles masqués
}. Consultez IT Glue.
# Tient lieu d’un secret. 40 caractères au plus
masked = { $secret ->
    [password] (🔒 mot de passe masqué)
    [key] (🔒 clé masquée)
    [code] (🔒 code masqué)
    [card] (🔒 numéro de carte masqué)
   *[account] (🔒 numéro de compte masqué)
}
notes-of = Notes : { $name }
no-notes = Les notes sont maintenant vides.
notes-cut = … suite dans IT Glue.
# Boutons
share = Partager dans le salon
notes-button = Notes
less = Afficher moins
details = Plus d’infos
add-favourite = ☆ Ajouter aux favoris
remove-favourite = ★ Retirer des favoris
contact-file = Télécharger la vCard
back-to-card = ↩ Retour au contact
# Dit à la place de ce qui était demandé
sharing-off = Le partage est désactivé
sharing-off-hint = L’admin du bot n’autorise pas le partage de contacts dans un salon.
not-handed-on = Un ancien contact ne peut pas être partagé
not-handed-on-hint = { $name } est marqué comme ancien contact dans IT Glue. Cherchez quelqu’un d’autre chez ce client.
contact-file-of = vCard de { $name }
contact-file-hint = Ouvrez le fichier pour ajouter cette personne à vos contacts. Il n’est pas mis à jour : supprimez-le dès que vous n’en avez plus besoin.

## Accès : ce qui n’est pas montré à qui demande

not-allowed = Vous n’avez pas accès
not-allowed-hint = Les règles d’accès du bot ne le permettent pas dans ce salon. Adressez-vous à l’admin du bot.
not-journaled = Affichage impossible pour le moment
not-journaled-hint = Callsheet ne peut pas écrire dans son journal d’audit et n’affiche donc rien. Prévenez l’admin du bot.
expired = Ce bouton a expiré
expired-hint = Les boutons restent actifs un jour. Relancez la commande.
card-withheld = 🔒 Les détails de ce client ne sont pas affichés dans le chat. Ouvrez la fiche dans IT Glue.
phone-withheld = 📞 Numéros de téléphone masqués ici
email-withheld = ✉️ Adresses e-mail masquées ici
location-withheld = 📍 Site masqué ici
group-withheld = 🔒 Types de contact masqués pour ce client
entry-withheld = numéro masqué ici
reveal = Tout afficher
reveal-client = Voir les notes du client

## Recherches suspendues

hold = Vos recherches sont suspendues
hold-hint = Vous avez consulté plus de contacts en une heure que le bot n’en autorise. Réessayez dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. C’est urgent ? Demandez à une autre personne ayant la permission « Gérer le serveur » de lancer /release.
hold-hint-elsewhere = Vous avez consulté plus de contacts en une heure que le bot n’en autorise. Réessayez dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Les recherches ont été suspendues sur un autre serveur. C’est urgent ? Demandez à une personne ayant la permission « Gérer le serveur » d’y lancer /release.
hold-hint-terminal = En une heure, plus de contacts ont été consultés ici que le fichier de règles n’en permet à un utilisateur. Vous pourrez continuer dans { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
hold-too-soon = Trop de requêtes
hold-too-soon-hint = Réessayez dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}.
hold-released = { $user } peut de nouveau consulter des contacts sur ce serveur
hold-released-hint = Son compteur repart de zéro sur ce serveur. Le journal d’audit indique que vous avez rétabli ses recherches, et pourquoi : { $reason }. Les suspensions sur d’autres serveurs restent en place.
hold-own = Vous ne pouvez pas rétablir vos propres recherches
hold-own-hint = Demandez à une autre personne ayant la permission « Gérer le serveur » de lancer /release pour vous.
hold-none = Aucune recherche n’est suspendue ici
hold-none-hint = Les recherches sont suspendues sur Discord. Lancez-y la commande.
# Un formulaire : titre et question, 45 caractères au plus, puis les motifs au choix ; l’indication ci-dessus répète le motif choisi
release-form = Rétablir les recherches d’une personne
release-form-reason = Pourquoi était-ce justifié ?
release-reason-busy = une période chargée
release-reason-outage = une panne chez un client
release-reason-upkeep = mise à jour des fiches
release-reason-agreed = nous en avons parlé
# Publié dans le salon que le fichier de règles indique pour cela
hold-alert = 🛑 { $user } a consulté plus de { $count } contacts en une heure. Ses recherches sont suspendues pendant { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
hold-alert-hint = Est-ce justifié ? Rétablissez ses recherches avec /release sur le serveur concerné. Pour voir les contacts consultés : { $command }
broken-alert = 🛑 Le journal d’audit ne correspond plus à ce que le bot a écrit : des entrées ont été coupées, modifiées ou remises, ou son fichier a été endommagé. L’entrée { $entry } consigne la rupture.
broken-alert-hint = Le bot continue de répondre. Pour voir ce qui n’est plus prouvé : { $command }. Conservez comme preuves les fichiers à côté de la base de données.

## Qui a consulté un contact

looked = Qui a consulté { $name }
looked-people = 👁️ { $count ->
    [one] { $count } personne a
   *[other] { $count } personnes ont
} consulté { $name } depuis le { $date }.
looked-nobody = Personne n’a consulté { $name } depuis le début du journal d’audit ({ $date }).
looked-nobody-since = Personne n’a consulté { $name } depuis le { $date }.
looked-partly = ⚠️ Le journal d’audit n’a pas pu être lu en entier. Les consultations d’avant le { $date } ne sont pas comptées.
looked-only-named = { $count ->
    [one] { $count } personne n’a vu
   *[other] { $count } personnes n’ont vu
} que le nom ou la fonction, dans des suggestions, des menus ou des listes.
# Comment quelque chose a été montré
looked-click = bouton ou menu
looked-suggestions = dans les suggestions
looked-shared = partagé dans { $channel }
looked-shared-somewhere = partagé dans un salon
looked-file = en vCard
looked-refused = refusé
looked-unknown = utilisateur inconnu
looked-terminal = sur la machine du bot
# Ce qui a été montré
looked-field = { $field ->
    [title] fonction
    [phone] téléphone
    [email] e-mail
    [location] site
    [notes] notes
   *[name] nom
}
# Après la dernière ligne. Ce sont deux commandes à saisir sur la machine du bot
looked-hint = /who-looked n’est pas compté. Sur la machine du bot, { $verify } vérifie que le journal d’audit est intact et { $report } affiche toutes les entrées.
looked-unread = Le journal d’audit n’a pas pu être lu. Sur la machine du bot, lancez { $report } pour voir qui a consulté { $name }.

## Aide

help-title = Ce que vous pouvez demander
help-on-message = Sur une alerte du salon, Applications > { $name } : qui appeler chez le client qu’elle nomme
help-typing = Pendant la saisie d’un nom, des suggestions apparaissent : choisissez-en une, ou envoyez le texte tel quel.
help-terminal = Dans la démo, un nombre ouvre l’entrée, un mot entre [crochets] fait office de bouton, complete /contact jon montre des suggestions, et quit la termine. Ailleurs, écrivez la commande après callsheet ask, entre guillemets si votre shell la modifierait.

## État

status-title = Comment va Callsheet
status-copy = 📇 Copie locale : { $contacts ->
    [one] { $contacts } contact
   *[other] { $contacts } contacts
}, { $clients ->
    [one] { $clients } client
   *[other] { $clients } clients
}, { $locations ->
    [one] { $locations } site
   *[other] { $locations } sites
} que vous pouvez voir
status-sweep = 🔄 Synchronisation complète : dernière réussite { $ago }
status-sweep-never = 🔄 Synchronisation complète : aucune réussite encore
status-delta = 🔄 Synchronisation des modifications : dernière réussite { $ago }
status-delta-never = 🔄 Synchronisation des modifications : aucune réussite encore
status-failed = ⚠️ Son dernier échec : { $ago } ({ $fault ->
    [refused] IT Glue a refusé la clé d’API
    [local-copy] la copie locale n’a pas pu être lue ou écrite
    [interrupted] elle a été interrompue
   *[unreachable] IT Glue était injoignable
})
status-connected = 🔌 Discord : connecté { $ago }
status-disconnected = ⚠️ Discord : connexion perdue { $ago }
status-audit = 📒 Journal d’audit : intact ; une réponse qu’il ne peut pas noter est refusée
status-audit-optional = 📒 Journal d’audit : intact ; une réponse part même s’il ne peut pas la noter
status-audit-broken = ⛔ Journal d’audit : modifié de l’extérieur. Sur la machine du bot, lancez { $command }.
status-on-hold = ⏸️ Utilisateurs dont les recherches sont suspendues : { $count }
status-policy = 📜 Fichier de règles : pris en compte { $ago }
status-no-policy = 📜 Fichier de règles : aucun, donc tous les membres voient tous les contacts sauf les contacts restreints
status-dangling = ⚠️ Le fichier de règles cite { $count ->
    [one] { $count } élément absent
   *[other] { $count } éléments absents
} d’IT Glue :
status-types = 🏷️ Types de contact et ce qu’ils désignent :
status-former = ancien contact
status-no-role = aucun rôle
status-guessed = (déduit de son nom)

## Modifier un contact

draft-gone = Cette modification a expiré
draft-gone-hint = Ce que vous saisissez est gardé 15 minutes. Rien n’a été enregistré. Recommencez avec /contact-edit.
too-many-changes = Trop de changements en une heure
too-many-changes-hint = Rien n’a été enregistré. Le fichier de règles permet { $limit } changements par heure. Réessayez plus tard ; votre saisie est gardée 15 minutes.
notes-too-long = Ces notes sont trop longues pour un formulaire
notes-too-long-hint = Modifiez-les dans IT Glue. Les formulaires de Discord contiennent 4 000 caractères.
retired-already = { $name } est déjà un ancien contact
retired-already-hint = Changez le type de contact avec /contact-edit si c’est une erreur.
no-departed-type = Aucun type de contact ne désigne les anciens contacts
no-departed-type-hint = Demandez à l’admin du bot d’en créer un dans IT Glue, comme « Parti », ou d’en associer un sous [roles] dans le fichier de règles.
edit-button = Modifier
edit-form = Modifier un contact
add-form = Ajouter un contact
retire-form = Retirer un contact
retire-form-reason = Pourquoi ?
retire-left = cette personne n’y travaille plus
retire-duplicate = une autre fiche est la même personne
retire-mistake = la fiche est une erreur
field-first-name = Prénom
field-last-name = Nom
field-title = Fonction
field-type = Type de contact
field-vip = VIP
field-emails = Adresses e-mail
field-phones = Téléphones
field-notes = Notes
field-location = Site
edit-emails-hint = Une par ligne : libellé, adresse. Un * marque la principale.
edit-phones-hint = Un par ligne : libellé, numéro, ext 12. Un * marque le principal.
edit-part-name = Nom et fonction
edit-part-place = Site
edit-vip-yes = oui
edit-blank = (vide)
edit-title = Modifier { $name }
edit-title-new = Nouveau contact : { $name }
edit-title-problems = Non enregistré : { $name }
edit-title-nothing = Rien à changer : { $name }
edit-title-preview = À vérifier avant d’enregistrer : { $name }
edit-title-unknown = Encore incertain : { $name }
edit-title-not-saved = Non enregistré : { $name }
edit-title-discarded = Abandonné : { $name }
edit-title-no-undo = Plus rien à annuler : { $name }
edit-hub = Que voulez-vous changer ? Vous voyez les changements avant tout enregistrement.
edit-problems-hint = Votre saisie est gardée 15 minutes. Corrigez-la, puis envoyez-la de nouveau.
edit-nothing = IT Glue l’a déjà ainsi.
edit-again = ⚠️ Quelqu’un a changé cette fiche dans IT Glue depuis que vous l’avez vue. Vérifiez de nouveau.
edit-change = { $field } : { $from } → { $to }
edit-list = { $field } :
edit-meanwhile = ⚠️ Entre-temps, quelqu’un d’autre a changé { $field } dans IT Glue : { $from } → { $to }
edit-undecided = ⚠️ { $field } : quelqu’un d’autre l’a changé aussi. Dans IT Glue : { $theirs }. Votre saisie : { $mine }. Choisissez.
edit-left = { $field } : reste comme dans IT Glue
edit-hidden = ⚠️ { $field } : une ligne modifiée contient quelque chose de masqué, comme un mot de passe. Changez cette ligne dans IT Glue.
edit-owned = ⚠️ { $owner } tient { $field } à jour. IT Glue peut refuser le changement, ou { $owner } l’écraser.
edit-duplicates = ⚠️ Ces contacts sont peut-être la même personne. Choisissez-en un pour l’ouvrir à la place :
edit-not-yet = Rien n’est encore enregistré.
edit-keep-mine = { $field } : garder le mien
edit-keep-theirs = { $field } : garder IT Glue
edit-save = Enregistrer
edit-save-anyway = Ajouter quand même
edit-save-rest = Enregistrer le reste
edit-save-again = Enregistrer de nouveau
edit-look-again = Regarder de nouveau
edit-more = Changer autre chose
edit-fix = Corriger
edit-discard = Abandonner
edit-undo = Annuler
edit-unknown = IT Glue n’a pas dit si le changement est arrivé. Callsheet le vérifie ; ne le refaites pas d’ici là.
edit-discarded = Rien n’a été enregistré.
edit-no-undo = Un changement s’annule une fois, dans les 15 minutes.
edit-rest = Tout le reste peut encore être enregistré.
edit-saved = ✅ Enregistré dans IT Glue : { $fields }
edit-added = ✅ Ajouté dans IT Glue : { $fields }
edit-undone = ↩️ Annulé dans IT Glue : { $fields }
edit-reformatted = IT Glue l’a enregistré dans son propre format : { $fields }
edit-not-done = ⚠️ IT Glue a accepté le changement sans le faire : { $fields }. Vérifiez la fiche dans IT Glue.
problem-no-first-name = ⚠️ Le prénom manque. IT Glue en exige un.
problem-too-long = ⚠️ { $field } : plus de 255 caractères.
problem-unreadable = ⚠️ { $field }, ligne { $line } : « { $text } » n’est pas lisible
problem-no-address = ⚠️ Ce n’est pas une adresse e-mail : { $text }
problem-no-number = ⚠️ Ce n’est pas un numéro de téléphone : { $text }
problem-twice = ⚠️ Présent deux fois : { $text }
problem-two-primary = ⚠️ { $field } : un seul * est possible.
problem-unknown = ⚠️ { $field } : n’existe plus dans ce compte. Choisissez autre chose.
failure-no-organization = ⚠️ IT Glue n’a plus ce client.
failure-invalid = ⚠️ IT Glue n’accepte pas : { $fields }. Corrigez, ou enregistrez le reste.
failure-owned = ⚠️ Un autre système tient cela à jour, donc IT Glue ne le change pas : { $fields }. Changez-le dans ce système.
failure-owned-all = ⚠️ Un autre système tient ce contact à jour, donc IT Glue ne change que les notes et le VIP. Changez le reste dans ce système.
failure-key = ⚠️ IT Glue a refusé la clé API. Demandez à l’admin du bot de vérifier la clé et la région.
failure-not-permitted = ⚠️ La clé API ne permet pas cela. Demandez à l’admin du bot.
failure-gone = ⚠️ Ce contact a été supprimé d’IT Glue entre-temps.
failure-moved = ⚠️ Entre-temps, ce contact est passé chez un autre client dans IT Glue, ou son accès y a changé. Cherchez-le de nouveau dans quelques minutes.
failure-too-many = ⚠️ IT Glue reçoit trop de requêtes. Enregistrez de nouveau dans quelques minutes.
failure-timed-out = ⚠️ IT Glue a mis trop de temps et rien n’a été changé. Enregistrez de nouveau.
failure-unreachable = ⚠️ IT Glue est injoignable. Votre saisie est gardée 15 minutes ; enregistrez de nouveau quand IT Glue répond.
failure-overtaken = ⚠️ Quelqu’un a changé cela depuis, et l’annulation l’écraserait : { $fields }
failure-refused = ⚠️ IT Glue a refusé le changement : { $said }

## Suggestions. Discord garde en mémoire une liste vide, il y a donc toujours quelque chose à lire. 100 caractères au plus.

suggest-loading = Chargement des contacts en cours. Réessayez dans une minute.
suggest-not-served = Indisponible sur ce serveur
suggest-not-allowed = Vous n’avez pas accès ici. Adressez-vous à l’admin du bot.
suggest-not-journaled = Aucune suggestion : impossible d’écrire dans le journal d’audit
suggest-on-hold = Vos recherches sont suspendues. Appuyez sur Entrée pour voir combien de temps.
suggest-too-soon = Trop vite. Attendez quelques secondes avant de continuer.
suggest-nothing = Aucune suggestion. Tapez le texte et appuyez sur Entrée.
suggest-unknown-organization = Client inconnu. Vérifiez d’abord cette option.
suggest-unknown-type = Type de contact inconnu. Vérifiez d’abord cette option.
suggest-type-a-name = Tapez un nom, une adresse e-mail ou une partie du numéro de téléphone
suggest-nobody-fits = Aucun contact ne correspond à vos autres filtres
suggest-no-match = Aucun résultat pour « { $typed } ». Essayez nom, e-mail ou numéro.
suggest-no-organization = Aucun client ne correspond à « { $typed } »
suggest-no-action = Aucune règle d’approbation pour « { $typed } »
suggest-no-actions = Le fichier de règles ne contient aucune règle d’approbation
suggest-no-type = Aucun type de contact ne correspond à « { $typed } »

## Ce que Discord montre des commandes pendant la saisie. 100 caractères au plus.

command-contact = Trouver un contact et savoir comment le joindre
command-contact-name = Nom (ordre et orthographe libres), adresse e-mail ou partie du numéro de téléphone
command-contact-organization = Uniquement les contacts de ce client
command-contact-type = Uniquement les contacts de ce type
command-vip = Lister les VIP, ou en trouver un par son nom
command-vip-name = Nom du VIP. Laissez vide pour tous les lister.
command-vip-organization = Uniquement les VIP de ce client
command-vip-type = Uniquement les VIP de ce type
command-primary = Qui appeler en premier chez un client
command-primary-organization = Nom du client, nom abrégé, initiales ou début. Par défaut : le client de ce salon.
command-directory = Lister tous les contacts d’un client par type de contact
command-directory-organization = Nom du client, nom abrégé, initiales ou début. Par défaut : le client de ce salon.
command-directory-type = Uniquement les contacts de ce type
command-who-can = Savoir qui peut approuver quelque chose chez un client
command-who-can-action = Ce qui doit être approuvé, comme un nouveau mot de passe ou un achat
command-who-can-organization = Nom du client, nom abrégé, initiales ou début. Par défaut : le client de ce salon.
command-contact-edit = Corriger un contact : nom, e-mails, téléphones, notes ou site
command-contact-edit-contact = Nom (ordre et orthographe libres), adresse e-mail ou partie du numéro de téléphone
command-contact-edit-type = Lui donner ce type de contact, comme « Facturation »
command-contact-add = Ajouter un contact chez un client
command-contact-add-organization = Nom du client, nom abrégé, initiales ou début. Par défaut : le client de ce salon.
command-contact-retire = Indiquer qu’un contact a quitté son entreprise
command-contact-retire-contact = Nom (ordre et orthographe libres), adresse e-mail ou partie du numéro de téléphone
command-bind = Associer ce salon à un client, pour ne plus avoir à le nommer ici
command-bind-organization = Nom du client, nom abrégé, initiales ou début
command-unbind = Dissocier ce salon de son client
command-release = Rétablir les recherches suspendues d’une personne
command-release-user = Personne dont rétablir les recherches. Son compteur repart de zéro.
command-who-looked = Voir qui a consulté un contact (permission « Gérer le serveur »)
command-who-looked-name = Nom (ordre et orthographe libres), adresse e-mail ou partie du numéro de téléphone
command-status = Voir comment va Callsheet (permission « Gérer le serveur »)
command-help = Voir ce que vous pouvez demander ici, avec des exemples
command-who-do-i-call = Qui dois-je appeler ?
