### Español.
###
### Estilo: trato de usted, frases cortas, español neutro. Comillas «…».
###
### alert                         alerta
### approve                       aprobar
### best number now               mejor número ahora
### by the record                 según su ficha
### card                          ficha
### chain, order                  orden de llamada
### channel, thread               canal, hilo
### client                        cliente: solo en las descripciones de los comandos; si no, organización
### contact                       contacto
### contact file                  archivo de contacto
### contact type                  tipo de contacto
### country guessed               país supuesto
### details, less                 Detalles, Menos
### directory                     directorio
### e-mail                        correo
### extension                     ext.
### favourite                     favorito
### hidden (a secret)             oculto
### in hours, out of hours        horario laboral, fuera del horario laboral
### landline, mobile, direct line fijo, móvil, línea directa
### location, site                sede
### matched                       Encontrado por …
### no answer                     sin respuesta
### no longer there               ya no está
### notes                         notas
### on record                     registrado
### organization                  organización
### policy file                   archivo de reglas
### primary contact               contacto principal
### quick notes                   notas rápidas
### reached                       contestó: no concuerda en género
### record                        ficha
### reported wrong                señalado como erróneo
### share                         Compartir
### short name                    nombre corto
### stands for (a channel)        está asociado a
### step                          paso
### sync                          sincronización
### title                         cargo
### VIP                           VIP, invariable
### whoever runs the bot          quien administra el bot
### wrong number                  número equivocado

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
trouble-overdue = ⚠️ Una nueva sincronización lleva retraso (último éxito { $since }).
trouble-refused = ⚠️ IT Glue rechaza la clave del bot (primer rechazo { $since }).
trouble-held-back = ⚠️ Está retenida una sincronización que eliminaría una cantidad inusual de fichas (detectada { $since }).
trouble-expired = ⚠️ No se pudo leer IT Glue durante tanto tiempo que se eliminó la copia local ({ $since }).
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

      /contact john smtih                   un nombre, escrito con prisa
      /contact name: jane organization: acme
      /vip                                  todas las personas marcadas como importantes
      /primary acme                         a quién llamar primero
      /directory acme                       todas las personas, por tipo de contacto
      /who-can action: purchase organization: acme
                                            quién puede aprobarlo

    Un número abre una entrada de la última respuesta, y una palabra de su última
    línea hace lo que un botón; quit o Ctrl-D termina.
    help muestra todos los comandos.
terminal-help =
    Lo que puede escribirse aquí, como en Discord, con un ejemplo de cada uno:

      /contact john smtih                   una persona, por lo que se sepa de ella
      /vip organization: acme               las personas marcadas como importantes
      /primary acme                         a quién llamar primero y después
      /directory acme                       todas las personas, por tipo de contacto
      /who-can purchase organization: acme  quién puede aprobar algo
      /who-do-i-call P1: Acme firewall down
                                            la organización que nombra una alerta;
                                            en Discord, Aplicaciones en el mensaje
      /who-looked jane doe                  a quién se mostró una persona
      /bind acme                            asigna un canal a una organización
      /unbind                               lo deshace
      /release 1141                         termina un bloqueo

      complete /contact jon                 las sugerencias mientras se escribe

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
matched-phone-end = 🔎 Encontrado por el final de un número de teléfono: …{ $typed }
matched-phone-otherwise = 🔎 Encontrado por el número de teléfono, salvo el prefijo del país: { $typed }
matched-email = 🔎 Encontrado por la dirección de correo
matched-email-domain = 🔎 Encontrado por el dominio del correo electrónico
matched-client = 🔎 Cliente: { $stored }
matched-client-typed = 🔎 Cliente: { $stored } (escrito: «{ $typed }»)
matched-title = 🔎 Cargo: { $stored }
matched-type = 🔎 Tipo: { $stored }
matched-place = 🔎 Encontrado por la ciudad de la ubicación
rival = 👥 También podría ser: { $name }, { $organization }
rival-departed = 👥 Otra ficha { $name } ya no está: { $organization }
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
menu-unexplained = Nadie coincide con todo «{ $typed }»
menu-elsewhere = Nadie en { $organization } coincide con todo
client-primary = A quién llamar
client-directory = Directorio
client-who-can = Quién puede aprobar: { $action }
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
hint-unexplained = No entendido: «{ $words }». Estas personas coinciden con el resto.
hint-elsewhere = Escrito: «{ $typed }». Estas personas coinciden con el resto, pero están en otros clientes.
hint-nobody-elsewhere = Escrito: «{ $typed }». Nadie más coincide con el resto.
hint-client = Ha nombrado a un cliente y a nadie en él. Elija lo que quiere saber.
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

