### Français.
###
### Style : vouvoiement, phrases courtes. Guillemets « … » et ; ? ! précédés d’une espace fine insécable (U+202F), deux-points
### précédé d’une espace insécable (U+00A0), apostrophe typographique. Devant un nom venu d’IT Glue : « chez », qui ne s’élide pas.
###
### alert                         alerte
### approve                       approuver
### best number now               meilleur numéro maintenant
### by the record                 d’après la fiche
### card                          fiche
### chain, order                  ordre d’appel
### channel, thread               salon, fil
### client                        client : seulement dans les descriptions des commandes, sinon organisation
### contact                       contact
### contact file                  fichier de contact
### contact type                  type de contact
### country guessed               pays supposé
### details, less                 Détails, Réduire
### directory                     annuaire
### e-mail                        e-mail, adresse e-mail
### extension                     poste
### favourite                     favori
### hidden (a secret)             masqué
### in hours, out of hours        heures ouvrées, hors heures ouvrées
### landline, mobile, direct line fixe, mobile, ligne directe
### location, site                site
### matched                       Trouvé par …
### no answer                     pas de réponse
### no longer there               ne fait plus partie de l’organisation
### notes                         notes
### on record                     enregistré
### organization                  organisation
### policy file                   fichier de règles
### primary contact               contact principal
### quick notes                   notes rapides
### reached                       a répondu : ne s’accorde pas
### record                        fiche
### reported wrong                signalé comme erroné
### share                         Partager
### short name                    nom abrégé
### stands for (a channel)        est associé à
### step                          étape
### sync                          synchronisation
### title                         fonction
### VIP                           VIP, invariable
### whoever runs the bot          la personne qui gère le bot
### wrong number                  mauvais numéro

## Toutes les réponses

open-in-it-glue = Ouvrir dans IT Glue
open-in-it-glue-at = Ouvrir dans IT Glue : { $url }
previous-page = ◀ Précédent
next-page = Suivant ▶
pick-one = Choisir…
just-now = à l’instant
minutes-ago = il y a { $count } min
hours-ago = il y a { $count } h
days-ago = il y a { $count } jours
date = { $day }/{ $month }/{ $year }
synced = Synchronisé { $ago }
record-updated = fiche modifiée le { $date }
trouble-unreachable = ⚠️ IT Glue est injoignable (premier échec { $since }).
trouble-overdue = ⚠️ Une nouvelle synchronisation tarde (dernière réussite { $since }).
trouble-refused = ⚠️ IT Glue refuse la clé du bot (premier refus { $since }).
trouble-held-back = ⚠️ Une synchronisation qui supprimerait un nombre inhabituel de fiches est suspendue (constaté { $since }).
trouble-expired = ⚠️ IT Glue n’a pas pu être lu pendant si longtemps que la copie locale a été supprimée ({ $since }).
last-good-copy = Voici la dernière copie valable.
tell-the-operator = Prévenez la personne qui gère le bot.

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
demo-welcome =
    Toutes les données sont inventées. Tapez une commande comme sur Discord, par exemple :

      /contact john smtih                   un nom, tapé à la hâte
      /contact name: jane organization: acme
      /vip                                  toutes les personnes marquées importantes
      /primary acme                         qui appeler en premier
      /directory acme                       toutes les personnes, par type de contact
      /who-can action: purchase organization: acme
                                            qui peut l’approuver

    Un nombre ouvre une entrée de la dernière réponse, et un mot de sa dernière
    ligne agit comme un bouton ; quit ou Ctrl-D met fin à la session.
    help affiche toutes les commandes.
terminal-help =
    Ce qui peut être tapé ici, comme sur Discord, avec un exemple de chaque :

      /contact john smtih                   une personne, par ce qu’on en sait
      /vip organization: acme               les personnes marquées importantes
      /primary acme                         qui appeler en premier, puis ensuite
      /directory acme                       tout le monde, par type de contact
      /who-can purchase organization: acme  qui peut approuver quelque chose
      /who-do-i-call P1: Acme firewall down
                                            l’organisation citée par une alerte ;
                                            sur Discord, Applications sur le message
      /who-looked jane doe                  à qui une personne a été montrée
      /bind acme                            associe un salon à une organisation
      /unbind                               annule cette association
      /release 1141                         met fin à un blocage

      complete /contact jon                 les suggestions pendant la saisie

    Un nombre ouvre une entrée de la dernière réponse, et un mot de sa dernière
    ligne agit comme un bouton ; quit ou Ctrl-D met fin à la session.

