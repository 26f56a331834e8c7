### Español.
###
### Estilo: tuteo, frases cortas, español neutro, infinitivo en los botones y en los comandos. Comillas «…».
###
### access                        acceso
### after hours, business hours   fuera del horario laboral, horario laboral
### alert (of a client)           alerta
### approve, approval             aprobar, aprobación
### audit log                     registro de auditoría
### best now                      mejor ahora
### bot admin                     quien administra el bot
### call order, step              orden de llamada, paso
### channel, thread               canal, hilo
### client                        cliente
### contact                       contacto
### contact type                  tipo de contacto
### country guess                 país supuesto
### decision maker                responsable (no «dirección»: también es una seña)
### details, show less            Detalles, Mostrar menos
### directory                     directorio
### email, phone number           correo, número de teléfono
### ext.                          ext.
### favorite                      favorito
### former contact                antiguo contacto
### hidden                        oculto
### link (a channel to a client)  vincular a
### local copy                    copia local
### location                      sede
### look up (a contact)           consultar
### lookups are paused, resume    búsquedas en pausa, reanudar
### Manage Server                 «Gestionar servidor»
### marked as former              figura como antiguo
### match                         resultado; coincide con
### matched by                    encontrado por
### mobile, landline, direct line móvil, fijo, línea directa
### no answer                     sin respuesta
### notes, quick notes            notas, notas rápidas
### policy file, rule             archivo de reglas, regla
### primary contact               contacto principal
### reached                       contestó (sin género)
### record (in IT Glue)           ficha
### reported wrong                señalado como erróneo
### share                         compartir
### short name                    nombre corto
### suggestion                    sugerencia
### sync                          sincronización
### title                         cargo
### undo                          deshacer
### vCard                         vCard
### vendor                        proveedor
### VIP, VIPs                     VIP (invariable)
### wrong number                  número equivocado

## Todas las respuestas

open-in-it-glue = Abrir en IT Glue
open-in-it-glue-at = Abrir en IT Glue: { $url }
previous-page = ◀ Anterior
next-page = Siguiente ▶
pick-one = Seleccionar…
just-now = hace un momento
minutes-ago = hace { $count } min
hours-ago = hace { $count } h
days-ago = hace { $count } días
date = { $day }/{ $month }/{ $year }
synced = Sincronizado { $ago }
record-updated = ficha modificada el { $date }
trouble-unreachable = ⚠️ No se puede conectar con IT Glue (primer fallo { $since }).
trouble-overdue = ⚠️ Una nueva sincronización lleva retraso (último éxito { $since }).
trouble-refused = ⚠️ IT Glue rechaza la clave API del bot (primer rechazo { $since }).
trouble-held-back = ⚠️ Una sincronización espera aprobación: eliminaría una cantidad inusual de fichas (detectada { $since }).
trouble-expired = ⚠️ IT Glue estuvo demasiado tiempo sin responder y se eliminó la copia local ({ $since }).
last-good-copy = Se muestra la última copia válida.
tell-the-operator = Avisa a quien administra el bot.

## En un terminal

type-number =     [escribe { $count ->
    [one] 1
   *[other] un número del 1 al { $count }
}]
type-word = [escribe { $words }]
type-number-or-word =     [escribe { $count ->
    [one] 1
   *[other] un número del 1 al { $count }
} o { $words }]
exec-go-on = (añádelo como otro --exec, o inicia la demo sin --exec)
ask-next = Para seguir, ejecuta uno de estos:
ask-first-page = Aquí solo se muestra la primera página. Encuentra las demás con: { $usage }
line-unknown-command = Comando desconocido. Comandos: { $names }. Ejemplos: { $help }
line-meant-command = Comando desconocido. ¿Quisiste decir { $meant }? Comandos: { $names }. Ejemplos: { $help }
line-no-entry = Ahora no hay ninguna entrada con ese número. Ejemplos: { $help }
line-unknown-option = Opción desconocida. Uso: { $usage } (pon entre comillas un texto con dos puntos)
line-meant-option = Opción desconocida. ¿Quisiste decir { $meant }? Uso: { $usage } (pon entre comillas un texto con dos puntos)
line-repeated = Opción repetida: { $option }. Uso: { $usage }
line-missing = Falta la opción: { $option }. Uso: { $usage }
line-no-user = { $option } debe ser un ID de usuario de Discord. Uso: { $usage }
line-not-text = Eso no es un texto UTF-8 válido.
demo-welcome =
    Todos los datos son inventados. Escribe un comando como en Discord, por ejemplo:

      /contact john smtih                   un nombre, escrito con prisa
      /contact name: jane organization: acme
      /vip                                  todos los VIP
      /primary acme                         a quién llamar primero
      /directory acme                       todos los contactos, por tipo
      /who-can action: purchase organization: acme
                                            quién puede aprobarlo

    Un número abre esa entrada y una de las palabras entre [corchetes] actúa como
    botón. Escribe help para ver todos los comandos, y quit o Ctrl-D para salir.
demo-not-opened = No se ha podido abrir el navegador. La página está en { $address }
demo-page = Lo mismo en un navegador, como se ve en Discord: { $address }
language-name = Español
page-about = Todos los datos son inventados. Nada sale de este ordenador.
page-act-as = Actuar como
page-act-in = Idioma
page-cancel = Cancelar
page-change = Cambia un contacto ahora
page-changed = { $before } ahora se llama { $after } en IT Glue. La próxima sincronización lo traerá aquí.
page-elsewhere = Kim (otro servidor)
page-it-glue = Estado de IT Glue
page-it-glue-down = caído
page-it-glue-mass-deletion = falta la mayoría de los clientes
page-it-glue-refusing = rechaza la clave API
page-it-glue-slow = demasiado lento
page-it-glue-up = disponible
page-journal = Registro de auditoría, lo más reciente primero
page-line = Escribe / para ver los comandos
page-log = Log, lo más reciente primero
page-manager = Sam (administra el servidor)
page-moment = Hora
page-moment-night = De noche (03:00 en Acme)
page-moment-now = Ahora
page-moment-office = Horario laboral (10:00 en Acme)
page-no-answer = La aplicación no ha respondido
page-on-call = Robin (de guardia)
page-only-you = Solo tú ves esto
page-outsider = Toni (sin rol)
page-panel = Entre bastidores
page-send = Enviar
page-submit = Aceptar
page-technician = Alex (soporte)
page-working = Callsheet está pensando…