## Entradas: el directorio, la organización del canal, los mensajes, los números

# En un botón.
directory = Directorio
everybody-at = Todas las personas en { $organization }
# Un grupo de una lista, como el nombre de un tipo de contacto.
group-departed = Ya no están
no-vips-of-type = No hay VIP del tipo «{ $type }»
nobody-listed = No hay nadie registrado en { $organization }
nobody-listed-of-type = No hay nadie del tipo «{ $type }» en { $organization }
nobody-listed-of-type-hint = Quite el tipo para ver a todas las personas de la organización.
menu-several-types = Varios tipos de contacto coinciden con «{ $typed }»
menu-shared-number = Varias personas tienen el número «{ $typed }»
hint-shared-number = Puede ser una centralita. Elija a la persona correcta.
more-with-number = Solo se muestran los { $count } primeros resultados: /contact encuentra a los demás por el nombre.
menu-site-number = Nadie tiene registrado el número «{ $typed }», pero sí una sede
hint-site-number = Elija la organización para ver a quién llamar allí.
menu-named-in-message = El mensaje nombra varias organizaciones
hint-named-in-message = Primero están las que se nombran con más claridad. Elija de cuál se trata.
more-entries = Solo se muestran los { $count } mejores resultados.
told-in-message = 🔎 Encontrado en el mensaje: { $organization }
told-by-channel = 🔎 El mensaje no nombra ninguna organización registrada. Este canal está asociado a { $organization }.
nothing-named = No se encontró ninguna organización en el mensaje
nothing-named-hint = Nómbrela con /primary. O pida a quien administra el servidor que asocie este canal a una con /bind.
channel-bound = Este canal está asociado ahora a { $organization }
channel-before = Hasta ahora estaba asociado a { $organization }.
channel-bound-hint = Aquí y en los hilos de este canal, /primary, /directory y /who-can se refieren a esta organización mientras no se nombre otra; entre resultados igual de buenos, sus personas van primero. /unbind lo deshace.
channel-bound-already = Este canal ya está asociado a { $organization }
channel-bound-by-policy = El archivo de reglas asocia este canal a { $organization }
channel-bound-by-policy-hint = El archivo tiene la última palabra, así que no se cambió nada. Quien administra el bot puede modificarlo.
channel-bound-by-policy-to-nobody = El archivo de reglas asocia este canal a una organización que no está registrada o que no se muestra aquí
channel-bound-by-policy-to-nobody-hint = No se cambió nada. Pida a quien administra el bot que corrija el archivo.
channel-unbound = Este canal ya no está asociado a { $organization }
channel-unbound-from-nobody = Este canal ya no está asociado a ninguna organización
channel-unbound-hint = /primary, /directory y /who-can vuelven a necesitar una organización aquí.
channel-not-bound = Este canal no tiene una organización propia asociada
channel-not-bound-hint = No se cambió nada. /bind le asocia una.
channel-bound-by-parent-hint = Como hilo está asociado a { $organization }, igual que el canal al que pertenece. Use /unbind en ese canal.
channel-not-allowed = Usted no puede cambiar esto
channel-not-allowed-hint = Solo quien tiene el permiso «Gestionar servidor» decide a qué organización se asocia un canal.
channel-none = Aquí no hay ningún canal
channel-none-hint = Un terminal no está asociado a ninguna organización. Use el comando en un canal de Discord.
# Delante de toda la sugerencia. La estrella sola no lo diría.
suggest-favourite = ★ Favorito · { $entry }

## A quién llamar: el orden de llamada, lo que se ha intentado y quién puede aprobar

