### English. The language every other one falls back to.
### What stands in { $braces } is put in by the program: names and numbers from IT Glue, or what a user typed.
###
### One more sentence: write it here, say it in core/src/answer/ or in its feature, and translate it at the same place of every
### other file, in the words of the glossary at its top. Numbers choose their forms by the rules of each language, so a form for 1 that also
### stands for 0 (French) must not say "1" where 0 can come up.
### One more language: copy this file to <code>.ftl, named like one of Discord's locales (it, pt-BR), and translate it, a
### glossary first. Nothing else has to change.
### tests/it/languages.rs tells what is missing, out of order, unused, too long or still in English.
###
### Style: a colleague on the help desk who answers at once. Short, concrete, calm: what is there, then what to do. American
### spelling in words that British readers use too, "you", contractions. No apologies, no "please". Titles without a full
### stop, hints as whole sentences. Buttons that do something begin with a verb, those that lead somewhere are nouns.
### One word for one thing, and what it is not called:
###
### access                        may see
### after hours, business hours   out of hours, in hours
### alert (of a client)           warning
### approve, approval             may, decide
### audit log                     audit journal
### best now                      best number
### bot admin                     operator, whoever runs the bot
### call order, step              chain, turn
### client                        organization, company
### contact                       person, people
### decision maker                executive, in charge
### email, phone number           e-mail
### ext.                          extension
### favorite                      favourite
### former contact                departed, left, no longer there
### hidden                        kept back, withheld
### link (a channel to a client)  bind, stands for
### local copy                    copy on disk
### location                      site, place
### look up (a contact)           see, ask for
### lookups are paused, resume    on hold, release
### match                         fit, meant
### no answer                     in vain
### record (in IT Glue)           on record
### sync                          sweep, read in
### undo                          take back, revert
### vCard                         contact file
### vendor                        supplier
### VIP, VIPs                     important

## Every answer

open-in-it-glue = Open in IT Glue
open-in-it-glue-at = Open in IT Glue: { $url }
previous-page = ◀ Previous
next-page = Next ▶
pick-one = Select one…
just-now = just now
minutes-ago = { $count } min ago
hours-ago = { $count } h ago
days-ago = { $count } days ago
date = { $year }-{ $month }-{ $day }
synced = Synced { $ago }
record-updated = record updated { $date }
trouble-unreachable = ⚠️ Can't reach IT Glue (first failure { $since }).
trouble-overdue = ⚠️ A newer sync is overdue (last success { $since }).
trouble-refused = ⚠️ IT Glue rejects the bot's API key (first time { $since }).
trouble-held-back = ⚠️ A sync is waiting for approval: it would remove unusually many records (first seen { $since }).
trouble-expired = ⚠️ IT Glue was unavailable for too long, so the local copy was deleted ({ $since }).
last-good-copy = Showing the last good copy.
tell-the-operator = Tell your bot admin.

## On a terminal

type-number = [type { $count ->
    [one] 1
   *[other] a number from 1 to { $count }
}]
type-word = [type { $words }]
type-number-or-word = [type { $count ->
    [one] 1
   *[other] a number from 1 to { $count }
} or { $words }]
exec-go-on = (add that as another --exec, or start the demo without --exec)
ask-next = To go on, run one of these:
ask-first-page = Only the first page is shown here. Find the others with: { $usage }
line-unknown-command = Unknown command. Commands: { $names }. Examples: { $help }
line-meant-command = Unknown command. Did you mean { $meant }? Commands: { $names }. Examples: { $help }
line-no-entry = There is no entry with that number to open now. Examples: { $help }
line-unknown-option = Unknown option. Usage: { $usage } (put text that contains a colon in quotes)
line-meant-option = Unknown option. Did you mean { $meant }? Usage: { $usage } (put text that contains a colon in quotes)
line-repeated = Option given twice: { $option }. Usage: { $usage }
line-missing = Option missing: { $option }. Usage: { $usage }
line-no-user = { $option } must be a Discord user ID. Usage: { $usage }
line-not-text = That isn't valid UTF-8 text.
demo-welcome =
    This is a made-up account. Type a command as on Discord, for example:

      /contact john smtih                   a name, typed in a hurry
      /contact name: jane organization: acme
      /vip                                  all VIPs
      /primary acme                         who to call first
      /directory acme                       everyone there, by contact type
      /who-can action: purchase organization: acme
                                            who can approve it

    Type a number to open that entry, or one of the words in [brackets] to press
    that button. Type help to see every command, and quit or Ctrl-D to leave.