## Una ficha

vip-mark = ⭐ VIP
departed-by-type = ⛔ Antiguo contacto: el tipo de contacto es «{ $type }». Compruébalo antes de llamar.
departed-by-wording = ⛔ Antiguo contacto, según el nombre o el cargo en IT Glue. Compruébalo antes de llamar.
no-title = Sin cargo
no-organization = Sin cliente
no-contact-type = Sin tipo de contacto
phone = 📞 { $phone }
other-phone = 📞 Otro teléfono: { $phone }
no-phone = 📞 Sin número de teléfono
only-fax = 📞 Solo número de fax
extension = { $number } ext. { $extension }
email = ✉️ Correo: { $email }
other-email = ✉️ Otro correo: { $email }
no-email = ✉️ Sin dirección de correo
more-in-it-glue = … y { $count } más en IT Glue
location = 📍 Sede: { $place }
no-location = 📍 Sin sede
location-phone = ☎️ Teléfono de la sede: { $phone }
unnamed-contact = Contacto sin nombre

## Por qué esta persona

matched-nickname = 🔎 Encontrado por el apodo: { $typed } → { $stored }
matched-typo = 🔎 Encontrado pese a un error de escritura: { $typed } → { $stored }
matched-sound = 🔎 Encontrado por la pronunciación: { $typed } → { $stored }
matched-initials = 🔎 Encontrado por las iniciales
matched-acronym = 🔎 Encontrado por las iniciales del cliente
matched-phone-end = 🔎 Encontrado por las últimas cifras de un teléfono: …{ $typed }
matched-phone-otherwise = 🔎 Encontrado por el teléfono, sin el prefijo del país: { $typed }
matched-line = 🔎 Encontrado por { $kind ->
    [fax] el número de fax
    [email] la dirección de correo
   *[phone] el número de teléfono
}: { $line }
extension-matched = 🔎 La extensión coincide: { $extension }
extension-unmatched = 🔎 La extensión no coincide: { $extension }
matched-email = 🔎 Encontrado por parte de la dirección de correo
matched-email-typed = 🔎 Correo: { $stored } (escrito: «{ $typed }»)
matched-email-near = 🔎 Ningún resultado exacto para la dirección «{ $typed }»
matched-email-domain = 🔎 Encontrado por el dominio del correo
matched-client = 🔎 Cliente: { $stored }
matched-client-typed = 🔎 Cliente: { $stored } (escrito: «{ $typed }»)
matched-title = 🔎 Cargo: { $stored }
matched-type = 🔎 Tipo: { $stored }
matched-place = 🔎 Encontrado por la ciudad de la sede
found-line = buscado
rival = 👥 También podría ser: { $name }, { $organization }
rival-departed = 👥 Antiguo contacto con un nombre parecido: { $name }, { $organization }
no-primary = 🔎 No hay contacto principal en { $organization }.
primary-unreachable = ⚠️ El contacto principal en { $organization } no tiene teléfono ni correo: { $names }.

## Menús

entry-departed = antiguo contacto
entry-unreachable = sin teléfono ni correo
entry-no-phone = sin teléfono
entry-record = ficha { $number }
at-organization = { $title } en { $organization }
menu-several = Varios resultados para «{ $typed }»
menu-close = Sin resultado exacto para «{ $typed }»
menu-nearest = Sin resultados para «{ $typed }»
menu-unexplained = Ningún contacto coincide del todo con «{ $typed }»
menu-elsewhere = Ningún contacto en { $organization } coincide con toda la búsqueda
client-primary = A quién llamar
client-directory = Directorio
client-who-can = Quién puede aprobar: { $action }
menu-not-vips = Ningún VIP coincide con «{ $typed }»
menu-unfitting = Este contacto no coincide con tus otros filtros
menu-several-organizations = Varios clientes coinciden con «{ $typed }»
menu-nearest-organizations = Ningún cliente coincide con «{ $typed }»
hint-several = Elige el resultado correcto.
hint-close = { $count ->
    [one] ¿Te refieres a este contacto?
   *[other] ¿Te refieres a uno de estos?
}
hint-nearest = Estos son los nombres más parecidos. También puedes probar con un apellido, un correo o parte del teléfono.
hint-unexplained = No se entendió: «{ $words }». Estos contactos coinciden con el resto.
hint-elsewhere = Escribiste «{ $typed }». Estos contactos coinciden con el resto, pero son de otros clientes.
hint-partly = Escribiste «{ $typed }». Estos contactos solo coinciden con una parte.
hint-nobody-elsewhere = Escribiste «{ $typed }». Ningún otro contacto coincide con el resto.
hint-client = Nombraste un cliente, pero ningún contacto. Elige lo que quieres saber.
hint-no-main-line = IT Glue no tiene ningún número principal de este cliente. Elige qué más quieres saber.
hint-not-vips = Estos contactos coinciden, pero ninguno es un VIP al que puedas llamar.
hint-unfitting = Cambia el cliente o el tipo, o elige el contacto aquí.
hint-people-of-several = Elige el contacto del cliente correcto.
hint-nearest-organizations = Estos son los nombres más parecidos. También puedes probar con el nombre corto o el comienzo del nombre.
more-organizations = Se muestran los { $count } mejores resultados. Escribe más del nombre para acotar.
more-people = Se muestran los { $count } mejores resultados. Añade un apellido o un cliente para acotar.

