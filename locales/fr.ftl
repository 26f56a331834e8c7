### Français.
###
### Style : vouvoiement, phrases courtes. Guillemets « … » et ; ? ! précédés d’une espace fine insécable (U+202F), deux-points
### précédé d’une espace insécable (U+00A0), apostrophe typographique. Devant un nom venu d’IT Glue : « chez », qui ne s’élide pas.
###
### client            client : seulement dans les descriptions des commandes
### contact           contact
### contact type      type de contact
### e-mail            e-mail, adresse e-mail
### extension         poste
### location, site    site
### matched           Trouvé par …
### no longer there   ne fait plus partie de l’organisation
### on record         enregistré
### organization      organisation
### primary contact   contact principal
### record            fiche
### short name        nom abrégé
### sync              synchronisation
### title             fonction
### VIP               VIP, invariable
### whoever runs the bot   la personne qui gère le bot

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
trouble-refused = ⚠️ IT Glue refuse la clé du bot (premier refus { $since }).
trouble-held-back = ⚠️ Une synchronisation qui supprimerait un nombre inhabituel de fiches est suspendue (constaté { $since }).
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

      /contact jon smtih                    un nom, tapé à la hâte
      /contact name: jane organization: acme
      /vip                                  toutes les personnes marquées importantes
      /primary acme                         qui appeler en premier
      /directory acme                       toutes les personnes, par type de contact
      /who-can action: purchase organization: acme
                                            qui peut l’approuver

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
matched-phone-end = 🔎 Trouvé par la fin d’un numéro de téléphone
matched-phone-otherwise = 🔎 Trouvé par un numéro de téléphone, à l’indicatif du pays près
matched-email = 🔎 Trouvé par l’adresse e-mail
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

## Suggestions. Discord garde en mémoire une liste vide, il y a donc toujours quelque chose à lire. 100 caractères au plus.

suggest-loading = Chargement des contacts en cours : réessayez dans une minute
suggest-not-served = Indisponible sur ce serveur
suggest-nothing = Aucune suggestion : tapez le texte et appuyez sur Entrée
suggest-unknown-organization = Organisation inconnue : vérifiez d’abord cette option
suggest-unknown-type = Type de contact inconnu : vérifiez d’abord cette option
suggest-type-a-name = Tapez un nom, une adresse e-mail ou des chiffres d’un numéro de téléphone
suggest-nobody-fits = Personne ne correspond aux autres options
suggest-no-match = « { $typed } » introuvable : essayez nom de famille, e-mail ou téléphone
suggest-no-organization = Aucune organisation ne correspond à « { $typed } »
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
command-primary-organization = Le client : nom, nom court, initiales ou début de l’un d’eux ; sinon celui du salon
command-directory = Toutes les personnes enregistrées chez un client, par type de contact
command-directory-organization = Le client : nom, nom court, initiales ou début de l’un d’eux ; sinon celui du salon
command-directory-type = Uniquement les personnes de ce type de contact
command-who-can = Qui, chez un client, peut approuver cela ?
command-who-can-action = Ce qui doit être approuvé, comme un mot de passe à réinitialiser ou un achat
command-who-can-organization = Le client : nom, nom court, initiales ou début de l’un d’eux ; sinon celui du salon
command-bind = Associer ce salon à un client, pour ne plus avoir à le nommer ici
command-bind-organization = Le client : nom, nom court, initiales ou début de l’un d’eux
command-unbind = Ne plus associer ce salon à un client
command-who-do-i-call = Qui dois-je appeler ?
