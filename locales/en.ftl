### English. The language every other one falls back to.
### What stands in { $braces } is put in by the program: names and numbers from IT Glue, or what somebody typed.
###
### One more sentence: write it here, say it in src/answer/, and translate it at the same place of every other file, in the
### words of the glossary at its top. Numbers choose their forms by the rules of each language, so a form for 1 that also
### stands for 0 (French) must not say "1" where 0 can come up.
### One more language: copy this file to <code>.ftl, named like one of Discord's locales (it, pt-BR), and translate it, a
### glossary first. Nothing else has to change.
### tests/it/languages.rs tells what is missing, out of order, unused, too long or still in English.

## Every answer

open-in-it-glue = Open in IT Glue
open-in-it-glue-at = Open in IT Glue: { $url }
previous-page = ◀ Previous
next-page = Next ▶
pick-one = Pick one …
just-now = just now
minutes-ago = { $count } min ago
hours-ago = { $count } h ago
days-ago = { $count } days ago
date = { $year }-{ $month }-{ $day }
synced = Synced { $ago }
record-updated = record updated { $date }
trouble-unreachable = ⚠️ IT Glue cannot be reached (first failure { $since }).
trouble-overdue = ⚠️ A newer sync is overdue (last success { $since }).
trouble-refused = ⚠️ IT Glue refuses the bot's key (first refusal { $since }).
trouble-held-back = ⚠️ A sync that would remove unusually many records is held back (first seen { $since }).
trouble-expired = ⚠️ IT Glue could not be read for so long that the local copy was deleted ({ $since }).
last-good-copy = This is the last good copy.
tell-the-operator = Tell whoever runs the bot.

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
demo-welcome =
    This is an invented account. Type a command as on Discord, for example:

      /contact john smtih                   a name, typed in a hurry
      /contact name: jane organization: acme
      /vip                                  everybody marked important
      /primary acme                         whom to call first
      /directory acme                       everybody there, by contact type
      /who-can action: purchase organization: acme
                                            who may approve it

    A number opens an entry of the last answer, and a word in its last line does
    what a button would; quit or Ctrl-D ends.
    help lists every command.
terminal-help =
    What can be typed here, as on Discord, with an example of each:

      /contact john smtih                   somebody, by anything known of them
      /vip organization: acme               everybody marked important there
      /primary acme                         whom to call first, and who is next
      /directory acme                       everybody there, by contact type
      /who-can purchase organization: acme  who may approve something
      /who-do-i-call P1: Acme firewall down
                                            the client an alert names; on Discord
                                            Apps > Who do I call? on the message
      /who-looked jane doe                  who was shown what of somebody
      /bind acme                            lets a channel stand for a client
      /unbind                               takes that back
      /release 1141                         ends somebody’s hold

      complete /contact jon                 what is suggested while typing that

    A number opens an entry of the last answer, and a word in its last line does
    what a button would; quit or Ctrl-D ends.

## A card

vip-mark = ⭐ VIP
departed-by-type = ⛔ No longer there: the contact type is “{ $type }”. Check before you call.
departed-by-wording = ⛔ No longer there, by the name or title on record. Check before you call.
no-title = no title on record
no-organization = no organization on record
no-contact-type = no contact type on record
phone = 📞 Phone: { $phone }
other-phone = 📞 Other phone: { $phone }
no-phone = 📞 no phone on record
only-fax = 📞 only a fax number on record
extension = { $number } ext. { $extension }
email = ✉️ E-mail: { $email }
other-email = ✉️ Other e-mail: { $email }
no-email = ✉️ no e-mail on record
more-in-it-glue = … and { $count } more in IT Glue
location = 📍 Location: { $place }
no-location = 📍 no location on record
location-phone = ☎️ Phone of the location: { $phone }
unnamed-contact = Unnamed contact

## Why it is this person