## Listas

people = { $count ->
    [one] 1 contacto
   *[other] { $count } contactos
}
vips = VIP
vips-at = VIP en { $organization }
group = 🏢 { $organization }
group-none = 🏢 Sin cliente
row-phone = 📞 { $phone }
page-of = Página { $page } de { $pages }

## Avisos

still-loading = Los contactos se están cargando
still-loading-hint = La primera sincronización con IT Glue no ha terminado. Inténtalo de nuevo en un minuto.
nothing-typed = Escribe qué quieres buscar
nothing-typed-hint = Escribe un nombre, un correo o parte de un número de teléfono.
nobody-matches-hint = Prueba con un apellido, un correo, parte del teléfono o el cliente.
nobody-matches-within-hint = Prueba con un apellido, o quita el cliente para buscar en todas partes.
gone = Ya no está disponible
gone-hint = Esta ficha se eliminó de IT Glue, o el bot no puede mostrarla. Búscala de nuevo por nombre.
unknown-organization-hint = Elige una sugerencia mientras escribes, o prueba con el nombre corto.
near-names = Nombres parecidos: { $names }
unknown-type = Ningún tipo de contacto coincide con «{ $typed }»
unknown-type-hint = Elige una sugerencia mientras escribes.
known-types = Tipos de contacto: { $names }
no-vips = No hay VIP
no-vips-at = No hay VIP en { $organization }
no-vips-hint = Los VIP son contactos marcados como importantes en IT Glue. Los antiguos contactos no aparecen.
nobody-at = Nadie a quien llamar en { $organization }
nobody-at-hint = IT Glue no tiene contactos de este cliente.
nobody-left-hint = { $count ->
    [one] El único contacto de este cliente figura como antiguo en IT Glue.
   *[other] Los { $count } contactos de este cliente figuran como antiguos en IT Glue.
}
rejected = No se pudo leer el comando
rejected-missing-hint = Completa «{ $option }».
rejected-unknown-hint = Este comando ha cambiado. Recarga Discord e inténtalo de nuevo.
not-served = No disponible aquí
not-served-hint = Este bot solo funciona en los servidores para los que está configurado. Consulta a quien administra el bot.
not-saved = No se pudo guardar
not-saved-hint = No se cambió nada. Inténtalo de nuevo. Si se repite, avisa a quien administra el bot.
unreadable = No se pudo leer la solicitud
unreadable-hint = No se buscó nada. Repite el comando. Si se repite el fallo, avisa a quien administra el bot.

## Entradas: el directorio, el cliente del canal, los mensajes, los números

# En un botón.
directory = Directorio
everybody-at = Todos los contactos en { $organization }
# Un grupo de una lista, como el nombre de un tipo de contacto.
group-departed = Antiguos contactos
no-vips-of-type = No hay VIP del tipo «{ $type }»
nobody-listed = No hay contactos en { $organization }
nobody-listed-of-type = No hay contactos del tipo «{ $type }» en { $organization }
nobody-listed-of-type-hint = Quita el tipo para ver todos los contactos.
menu-several-types = Varios tipos de contacto coinciden con «{ $typed }»
menu-shared-number = Varios contactos comparten el número «{ $typed }»
hint-shared-number = Puede ser un número general. Elige el contacto correcto.
hint-another-country = Estos números tienen las mismas cifras, pero otro prefijo de país o ninguno.
more-with-number = Se muestran los { $count } primeros. Busca a los demás por nombre con /contact.
menu-site-number = Ningún contacto tiene el número «{ $typed }», pero sí una sede
hint-site-number = Elige el cliente para ver a quién llamar allí.
menu-named-in-message = El mensaje nombra varios clientes
hint-named-in-message = Los mejores resultados van primero. Elige el correcto.
more-entries = Se muestran los { $count } mejores resultados.
told-in-message = 🔎 Encontrado en el mensaje: { $organization }
told-by-number = 🔎 Encontrado por el número de teléfono del mensaje
told-by-channel = 🔎 Ningún cliente conocido en el mensaje. Este canal está vinculado a { $organization }.
nothing-named = No se encontró ningún cliente en el mensaje
nothing-named-hint = Nombra el cliente con /primary. Alguien con el permiso «Gestionar servidor» también puede vincular este canal a un cliente con /bind.
channel-bound = Este canal ahora está vinculado a { $organization }
channel-before = Antes estaba vinculado a { $organization }.
channel-bound-hint = Aquí y en los hilos de este canal, /primary, /directory y /who-can usan este cliente mientras no nombres otro. Entre resultados iguales, sus contactos van primero. Deshazlo con /unbind.
channel-bound-already = Este canal ya está vinculado a { $organization }
channel-bound-by-policy = El archivo de reglas vincula este canal a { $organization }
channel-bound-by-policy-hint = El archivo de reglas tiene prioridad, así que no se cambió nada. Quien administra el bot puede modificarlo.
channel-bound-by-policy-to-nobody = El archivo de reglas vincula este canal a un cliente desconocido u oculto aquí
channel-bound-by-policy-to-nobody-hint = No se cambió nada. Pide a quien administra el bot que corrija el archivo de reglas.
channel-unbound = Este canal ya no está vinculado a { $organization }
channel-unbound-from-nobody = Este canal ya no está vinculado a ningún cliente
channel-unbound-hint = Vuelve a nombrar el cliente aquí con /primary, /directory y /who-can.
channel-not-bound = Este canal no tiene un cliente propio
channel-not-bound-hint = No se cambió nada. Vincula un cliente con /bind.
channel-bound-by-parent-hint = Este hilo usa el cliente de su canal, { $organization }. Usa /unbind en ese canal.
channel-not-allowed = No puedes cambiar esto
channel-not-allowed-hint = Necesitas el permiso «Gestionar servidor» para vincular un canal a un cliente.
channel-none = Esto no es un canal
channel-none-hint = Solo los canales de Discord se pueden vincular a un cliente. Usa el comando allí.
# Delante de toda la sugerencia. La estrella sola no lo diría.
suggest-favourite = ★ Favorito · { $entry }