## Une fiche

vip-mark = ⭐ VIP
departed-by-type = ⛔ Ne fait plus partie de l’organisation : le type de contact est « { $type } ». Vérifiez avant d’appeler.
departed-by-wording = ⛔ Ne fait plus partie de l’organisation, d’après le nom ou la fonction enregistrés. Vérifiez avant d’appeler.
no-title = aucune fonction enregistrée
no-organization = aucune organisation enregistrée
no-contact-type = aucun type de contact enregistré
phone = 📞 Téléphone : { $phone }
other-phone = 📞 Autre téléphone : { $phone }
no-phone = 📞 aucun téléphone enregistré
only-fax = 📞 seul un numéro de fax est enregistré
extension = { $number } poste { $extension }
email = ✉️ E-mail : { $email }
other-email = ✉️ Autre e-mail : { $email }
no-email = ✉️ aucun e-mail enregistré
more-in-it-glue = { $count ->
    [one] … et { $count } de plus dans IT Glue
   *[other] … et { $count } autres dans IT Glue
}
location = 📍 Site : { $place }
no-location = 📍 aucun site enregistré
location-phone = ☎️ Téléphone du site : { $phone }
unnamed-contact = Contact sans nom

## Pourquoi cette personne

matched-nickname = 🔎 Trouvé par le diminutif : { $typed } → { $stored }
matched-typo = 🔎 Trouvé malgré l’orthographe : { $typed } → { $stored }
matched-sound = 🔎 Trouvé par la prononciation : { $typed } → { $stored }
matched-initials = 🔎 Trouvé par les initiales
matched-acronym = 🔎 Trouvé par les initiales de l’organisation
matched-phone-end = 🔎 Trouvé par la fin d’un numéro de téléphone : …{ $typed }
matched-phone-otherwise = 🔎 Trouvé par le numéro de téléphone, à l’indicatif du pays près : { $typed }
matched-email = 🔎 Trouvé par l’adresse e-mail
matched-email-domain = 🔎 Trouvé par le domaine de l’adresse e-mail
matched-client = 🔎 Client : { $stored }
matched-client-typed = 🔎 Client : { $stored } (saisi : « { $typed } »)
matched-title = 🔎 Fonction : { $stored }
matched-type = 🔎 Type : { $stored }
matched-place = 🔎 Trouvé par la ville du site
rival = 👥 Peut-être aussi : { $name }, { $organization }
rival-departed = 👥 Une autre fiche { $name } n’y est plus : { $organization }
no-primary = 🔎 Aucun contact principal enregistré chez { $organization }.
primary-unreachable = ⚠️ Ni téléphone ni e-mail enregistré pour le contact principal chez { $organization } : { $names }.

## Menus

entry-departed = ne fait plus partie de l’organisation
entry-unreachable = ni téléphone ni e-mail enregistré
entry-no-phone = aucun téléphone enregistré
entry-record = fiche { $number }
at-organization = { $title } chez { $organization }
menu-several = Plusieurs personnes correspondent à « { $typed } »
menu-close = Pas tout à fait « { $typed } »
menu-nearest = Personne ne correspond à « { $typed } »
menu-unexplained = Personne ne correspond à tout « { $typed } »
menu-elsewhere = Personne chez { $organization } ne correspond à tout
client-primary = Qui appeler
client-directory = Annuaire
client-who-can = Qui peut approuver : { $action }
menu-not-vips = Aucun VIP ne correspond à « { $typed } »
menu-unfitting = Cette personne ne correspond pas aux autres options
menu-several-organizations = Plusieurs organisations correspondent à « { $typed } »
menu-nearest-organizations = Aucune organisation ne correspond à « { $typed } »
hint-several = Choisissez le bon résultat.
hint-close = { $count ->
    [one] Une personne s’en approche. Choisissez-la si c’est bien elle.
   *[other] Ces personnes s’en approchent. Choisissez la bonne si elle s’y trouve.
}
hint-nearest = Les noms les plus proches sont ci-dessous. Sinon, essayez un nom de famille, une adresse e-mail ou des chiffres d’un numéro de téléphone.
hint-unexplained = Pas compris : « { $words } ». Ces personnes correspondent au reste.
hint-elsewhere = Saisi : « { $typed } ». Ces personnes correspondent au reste, mais chez d’autres clients.
hint-nobody-elsewhere = Saisi : « { $typed } ». Personne d’autre ne correspond au reste.
hint-client = Vous avez nommé un client et personne chez lui. Choisissez ce que vous voulez savoir.
hint-not-vips = Ces personnes correspondent, mais ne sont pas des VIP que l’on peut appeler.
hint-unfitting = Modifiez l’organisation ou le type, ou choisissez la personne ici.
hint-people-of-several = Choisissez la personne dans la bonne organisation.
hint-nearest-organizations = Les noms les plus proches sont ci-dessous. Sinon, essayez le nom abrégé ou le début du nom.
more-organizations = Seuls les { $count } meilleurs résultats sont affichés : complétez le nom.
more-people = Seuls les { $count } meilleurs résultats sont affichés : ajoutez un nom de famille ou l’organisation.