matched-nickname = 🔎 Matched nickname: { $typed } → { $stored }
matched-typo = 🔎 Matched despite the spelling: { $typed } → { $stored }
matched-sound = 🔎 Matched by sound: { $typed } → { $stored }
matched-initials = 🔎 Matched by initials
matched-acronym = 🔎 Matched by the organization's initials
matched-phone-end = 🔎 Matched by the end of a phone number: …{ $typed }
matched-phone-otherwise = 🔎 Matched by phone number, but for its country code: { $typed }
matched-email = 🔎 Matched by e-mail address
matched-email-domain = 🔎 Matched by the domain of the e-mail address
matched-client = 🔎 Client: { $stored }
matched-client-typed = 🔎 Client: { $stored } (typed “{ $typed }”)
matched-title = 🔎 Title: { $stored }
matched-type = 🔎 Type: { $stored }
matched-place = 🔎 Matched by the city of the location
rival = 👥 Could also be: { $name }, { $organization }
rival-departed = 👥 Another { $name } has left: { $organization }
no-primary = 🔎 No primary contact on record at { $organization }.
primary-unreachable = ⚠️ No phone or e-mail on record for the primary contact at { $organization }: { $names }.

## Menus

entry-departed = no longer there
entry-unreachable = no phone or e-mail on record
entry-no-phone = no phone on record
entry-record = record { $number }
at-organization = { $title } at { $organization }
menu-several = Several people match “{ $typed }”
menu-close = Not quite “{ $typed }”
menu-nearest = Nobody matches “{ $typed }”
menu-unexplained = Nobody matches all of “{ $typed }”
menu-elsewhere = Nobody at { $organization } matches all of it
client-primary = Who to call
client-directory = Directory
client-who-can = Who can approve: { $action }
menu-not-vips = No VIP matches “{ $typed }”
menu-unfitting = This person does not fit the other options
menu-several-organizations = Several organizations match “{ $typed }”
menu-nearest-organizations = No organization matches “{ $typed }”
hint-several = Pick the one you mean.
hint-close = { $count ->
    [one] One person comes close. Pick them if that is who you mean.
   *[other] These people come close. Pick one if that is who you mean.
}
hint-nearest = The nearest names are below. Otherwise try a last name, an e-mail address or digits of a phone number.
hint-unexplained = Not understood: “{ $words }”. These match the rest.
hint-elsewhere = You typed “{ $typed }”. These people match the rest of it, but are at other clients.
hint-nobody-elsewhere = You typed “{ $typed }”. Nobody else matches the rest of it either.
hint-client = You named a client and nobody at it. Pick what you want to know.
hint-not-vips = These people match, but are not VIPs who can be called.
hint-unfitting = Change the organization or type, or pick the person here.
hint-people-of-several = Pick the person at the organization you mean.
hint-nearest-organizations = The nearest names are below. Otherwise try its short name or the beginning of its name.
more-organizations = Only the best { $count } are shown: type more of the name.
more-people = Only the best { $count } are shown: add a last name or the organization.

## Lists

people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
vips = VIPs
vips-at = VIPs at { $organization }
group = 🏢 { $organization }
group-none = 🏢 No organization on record
row-phone = 📞 { $phone }
page-of = Page { $page } of { $pages }

## Notices

still-loading = Still loading
still-loading-hint = The contacts have not been read from IT Glue yet. Try again in a minute.
nothing-typed = Nothing to search for
nothing-typed-hint = Type a name, an e-mail address or digits of a phone number.
nobody-matches-hint = Try a last name, an e-mail address, digits of a phone number, or the organization.
nobody-matches-within-hint = Try a last name, or leave the organization out to search everywhere.
gone = Not there any more
gone-hint = This record is no longer in IT Glue, or not one the bot may show. Search again by name.
unknown-organization-hint = Pick one of the suggestions while typing, or try the short name.
near-names = Near names: { $names }
unknown-type = No contact type matches “{ $typed }”
unknown-type-hint = Pick one of the suggestions while typing.
known-types = The types are: { $names }
no-vips = No VIPs on record
no-vips-at = No VIPs at { $organization }
no-vips-hint = A VIP is a contact marked as important in IT Glue; people who left are not listed.
nobody-at = Nobody to call at { $organization }
nobody-at-hint = IT Glue has no contacts for this organization.
nobody-left-hint = { $count ->
    [one] By the record, the only contact of this organization has left.
   *[other] By the record, all { $count } contacts of this organization have left.
}
rejected = That command cannot be read
rejected-missing-hint = Fill in the option “{ $option }”.
rejected-unknown-hint = The bot has changed since the command was offered. Reload Discord and try again.
not-served = Not available here
not-served-hint = This bot answers only in the servers it was set up for. Ask whoever runs it.
not-saved = That could not be written down
not-saved-hint = Nothing was changed. Try again; if it keeps happening, tell whoever runs the bot.
unreadable = That did not arrive in one piece
unreadable-hint = Nothing was looked up. Try the command again; if it keeps happening, tell whoever runs the bot.

