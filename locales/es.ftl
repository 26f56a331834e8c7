### Español.
###
### Estilo: trato de usted, frases cortas, español neutro. Comillas «…».
###
### client            cliente: solo en las descripciones de los comandos
### contact           contacto
### contact type      tipo de contacto
### e-mail            correo
### extension         ext.
### location, site    sede
### matched           Encontrado por …
### no longer there   ya no está
### on record         registrado
### organization      organización
### primary contact   contacto principal
### record            ficha
### short name        nombre corto
### sync              sincronización
### title             cargo
### VIP               VIP, invariable
### whoever runs the bot   quien administra el bot

## Todas las respuestas

open-in-it-glue = Abrir en IT Glue
open-in-it-glue-at = Abrir en IT Glue: { $url }
previous-page = ◀ Anterior
next-page = Siguiente ▶
pick-one = Elegir…
just-now = hace un momento
minutes-ago = hace { $count } min
hours-ago = hace { $count } h
days-ago = hace { $count } días
date = { $day }/{ $month }/{ $year }
synced = Sincronizado { $ago }
record-updated = ficha modificada el { $date }
trouble-unreachable = ⚠️ No se puede acceder a IT Glue (primer fallo { $since }).
trouble-refused = ⚠️ IT Glue rechaza la clave del bot (primer rechazo { $since }).
trouble-held-back = ⚠️ Está retenida una sincronización que eliminaría una cantidad inusual de fichas (detectada { $since }).
last-good-copy = Esta es la última copia válida.
tell-the-operator = Avise a quien administra el bot.

## En un terminal

type-number = [escriba { $count ->
    [one] 1
   *[other] un número del 1 al { $count }
}]
type-word = [escriba { $words }]
type-number-or-word = [escriba { $count ->
    [one] 1
   *[other] un número del 1 al { $count }
} o { $words }]
demo-welcome =
    Todos los datos son inventados. Escriba un comando como en Discord, por ejemplo:

      /contact jon smtih                    un nombre, escrito con prisa
      /contact name: jane organization: acme
      /vip                                  todas las personas marcadas como importantes
      /primary acme                         a quién llamar primero
      /directory acme                       todas las personas, por tipo de contacto
      /who-can action: purchase organization: acme
                                            quién puede aprobarlo

    Un número abre una entrada de la última respuesta, y una palabra de su última
    línea hace lo que un botón; quit o Ctrl-D termina.

## Una ficha

vip-mark = ⭐ VIP
departed-by-type = ⛔ Ya no está: el tipo de contacto es «{ $type }». Compruébelo antes de llamar.
departed-by-wording = ⛔ Ya no está, según el nombre o el cargo registrados. Compruébelo antes de llamar.
no-title = sin cargo registrado
no-organization = sin organización registrada
no-contact-type = sin tipo de contacto registrado
phone = 📞 Teléfono: { $phone }
other-phone = 📞 Otro teléfono: { $phone }
no-phone = 📞 sin teléfono registrado
only-fax = 📞 solo un número de fax registrado
extension = { $number } ext. { $extension }
email = ✉️ Correo: { $email }
other-email = ✉️ Otro correo: { $email }
no-email = ✉️ sin correo registrado
more-in-it-glue = … y { $count } más en IT Glue
location = 📍 Sede: { $place }
no-location = 📍 sin sede registrada
location-phone = ☎️ Teléfono de la sede: { $phone }
unnamed-contact = Contacto sin nombre

## Por qué esta persona

matched-nickname = 🔎 Encontrado por el apodo: { $typed } → { $stored }
matched-typo = 🔎 Encontrado pese a la ortografía: { $typed } → { $stored }
matched-sound = 🔎 Encontrado por la pronunciación: { $typed } → { $stored }
matched-initials = 🔎 Encontrado por las iniciales
matched-acronym = 🔎 Encontrado por las iniciales de la organización
matched-phone-end = 🔎 Encontrado por el final de un número de teléfono
matched-phone-otherwise = 🔎 Encontrado por un número de teléfono, salvo el prefijo del país
matched-email = 🔎 Encontrado por la dirección de correo
no-primary = 🔎 No hay ningún contacto principal registrado en { $organization }.
primary-unreachable = ⚠️ Sin teléfono ni correo registrados para el contacto principal en { $organization }: { $names }.

## Menús

entry-departed = ya no está
entry-unreachable = sin teléfono ni correo registrado
entry-no-phone = sin teléfono registrado
entry-record = ficha { $number }
at-organization = { $title } en { $organization }
menu-several = Varias personas coinciden con «{ $typed }»
menu-close = No exactamente «{ $typed }»
menu-nearest = Nadie coincide con «{ $typed }»
menu-not-vips = Ningún VIP coincide con «{ $typed }»
menu-unfitting = Esta persona no coincide con las demás opciones
menu-several-organizations = Varias organizaciones coinciden con «{ $typed }»
menu-nearest-organizations = Ninguna organización coincide con «{ $typed }»
hint-several = Elija el resultado correcto.
hint-close = { $count ->
    [one] Una persona se acerca. Elíjala si es quien busca.
   *[other] Estas personas se acercan. Elija una si es quien busca.
}
hint-nearest = Los nombres más parecidos están abajo. Si no, pruebe con un apellido, una dirección de correo o dígitos de un número de teléfono.
hint-not-vips = Estas personas coinciden, pero no son VIP a quienes se pueda llamar.
hint-unfitting = Cambie la organización o el tipo, o elija aquí a la persona.
hint-people-of-several = Elija a la persona de la organización correcta.
hint-nearest-organizations = Los nombres más parecidos están abajo. Si no, pruebe con el nombre corto o el comienzo del nombre.
more-organizations = Solo se muestran los { $count } mejores resultados: escriba más del nombre.
more-people = Solo se muestran los { $count } mejores resultados: añada un apellido o la organización.