chain-step = ⤵️ { $count ->
    [one] La única persona a quien llamar en { $organization }: { $reason }
   *[other] Paso { $place } de { $count } en { $organization }: { $reason }
}
# Por qué le toca a alguien; también detrás de un nombre.
reason-named = según el archivo de reglas
reason-primary = contacto principal
reason-technical = contacto técnico
reason-billing = contacto de facturación
reason-executive = contacto en la dirección
reason-end-user = usuario final
reason-vendor = proveedor
reason-vip = VIP
reason-anyone = cualquier contacto
reason-guessed = { $reason } (supuesto: { $type })
chain-in-hours = 🕒 En horario laboral: este es el orden previsto.
chain-out-of-hours = 🕒 Fuera del horario laboral: este es el orden previsto.
chain-hours-unknown = 🕒 No se sabe si es horario laboral: este es el orden previsto para ese horario.
primary-only-email = ⚠️ Sin teléfono registrado para el contacto principal en { $organization }, solo correo: { $names }.
primary-departed = ⛔ Según su ficha, el contacto principal en { $organization } ya no está: { $names }.
named-not-on-record = ⚠️ El archivo de reglas indica a alguien que no está registrado: { $name }.
named-record-not-there = ⚠️ El archivo de reglas indica a alguien que no está registrado: ficha { $number }.
named-not-shown = ⚠️ El archivo de reglas indica a alguien que no está registrado o que no se muestra aquí.
named-only-email = ⚠️ En el archivo de reglas, pero solo con correo registrado: { $names }.
named-unreachable = ⚠️ En el archivo de reglas, pero sin teléfono ni correo registrado: { $names }.
named-departed = ⛔ En el archivo de reglas, pero según la ficha ya no está: { $names }.
chain-awake = ⚠️ Mejor llamar donde es de día: paso { $place }, { $name }, { $reason }.
chain-awake-by-notes = ⚠️ Mejor llamar a quien, según sus notas, está ahora: paso { $place }, { $name }, { $reason }.
# «times» es una hora, «03:12», o las varias que puede ser: «03:12/04:12».
night-there = allí es de noche ({ $times })
chain-following = ⤵️ Si no hay respuesta:
reach-phone = por teléfono
reach-email = solo por correo
chain-more = … y { $count } más
chain-tried = 🗒️ Intentos hasta ahora:
chain-earlier = { $count ->
    [one] … { $count } intento anterior
   *[other] … { $count } intentos anteriores
}
tried-call = { $who } llamó a { $whom }
tried-you = alguien en este terminal
tried-somebody = alguien que ya no está registrado
tried-no-answer = sin respuesta
tried-reached = contestó
tried-wrong-number = número equivocado
chain-reached = ✅ Contestó { $ago } a la llamada de { $who }.
chain-again = 🔁 Ya se llamó a todos, al último { $ago }. Se vuelve a empezar con quienes no contestaron.
chain-changed = ⚠️ Ya no hay que llamar en { $organization } a la persona en la que usted hizo clic. No se guardó nada; se muestra a quién llamar ahora.
outcome-no-answer = Sin respuesta
outcome-no-answer-next = Sin respuesta → siguiente
outcome-reached = Contestó
outcome-wrong-number = Número equivocado
chain-call-again = Volver a llamar
chain-go-awake = Quién está despierto
dead-unreachable = ⚠️ Nadie tiene allí teléfono ni correo registrado: { $names }.
dead-not-in-chain = No se puede localizar a ninguna de las personas que el archivo de reglas indica allí. /directory muestra todas las registradas.
dead-tried = ⚠️ Ya se intentó con todos y no queda nadie: { $names }.
dead-hint = Busque en IT Glue el número principal de la organización.
who-can = Quién puede aprobar «{ $action }» en { $organization }
who-can-type = tipo: { $type }
who-can-more = Solo se muestran los { $count } primeros resultados.
who-can-nobody = Según el archivo de reglas, nadie registrado allí puede.
who-can-guessed = No se cuentan, porque el papel de estos tipos de contacto solo se supone: { $types }. Quien administra el bot puede fijarlo en el archivo de reglas, en { $table }.
who-can-deciders = Estas personas tampoco pueden, pero son quienes deciden allí. Pregúnteles quién puede:
menu-several-actions = Varias cosas coinciden con «{ $typed }»
unknown-action = El archivo de reglas no dice nada sobre «{ $typed }»
action-gone = El archivo de reglas no dice quién puede aprobar eso
known-actions = Dice quién puede aprobar: { $names }
no-actions = En ninguna parte consta quién puede aprobar qué en { $organization }
no-actions-hint = Quien administra el bot puede añadirlo al archivo de reglas, en { $table }.
no-channel = ¿Qué organización?
no-channel-hint = Este canal no está asociado a ninguna organización. Rellene la opción «organization», o pida a quien administra el servidor que use /bind aquí.