## Ways in: the directory, the channel's own organization, messages, numbers

# On a button.
directory = Directory
everybody-at = Everybody at { $organization }
# A group of a list, like the name of a contact type.
group-departed = No longer there
no-vips-of-type = No VIPs of the type “{ $type }”
nobody-listed = Nobody on record at { $organization }
nobody-listed-of-type = Nobody of the type “{ $type }” at { $organization }
nobody-listed-of-type-hint = Leave the type out to see everybody there.
menu-several-types = Several contact types match “{ $typed }”
menu-shared-number = Several people have the number “{ $typed }”
hint-shared-number = It may be a switchboard. Pick the one you mean.
more-with-number = Only the first { $count } are shown: /contact finds the others by name.
menu-site-number = Nobody has the number “{ $typed }” on record, but a site does
hint-site-number = Pick the organization to see who to call there.
menu-named-in-message = The message names several organizations
hint-named-in-message = Those named most clearly come first. Pick the one it is about.
more-entries = Only the best { $count } are shown.
told-in-message = 🔎 Found in the message: { $organization }
told-by-channel = 🔎 The message names no organization on record. This channel stands for { $organization }.
nothing-named = No organization found in the message
nothing-named-hint = Name it with /primary. Or let the channel stand for one with /bind, which whoever manages the server can do.
channel-bound = This channel stands for { $organization } now
channel-before = Until now it stood for { $organization }.
channel-bound-hint = Here and in its threads, /primary, /directory and /who-can mean it unless another one is named, and its people come first among equals. /unbind takes that back.
channel-bound-already = This channel stands for { $organization } already
channel-bound-by-policy = The policy file lets this channel stand for { $organization }
channel-bound-by-policy-hint = It has the last word, so nothing was changed. Whoever runs the bot can change the file.
channel-bound-by-policy-to-nobody = The policy file lets this channel stand for an organization that is not on record or not shown here
channel-bound-by-policy-to-nobody-hint = Nothing was changed. Tell whoever runs the bot to correct the file.
channel-unbound = This channel no longer stands for { $organization }
channel-unbound-from-nobody = This channel no longer stands for an organization
channel-unbound-hint = /primary, /directory and /who-can need an organization here again.
channel-not-bound = This channel stands for no organization of its own
channel-not-bound-hint = Nothing was changed. /bind lets it stand for one.
channel-bound-by-parent-hint = As a thread it stands for { $organization }, like the channel it belongs to. Use /unbind there.
channel-not-allowed = Not for you to change
channel-not-allowed-hint = What a channel stands for is up to whoever has the permission “Manage Server”.
channel-none = There is no channel here
channel-none-hint = A terminal stands for no organization. Use the command in a channel on Discord.
# Before the whole suggestion. The star alone would not say it.
suggest-favourite = ★ Favourite · { $entry }

## Whom to call: the chain, what was tried, and who may approve