## Listas

people = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
vips = VIP
vips-at = VIP en { $organization }
group = 🏢 { $organization }
group-none = 🏢 Sin organización registrada
row-phone = 📞 { $phone }
page-of = Página { $page } de { $pages }

## Avisos

still-loading = Cargando todavía
still-loading-hint = Los contactos aún no se han leído de IT Glue. Inténtelo de nuevo en un minuto.
nothing-typed = Nada que buscar
nothing-typed-hint = Escriba un nombre, una dirección de correo o dígitos de un número de teléfono.
nobody-matches-hint = Pruebe con un apellido, una dirección de correo, dígitos de un número de teléfono o la organización.
nobody-matches-within-hint = Pruebe con un apellido, o quite la organización para buscar en todas partes.
gone = Esta ficha ya no existe
gone-hint = Ya no está en IT Glue, o el bot no puede mostrarla. Búsquela de nuevo por nombre.
unknown-organization-hint = Elija una de las sugerencias mientras escribe, o pruebe con el nombre corto.
near-names = Nombres parecidos: { $names }
unknown-type = Ningún tipo de contacto coincide con «{ $typed }»
unknown-type-hint = Elija una de las sugerencias mientras escribe.
known-types = Los tipos son: { $names }
no-vips = No hay VIP registrados
no-vips-at = No hay VIP en { $organization }
no-vips-hint = Un VIP es un contacto marcado como importante en IT Glue; quien ya no está no aparece.
nobody-at = Nadie a quien llamar en { $organization }
nobody-at-hint = IT Glue no tiene contactos de esta organización.
nobody-left-hint = { $count ->
    [one] Según su ficha, el único contacto de esta organización ya no está.
   *[other] Según sus fichas, los { $count } contactos de esta organización ya no están.
}
rejected = No se puede interpretar este comando
rejected-missing-hint = Rellene la opción «{ $option }».
rejected-unknown-hint = El bot ha cambiado desde que se ofreció el comando. Vuelva a cargar Discord e inténtelo de nuevo.
not-served = No disponible aquí
not-served-hint = Este bot solo responde en los servidores para los que está configurado. Consulte a quien administra el bot.
not-saved = No se pudo guardar
not-saved-hint = No se cambió nada. Vuelva a intentarlo; si sigue ocurriendo, avise a quien administra el bot.
unreadable = La solicitud llegó incompleta
unreadable-hint = No se ha buscado nada. Repita el comando; si el problema continúa, avise a quien administra el bot.

## Sugerencias. Discord recuerda una lista vacía, así que siempre hay algo que leer. 100 caracteres como máximo.

suggest-loading = Cargando los contactos: inténtelo de nuevo en un minuto
suggest-not-served = No disponible en este servidor
suggest-nothing = Sin sugerencias: escríbalo y pulse Intro
suggest-unknown-organization = No existe esa organización: revise primero esa opción
suggest-unknown-type = No existe ese tipo de contacto: revise primero esa opción
suggest-type-a-name = Escriba un nombre, una dirección de correo o dígitos de un número de teléfono
suggest-nobody-fits = Nadie coincide con las demás opciones
suggest-no-match = Nadie coincide con «{ $typed }»: pruebe con apellido, correo o teléfono
suggest-no-organization = Ninguna organización coincide con «{ $typed }»
suggest-no-type = Ningún tipo de contacto coincide con «{ $typed }»

## Lo que Discord muestra de los comandos mientras se escribe. 100 caracteres como máximo.

command-contact = ¿Quién es esta persona en un cliente y cómo se la localiza?
command-contact-name = Un nombre en cualquier orden o grafía, un correo o dígitos de un número de teléfono
command-contact-organization = Solo personas de este cliente
command-contact-type = Solo personas de este tipo de contacto
command-vip = Las personas marcadas como importantes en IT Glue: todas, o la que usted nombre
command-vip-name = Solo el VIP con este nombre; déjelo vacío para verlos todos
command-vip-organization = Solo los VIP de este cliente
command-vip-type = Solo VIP de este tipo de contacto
command-primary = A quién llamar primero en un cliente
command-primary-organization = El cliente: nombre, nombre corto, iniciales o comienzo de uno de ellos; si no, el del canal
command-directory = Todas las personas registradas de un cliente, por tipo de contacto
command-directory-organization = El cliente: nombre, nombre corto, iniciales o comienzo de uno de ellos; si no, el del canal
command-directory-type = Solo personas de este tipo de contacto
command-who-can = ¿Quién puede aprobar esto en un cliente?
command-who-can-action = Lo que hay que aprobar, como restablecer una contraseña o una compra
command-who-can-organization = El cliente: nombre, nombre corto, iniciales o comienzo de uno de ellos; si no, el del canal
command-bind = Asociar este canal a un cliente, para no tener que nombrarlo aquí
command-bind-organization = El cliente: nombre, nombre corto, iniciales o comienzo de uno de ellos
command-unbind = Dejar de asociar este canal a un cliente
command-who-do-i-call = ¿A quién llamo?