demo-not-opened = The browser could not be opened. The page is at { $address }
demo-page = The same in a browser, as it looks on Discord: { $address }
language-name = English
page-about = A made-up account. Nothing leaves this computer.
page-act-as = Act as
page-act-in = Language
page-cancel = Cancel
page-change = A contact changes now
page-changed = { $before } is now { $after } in IT Glue. The next sync brings it here.
page-elsewhere = Kim (another server)
page-it-glue = State of IT Glue
page-it-glue-down = down
page-it-glue-mass-deletion = most clients missing
page-it-glue-refusing = rejects the API key
page-it-glue-slow = too slow
page-it-glue-up = up
page-journal = Audit log, newest first
page-line = Type / for the commands
page-log = Log, newest first
page-manager = Sam (manages the server)
page-moment = Time
page-moment-night = At night (03:00 at Acme)
page-moment-now = Now
page-moment-office = Business hours (10:00 at Acme)
page-no-answer = The application did not respond
page-on-call = Robin (on call)
page-only-you = Only you can see this
page-outsider = Toni (no role)
page-panel = Behind the scenes
page-send = Send
page-submit = Submit
page-technician = Alex (technician)
page-working = Callsheet is thinking…

## A card

vip-mark = ⭐ VIP
departed-by-type = ⛔ Former contact: the contact type is “{ $type }”. Check before you call.
departed-by-wording = ⛔ Former contact, judging by the name or title in IT Glue. Check before you call.
no-title = No title
no-organization = No client
no-contact-type = No contact type
phone = 📞 { $phone }
other-phone = 📞 Other phone: { $phone }
no-phone = 📞 No phone number
only-fax = 📞 Fax number only
extension = { $number } ext. { $extension }
email = ✉️ Email: { $email }
other-email = ✉️ Other email: { $email }
no-email = ✉️ No email address
more-in-it-glue = … and { $count } more in IT Glue
location = 📍 Location: { $place }
no-location = 📍 No location
location-phone = ☎️ Location phone: { $phone }
unnamed-contact = Unnamed contact

## Why it is this contact

matched-nickname = 🔎 Matched by nickname: { $typed } → { $stored }
matched-typo = 🔎 Matched despite a typo: { $typed } → { $stored }
matched-sound = 🔎 Matched by sound: { $typed } → { $stored }
matched-initials = 🔎 Matched by initials
matched-acronym = 🔎 Matched by the client's initials
matched-phone-end = 🔎 Matched by the last digits of a phone number: …{ $typed }
matched-phone-otherwise = 🔎 Matched by phone number, ignoring the country code: { $typed }
matched-line = 🔎 Matched by { $kind ->
    [fax] fax
    [email] email address
   *[phone] phone number
}: { $line }
extension-matched = 🔎 Extension matched: { $extension }
extension-unmatched = 🔎 Extension not matched: { $extension }
matched-email = 🔎 Matched by part of an email address
matched-email-typed = 🔎 Email: { $stored } (typed “{ $typed }”)
matched-email-near = 🔎 No exact match for the email address “{ $typed }”
matched-email-domain = 🔎 Matched by the domain of the email address
matched-client = 🔎 Client: { $stored }
matched-client-typed = 🔎 Client: { $stored } (typed “{ $typed }”)
matched-title = 🔎 Title: { $stored }
matched-type = 🔎 Type: { $stored }
matched-place = 🔎 Matched by the city of the location
# On the line of the number or the address that was typed
found-line = matched
rival = 👥 Could also be: { $name }, { $organization }
rival-departed = 👥 Former contact with a similar name: { $name }, { $organization }
no-primary = 🔎 No primary contact at { $organization }.
primary-unreachable = ⚠️ The primary contact at { $organization } has no phone or email: { $names }.

## Menus

entry-departed = former contact
entry-unreachable = no phone or email
entry-no-phone = no phone
entry-record = record { $number }
at-organization = { $title } at { $organization }
menu-several = Several matches for “{ $typed }”
menu-close = No exact match for “{ $typed }”
menu-nearest = No match for “{ $typed }”
menu-unexplained = No contact matches all of “{ $typed }”
menu-elsewhere = No contact at { $organization } matches your whole search
client-primary = Who to call
client-directory = Directory
client-who-can = Who can approve: { $action }
menu-not-vips = No VIP matches “{ $typed }”
menu-unfitting = This contact doesn't match your other filters
menu-several-organizations = Several clients match “{ $typed }”
menu-nearest-organizations = No client matches “{ $typed }”
hint-several = Pick the one you mean.
hint-close = { $count ->
    [one] Did you mean this contact?
   *[other] Did you mean one of these?
}
hint-nearest = These names are closest. Or try a last name, an email address, or part of a phone number.
hint-unexplained = Not understood: “{ $words }”. These contacts match the rest.
hint-elsewhere = You typed “{ $typed }”. These contacts match the rest of it, but are at other clients.
hint-partly = You typed “{ $typed }”. These contacts match only part of it.
hint-nobody-elsewhere = You typed “{ $typed }”. No other contact matches the rest of it either.
hint-client = You named a client but no contact. Pick what you want to know.
hint-no-main-line = IT Glue has no main number for this client. Pick what else you want to know.
hint-not-vips = These contacts match, but none is a VIP you can call.
hint-unfitting = Change the client or type, or pick the contact here.
hint-people-of-several = Pick the contact at the right client.
hint-nearest-organizations = These names are closest. Or try the short name or the start of the name.
more-organizations = Showing the top { $count }. Type more of the name to narrow it down.
more-people = Showing the top { $count }. Add a last name or a client to narrow it down.