## La organización misma: su alerta, sus notas rápidas y su estado

client-alert = ⚠️ Alerta de la organización: { $alert }
client-alert-cut = … la alerta continúa en IT Glue.
client-inactive = ⛔ Organización no activa: su estado en IT Glue es «{ $status }». Compruébelo antes de llamar.
client-status = ℹ️ Estado de la organización en IT Glue: { $status }
client-notes = 📝 Notas rápidas de la organización:
client-notes-cut = … las notas rápidas continúan en IT Glue.
# De una organización en un menú o una sugerencia
entry-status = estado: { $status }

## La ficha: sus números, horas y notas, y lo que se puede hacer con ella

favourite-mark = ★ favorito
shared-by = Compartido por { $user }
user-number = usuario { $number }
# A number of which a field has only the end: "030 23125012/13"
number-completed = completado a partir de «{ $field }»
number-unverified = tal como está guardado, sin verificar
# Después de que se añadiera, cambiara o quitara un número
phones-changed = ⚠️ números de teléfono cambiados { $ago }
number-wrong = ⚠️ señalado como erróneo { $count ->
    [one] una vez
   *[other] { $count } veces
}
# De dónde se tomó el país de un número sin prefijo de país. $country es su código: US
country-guessed = { $from ->
    [location] país supuesto: { $country }, según la sede
    [organization] país supuesto: { $country }, según la organización
    [default] país supuesto: { $country }, por defecto
   *[digits] país supuesto: { $country }, según los primeros dígitos
}
country-guessed-withheld = país supuesto
kind = { $kind ->
    [mobile] móvil
    [direct] línea directa
    [office] oficina
    [home] casa
    [landline] fijo
   *[pager] buscapersonas
}
# Lo que dice el plan de numeración del país
kind-by-number = { $kind ->
    [mobile] móvil, según el número
    [landline] fijo, según el número
   *[pager] buscapersonas, según el número
}
best-asked-for = mejor número ahora: pedido en las notas, «{ $quote }»
best-mobile-out-of-hours = mejor número ahora: móvil, fuera del horario laboral
best-home-out-of-hours = mejor número ahora: casa, fuera del horario laboral
best-mobile = mejor número ahora: móvil, al no saberse si es horario laboral
other-numbers = … y { $count ->
    [one] otro número
   *[other] otros { $count } números
} en «Detalles»
# El teléfono de un lugar, para quien no tiene
site-phone = ☎️ Como último recurso, { $of ->
    [contact] el teléfono de la sede, no el propio
   *[organization] el teléfono de la sede de la organización, no el propio
}: { $phone }
time-at = { $weekday ->
    [mon] lun.
    [tue] mar.
    [wed] mié.
    [thu] jue.
    [fri] vie.
    [sat] sáb.
   *[sun] dom.
} { $time } en { $place }
one-of = según el lugar, { $times }
local-time = 🕒 Hora local: { $time } ({ $of ->
    [contact] según la sede
   *[organization] según la sede de la organización
})
night-call = 🌙 Una llamada puede despertar a alguien. Hora local: { $time } ({ $of ->
    [contact] según la sede
   *[organization] según la sede de la organización
})
# Lo que dicen las notas del horario de alguien
hours-open = 🕒 Disponible ahora, según las notas: «{ $quote }»
hours-closed = 🕒 No disponible ahora, según las notas: «{ $quote }»
last-reached = ✅ Contestó por última vez { $ago }, a la llamada de { $user }
last-failed = ⚠️ Última llamada { $ago } de { $user }: { $outcome ->
    [wrong-number] número equivocado
   *[no-answer] sin respuesta
}
notes = 📝 Notas:
notes-more = … más en «Notas»
notes-secrets = 🔒 Oculto aquí, por si es secreto: { $count ->
    [one] un pasaje
   *[other] { $count } pasajes
}. Consulte IT Glue.
# Está en lugar de un secreto. 40 caracteres como máximo
masked = { $secret ->
    [password] (🔒 contraseña oculta)
    [key] (🔒 clave oculta)
    [code] (🔒 código oculto)
    [card] (🔒 número de tarjeta oculto)
   *[account] (🔒 número de cuenta oculto)
}
notes-of = Notas: { $name }
no-notes = Ya no hay notas registradas.
notes-cut = … las notas continúan en IT Glue.
# Botones
share = Compartir
notes-button = Notas
less = Menos
details = Detalles
add-favourite = ☆ Favorito
remove-favourite = ★ Quitar de favoritos
contact-file = Archivo de contacto
back-to-card = ↩ Volver a la ficha
# Se dice en lugar de lo pedido
sharing-off = La función de compartir está desactivada
sharing-off-hint = Quien administra el bot ha decidido que no se publique ninguna ficha en un canal.
not-handed-on = Ficha no facilitada
not-handed-on-hint = Según su ficha, { $name } ya no está. Busque a otra persona de la organización.
contact-file-of = Archivo de contacto: { $name }
contact-file-hint = Abra el archivo para añadir a esta persona a sus contactos. Es una copia que nadie actualiza: elimínela cuando ya no la necesite.