chain-step = ⤵️ { $count ->
    [one] The only one to call at { $organization }: { $reason }
   *[other] Step { $place } of { $count } at { $organization }: { $reason }
}
# Why it is somebody's turn; also after a name.
reason-named = named in the policy file
reason-primary = primary contact
reason-technical = technical contact
reason-billing = billing contact
reason-executive = executive contact
reason-end-user = end user
reason-vendor = supplier
reason-vip = VIP
reason-anyone = anybody there
# A role that nothing but the name of the contact type suggests
reason-guessed = { $reason } (guessed: { $type })
chain-in-hours = 🕒 It is in hours: this is the in-hours order.
chain-out-of-hours = 🕒 It is out of hours: this is the out-of-hours order.
chain-hours-unknown = 🕒 Whether it is in hours is not known: this is the in-hours order.
primary-only-email = ⚠️ No phone on record for the primary contact at { $organization }, only e-mail: { $names }.
primary-departed = ⛔ By the record, the primary contact at { $organization } has left: { $names }.
named-not-on-record = ⚠️ The policy file names somebody who is not on record: { $name }.
named-record-not-there = ⚠️ The policy file names somebody who is not on record: record { $number }.
named-not-shown = ⚠️ The policy file names somebody who is not on record or not shown here.
named-only-email = ⚠️ Named in the policy file, with only an e-mail on record: { $names }.
named-unreachable = ⚠️ Named in the policy file, with no phone or e-mail on record: { $names }.
named-departed = ⛔ Named in the policy file, but no longer there by the record: { $names }.
chain-awake = ⚠️ Better to call, as it is daytime there: step { $place }, { $name }, { $reason }.
chain-awake-by-notes = ⚠️ Better to call, as by their notes they are there now: step { $place }, { $name }, { $reason }.
# "times" is one time, "03:12", or the several it may be: "03:12/04:12".
night-there = night there ({ $times })
chain-following = ⤵️ If there is no answer:
reach-phone = by phone
reach-email = only by e-mail
chain-more = … and { $count } more
chain-tried = 🗒️ Tried so far:
chain-earlier = … { $count } earlier
tried-call = { $who } called { $whom }
tried-you = you
tried-somebody = somebody no longer on record
tried-no-answer = no answer
tried-reached = reached
tried-wrong-number = wrong number
chain-reached = ✅ Reached { $ago } by { $who }.
chain-again = 🔁 Everybody was called, the last one { $ago }. Starting again with those who did not answer.
chain-changed = ⚠️ The person you clicked on is not to be called at { $organization } any more. Nothing was written down; this is whom to call now.
outcome-no-answer = No answer
outcome-no-answer-next = No answer → next
outcome-reached = Reached
outcome-wrong-number = Wrong number
chain-call-again = Call again
chain-go-awake = Who is awake
dead-unreachable = ⚠️ Nobody there has a phone or e-mail on record: { $names }.
dead-not-in-chain = Nobody whom the policy file wants called there can be reached. /directory shows everybody on record.
dead-tried = ⚠️ Everybody was tried, and nobody is left: { $names }.
dead-hint = Look for the main number of the organization in IT Glue.
who-can = Who may approve “{ $action }” at { $organization }
# After a name: IT Glue's own contact type
who-can-type = type: { $type }
who-can-more = Only the first { $count } are shown.
who-can-nobody = By the policy file, nobody on record there may.
who-can-guessed = Not counted, as only a guess gives their contact type such a role: { $types }. Whoever runs the bot can state it in the policy file, under { $table }.
who-can-deciders = These may not either, but are in charge there. Ask them who may:
menu-several-actions = Several things match “{ $typed }”
unknown-action = The policy file says nothing about “{ $typed }”
action-gone = The policy file does not say who may approve that
known-actions = It says who may approve: { $names }
no-actions = Nothing says who may approve what at { $organization }
no-actions-hint = Whoever runs the bot can add it to the policy file, under { $table }.
no-channel = Which client?
no-channel-hint = This channel stands for no client. Fill in the option “organization”, or let whoever manages the server use /bind here.

## The client itself: its alert, its quick notes and its status

client-alert = ⚠️ Client's alert: { $alert }
client-alert-cut = … the alert goes on in IT Glue.
client-inactive = ⛔ Not an active client: its status in IT Glue is “{ $status }”. Check before you call.
client-status = ℹ️ Client's status in IT Glue: { $status }
client-notes = 📝 Client's quick notes:
client-notes-cut = … the quick notes go on in IT Glue.
# Of an organization in a menu or a suggestion
entry-status = status: { $status }

## The card: its numbers, times and notes, and what can be done with it