## Lists

people = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
vips = VIPs
vips-at = VIPs at { $organization }
group = 🏢 { $organization }
group-none = 🏢 No client
row-phone = 📞 { $phone }
page-of = Page { $page } of { $pages }

## Notices

still-loading = Contacts are still loading
still-loading-hint = The first sync with IT Glue isn't finished. Try again in a minute.
nothing-typed = Enter something to search for
nothing-typed-hint = Type a name, an email address, or part of a phone number.
nobody-matches-hint = Try a last name, an email address, part of a phone number, or the client.
nobody-matches-within-hint = Try a last name, or leave out the client to search everywhere.
gone = No longer available
gone-hint = This record was removed from IT Glue, or the bot may not show it. Search by name again.
unknown-organization-hint = Pick a suggestion while typing, or try the short name.
near-names = Similar names: { $names }
unknown-type = No contact type matches “{ $typed }”
unknown-type-hint = Pick a suggestion while typing.
known-types = Contact types: { $names }
no-vips = No VIPs
no-vips-at = No VIPs at { $organization }
no-vips-hint = VIPs are contacts marked as important in IT Glue. Former contacts aren't listed.
nobody-at = No one to call at { $organization }
nobody-at-hint = IT Glue has no contacts for this client.
nobody-left-hint = { $count ->
    [one] The only contact of this client is marked as former in IT Glue.
   *[other] All { $count } contacts of this client are marked as former in IT Glue.
}
rejected = Couldn't read that command
rejected-missing-hint = Fill in “{ $option }”.
rejected-unknown-hint = This command has changed. Reload Discord and try again.
not-served = Not available here
not-served-hint = This bot only works in the servers it was set up for. Ask your bot admin.
not-saved = Couldn't save that
not-saved-hint = Nothing was changed. Try again. If it keeps happening, tell your bot admin.
unreadable = Couldn't read that request
unreadable-hint = Nothing was looked up. Run the command again. If it keeps happening, tell your bot admin.

## Ways in: the directory, the channel's client, messages, numbers

# On a button.
directory = Directory
everybody-at = Everyone at { $organization }
# A group of a list, like the name of a contact type.
group-departed = Former contacts
no-vips-of-type = No VIPs of type “{ $type }”
nobody-listed = No contacts at { $organization }
nobody-listed-of-type = No contacts of type “{ $type }” at { $organization }
nobody-listed-of-type-hint = Leave out the type to see everyone.
menu-several-types = Several contact types match “{ $typed }”
menu-shared-number = Several contacts share the number “{ $typed }”
hint-shared-number = It may be a main line. Pick the contact you mean.
hint-another-country = These numbers have the same digits, but another country code or none.
more-with-number = Showing the first { $count }. Find the others by name with /contact.
menu-site-number = No contact has the number “{ $typed }”, but a location does
hint-site-number = Pick the client to see who to call there.
menu-named-in-message = The message names several clients
hint-named-in-message = Best matches come first. Pick the right one.
more-entries = Showing the top { $count }.
told-in-message = 🔎 Found in the message: { $organization }
told-by-number = 🔎 Found by the phone number in the message
told-by-channel = 🔎 No known client in the message. This channel is linked to { $organization }.
nothing-named = No client found in the message
nothing-named-hint = Name the client with /primary. Someone with Manage Server can also link this channel to a client with /bind.
channel-bound = This channel is now linked to { $organization }
channel-before = It was linked to { $organization } before.
channel-bound-hint = Here and in this channel's threads, /primary, /directory and /who-can use this client unless you name another. Its contacts rank first among equal matches. Undo with /unbind.
channel-bound-already = This channel is already linked to { $organization }
channel-bound-by-policy = The policy file links this channel to { $organization }
channel-bound-by-policy-hint = The policy file takes precedence, so nothing was changed. Your bot admin can edit it.
channel-bound-by-policy-to-nobody = The policy file links this channel to a client that is unknown or hidden here
channel-bound-by-policy-to-nobody-hint = Nothing was changed. Ask your bot admin to fix the policy file.
channel-unbound = This channel is no longer linked to { $organization }
channel-unbound-from-nobody = This channel is no longer linked to a client
channel-unbound-hint = Name the client again here with /primary, /directory and /who-can.
channel-not-bound = This channel has no client of its own
channel-not-bound-hint = Nothing was changed. Link a client with /bind.
channel-bound-by-parent-hint = This thread uses its channel's client, { $organization }. Run /unbind in that channel.
channel-not-allowed = You can't change this
channel-not-allowed-hint = You need the Manage Server permission to link a channel to a client.
channel-none = This isn't a channel
channel-none-hint = Only Discord channels can be linked to a client. Run the command there.
# Before the whole suggestion. The star alone would not say it.
suggest-favourite = ★ Favorite · { $entry }