## A quién llamar: el orden de llamada, lo que se ha intentado y quién puede aprobar

chain-step = ⤵️ { $count ->
    [one] Único contacto a quien llamar en { $organization }: { $reason }
   *[other] Paso { $place } de { $count } en { $organization }: { $reason }
}
# Por qué le toca a alguien; también detrás de un nombre.
reason-named = según el archivo de reglas
reason-primary = contacto principal
reason-technical = contacto técnico
reason-billing = contacto de facturación
reason-executive = responsable
reason-end-user = usuario final
reason-vendor = proveedor
reason-vip = VIP
reason-anyone = otro contacto
reason-guessed = { $reason } (supuesto: { $type })
chain-in-hours = 🕒 Horario laboral: se muestra el orden de llamada habitual.
chain-out-of-hours = 🕒 Fuera del horario laboral: se muestra el orden previsto.
chain-hours-unknown = 🕒 Horario laboral desconocido: se muestra el orden de llamada habitual.
primary-only-email = ⚠️ El contacto principal en { $organization } solo tiene correo: { $names }.
primary-departed = ⛔ El contacto principal en { $organization } figura como antiguo: { $names }.
named-not-on-record = ⚠️ El archivo de reglas nombra a alguien que no está en IT Glue: { $name }.
named-record-not-there = ⚠️ El archivo de reglas nombra un contacto que no está en IT Glue: ficha { $number }.
named-not-shown = ⚠️ El archivo de reglas nombra a alguien que no está en IT Glue o que está oculto aquí.
named-only-email = ⚠️ En el archivo de reglas, pero solo con correo: { $names }.
named-unreachable = ⚠️ En el archivo de reglas, pero sin teléfono ni correo: { $names }.
named-departed = ⛔ En el archivo de reglas, pero figura como antiguo: { $names }.
chain-awake = ⚠️ Prueba antes el paso { $place }, allí es de día: { $name }, { $reason }.
chain-awake-by-notes = ⚠️ Prueba antes el paso { $place }, disponible ahora según sus notas: { $name }, { $reason }.
chain-none-awake = ⚠️ No consta que otro contacto responsable esté despierto ahora.
# «times» es una hora, «03:12», o las varias que puede ser: «03:12/04:12».
night-there = allí es de noche ({ $times })
chain-next = ⤵️ Si no contesta: { $step }
reach-email = solo correo
chain-more = … y { $count } más
chain-tried = 🗒️ Intentos hasta ahora: { $call }
chain-earlier = { $count ->
    [one] … { $count } intento anterior
   *[other] … { $count } intentos anteriores
}
tried-call = { $who } llamó a { $whom }
tried-you = este terminal
tried-somebody = un contacto eliminado
tried-no-answer = sin respuesta
tried-reached = contestó
tried-wrong-number = número equivocado
tried-wrong-number-because = número equivocado: { $reason }
chain-reached = ✅ Contestó { $ago } a la llamada de { $who }.
chain-again = 🔁 Ya se llamó a todos, la última vez { $ago }. Se vuelve a empezar con quienes no contestaron.
chain-changed = ⚠️ El contacto elegido ya no está en el orden de llamada de { $organization }. No se guardó nada. Llama a este contacto.
outcome-no-answer = Sin respuesta
outcome-no-answer-next = Sin respuesta → siguiente
outcome-reached = Contestó
outcome-wrong-number = Número equivocado
chain-call-again = Volver a llamar
chain-go-awake = Ver quién está despierto
# Un formulario: su título y la pregunta, 45 caracteres como máximo, y los motivos a elegir; una tarjeta los repite tras dos puntos
wrong-number-form = Señalar un número equivocado
wrong-number-form-reason = ¿Qué problema tiene?
wrong-number-not-in-service = fuera de servicio
wrong-number-somebody-else = contesta otra persona
wrong-number-left = ya no trabaja allí
wrong-number-other = otra cosa
# Un botón y lo que resulta de él. $outcome es «sin respuesta», «contestó» o «número equivocado», y $name el contacto al que se llamó
undo = Deshacer: { $outcome }, { $name }
undo-done = ↩️ Deshecho: { $outcome }, { $name }
undo-too-late = ⚠️ Demasiado tarde para deshacer: { $outcome }, { $name }. Se puede deshacer durante 15 minutos.
undo-gone = ⚠️ Ya no hay nada que deshacer: { $outcome }, { $name }
dead-unreachable = ⚠️ Ningún contacto tiene teléfono ni correo: { $names }.
dead-not-in-chain = No se puede contactar con nadie del orden de llamada del archivo de reglas. Consulta todos los contactos con /directory.
dead-tried = ⚠️ Ya se llamó a todos y no queda nadie: { $names }.
dead-hint = Busca en IT Glue el número principal del cliente.
who-can = Quién puede aprobar «{ $action }» en { $organization }
who-can-type = tipo: { $type }
who-can-more = Se muestran los { $count } primeros.
who-can-nobody = Según el archivo de reglas, ningún contacto puede aprobar esto aquí.
who-can-guessed = No se cuentan, porque su función solo se supone por el tipo de contacto: { $types }. Quien administra el bot puede fijarla en el archivo de reglas, en { $table }.
who-can-deciders = Estos responsables tampoco pueden aprobarlo. Pregúntales quién puede:
menu-several-actions = Varias acciones coinciden con «{ $typed }»
unknown-action = El archivo de reglas no tiene ninguna regla para «{ $typed }»
action-gone = El archivo de reglas no tiene ninguna regla para esta acción
known-actions = Acciones con regla: { $names }
no-actions = No hay reglas de aprobación para { $organization }
no-actions-hint = Quien administra el bot puede añadirlas al archivo de reglas, en { $table }.
no-channel = ¿Qué cliente?
no-channel-hint = Este canal no está vinculado a ningún cliente. Nombra uno en el comando, o pide a alguien con el permiso «Gestionar servidor» que use /bind aquí.