## Listes

people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
vips = VIP
vips-at = VIP chez { $organization }
group = 🏢 { $organization }
group-none = 🏢 Aucune organisation enregistrée
row-phone = 📞 { $phone }
page-of = Page { $page } sur { $pages }

## Avis

still-loading = Chargement en cours
still-loading-hint = Les contacts n’ont pas encore été lus dans IT Glue. Réessayez dans une minute.
nothing-typed = Rien à rechercher
nothing-typed-hint = Tapez un nom, une adresse e-mail ou des chiffres d’un numéro de téléphone.
nobody-matches-hint = Essayez un nom de famille, une adresse e-mail, des chiffres d’un numéro de téléphone ou l’organisation.
nobody-matches-within-hint = Essayez un nom de famille, ou retirez l’organisation pour chercher partout.
gone = Cette fiche n’existe plus
gone-hint = Elle ne se trouve plus dans IT Glue, ou le bot n’a pas le droit de l’afficher. Relancez la recherche par nom.
unknown-organization-hint = Choisissez l’une des suggestions pendant la saisie, ou essayez le nom abrégé.
near-names = Noms proches : { $names }
unknown-type = Aucun type de contact ne correspond à « { $typed } »
unknown-type-hint = Choisissez l’une des suggestions pendant la saisie.
known-types = Les types sont : { $names }
no-vips = Aucun VIP enregistré
no-vips-at = Aucun VIP chez { $organization }
no-vips-hint = Un VIP est un contact marqué important dans IT Glue ; qui ne fait plus partie de l’organisation n’est pas affiché.
nobody-at = Personne à appeler chez { $organization }
nobody-at-hint = IT Glue n’a aucun contact pour cette organisation.
nobody-left-hint = { $count ->
    [one] D’après sa fiche, le seul contact de cette organisation n’en fait plus partie.
   *[other] D’après leurs fiches, les { $count } contacts de cette organisation n’en font plus partie.
}
rejected = Cette commande est illisible
rejected-missing-hint = Remplissez l’option « { $option } ».
rejected-unknown-hint = Le bot a changé depuis que la commande a été proposée. Rechargez Discord et réessayez.
not-served = Indisponible ici
not-served-hint = Ce bot ne répond que sur les serveurs pour lesquels il a été configuré. Adressez-vous à la personne qui gère le bot.
not-saved = Cela n’a pas pu être enregistré
not-saved-hint = Rien n’a été modifié. Réessayez ; si cela se reproduit, prévenez la personne qui gère le bot.
unreadable = La demande est arrivée incomplète
unreadable-hint = Aucune recherche n’a été faite. Relancez la commande ; si le problème persiste, prévenez la personne qui gère le bot.

## Les entrées : l’annuaire, l’organisation du salon, les messages, les numéros