## Who to call: the call order, what was tried, and who can approve

chain-step = ⤵️ { $count ->
    [one] Only contact to call at { $organization }: { $reason }
   *[other] Step { $place } of { $count } at { $organization }: { $reason }
}
# Why it is this contact's turn; also after a name.
reason-named = set in the policy file
reason-primary = primary contact
reason-technical = technical contact
reason-billing = billing contact
reason-executive = decision maker
reason-end-user = end user
reason-vendor = vendor
reason-vip = VIP
reason-anyone = other contact
# A role that nothing but the name of the contact type suggests
reason-guessed = { $reason } (guessed: { $type })
chain-in-hours = 🕒 Business hours: showing the regular call order.
chain-out-of-hours = 🕒 After hours: showing the after-hours call order.
chain-hours-unknown = 🕒 Business hours unknown: showing the regular call order.
primary-only-email = ⚠️ The primary contact at { $organization } has only an email address: { $names }.
primary-departed = ⛔ The primary contact at { $organization } is marked as former: { $names }.
named-not-on-record = ⚠️ The policy file names someone who isn't in IT Glue: { $name }.
named-record-not-there = ⚠️ The policy file names a contact that isn't in IT Glue: record { $number }.
named-not-shown = ⚠️ The policy file names someone who isn't in IT Glue or is hidden here.
named-only-email = ⚠️ Named in the policy file, but email only: { $names }.
named-unreachable = ⚠️ Named in the policy file, but no phone or email: { $names }.
named-departed = ⛔ Named in the policy file, but marked as former: { $names }.
chain-awake = ⚠️ Try step { $place } first, it's daytime there: { $name }, { $reason }.
chain-awake-by-notes = ⚠️ Try step { $place } first, available now per their notes: { $name }, { $reason }.
chain-none-awake = ⚠️ No other main contact is known to be awake now.
# "times" is one time, "03:12", or the several it may be: "03:12/04:12".
night-there = night there ({ $times })
chain-next = ⤵️ If no answer: { $step }
reach-email = email only
chain-more = … and { $count } more
chain-tried = 🗒️ Tried so far: { $call }
chain-earlier = … { $count } earlier
tried-call = { $who } called { $whom }
tried-you = you
tried-somebody = a removed contact
tried-no-answer = no answer
tried-reached = reached
tried-wrong-number = wrong number
tried-wrong-number-because = wrong number: { $reason }
chain-reached = ✅ Reached { $ago } by { $who }.
chain-again = 🔁 Everyone was called, the last one { $ago }. Starting over with those who didn't answer.
chain-changed = ⚠️ The contact you clicked is no longer in the call order for { $organization }. Nothing was saved. Call this contact instead.
outcome-no-answer = No answer
outcome-no-answer-next = No answer → next
outcome-reached = Reached
outcome-wrong-number = Wrong number
chain-call-again = Call again
chain-go-awake = Show who's awake
# A form: its title and the question, 45 characters at most, and the reasons to choose from; a card repeats them after a colon
wrong-number-form = Report a wrong number
wrong-number-form-reason = What's wrong with it?
wrong-number-not-in-service = not in service
wrong-number-somebody-else = someone else answers
wrong-number-left = they no longer work there
wrong-number-other = something else
# A button, then what came of it. $outcome is “no answer”, “reached” or “wrong number”, and $name the contact who was called
undo = Undo: { $outcome }, { $name }
undo-done = ↩️ Undone: { $outcome }, { $name }
undo-too-late = ⚠️ Too late to undo: { $outcome }, { $name }. Undo works for 15 minutes.
undo-gone = ⚠️ Nothing left to undo: { $outcome }, { $name }
dead-unreachable = ⚠️ No contact has a phone or email: { $names }.
dead-not-in-chain = No one in the policy file's call order can be reached. See all contacts with /directory.
dead-tried = ⚠️ Everyone was tried and no one is left to call: { $names }.
dead-hint = Look up the client's main number in IT Glue.
who-can = Who can approve “{ $action }” at { $organization }
# After a name: IT Glue's own contact type
who-can-type = type: { $type }
who-can-more = Showing the first { $count }.
who-can-nobody = Under the policy file, no contact here can approve this.
who-can-guessed = Not counted, because their role is only a guess from the contact type: { $types }. Your bot admin can set it in the policy file under { $table }.
who-can-deciders = These decision makers can't approve it either. Ask them who can:
menu-several-actions = Several actions match “{ $typed }”
unknown-action = The policy file has no rule for “{ $typed }”
action-gone = The policy file has no rule for this action
known-actions = Actions with a rule: { $names }
no-actions = No approval rules for { $organization }
no-actions-hint = Your bot admin can add them to the policy file under { $table }.
no-channel = Which client?
no-channel-hint = This channel isn't linked to a client. Name one in the command, or ask someone with Manage Server to run /bind here.