## El cliente mismo: su alerta, sus notas rápidas y su estado

client-alert = ⚠️ Alerta: { $alert }
client-alert-cut = … la alerta continúa en IT Glue.
client-inactive = ⛔ Cliente no activo: su estado en IT Glue es «{ $status }». Compruébalo antes de llamar.
client-status = ℹ️ Estado del cliente en IT Glue: { $status }
client-notes = 📝 Notas rápidas del cliente:
client-notes-cut = … las notas rápidas continúan en IT Glue.
# De un cliente en un menú o una sugerencia
entry-status = estado: { $status }

## La ficha: sus números, horas y notas, y lo que se puede hacer con ella

favourite-mark = ★ favorito
shared-by = Compartido por { $user }
user-number = usuario { $number }
# A number of which a field has only the end: "030 23125012/13"
number-completed = completado a partir de «{ $field }»
number-unverified = tal como está guardado, sin verificar
# Después de que se añadiera, cambiara o quitara un número
phones-changed = ⚠️ Números de teléfono cambiados { $ago }. Comprueba con quién hablas.
number-wrong = ⚠️ señalado como erróneo { $count ->
    [one] una vez
   *[other] { $count } veces
}
number-wrong-because = ⚠️ señalado como erróneo { $count ->
    [one] una vez
   *[other] { $count } veces
}: { $reasons }
# De dónde se tomó el país de un número sin prefijo de país. $country es su código: US
country-guessed = { $from ->
    [location] país supuesto: { $country } (sede)
    [organization] país supuesto: { $country } (cliente)
    [default] país supuesto: { $country } (por defecto)
   *[digits] país supuesto: { $country } (primeras cifras)
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
    [mobile] número móvil
    [landline] número fijo
   *[pager] número de buscapersonas
}
best-now = mejor ahora
best-asked-for = mejor ahora, según las notas: «{ $quote }»
best-mobile-out-of-hours = mejor ahora: móvil, fuera del horario laboral
best-home-out-of-hours = mejor ahora: casa, fuera del horario laboral
best-mobile = mejor ahora: móvil, horario laboral desconocido
other-numbers = … { $count ->
    [one] 1 número más
   *[other] { $count } números más
} en «Más»
# El teléfono de un lugar, para quien no tiene
location-number = ☎️ { $phone }
site-phone = último recurso: { $of ->
    [contact] teléfono de su sede
   *[organization] teléfono de la sede del cliente
}
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
local-time = { $of ->
    [contact] 🕒 Hora local: { $time }
   *[organization] 🕒 Hora local: { $time } (sede del cliente)
}
night-call = { $of ->
    [contact] 🌙 Allí es de noche: { $time }
   *[organization] 🌙 Allí es de noche: { $time } (sede del cliente)
}
# Lo que dicen las notas del horario de alguien
hours-open = 🕒 Disponible, nota: «{ $quote }»
hours-closed = 🕒 No disponible ahora, nota: «{ $quote }»
# Lo que las notas piden hacer antes de llamar
write-first = ✋ Según las notas: «{ $quote }»
last-reached = ✅ Contestó por última vez { $ago }, a la llamada de { $user }
last-failed = ⚠️ Última llamada { $ago } de { $user }: { $outcome ->
    [wrong-number] número equivocado
   *[no-answer] sin respuesta
}
notes = 📝 Notas:
notes-more = … más en «Notas»
notes-secrets = 🔒 { $count ->
    [one] 1 posible secreto oculto
   *[other] { $count } posibles secretos ocultos
}. Consulta IT Glue.
# Está en lugar de un secreto. 40 caracteres como máximo
masked = { $secret ->
    [password] (🔒 contraseña oculta)
    [key] (🔒 clave oculta)
    [code] (🔒 código oculto)
    [card] (🔒 número de tarjeta oculto)
   *[account] (🔒 número de cuenta oculto)
}
notes-of = Notas: { $name }
no-notes = Las notas ahora están vacías.
notes-cut = … continúa en IT Glue.
# Botones
share = Compartir en el canal
notes-button = Notas
less = Mostrar menos
details = Más
add-favourite = ☆ Añadir a favoritos
remove-favourite = ★ Quitar de favoritos
contact-file = Descargar vCard
back-to-card = ↩ Volver al contacto
# Se dice en lugar de lo pedido
sharing-off = Compartir está desactivado
sharing-off-hint = Quien administra el bot no permite compartir contactos en canales.
not-handed-on = No se pueden compartir antiguos contactos
not-handed-on-hint = { $name } figura como antiguo contacto en IT Glue. Busca a otra persona de este cliente.
contact-file-of = vCard de { $name }
contact-file-hint = Abre el archivo para añadir a esta persona a tus contactos. No se actualiza: elimínalo cuando ya no lo necesites.

## Acceso: lo que no se muestra a quien pregunta

not-allowed = No tienes acceso
not-allowed-hint = Las reglas de acceso del bot no lo permiten en este canal. Consulta a quien administra el bot.
not-journaled = No se puede mostrar ahora
not-journaled-hint = Callsheet no puede escribir en su registro de auditoría, así que no muestra nada. Avisa a quien administra el bot.
expired = Este botón ha caducado
expired-hint = Los botones funcionan durante un día. Repite el comando.
card-withheld = 🔒 Los detalles de este cliente no se muestran en el chat. Abre la ficha en IT Glue.
phone-withheld = 📞 Números de teléfono ocultos aquí
email-withheld = ✉️ Direcciones de correo ocultas aquí
location-withheld = 📍 Sede oculta aquí
group-withheld = 🔒 Tipos de contacto ocultos para este cliente
entry-withheld = número oculto aquí
reveal = Mostrar lo oculto
reveal-client = Ver notas del cliente