# Sur un bouton.
directory = Annuaire
everybody-at = Toutes les personnes chez { $organization }
# Un groupe d’une liste, comme le nom d’un type de contact.
group-departed = Ne font plus partie de l’organisation
no-vips-of-type = Aucun VIP du type « { $type } »
nobody-listed = Personne n’est enregistré chez { $organization }
nobody-listed-of-type = Personne du type « { $type } » chez { $organization }
nobody-listed-of-type-hint = Retirez le type pour voir toutes les personnes de l’organisation.
menu-several-types = Plusieurs types de contact correspondent à « { $typed } »
menu-shared-number = Plusieurs personnes ont le numéro « { $typed } »
hint-shared-number = Il s’agit peut-être d’un standard. Choisissez la bonne personne.
more-with-number = Seuls les { $count } premiers résultats sont affichés : /contact trouve les autres par leur nom.
menu-site-number = Personne n’a le numéro « { $typed } », mais c’est celui d’un site
hint-site-number = Choisissez l’organisation pour savoir qui y appeler.
menu-named-in-message = Le message nomme plusieurs organisations
hint-named-in-message = Les plus clairement nommées viennent en premier. Choisissez celle dont il s’agit.
more-entries = Seuls les { $count } meilleurs résultats sont affichés.
told-in-message = 🔎 Trouvé dans le message : { $organization }
told-by-channel = 🔎 Le message ne nomme aucune organisation enregistrée. Ce salon est associé à { $organization }.
nothing-named = Aucune organisation trouvée dans le message
nothing-named-hint = Nommez-la avec /primary. Ou faites associer ce salon à une organisation avec /bind, par une personne qui gère le serveur.
channel-bound = Ce salon est maintenant associé à { $organization }
channel-before = Jusqu’ici, il était associé à { $organization }.
channel-bound-hint = Ici et dans les fils de ce salon, /primary, /directory et /who-can portent sur cette organisation, sauf si une autre est nommée ; à résultats égaux, ses membres passent en premier. /unbind annule cette association.
channel-bound-already = Ce salon est déjà associé à { $organization }
channel-bound-by-policy = Le fichier de règles associe ce salon à { $organization }
channel-bound-by-policy-hint = C’est lui qui fait foi : rien n’a été modifié. La personne qui gère le bot peut modifier ce fichier.
channel-bound-by-policy-to-nobody = Le fichier de règles associe ce salon à une organisation qui n’est pas enregistrée ou qui n’est pas affichée ici
channel-bound-by-policy-to-nobody-hint = Rien n’a été modifié. Demandez à la personne qui gère le bot de corriger ce fichier.
channel-unbound = Ce salon n’est plus associé à { $organization }
channel-unbound-from-nobody = Ce salon n’est plus associé à aucune organisation
channel-unbound-hint = /primary, /directory et /who-can demandent de nouveau une organisation ici.
channel-not-bound = Ce salon n’est lui-même associé à aucune organisation
channel-not-bound-hint = Rien n’a été modifié. /bind permet de l’associer à une organisation.
channel-bound-by-parent-hint = En tant que fil, il est associé à { $organization }, comme le salon dont il dépend. Utilisez /unbind dans celui-ci.
channel-not-allowed = Vous ne pouvez pas modifier cela
channel-not-allowed-hint = Seules les personnes qui ont la permission « Gérer le serveur » peuvent changer l’organisation associée à un salon.
channel-none = Il n’y a pas de salon ici
channel-none-hint = Un terminal n’est associé à aucune organisation. Utilisez la commande dans un salon sur Discord.
# Devant toute la suggestion. L’étoile seule ne le dirait pas.
suggest-favourite = ★ Favori · { $entry }

## Qui appeler : l’ordre d’appel, ce qui a été tenté, et qui peut approuver