## The client itself: its alert, its quick notes and its status

client-alert = ⚠️ Client alert: { $alert }
client-alert-cut = … alert continued in IT Glue.
client-inactive = ⛔ Not an active client: its status in IT Glue is “{ $status }”. Check before you call.
client-status = ℹ️ Client's status in IT Glue: { $status }
client-notes = 📝 Client's quick notes:
client-notes-cut = … quick notes continued in IT Glue.
# Of a client in a menu or a suggestion
entry-status = status: { $status }

## The card: its numbers, times and notes, and what can be done with it

favourite-mark = ★ favorite
shared-by = Shared by { $user }
user-number = user { $number }
# A number of which a field has only the end: "030 23125012/13"
number-completed = completed from “{ $field }”
number-unverified = as stored, unverified
# After a number was added, changed or taken away
phones-changed = ⚠️ Phone numbers changed { $ago }. Check who you're talking to.
number-wrong = ⚠️ reported wrong { $count ->
    [one] once
   *[other] { $count } times
}
number-wrong-because = ⚠️ reported wrong { $count ->
    [one] once
   *[other] { $count } times
}: { $reasons }
# Where the country of a number was taken from that has no country code. $country is its code: US
country-guessed = { $from ->
    [location] country guess: { $country } (location)
    [organization] country guess: { $country } (client)
    [default] country guess: { $country } (default)
   *[digits] country guess: { $country } (first digits)
}
country-guessed-withheld = country guessed
kind = { $kind ->
    [mobile] mobile
    [direct] direct line
    [office] office
    [home] home
    [landline] landline
   *[pager] pager
}
# What the numbering plan of the country says
kind-by-number = { $kind ->
    [mobile] mobile number
    [landline] landline number
   *[pager] pager number
}
best-now = best now
best-asked-for = best now, per notes: “{ $quote }”
best-mobile-out-of-hours = best now: mobile, after hours
best-home-out-of-hours = best now: home, after hours
best-mobile = best now: mobile, business hours unknown
other-numbers = … { $count ->
    [one] 1 more number
   *[other] { $count } more numbers
} under “More”
# The phone of a location, for a contact who has none
location-number = ☎️ { $phone }
site-phone = last resort: { $of ->
    [contact] phone of their location
   *[organization] phone of the client's location
}
time-at = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
} { $time } in { $place }
one-of = one of { $times }
local-time = { $of ->
    [contact] 🕒 Local time: { $time }
   *[organization] 🕒 Local time: { $time } (client's location)
}
night-call = { $of ->
    [contact] 🌙 Night there: { $time }
   *[organization] 🌙 Night there: { $time } (client's location)
}
# What the notes say of a contact's hours
hours-open = 🕒 Available now, per notes: “{ $quote }”
hours-closed = 🕒 Unavailable now, per notes: “{ $quote }”
# What the notes ask to do before a call
write-first = ✋ Notes say: “{ $quote }”
last-reached = ✅ Last reached { $ago } by { $user }
last-failed = ⚠️ Last call { $ago } by { $user }: { $outcome ->
    [wrong-number] wrong number
   *[no-answer] no answer
}
notes = 📝 Notes:
notes-more = … more under “Notes”
notes-secrets = 🔒 { $count ->
    [one] 1 possible secret hidden
   *[other] { $count } possible secrets hidden
}. See IT Glue.
# Stands in place of a secret. 40 characters at most
masked = { $secret ->
    [password] (🔒 password hidden)
    [key] (🔒 key hidden)
    [code] (🔒 code hidden)
    [card] (🔒 card number hidden)
   *[account] (🔒 account number hidden)
}
notes-of = Notes: { $name }
no-notes = The notes are empty now.
notes-cut = … continued in IT Glue.
# Buttons
share = Share in channel
notes-button = Notes
less = Show less
details = More
add-favourite = ☆ Add favorite
remove-favourite = ★ Remove favorite
contact-file = Download vCard
back-to-card = ↩ Back to contact
# Said in place of what was asked for
sharing-off = Sharing is turned off
sharing-off-hint = Your bot admin doesn't allow sharing contacts in channels.
not-handed-on = Former contacts can't be shared
not-handed-on-hint = { $name } is marked as former in IT Glue. Find someone else at this client.
contact-file-of = vCard for { $name }
contact-file-hint = Open the file to add this person to your contacts. It doesn't update itself, so delete it when you no longer need it.

## Access: what is hidden from the caller

not-allowed = You don't have access
not-allowed-hint = The bot's access rules don't allow this in this channel. Ask your bot admin.
not-journaled = Can't show this right now
not-journaled-hint = Callsheet can't write to its audit log, so it shows nothing. Tell your bot admin.
expired = This button has expired
expired-hint = Buttons work for one day. Run the command again.
card-withheld = 🔒 Details for this client aren't shown in chat. Open the record in IT Glue.
phone-withheld = 📞 Phone numbers are hidden here
email-withheld = ✉️ Email addresses are hidden here
location-withheld = 📍 Location is hidden here
group-withheld = 🔒 Contact types are hidden for this client
entry-withheld = number hidden here
reveal = Show hidden details
reveal-client = Show client's notes

## Paused lookups

hold = Your lookups are paused
hold-hint = You looked up more contacts in an hour than the bot allows. Try again in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}. Can't wait? Ask someone else with Manage Server to run /release.
hold-hint-elsewhere = You looked up more contacts in an hour than the bot allows. Try again in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}. Lookups were paused in another server. Can't wait? Ask someone with Manage Server there to run /release.
hold-hint-terminal = More contacts were looked up here within an hour than the policy file allows one user. You can go on in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
hold-too-soon = Too many requests
hold-too-soon-hint = Try again in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
hold-released = { $user } can look up contacts again in this server
hold-released-hint = Their count in this server starts over. The audit log shows that you resumed their lookups, and why: { $reason }. Pauses in other servers stay.
hold-own = You can't resume your own lookups
hold-own-hint = Ask someone else with Manage Server to run /release for you.
hold-none = No lookups are paused here
hold-none-hint = Lookups are paused on Discord. Run the command there.
# A form: its title and the question, 45 characters at most, and the reasons to choose from; the hint above repeats the one chosen
release-form = Resume a user's lookups
release-form-reason = Why were the lookups OK?
release-reason-busy = a busy shift
release-reason-outage = an outage at a client
release-reason-upkeep = upkeep of the records
release-reason-agreed = we talked about it
# Posted to the channel that the policy file names for this
hold-alert = 🛑 { $user } looked up more than { $count } contacts in an hour. Their lookups are paused for { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
hold-alert-hint = Is that fine? Resume their lookups with /release in the server where it happened. To see who they looked up: { $command }
# Posted to the same channel when the audit log was tampered with; the command is typed on the bot's host
broken-alert = 🛑 The audit log no longer matches what the bot wrote: entries were cut off, changed or put back, or its file was damaged. Entry { $entry } records the break.
broken-alert-hint = The bot keeps answering. To see what can no longer be proven: { $command }. Keep the files next to the database as evidence.

## Who looked up a contact

looked = Who looked up { $name }
looked-people = 👁️ { $count ->
    [one] 1 person
   *[other] { $count } people
} looked up { $name } since { $date }.
looked-nobody = No one has looked up { $name } since the audit log began ({ $date }).
looked-nobody-since = No one has looked up { $name } since { $date }.
looked-partly = ⚠️ The audit log couldn't be read in full. Lookups before { $date } aren't counted.
looked-only-named = { $count ->
    [one] 1 person
   *[other] { $count } people
} saw only the name or title, in suggestions, menus or lists.
# How a contact was shown
looked-click = button or menu
looked-suggestions = in suggestions
looked-shared = shared in { $channel }
looked-shared-somewhere = shared in a channel
looked-file = as a vCard
looked-refused = refused
looked-unknown = unknown user
looked-terminal = on the bot's host
# What they were shown
looked-field = { $field ->
    [title] title
    [phone] phone
    [email] email
    [location] location
    [notes] notes
   *[name] name
}
# After the last line. The two are commands to type on the bot's host
looked-hint = /who-looked itself isn't counted. On the bot's host, { $verify } checks the audit log for changes and { $report } lists every entry.
looked-unread = The audit log couldn't be read. On the bot's host, run { $report } to see who looked up { $name }.

## Help

help-title = What you can ask
help-on-message = On an alert in the channel, Apps > { $name }: who to call at the client it names
help-typing = While you type a name, suggestions appear; pick one, or send the text as it is.
help-terminal = In the demo, type a number to open that entry, a word in [brackets] to press that button, complete /contact jon for suggestions, or quit. Elsewhere, put the command after callsheet ask, in quotes if your shell would change it.

## Status

status-title = How Callsheet is doing
status-copy = 📇 Local copy: { $contacts ->
    [one] { $contacts } contact
   *[other] { $contacts } contacts
}, { $clients ->
    [one] { $clients } client
   *[other] { $clients } clients
}, { $locations ->
    [one] { $locations } location
   *[other] { $locations } locations
} that you may see
status-sweep = 🔄 Full sync: last success { $ago }
status-sweep-never = 🔄 Full sync: no success yet
status-delta = 🔄 Sync of changes: last success { $ago }
status-delta-never = 🔄 Sync of changes: no success yet
status-failed = ⚠️ Its last failure: { $ago } ({ $fault ->
    [refused] IT Glue rejected the API key
    [local-copy] the local copy couldn't be read or written
    [interrupted] it was interrupted
   *[unreachable] IT Glue couldn't be reached
})
status-connected = 🔌 Discord: connected { $ago }
status-disconnected = ⚠️ Discord: connection lost { $ago }
status-audit = 📒 Audit log: intact; an answer that it can't note is refused
status-audit-optional = 📒 Audit log: intact; an answer goes out even if it can't be noted
status-audit-broken = ⛔ Audit log: changed from outside. On the bot's machine, run { $command }.
status-on-hold = ⏸️ Users with paused lookups: { $count }
status-policy = 📜 Policy file: taken over { $ago }
status-no-policy = 📜 Policy file: none, so all members see all but restricted contacts
status-dangling = ⚠️ The policy file names { $count ->
    [one] { $count } thing
   *[other] { $count } things
} that IT Glue doesn't have:
status-types = 🏷️ Contact types and what they stand for:
status-former = former contact
status-no-role = no role
status-guessed = (guessed from its name)

## Editing a contact

draft-gone = That edit has expired
draft-gone-hint = What you typed is kept for 15 minutes. Nothing was saved. Start again with /contact-edit.
too-many-changes = Too many changes within an hour
too-many-changes-hint = Nothing was saved. The policy file allows { $limit } changes an hour. Try again later; what you typed is kept for 15 minutes.
notes-too-long = These notes are too long for a form
notes-too-long-hint = Edit them in IT Glue. Discord's forms hold 4,000 characters.
retired-already = { $name } is already a former contact
retired-already-hint = Change the contact type with /contact-edit if that's wrong.
no-departed-type = No contact type stands for former contacts
no-departed-type-hint = Ask your bot admin to add one in IT Glue, such as “Terminated”, or to map one under [roles] in the policy file.
edit-button = Edit
edit-form = Edit a contact
add-form = Add a contact
retire-form = Retire a contact
retire-form-reason = Why?
retire-left = they no longer work there
retire-duplicate = another record is the same person
retire-mistake = the record is a mistake
field-first-name = First name
field-last-name = Last name
field-title = Job title
field-type = Contact type
field-vip = VIP
field-emails = Emails
field-phones = Phones
field-notes = Notes
field-location = Location
edit-emails-hint = One a line: label, address. A * marks the primary one.
edit-phones-hint = One a line: label, number, ext 12. A * marks the primary one.
edit-part-name = Name
edit-part-place = Location
edit-vip-yes = yes
edit-blank = (blank)
edit-title = Edit { $name }
edit-title-new = New contact: { $name }
edit-title-problems = Not saved: { $name }
edit-title-nothing = Nothing to change: { $name }
edit-title-preview = Check before you save: { $name }
edit-title-unknown = Still finding out: { $name }
edit-title-not-saved = Not saved: { $name }
edit-title-discarded = Discarded: { $name }
edit-title-no-undo = Nothing left to undo: { $name }
edit-hub = What do you want to change? You see the changes before anything is saved.
edit-problems-hint = What you typed is kept for 15 minutes. Fix it, then submit again.
edit-nothing = IT Glue already has it like this.
edit-again = ⚠️ Someone changed this record in IT Glue since you looked. Check again.
edit-change = { $field }: { $from } → { $to }
edit-list = { $field }:
edit-meanwhile = ⚠️ Someone else changed { $field } in IT Glue meanwhile: { $from } → { $to }
edit-undecided = ⚠️ { $field }: someone else changed it too. In IT Glue: { $theirs }. Yours: { $mine }. Choose one.
edit-left = { $field }: stays as it is in IT Glue
edit-hidden = ⚠️ { $field }: a line you changed holds something hidden, such as a password. Change that line in IT Glue.
edit-owned = ⚠️ { $owner } keeps { $field } up to date. IT Glue may refuse the change, or { $owner } may overwrite it.
edit-duplicates = ⚠️ These contacts may be the same person. Pick one to open it instead:
edit-not-yet = Nothing is saved yet.
edit-keep-mine = { $field }: use mine
edit-keep-theirs = { $field }: keep IT Glue's
edit-save = Save
edit-save-anyway = Add anyway
edit-save-rest = Save the rest
edit-save-again = Save again
edit-look-again = Look again
edit-more = Change more
edit-fix = Fix it
edit-discard = Discard
edit-undo = Undo
edit-unknown = IT Glue hasn't said whether the change arrived. Callsheet is finding out; don't make it again until then.
edit-discarded = Nothing was saved.
edit-no-undo = A change can be undone once, within 15 minutes.
edit-rest = Everything else can still be saved.
edit-saved = ✅ Saved in IT Glue: { $fields }
edit-added = ✅ Added to IT Glue: { $fields }
edit-undone = ↩️ Undone in IT Glue: { $fields }
edit-reformatted = IT Glue stored this in its own format: { $fields }
edit-not-done = ⚠️ IT Glue accepted the change but didn't make it: { $fields }. Check the record in IT Glue.
problem-no-first-name = ⚠️ First name is missing. IT Glue needs one.
problem-too-long = ⚠️ { $field } is longer than 255 characters.
problem-unreadable = ⚠️ { $field }, line { $line }: can't read “{ $text }”
problem-no-address = ⚠️ Not an email address: { $text }
problem-no-number = ⚠️ Not a phone number: { $text }
problem-twice = ⚠️ Listed twice: { $text }
problem-two-primary = ⚠️ { $field }: only one can have a *.
problem-unknown = ⚠️ { $field }: not in this account any more. Choose another.
failure-no-organization = ⚠️ IT Glue doesn't have this client any more.
failure-invalid = ⚠️ IT Glue doesn't accept: { $fields }. Fix it, or save the rest.
failure-owned = ⚠️ Another system keeps this up to date, so IT Glue won't change it: { $fields }. Change it in that system.
failure-owned-all = ⚠️ Another system keeps this contact up to date, so IT Glue only changes notes and VIP. Change the rest in that system.
failure-key = ⚠️ IT Glue refused the API key. Ask your bot admin to check the key and the region.
failure-not-permitted = ⚠️ The API key may not do this. Ask your bot admin.
failure-gone = ⚠️ This contact was deleted from IT Glue meanwhile.
failure-moved = ⚠️ Meanwhile this contact moved to another client in IT Glue, or its access changed there. Search for it again in a few minutes.
failure-too-many = ⚠️ IT Glue gets too many requests. Save again in a few minutes.
failure-timed-out = ⚠️ IT Glue took too long, and the change wasn't made. Save again.
failure-unreachable = ⚠️ Can't reach IT Glue. What you typed is kept for 15 minutes; save again when IT Glue is back.
failure-overtaken = ⚠️ Someone changed this since, so undoing would overwrite it: { $fields }
failure-refused = ⚠️ IT Glue refused the change: { $said }

## Suggestions. Discord's client remembers an empty list, so there is always one thing to read. 100 characters at most.

suggest-loading = Contacts are still loading. Try again in a minute.
suggest-not-served = Not available in this server
suggest-not-allowed = You don't have access here. Ask your bot admin.
suggest-not-journaled = No suggestions: the audit log can't be written
suggest-on-hold = Your lookups are paused. Press Enter to see for how long.
suggest-too-soon = Too fast. Wait a few seconds, then keep typing.
suggest-nothing = No suggestions. Type the text and press Enter.
suggest-unknown-organization = No such client. Check that option first.
suggest-unknown-type = No such contact type. Check that option first.
suggest-type-a-name = Type a name, an email address, or part of a phone number
suggest-nobody-fits = No contact matches your other filters
suggest-no-match = No match for “{ $typed }”. Try a last name, email or phone number.
suggest-no-organization = No client matches “{ $typed }”
suggest-no-action = No approval rule for “{ $typed }”
suggest-no-actions = The policy file has no approval rules
suggest-no-type = No contact type matches “{ $typed }”

## What Discord shows of the commands while typing; as in commands/*.json. 100 characters at most.

command-contact = Find a contact and how to reach them
command-contact-name = Name (any order or spelling), email address, or part of a phone number
command-contact-organization = Only contacts at this client
command-contact-type = Only contacts of this type
command-vip = List VIPs, or find one by name
command-vip-name = Find a VIP by name. Leave empty to list all.
command-vip-organization = Only VIPs at this client
command-vip-type = Only VIPs of this type
command-primary = Who to call first at a client
command-primary-organization = Client name, short name, initials or first letters. Default: this channel's client.
command-directory = List all contacts at a client by contact type
command-directory-organization = Client name, short name, initials or first letters. Default: this channel's client.
command-directory-type = Only contacts of this type
command-who-can = Find out who can approve something at a client
command-who-can-action = What needs approval, such as a password reset or a purchase
command-who-can-organization = Client name, short name, initials or first letters. Default: this channel's client.
command-contact-edit = Correct a contact: name, emails, phones, notes or place
command-contact-edit-contact = Name (any order or spelling), email address, or part of a phone number
command-contact-edit-type = Give them this contact type, such as “Billing”
command-contact-add = Add a contact to a client
command-contact-add-organization = Client name, short name, initials or first letters. Default: this channel's client.
command-contact-retire = Mark a contact as gone from their company
command-contact-retire-contact = Name (any order or spelling), email address, or part of a phone number
command-bind = Link this channel to a client, so no one has to name it here
command-bind-organization = Client name, short name, initials or first letters
command-unbind = Unlink this channel from its client
command-release = Resume someone's paused lookups
command-release-user = Whose lookups to resume. Their count starts over.
command-who-looked = See who looked up a contact (needs Manage Server)
command-who-looked-name = Name (any order or spelling), email address, or part of a phone number
command-status = See how Callsheet is doing (needs Manage Server)
command-help = See what you can ask here, with examples
command-who-do-i-call = Who do I call?