## Búsquedas en pausa

hold = Tus búsquedas están en pausa
hold-hint = Consultaste más contactos en una hora de los que permite el bot. Inténtalo de nuevo en { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}. ¿Es urgente? Pide a otra persona con el permiso «Gestionar servidor» que use /release.
hold-hint-elsewhere = Consultaste más contactos en una hora de los que permite el bot. Inténtalo de nuevo en { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}. Las búsquedas se pusieron en pausa en otro servidor. ¿Es urgente? Pide allí a alguien con el permiso «Gestionar servidor» que use /release.
hold-hint-terminal = En una hora se consultaron aquí más contactos de los que el archivo de reglas permite a un usuario. Podrás continuar dentro de { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}.
hold-too-soon = Demasiadas solicitudes
hold-too-soon-hint = Inténtalo de nuevo en { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
}.
hold-released = { $user } puede volver a consultar contactos en este servidor
hold-released-hint = Su cuenta en este servidor empieza de nuevo. El registro de auditoría indica que reanudaste sus búsquedas, y por qué: { $reason }. Las pausas en otros servidores siguen vigentes.
hold-own = No puedes reanudar tus propias búsquedas
hold-own-hint = Pide a otra persona con el permiso «Gestionar servidor» que use /release por ti.
hold-none = Aquí no hay búsquedas en pausa
hold-none-hint = Las búsquedas se ponen en pausa en Discord. Usa el comando allí.
# Un formulario: título y pregunta, 45 caracteres como máximo, y los motivos para elegir; la indicación de arriba repite el elegido
release-form = Reanudar las búsquedas de un usuario
release-form-reason = ¿Por qué estaban justificadas?
release-reason-busy = un turno con mucho trabajo
release-reason-outage = una avería en un cliente
release-reason-upkeep = mantenimiento de las fichas
release-reason-agreed = lo hemos hablado
# Se publica en el canal que el archivo de reglas indica para esto
hold-alert = 🛑 { $user } consultó más de { $count } contactos en una hora. Sus búsquedas están en pausa durante { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}.
hold-alert-hint = ¿Está justificado? Reanuda sus búsquedas con /release en el servidor donde ocurrió. Para ver a quién consultó: { $command }
broken-alert = 🛑 El registro de auditoría ya no coincide con lo que escribió el bot: se cortaron, cambiaron o repusieron entradas, o su archivo se dañó. La entrada { $entry } registra la ruptura.
broken-alert-hint = El bot sigue respondiendo. Para ver lo que ya no se puede probar: { $command }. Guarda como prueba los archivos junto a la base de datos.

## Quién ha consultado un contacto

looked = Quién ha consultado a { $name }
looked-people = 👁️ { $count ->
    [one] 1 persona ha
   *[other] { $count } personas han
} consultado a { $name } desde el { $date }.
looked-nobody = Nadie ha consultado a { $name } desde que empezó el registro de auditoría ({ $date }).
looked-nobody-since = Nadie ha consultado a { $name } desde el { $date }.
looked-partly = ⚠️ No se pudo leer todo el registro de auditoría. No se cuentan las consultas anteriores al { $date }.
looked-only-named = { $count ->
    [one] 1 persona solo vio
   *[other] { $count } personas solo vieron
} el nombre o el cargo, en sugerencias, menús o listas.
# Cómo se mostró algo
looked-click = botón o menú
looked-suggestions = en sugerencias
looked-shared = compartido en { $channel }
looked-shared-somewhere = compartido en un canal
looked-file = como vCard
looked-refused = rechazado
looked-unknown = usuario desconocido
looked-terminal = en la máquina del bot
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
looked-hint = /who-looked no se cuenta. En la máquina del bot, { $verify } comprueba que el registro de auditoría esté intacto y { $report } muestra todas las entradas.
looked-unread = No se pudo leer el registro de auditoría. En la máquina del bot, ejecuta { $report } para ver quién ha consultado a { $name }.

## Ayuda

help-title = Qué puedes preguntar
help-on-message = En una alerta del canal, Aplicaciones > { $name }: a quién llamar en el cliente que menciona
help-typing = Mientras escribes un nombre aparecen sugerencias: elige una o envía el texto tal cual.
help-terminal = En la demo, un número abre la entrada, una palabra entre [corchetes] actúa como botón, complete /contact jon muestra sugerencias y quit la cierra. Fuera de ella, escribe el comando después de callsheet ask, entre comillas si tu shell lo cambiaría.

## Estado

status-title = Cómo está Callsheet
status-copy = 📇 Copia local: { $contacts ->
    [one] { $contacts } contacto
   *[other] { $contacts } contactos
}, { $clients ->
    [one] { $clients } cliente
   *[other] { $clients } clientes
}, { $locations ->
    [one] { $locations } ubicación
   *[other] { $locations } ubicaciones
} que puedes ver
status-sweep = 🔄 Sincronización completa: último éxito { $ago }
status-sweep-never = 🔄 Sincronización completa: aún sin éxito
status-delta = 🔄 Sincronización de cambios: último éxito { $ago }
status-delta-never = 🔄 Sincronización de cambios: aún sin éxito
status-failed = ⚠️ Su último fallo: { $ago } ({ $fault ->
    [refused] IT Glue rechazó la clave de API
    [local-copy] no se pudo leer o escribir la copia local
    [interrupted] se interrumpió
   *[unreachable] no se pudo acceder a IT Glue
})
status-connected = 🔌 Discord: conectado { $ago }
status-disconnected = ⚠️ Discord: conexión perdida { $ago }
status-audit = 📒 Registro de auditoría: intacto; se rechaza la respuesta que no pueda anotar
status-audit-optional = 📒 Registro de auditoría: intacto; la respuesta sale aunque no pueda anotarse
status-audit-broken = ⛔ Registro de auditoría: modificado desde fuera. En la máquina del bot, ejecuta { $command }.
status-on-hold = ⏸️ Usuarios con búsquedas en pausa: { $count }
status-policy = 📜 Archivo de reglas: aplicado { $ago }
status-no-policy = 📜 Archivo de reglas: ninguno, así que todos los miembros ven todos los contactos salvo los restringidos
status-dangling = ⚠️ El archivo de reglas nombra { $count ->
    [one] { $count } elemento
   *[other] { $count } elementos
} que IT Glue no tiene:
status-types = 🏷️ Tipos de contacto y lo que significan:
status-former = contacto anterior
status-no-role = sin rol
status-guessed = (deducido de su nombre)