## Acceso: lo que no se muestra a quien pregunta

not-allowed = No permitido aquí
not-allowed-hint = Las reglas de este bot no le permiten hacer ni ver esto en este canal. Consulte a quien administra el bot.
not-journaled = No se muestra
not-journaled-hint = No se pudo anotar a quién se muestra qué, y sin eso no se muestra nada. Avise a quien administra el bot.
expired = Demasiado antiguo
expired-hint = Este botón tiene más de un día. Escriba de nuevo el comando.
card-withheld = 🔒 Los detalles de este cliente no se muestran en el chat. Abra el registro en IT Glue.
phone-withheld = 📞 los números de teléfono no se muestran aquí
email-withheld = ✉️ las direcciones de correo no se muestran aquí
location-withheld = 📍 la sede no se muestra aquí
group-withheld = 🔒 los tipos de contacto de este cliente no se muestran en el chat
entry-withheld = número no mostrado aquí
reveal = Mostrar lo oculto

## El freno: quien ha preguntado demasiado

hold = Las búsquedas están en pausa para usted
hold-hint = En una hora ha buscado a más personas de las que este bot muestra a cualquiera. Podrá continuar dentro de { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}. Si no puede esperar, pida a otra persona que gestione el servidor que use /release.
hold-hint-elsewhere = En una hora ha buscado a más personas de las que este bot muestra a cualquiera. Podrá continuar dentro de { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}. Las búsquedas se pusieron en pausa en otro servidor: si no puede esperar, pida a alguien que lo gestione que use /release allí.
hold-hint-terminal = En una hora se ha buscado aquí a más personas de las que el archivo de reglas permite a un usuario. Podrá continuar dentro de { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.
hold-too-soon = Demasiadas preguntas a la vez
hold-too-soon-hint = Pregunte de nuevo dentro de { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}.
hold-released = { $user } no tiene nada en pausa en este servidor
hold-released-hint = La cuenta de personas vistas aquí empieza de nuevo. En el registro de auditoría consta que usted lo ha permitido, y por qué: { $reason }. Esto no cambia nada de lo ocurrido en otros servidores.
hold-own = No para usted mismo
hold-own-hint = Otra persona que gestione el servidor tiene que dejarle continuar.
hold-none = Aquí no hay nada en pausa
hold-none-hint = Las búsquedas se ponen en pausa en Discord. Use el comando allí.
# Un formulario: título y pregunta, 45 caracteres como máximo, y los motivos para elegir; la indicación de arriba repite el elegido
release-form = Permitir que alguien continúe
release-form-reason = ¿Por qué estaba justificado?
release-reason-busy = un turno con mucho trabajo
release-reason-outage = una avería en un cliente
release-reason-upkeep = mantenimiento de las fichas
release-reason-agreed = lo hemos hablado
# Se publica en el canal que el archivo de reglas indica para esto
hold-alert = 🛑 { $user } ha buscado a más de { $count } personas en una hora. Sus búsquedas están en pausa durante { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}.
hold-alert-hint = Si estaba justificado, /release en el servidor donde ocurrió le deja continuar. A quién ha visto: { $command }
broken-alert = 🛑 El registro de auditoría no está como lo dejó el bot: se cortaron, cambiaron o restituyeron entradas, o su archivo se dañó. Su entrada { $entry } deja constancia de la ruptura.
broken-alert-hint = Las respuestas continúan desde ahí. Lo que ahora no está probado: { $command }. Los archivos junto a la base de datos son pruebas: consérvelos.

## Quién ha consultado la ficha de una persona

looked = Quién ha consultado la ficha de { $name }
looked-people = 👁️ { $count ->
    [one] 1 persona ha
   *[other] { $count } personas han
} consultado la ficha de { $name } desde el { $date }.
looked-nobody = Nadie ha consultado la ficha de { $name }, hasta donde llega el registro ({ $date }).
looked-nobody-since = Nadie ha consultado la ficha de { $name } desde el { $date }.
looked-partly = ⚠️ No hubo tiempo de leer el registro hasta su comienzo: no se cuenta lo anterior al { $date }.
looked-only-named = { $count ->
    [one] 1 persona solo vio
   *[other] { $count } personas solo vieron
} el nombre o el cargo, en sugerencias, menús o listas.
# Cómo se mostró algo
looked-click = botón o menú
looked-suggestions = en sugerencias
looked-shared = compartido en { $channel }
looked-refused = rechazado
looked-unknown = desconocido
looked-terminal = en el equipo del bot
# Qué se mostró
looked-field = { $field ->
    [title] cargo
    [phone] teléfono
    [email] correo
    [location] sede
    [notes] notas
   *[name] nombre
}
# Tras la última línea. Son dos comandos para la máquina del bot
looked-hint = No se cuenta: /who-looked. En la máquina del bot, { $verify } indica si el registro sigue tal como se escribió, y { $report } muestra cada entrada.
looked-unread = No se leyó el registro de auditoría. En la máquina del bot, { $report } indica quién ha consultado la ficha de { $name }.

## Sugerencias. Discord recuerda una lista vacía, así que siempre hay algo que leer. 100 caracteres como máximo.

suggest-loading = Cargando los contactos: inténtelo de nuevo en un minuto
suggest-not-served = No disponible en este servidor
suggest-not-allowed = No permitido aquí: consulte a quien administra el bot
suggest-not-journaled = Sin sugerencias: no se pudieron anotar en el registro de auditoría
suggest-on-hold = Búsquedas en pausa para usted: pulse Intro para ver cuánto tiempo
suggest-too-soon = Demasiado rápido: espere unos segundos y siga escribiendo
suggest-nothing = Sin sugerencias: escríbalo y pulse Intro
suggest-unknown-organization = No existe esa organización: revise primero esa opción
suggest-unknown-type = No existe ese tipo de contacto: revise primero esa opción
suggest-type-a-name = Escriba un nombre, una dirección de correo o dígitos de un número de teléfono
suggest-nobody-fits = Nadie coincide con las demás opciones
suggest-no-match = Nadie coincide con «{ $typed }»: pruebe con apellido, correo o teléfono
suggest-no-organization = Ninguna organización coincide con «{ $typed }»
suggest-no-action = El archivo de reglas no dice nada sobre «{ $typed }»
suggest-no-actions = El archivo de reglas no dice quién puede aprobar qué
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
command-release = Dejar continuar a alguien cuyas búsquedas están en pausa por ser demasiadas
command-release-user = Quién puede continuar; su cuenta empieza de nuevo
command-who-looked = ¿Quién ha consultado la ficha de esta persona? Para quien gestiona el servidor
command-who-looked-name = Un nombre en cualquier orden o grafía, un correo o dígitos de un número de teléfono
command-who-do-i-call = ¿A quién llamo?