chain-step = ⤵️ { $count ->
    [one] Seule personne à appeler chez { $organization } : { $reason }
   *[other] Étape { $place } sur { $count } chez { $organization } : { $reason }
}
# Pourquoi c’est le tour de quelqu’un ; aussi après un nom.
reason-named = d’après le fichier de règles
reason-primary = contact principal
reason-technical = contact technique
reason-billing = contact de facturation
reason-executive = contact à la direction
reason-end-user = utilisateur final
reason-vendor = fournisseur
reason-vip = VIP
reason-anyone = n’importe quel contact
reason-guessed = { $reason } (supposé : { $type })
chain-in-hours = 🕒 En heures ouvrées : voici l’ordre d’appel prévu.
chain-out-of-hours = 🕒 Hors heures ouvrées : voici l’ordre d’appel prévu.
chain-hours-unknown = 🕒 Impossible de savoir si l’on est en heures ouvrées : voici l’ordre d’appel prévu pour ces heures.
primary-only-email = ⚠️ Aucun téléphone enregistré pour le contact principal chez { $organization }, seulement un e-mail : { $names }.
primary-departed = ⛔ D’après sa fiche, le contact principal chez { $organization } ne fait plus partie de l’organisation : { $names }.
named-not-on-record = ⚠️ Le fichier de règles désigne une personne qui n’est pas enregistrée : { $name }.
named-record-not-there = ⚠️ Le fichier de règles désigne une personne qui n’est pas enregistrée : fiche { $number }.
named-not-shown = ⚠️ Le fichier de règles désigne une personne qui n’est pas enregistrée ou qui n’est pas affichée ici.
named-only-email = ⚠️ Dans le fichier de règles, mais avec seulement un e-mail enregistré : { $names }.
named-unreachable = ⚠️ Dans le fichier de règles, mais sans téléphone ni e-mail enregistré : { $names }.
named-departed = ⛔ Dans le fichier de règles, mais ne fait plus partie de l’organisation d’après la fiche : { $names }.
chain-awake = ⚠️ Mieux vaut appeler là où il fait jour : étape { $place }, { $name }, { $reason }.
chain-awake-by-notes = ⚠️ Mieux vaut appeler qui, d’après ses notes, est là maintenant : étape { $place }, { $name }, { $reason }.
# « times » est une heure, « 03:12 », ou toutes celles qu’il peut être : « 03:12/04:12 ».
night-there = il y fait nuit ({ $times })
chain-following = ⤵️ En l’absence de réponse :
reach-phone = par téléphone
reach-email = par e-mail uniquement
chain-more = { $count ->
    [one] … et { $count } de plus
   *[other] … et { $count } autres
}
chain-tried = 🗒️ Tentatives jusqu’ici :
chain-earlier = { $count ->
    [one] … { $count } tentative antérieure
   *[other] … { $count } tentatives antérieures
}
tried-call = { $who } a appelé { $whom }
tried-you = quelqu’un sur ce terminal
tried-somebody = une personne qui n’est plus enregistrée
tried-no-answer = pas de réponse
tried-reached = a répondu
tried-wrong-number = mauvais numéro
chain-reached = ✅ A répondu { $ago } à l’appel de { $who }.
chain-again = 🔁 Tout le monde a été appelé, la dernière personne { $ago }. On reprend avec ceux qui n’ont pas répondu.
chain-changed = ⚠️ La personne sur laquelle vous avez cliqué n’est plus à appeler chez { $organization }. Rien n’a été enregistré ; voici qui appeler maintenant.
outcome-no-answer = Pas de réponse
outcome-no-answer-next = Pas de réponse → suivant
outcome-reached = A répondu
outcome-wrong-number = Mauvais numéro
chain-call-again = Rappeler
chain-go-awake = Qui est réveillé
dead-unreachable = ⚠️ Personne n’y a de téléphone ni d’e-mail enregistré : { $names }.
dead-not-in-chain = Aucune des personnes à y appeler d’après le fichier de règles n’est joignable. /directory affiche toutes les personnes enregistrées.
dead-tried = ⚠️ Tout le monde a été appelé, il ne reste personne : { $names }.
dead-hint = Cherchez le numéro principal de l’organisation dans IT Glue.
who-can = Qui peut approuver « { $action } » chez { $organization }
who-can-type = type : { $type }
who-can-more = Seuls les { $count } premiers résultats sont affichés.
who-can-nobody = D’après le fichier de règles, aucune personne enregistrée ne le peut.
who-can-guessed = Non comptés, car le rôle de ces types de contact n’est que supposé : { $types }. La personne qui gère le bot peut le fixer dans le fichier de règles, sous { $table }.
who-can-deciders = Ces personnes ne le peuvent pas non plus, mais ce sont elles qui y décident. Demandez-leur qui le peut :
menu-several-actions = Plusieurs choses correspondent à « { $typed } »
unknown-action = Le fichier de règles ne dit rien de « { $typed } »
action-gone = Le fichier de règles ne dit pas qui peut approuver cela
known-actions = Il dit qui peut approuver : { $names }
no-actions = Rien ne dit qui peut approuver quoi chez { $organization }
no-actions-hint = La personne qui gère le bot peut l’ajouter au fichier de règles, sous { $table }.
no-channel = Quelle organisation ?
no-channel-hint = Ce salon n’est associé à aucune organisation. Remplissez l’option « organization », ou demandez à une personne qui gère le serveur d’utiliser /bind ici.

## L’organisation elle-même : son alerte, ses notes rapides et son statut