## Editar un contacto

draft-gone = Esa edición ha caducado
draft-gone-hint = Lo que escribes se conserva 15 minutos. No se ha guardado nada. Empieza de nuevo con /contact-edit.
too-many-changes = Demasiados cambios en una hora
too-many-changes-hint = No se ha guardado nada. El archivo de políticas permite { $limit } cambios por hora. Inténtalo más tarde; lo que has escrito se conserva 15 minutos.
notes-too-long = Estas notas son demasiado largas para un formulario
notes-too-long-hint = Edítalas en IT Glue. Los formularios de Discord admiten 4.000 caracteres.
retired-already = { $name } ya es un antiguo contacto
retired-already-hint = Cambia el tipo de contacto con /contact-edit si no es así.
no-departed-type = Ningún tipo de contacto representa a los antiguos contactos
no-departed-type-hint = Pide al administrador del bot que cree uno en IT Glue, como «Baja», o que asigne uno en [roles] del archivo de políticas.
edit-button = Editar
edit-form = Editar un contacto
add-form = Añadir un contacto
retire-form = Dar de baja un contacto
retire-form-reason = ¿Por qué?
retire-left = ya no trabaja allí
retire-duplicate = otro registro es la misma persona
retire-mistake = el registro es un error
field-first-name = Nombre de pila
field-last-name = Apellidos
field-title = Cargo
field-type = Tipo de contacto
field-vip = VIP
field-emails = Correos
field-phones = Teléfonos
field-notes = Notas
field-location = Sede
edit-emails-hint = Uno por línea: etiqueta, dirección. Un * marca el principal.
edit-phones-hint = Uno por línea: etiqueta, número, ext 12. Un * marca el principal.
edit-part-name = Nombre
edit-part-place = Sede
edit-vip-yes = sí
edit-blank = (vacío)
edit-title = Editar a { $name }
edit-title-new = Contacto nuevo: { $name }
edit-title-problems = Sin guardar: { $name }
edit-title-nothing = Nada que cambiar: { $name }
edit-title-preview = Revisa antes de guardar: { $name }
edit-title-unknown = Aún por averiguar: { $name }
edit-title-not-saved = Sin guardar: { $name }
edit-title-discarded = Descartado: { $name }
edit-title-no-undo = Ya no hay nada que deshacer: { $name }
edit-hub = ¿Qué quieres cambiar? Verás los cambios antes de que se guarde nada.
edit-problems-hint = Lo que has escrito se conserva 15 minutos. Corrígelo y envíalo otra vez.
edit-nothing = IT Glue ya lo tiene así.
edit-again = ⚠️ Alguien ha cambiado este registro en IT Glue desde que lo miraste. Revísalo otra vez.
edit-change = { $field }: { $from } → { $to }
edit-list = { $field }:
edit-meanwhile = ⚠️ Otra persona ha cambiado { $field } en IT Glue entretanto: { $from } → { $to }
edit-undecided = ⚠️ { $field }: otra persona también lo ha cambiado. En IT Glue: { $theirs }. Lo tuyo: { $mine }. Elige uno.
edit-left = { $field }: se queda como está en IT Glue
edit-hidden = ⚠️ { $field }: una línea cambiada contiene algo oculto, como una contraseña. Cambia esa línea en IT Glue.
edit-owned = ⚠️ { $owner } mantiene { $field } al día. IT Glue puede rechazar el cambio, o { $owner } sobrescribirlo.
edit-duplicates = ⚠️ Estos contactos pueden ser la misma persona. Elige uno para abrirlo en su lugar:
edit-not-yet = Todavía no se ha guardado nada.
edit-keep-mine = { $field }: usar lo mío
edit-keep-theirs = { $field }: dejar IT Glue
edit-save = Guardar
edit-save-anyway = Añadir de todos modos
edit-save-rest = Guardar el resto
edit-save-again = Guardar otra vez
edit-look-again = Mirar otra vez
edit-more = Cambiar más
edit-fix = Corregir
edit-discard = Descartar
edit-undo = Deshacer
edit-unknown = IT Glue no ha dicho si el cambio ha llegado. Callsheet lo está averiguando; no lo repitas hasta entonces.
edit-discarded = No se ha guardado nada.
edit-no-undo = Un cambio se puede deshacer una vez, durante 15 minutos.
edit-rest = Todo lo demás aún se puede guardar.
edit-saved = ✅ Guardado en IT Glue: { $fields }
edit-added = ✅ Añadido a IT Glue: { $fields }
edit-undone = ↩️ Deshecho en IT Glue: { $fields }
edit-reformatted = IT Glue lo ha guardado en su propio formato: { $fields }
edit-not-done = ⚠️ IT Glue aceptó el cambio, pero no lo hizo: { $fields }. Revisa el registro en IT Glue.
problem-no-first-name = ⚠️ Falta el nombre de pila. IT Glue lo necesita.
problem-too-long = ⚠️ { $field }: más de 255 caracteres.
problem-unreadable = ⚠️ { $field }, línea { $line }: no se entiende «{ $text }»
problem-no-address = ⚠️ No es una dirección de correo: { $text }
problem-no-number = ⚠️ No es un número de teléfono: { $text }
problem-twice = ⚠️ Aparece dos veces: { $text }
problem-two-primary = ⚠️ { $field }: solo uno puede llevar un *.
problem-unknown = ⚠️ { $field }: ya no existe en esta cuenta. Elige otra opción.
failure-no-organization = ⚠️ IT Glue ya no tiene este cliente.
failure-invalid = ⚠️ IT Glue no acepta: { $fields }. Corrígelo o guarda el resto.
failure-owned = ⚠️ Otro sistema mantiene esto al día, así que IT Glue no lo cambia: { $fields }. Cámbialo en ese sistema.
failure-owned-all = ⚠️ Otro sistema mantiene este contacto al día, así que IT Glue solo cambia las notas y el VIP. Cambia el resto en ese sistema.
failure-key = ⚠️ IT Glue ha rechazado la clave API. Pide al administrador del bot que revise la clave y la región.
failure-not-permitted = ⚠️ La clave API no permite esto. Pregunta al administrador del bot.
failure-gone = ⚠️ Este contacto se ha borrado de IT Glue entretanto.
failure-moved = ⚠️ Entretanto este contacto ha pasado a otro cliente en IT Glue, o su acceso ha cambiado allí. Búscalo otra vez en unos minutos.
failure-too-many = ⚠️ IT Glue recibe demasiadas peticiones. Guarda otra vez en unos minutos.
failure-timed-out = ⚠️ IT Glue ha tardado demasiado y el cambio no se ha hecho. Guarda otra vez.
failure-unreachable = ⚠️ No se puede acceder a IT Glue. Lo que has escrito se conserva 15 minutos; guarda otra vez cuando IT Glue vuelva.
failure-overtaken = ⚠️ Alguien ha cambiado esto desde entonces, y al deshacer se sobrescribiría: { $fields }
failure-refused = ⚠️ IT Glue ha rechazado el cambio: { $said }