favourite-mark = ★ favourite
shared-by = Shared by { $user }
user-number = user { $number }
# A number of which a field has only the end: "030 23125012/13"
number-completed = completed from “{ $field }”
number-unverified = as stored, unverified
# After a number was added, changed or taken away
phones-changed = ⚠️ phone numbers changed { $ago }
number-wrong = ⚠️ reported wrong { $count ->
    [one] once
   *[other] { $count } times
}
# Where the country of a number was taken from that has no country code. $country is its code: US
country-guessed = { $from ->
    [location] country guessed: { $country }, from the location
    [organization] country guessed: { $country }, from the organization
    [default] country guessed: { $country }, by default
   *[digits] country guessed: { $country }, from the first digits
}
country-guessed-withheld = country guessed
kind = { $kind ->
    [mobile] mobile
    [direct] direct line
    [office] office
    [home] at home
    [landline] landline
   *[pager] pager
}
# What the numbering plan of the country says
kind-by-number = { $kind ->
    [mobile] mobile, by the number
    [landline] landline, by the number
   *[pager] pager, by the number
}
best-asked-for = best number now: asked for in the notes, “{ $quote }”
best-mobile-out-of-hours = best number now: mobile, outside hours
best-home-out-of-hours = best number now: at home, outside hours
best-mobile = best number now: mobile, as it is not known whether it is in hours
other-numbers = … and { $count ->
    [one] another number
   *[other] { $count } other numbers
} under “Details”
# The phone of a place, for somebody who has none
site-phone = ☎️ As a last resort, { $of ->
    [contact] the phone of the location, not their own
   *[organization] the phone of the organization's location, not their own
}: { $phone }
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
local-time = 🕒 Local time: { $time } ({ $of ->
    [contact] from the location
   *[organization] from the organization's location
})
night-call = 🌙 A call may wake somebody. Local time: { $time } ({ $of ->
    [contact] from the location
   *[organization] from the organization's location
})
# What the notes say of somebody's hours
hours-open = 🕒 Open now, by the notes: “{ $quote }”
hours-closed = 🕒 Closed now, by the notes: “{ $quote }”
last-reached = ✅ Last reached { $ago } by { $user }
last-failed = ⚠️ Last call { $ago } by { $user }: { $outcome ->
    [wrong-number] wrong number
   *[no-answer] no answer
}
notes = 📝 Notes:
notes-more = … more under “Notes”
notes-secrets = 🔒 Hidden here, as it may be secret: { $count ->
    [one] one passage
   *[other] { $count } passages
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
no-notes = No notes on record any more.
notes-cut = … the notes go on in IT Glue.
# Buttons
share = Share
notes-button = Notes
less = Less
details = Details
add-favourite = ☆ Favourite
remove-favourite = ★ Remove favourite
contact-file = Contact file
back-to-card = ↩ Back to the card
# Said in place of what was asked for
sharing-off = Sharing is switched off
sharing-off-hint = Whoever runs the bot has decided that no card is posted to a channel.
not-handed-on = Not handed on
not-handed-on-hint = By the record, { $name } is no longer there. Search for somebody else at the organization.
contact-file-of = Contact file: { $name }
contact-file-hint = Open the file to add this person to your contacts. It is a copy that nobody updates: delete it when you no longer need it.

## Access: what is kept back from whoever asks

not-allowed = Not for you here
not-allowed-hint = The policy of this bot does not let you do this, or see this, in this channel. Ask whoever runs the bot.
not-journaled = Not shown
not-journaled-hint = It could not be noted who is shown what, and without that nothing is. Tell whoever runs the bot.
expired = Too old
expired-hint = This button is more than a day old. Type the command again.
card-withheld = 🔒 Details of this client are not put into chat. Open the record in IT Glue.
phone-withheld = 📞 phone numbers are not shown here
email-withheld = ✉️ e-mail addresses are not shown here
location-withheld = 📍 the location is not shown here
group-withheld = 🔒 contact types of this client are not put into chat
entry-withheld = number not shown here
reveal = Show what is hidden

## The brake: who has asked too much

hold = Lookups are paused for you
hold-hint = You have asked for more people within an hour than this bot shows anybody. You can go on in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}. If it cannot wait, ask somebody else who manages the server to use /release.
hold-hint-elsewhere = You have asked for more people within an hour than this bot shows anybody. You can go on in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}. Lookups were paused in another server: if it cannot wait, ask somebody who manages that one to use /release there.
hold-hint-terminal = More people were asked for here within an hour than the policy file allows one user. You can go on in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
hold-too-soon = Too many questions at once
hold-too-soon-hint = Ask again in { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
}.
hold-released = { $user } is not on hold in this server
hold-released-hint = Their count of people seen here begins anew. The audit journal says that you let them go on, and why: { $reason }. What happened in other servers is not changed by this.
hold-own = Not for yourself
hold-own-hint = Somebody else who manages the server has to let you go on.
hold-none = Nobody is on hold here
hold-none-hint = Users are on hold on Discord. Use the command there.
# A form: its title and the question, 45 characters at most, and the reasons to choose from; the hint above repeats the one chosen
release-form = Let a user go on
release-form-reason = Why was it all right?
release-reason-busy = a busy shift
release-reason-outage = an outage at a client
release-reason-upkeep = upkeep of the records
release-reason-agreed = we have talked about it
# Posted to the channel that the policy file names for this
hold-alert = 🛑 { $user } has asked for more than { $count } people within an hour. Lookups are paused for them for { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
hold-alert-hint = If that was all right, /release in the server where it happened lets them go on. Whom they have seen: { $command }
# Posted to the same channel when the audit journal was tampered with; the command is typed on the bot's machine
broken-alert = 🛑 The audit journal is not as the bot left it: entries were cut off, changed or put back, or its file was damaged. Entry { $entry } of it tells of the break.
broken-alert-hint = Answers go on from there. What is unproven now: { $command }. Keep the files beside the database as evidence.

## Who looked somebody up

looked = Who looked up { $name }
looked-people = 👁️ { $count ->
    [one] 1 person
   *[other] { $count } people
} looked up { $name } since { $date }.
looked-nobody = Nobody has looked up { $name }, as far as the journal goes back ({ $date }).
looked-nobody-since = Nobody has looked up { $name } since { $date }.
looked-partly = ⚠️ There was no time to read the journal back to its beginning: what is older than { $date } is not counted.
looked-only-named = { $count ->
    [one] 1 person
   *[other] { $count } people
} saw only the name or title, in suggestions, menus or lists.
# How somebody was shown something
looked-click = button or menu
looked-suggestions = in suggestions
looked-shared = shared to { $channel }
looked-refused = refused
looked-unknown = somebody unknown
looked-terminal = on the bot's machine
# What they were shown
looked-field = { $field ->
    [title] title
    [phone] phone
    [email] e-mail
    [location] location
    [notes] notes
   *[name] name
}
# After the last line. The two are commands to type on the bot's machine
looked-hint = Not counted: /who-looked. On the bot's machine, { $verify } tells whether the journal is what was written, and { $report } lists every entry.
looked-unread = The audit journal was not read. On the bot's machine, { $report } tells who looked up { $name }.

## Suggestions. Discord's client remembers an empty list, so there is always one thing to read. 100 characters at most.

suggest-loading = Still loading the contacts: try again in a minute
suggest-not-served = Not available in this server
suggest-not-allowed = Not for you here: ask whoever runs the bot
suggest-not-journaled = No suggestions: they could not be noted in the audit journal
suggest-on-hold = Lookups are paused for you: press Enter to see for how long
suggest-too-soon = Too fast: wait a few seconds and type on
suggest-nothing = No suggestions: type it and press Enter
suggest-unknown-organization = No such organization: check that option first
suggest-unknown-type = No such contact type: check that option first
suggest-type-a-name = Type a name, an e-mail address or digits of a phone number
suggest-nobody-fits = Nobody fits the other options
suggest-no-match = No match for “{ $typed }”: try a last name, an e-mail or a phone
suggest-no-organization = No organization matches “{ $typed }”
suggest-no-action = The policy file says nothing about “{ $typed }”
suggest-no-actions = The policy file does not say who may approve what
suggest-no-type = No contact type matches “{ $typed }”

## What Discord shows of the commands while typing; as in commands/*.json. 100 characters at most.

command-contact = Who is this person at a client, and how are they reached?
command-contact-name = A name in any order or spelling, an e-mail address, or digits of a phone number
command-contact-organization = Only people of this client
command-contact-type = Only people of this contact type
command-vip = The people marked important in IT Glue: all of them, or the one you name
command-vip-name = Only the VIP of this name; leave it out to list them
command-vip-organization = Only VIPs of this client
command-vip-type = Only VIPs of this contact type
command-primary = Who to call first at a client
command-primary-organization = The client: its name, short name, initials or the beginning of one; or the channel's own
command-directory = Everybody on record at a client, by contact type
command-directory-organization = The client: its name, short name, initials or the beginning of one; or the channel's own
command-directory-type = Only people of this contact type
command-who-can = Who at a client may approve this?
command-who-can-action = What is to be approved, such as a password reset or a purchase
command-who-can-organization = The client: its name, short name, initials or the beginning of one; or the channel's own
command-bind = Let this channel stand for a client, so that nobody has to name it here
command-bind-organization = The client: its name, short name, initials or the beginning of one
command-unbind = Let this channel stand for no client any more
command-release = Let somebody go on whose lookups are paused because they were too many
command-release-user = Who is to go on; their count begins anew
command-who-looked = Who looked this person up? For whoever manages the server
command-who-looked-name = A name in any order or spelling, an e-mail address, or digits of a phone number
command-who-do-i-call = Who do I call?