client-alert = ⚠️ Alerte de l’organisation : { $alert }
client-alert-cut = … la suite de l’alerte est dans IT Glue.
client-inactive = ⛔ Organisation non active : son statut dans IT Glue est « { $status } ». Vérifiez avant d’appeler.
client-status = ℹ️ Statut de l’organisation dans IT Glue : { $status }
client-notes = 📝 Notes rapides de l’organisation :
client-notes-cut = … la suite des notes rapides est dans IT Glue.
# D’une organisation dans un menu ou une suggestion
entry-status = statut : { $status }

## La fiche : ses numéros, ses heures et ses notes, et ce que l’on peut en faire

favourite-mark = ★ favori
shared-by = Partagé par { $user }
user-number = l’utilisateur { $number }
# A number of which a field has only the end: "030 23125012/13"
number-completed = complété à partir de « { $field } »
number-unverified = tel qu’enregistré, non vérifié
# Après l’ajout, la modification ou le retrait d’un numéro
phones-changed = ⚠️ numéros de téléphone modifiés { $ago }
number-wrong = ⚠️ signalé comme erroné { $count ->
    [one] une fois
   *[other] { $count } fois
}
# D’où vient le pays d’un numéro sans indicatif. $country est son code : US
country-guessed = { $from ->
    [location] pays supposé : { $country }, d’après le site
    [organization] pays supposé : { $country }, d’après l’organisation
    [default] pays supposé : { $country }, par défaut
   *[digits] pays supposé : { $country }, d’après les premiers chiffres
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
    [mobile] mobile, d’après le numéro
    [landline] fixe, d’après le numéro
   *[pager] bipeur, d’après le numéro
}
best-asked-for = meilleur numéro maintenant : demandé dans les notes, « { $quote } »
best-mobile-out-of-hours = meilleur numéro maintenant : mobile, hors heures ouvrées
best-home-out-of-hours = meilleur numéro maintenant : domicile, hors heures ouvrées
best-mobile = meilleur numéro maintenant : mobile, faute de savoir si l’on est en heures ouvrées
other-numbers = … et { $count ->
    [one] un autre numéro
   *[other] { $count } autres numéros
} sous « Détails »
# Le téléphone d’un lieu, pour une personne qui n’en a pas
site-phone = ☎️ En dernier recours, { $of ->
    [contact] le téléphone du site, pas le sien
   *[organization] le téléphone du site de l’organisation, pas le sien
} : { $phone }
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
local-time = 🕒 Heure locale : { $time } ({ $of ->
    [contact] d’après le site
   *[organization] d’après le site de l’organisation
})
night-call = 🌙 Un appel pourrait réveiller quelqu’un. Heure locale : { $time } ({ $of ->
    [contact] d’après le site
   *[organization] d’après le site de l’organisation
})
# Ce que les notes disent des heures de quelqu’un
hours-open = 🕒 Disponible en ce moment, d’après les notes : « { $quote } »
hours-closed = 🕒 Indisponible en ce moment, d’après les notes : « { $quote } »
last-reached = ✅ Dernière réponse { $ago }, à l’appel de { $user }
last-failed = ⚠️ Dernier appel { $ago } par { $user } : { $outcome ->
    [wrong-number] mauvais numéro
   *[no-answer] pas de réponse
}
notes = 📝 Notes :
notes-more = … suite sous « Notes »
notes-secrets = 🔒 Masqué ici, car peut-être secret : { $count ->
    [one] un passage
   *[other] { $count } passages
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
no-notes = Plus aucune note enregistrée.
notes-cut = … la suite des notes est dans IT Glue.
# Boutons
share = Partager
notes-button = Notes
less = Réduire
details = Détails
add-favourite = ☆ Favori
remove-favourite = ★ Retirer des favoris
contact-file = Fichier de contact
back-to-card = ↩ Retour à la fiche
# Dit à la place de ce qui était demandé
sharing-off = Le partage est désactivé
sharing-off-hint = La personne qui gère le bot a décidé qu’aucune fiche n’est publiée dans un salon.
not-handed-on = Fiche non transmise
not-handed-on-hint = D’après sa fiche, { $name } ne fait plus partie de l’organisation. Cherchez-y quelqu’un d’autre.
contact-file-of = Fichier de contact : { $name }
contact-file-hint = Ouvrez le fichier pour ajouter cette personne à vos contacts. C’est une copie qui n’est pas mise à jour : supprimez-la dès que vous n’en avez plus besoin.

## Accès : ce qui n’est pas montré à qui demande

not-allowed = Non autorisé ici
not-allowed-hint = Les règles de ce bot ne vous permettent ni de faire ni de voir cela dans ce salon. Adressez-vous à la personne qui gère le bot.
not-journaled = Non affiché
not-journaled-hint = Il n’a pas été possible de consigner qui voit quoi, et sans cela rien n’est affiché. Prévenez la personne qui gère le bot.
expired = Trop ancien
expired-hint = Ce bouton date de plus d’un jour. Saisissez de nouveau la commande.
card-withheld = 🔒 Les détails de ce client ne sont pas affichés dans le chat. Ouvrez la fiche dans IT Glue.
phone-withheld = 📞 les numéros de téléphone ne sont pas affichés ici
email-withheld = ✉️ les adresses e-mail ne sont pas affichées ici
location-withheld = 📍 le site n’est pas affiché ici
group-withheld = 🔒 les types de contact de ce client ne sont pas affichés dans le chat
entry-withheld = numéro non affiché ici
reveal = Afficher ce qui est masqué

## Le frein : qui a trop demandé

hold = Les recherches sont suspendues pour vous
hold-hint = En une heure, vous avez cherché plus de personnes que ce bot n’en montre à quiconque. Vous pourrez continuer dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}. Si cela ne peut pas attendre, demandez à une autre personne qui gère le serveur d’utiliser /release.
hold-hint-elsewhere = En une heure, vous avez cherché plus de personnes que ce bot n’en montre à quiconque. Vous pourrez continuer dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}. Les recherches ont été suspendues sur un autre serveur : si cela ne peut pas attendre, demandez à une personne qui le gère d’y utiliser /release.
hold-hint-terminal = En une heure, on a cherché ici plus de personnes que le fichier de règles n’en permet à un utilisateur. Vous pourrez continuer dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
hold-too-soon = Trop de questions à la fois
hold-too-soon-hint = Réessayez dans { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}.
hold-released = Rien n’est suspendu pour { $user } sur ce serveur
hold-released-hint = Le compte des personnes vues ici repart de zéro. Le journal d’audit indique que vous l’avez permis, et pourquoi : { $reason }. Cela ne change rien à ce qui s’est passé sur d’autres serveurs.
hold-own = Pas pour vous-même
hold-own-hint = C’est à une autre personne qui gère le serveur de vous laisser continuer.
hold-none = Rien n’est suspendu ici
hold-none-hint = C’est sur Discord que des recherches sont suspendues. Utilisez-y la commande.
# Un formulaire : titre et question, 45 caractères au plus, puis les motifs au choix ; l’indication ci-dessus répète le motif choisi
release-form = Laisser une personne continuer
release-form-reason = Pourquoi était-ce justifié ?
release-reason-busy = une période chargée
release-reason-outage = une panne chez un client
release-reason-upkeep = mise à jour des fiches
release-reason-agreed = nous en avons parlé
# Publié dans le salon que le fichier de règles indique pour cela
hold-alert = 🛑 { $user } a cherché plus de { $count } personnes en une heure. Ses recherches sont suspendues pendant { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
hold-alert-hint = Si c’était justifié, /release sur le serveur où cela s’est passé lui permet de continuer. Personnes vues : { $command }
broken-alert = 🛑 Le journal d’audit n’est pas tel que le bot l’a laissé : des entrées ont été coupées, modifiées ou remises en arrière, ou son fichier a été endommagé. Son entrée { $entry } signale la rupture.
broken-alert-hint = Les réponses continuent à partir de là. Ce qui n’est plus prouvé : { $command }. Les fichiers à côté de la base de données sont des preuves : conservez-les.

## Qui a consulté la fiche d’une personne

looked = Qui a consulté la fiche de { $name }
looked-people = 👁️ { $count ->
    [one] 1 personne a
   *[other] { $count } personnes ont
} consulté la fiche de { $name } depuis le { $date }.
looked-nobody = Personne n’a consulté la fiche de { $name }, aussi loin que remonte le journal ({ $date }).
looked-nobody-since = Personne n’a consulté la fiche de { $name } depuis le { $date }.
looked-partly = ⚠️ Le temps a manqué pour lire le journal jusqu’à son début : ce qui précède le { $date } n’est pas compté.
looked-only-named = { $count ->
    [one] 1 personne n’a vu
   *[other] { $count } personnes n’ont vu
} que le nom ou la fonction, dans des suggestions, des menus ou des listes.
# Comment quelque chose a été montré
looked-click = bouton ou menu
looked-suggestions = dans les suggestions
looked-shared = partagé dans { $channel }
looked-refused = refusé
looked-unknown = personne inconnue
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
looked-hint = Non compté : /who-looked. Sur la machine du bot, { $verify } indique si le journal est tel qu’il a été écrit, et { $report } affiche chaque entrée.
looked-unread = Le journal d’audit n’a pas été lu. Sur la machine du bot, { $report } indique qui a consulté la fiche de { $name }.

## Suggestions. Discord garde en mémoire une liste vide, il y a donc toujours quelque chose à lire. 100 caractères au plus.

suggest-loading = Chargement des contacts en cours : réessayez dans une minute
suggest-not-served = Indisponible sur ce serveur
suggest-not-allowed = Non autorisé ici ; adressez-vous à la personne qui gère le bot
suggest-not-journaled = Aucune suggestion ; elles n’ont pas pu être consignées dans le journal
suggest-on-hold = Recherches suspendues pour vous : appuyez sur Entrée pour voir combien de temps
suggest-too-soon = Trop vite : attendez quelques secondes avant de continuer
suggest-nothing = Aucune suggestion : tapez le texte et appuyez sur Entrée
suggest-unknown-organization = Organisation inconnue : vérifiez d’abord cette option
suggest-unknown-type = Type de contact inconnu : vérifiez d’abord cette option
suggest-type-a-name = Tapez un nom, une adresse e-mail ou des chiffres d’un numéro de téléphone
suggest-nobody-fits = Personne ne correspond aux autres options
suggest-no-match = « { $typed } » introuvable : essayez nom de famille, e-mail ou téléphone
suggest-no-organization = Aucune organisation ne correspond à « { $typed } »
suggest-no-action = Le fichier de règles ne dit rien de « { $typed } »
suggest-no-actions = Le fichier de règles ne dit pas qui peut approuver quoi
suggest-no-type = Aucun type de contact ne correspond à « { $typed } »

## Ce que Discord montre des commandes pendant la saisie. 100 caractères au plus.

command-contact = Qui est cette personne chez un client, et comment la joindre ?
command-contact-name = Un nom, quel que soit l’ordre ou l’orthographe, un e-mail ou des chiffres d’un numéro
command-contact-organization = Uniquement les personnes de ce client
command-contact-type = Uniquement les personnes de ce type de contact
command-vip = Les personnes marquées importantes dans IT Glue : toutes, ou celle que vous nommez
command-vip-name = Uniquement le VIP de ce nom ; laissez vide pour tous les afficher
command-vip-organization = Uniquement les VIP de ce client
command-vip-type = Uniquement les VIP de ce type de contact
command-primary = Qui appeler en premier chez un client
command-primary-organization = Le client : nom, nom abrégé, initiales ou début de l’un d’eux ; sinon celui du salon
command-directory = Toutes les personnes enregistrées chez un client, par type de contact
command-directory-organization = Le client : nom, nom abrégé, initiales ou début de l’un d’eux ; sinon celui du salon
command-directory-type = Uniquement les personnes de ce type de contact
command-who-can = Qui, chez un client, peut approuver cela ?
command-who-can-action = Ce qui doit être approuvé, comme un mot de passe à réinitialiser ou un achat
command-who-can-organization = Le client : nom, nom abrégé, initiales ou début de l’un d’eux ; sinon celui du salon
command-bind = Associer ce salon à un client, pour ne plus avoir à le nommer ici
command-bind-organization = Le client : nom, nom abrégé, initiales ou début de l’un d’eux
command-unbind = Ne plus associer ce salon à un client
command-release = Laisser continuer une personne dont les recherches, trop nombreuses, sont suspendues
command-release-user = Qui doit pouvoir continuer ; son compte repart de zéro
command-who-looked = Qui a consulté la fiche de cette personne ? Pour qui gère le serveur
command-who-looked-name = Un nom, quel que soit l’ordre ou l’orthographe, un e-mail ou des chiffres d’un numéro
command-who-do-i-call = Qui dois-je appeler ?