## Sugerencias. Discord recuerda una lista vacía, así que siempre hay algo que leer. 100 caracteres como máximo.

suggest-loading = Los contactos se están cargando. Inténtalo de nuevo en un minuto.
suggest-not-served = No disponible en este servidor
suggest-not-allowed = No tienes acceso aquí. Consulta a quien administra el bot.
suggest-not-journaled = Sin sugerencias: no se puede escribir en el registro de auditoría
suggest-on-hold = Tus búsquedas están en pausa. Pulsa Enter para ver cuánto tiempo.
suggest-too-soon = Demasiado rápido. Espera unos segundos y sigue escribiendo.
suggest-nothing = Sin sugerencias. Escribe el texto y pulsa Enter.
suggest-unknown-organization = No existe ese cliente. Revisa primero esa opción.
suggest-unknown-type = No existe ese tipo de contacto. Revisa primero esa opción.
suggest-type-a-name = Escribe un nombre, un correo o parte de un número de teléfono
suggest-nobody-fits = Ningún contacto coincide con tus otros filtros
suggest-no-match = Sin resultados para «{ $typed }». Prueba apellido, correo o teléfono.
suggest-no-organization = Ningún cliente coincide con «{ $typed }»
suggest-no-action = No hay regla de aprobación para «{ $typed }»
suggest-no-actions = El archivo de reglas no tiene reglas de aprobación
suggest-no-type = Ningún tipo de contacto coincide con «{ $typed }»

## Lo que Discord muestra de los comandos mientras se escribe. 100 caracteres como máximo.

command-contact = Buscar un contacto y ver cómo localizarlo
command-contact-name = Nombre (en cualquier orden o grafía), correo o parte de un número de teléfono
command-contact-organization = Solo contactos de este cliente
command-contact-type = Solo contactos de este tipo
command-vip = Listar los VIP o buscar uno por nombre
command-vip-name = Nombre del VIP. Déjalo vacío para listarlos todos.
command-vip-organization = Solo VIP de este cliente
command-vip-type = Solo VIP de este tipo
command-primary = A quién llamar primero en un cliente
command-primary-organization = Nombre del cliente, nombre corto, iniciales o comienzo. Por defecto: el de este canal.
command-directory = Listar todos los contactos de un cliente por tipo de contacto
command-directory-organization = Nombre del cliente, nombre corto, iniciales o comienzo. Por defecto: el de este canal.
command-directory-type = Solo contactos de este tipo
command-who-can = Saber quién puede aprobar algo en un cliente
command-who-can-action = Lo que hay que aprobar, como una contraseña nueva o una compra
command-who-can-organization = Nombre del cliente, nombre corto, iniciales o comienzo. Por defecto: el de este canal.
command-contact-edit = Corregir un contacto: nombre, correos, teléfonos, notas o sede
command-contact-edit-contact = Nombre (en cualquier orden o grafía), correo o parte de un número de teléfono
command-contact-edit-type = Darle este tipo de contacto, como «Facturación»
command-contact-add = Añadir un contacto a un cliente
command-contact-add-organization = Nombre del cliente, nombre corto, iniciales o comienzo. Por defecto: el de este canal.
command-contact-retire = Marcar que un contacto ya no está en su empresa
command-contact-retire-contact = Nombre (en cualquier orden o grafía), correo o parte de un número de teléfono
command-bind = Vincular este canal a un cliente, para no tener que nombrarlo aquí
command-bind-organization = Nombre del cliente, nombre corto, iniciales o comienzo
command-unbind = Desvincular este canal de su cliente
command-release = Reanudar las búsquedas en pausa de alguien
command-release-user = A quién reanudarle las búsquedas. Su cuenta empieza de nuevo.
command-who-looked = Ver quién ha consultado un contacto (permiso «Gestionar servidor»)
command-who-looked-name = Nombre (en cualquier orden o grafía), correo o parte de un número de teléfono
command-status = Ver cómo está Callsheet (permiso «Gestionar servidor»)
command-help = Ver qué puedes preguntar aquí, con ejemplos
command-who-do-i-call = ¿A quién llamo?
