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

      /contact jon smtih                    a name, typed in a hurry
      /contact name: jane organization: acme
      /vip                                  everybody marked important
      /primary acme                         whom to call first

    A number opens an entry of the last answer; quit or Ctrl-D ends.

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
matched-phone-end = 🔎 Matched by the end of a phone number
matched-email = 🔎 Matched by e-mail address
primary-by-type = 🔎 Primary contact on record: the contact type is “{ $type }”.
no-primary = 🔎 No primary contact on record at { $organization }.
primary-unreachable = ⚠️ No phone or e-mail on record for the primary contact at { $organization }: { $names }.
only-vip = Shown is the only VIP there.
only-technical = Shown is the only technical contact there.
only-executive = Shown is the only executive contact there.
only-anyone = Shown is the only person there with a phone or e-mail on record.
only-unreachable = Shown is the only person there, without phone or e-mail.
these-vips = These are the VIPs there.
these-technical = These are the technical contacts there.
these-executive = These are the executive contacts there.
these-anyone = These are the people there with a phone or e-mail on record.
these-unreachable = ⚠️ Nobody there has a phone or e-mail on record. These are the people.

## Menus

entry-departed = no longer there
entry-unreachable = no phone or e-mail on record
entry-no-phone = no phone on record
entry-record = record { $number }
at-organization = { $title } at { $organization }
menu-several = Several people match “{ $typed }”
menu-close = Not quite “{ $typed }”
menu-nearest = Nobody matches “{ $typed }”
menu-not-vips = No VIP matches “{ $typed }”
menu-unfitting = This person does not fit the other options
menu-several-organizations = Several organizations match “{ $typed }”
menu-nearest-organizations = No organization matches “{ $typed }”
menu-primaries = Several primary contacts at { $organization }
menu-who-to-call = Who to call at { $organization }
hint-several = Pick the one you mean.
hint-close = { $count ->
    [one] One person comes close. Pick them if that is who you mean.
   *[other] These people come close. Pick one if that is who you mean.
}
hint-nearest = The nearest names are below. Otherwise try a last name, an e-mail address or digits of a phone number.
hint-not-vips = These people match, but are not VIPs who can be called.
hint-unfitting = Change the organization or type, or pick the person here.
hint-people-of-several = Pick the person at the organization you mean.
hint-nearest-organizations = The nearest names are below. Otherwise try its short name or the beginning of its name.
hint-primaries = More than one person has a primary contact type. Pick one.
more-people-there = Only the first { $count } are shown: /contact finds the others by name.
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
    [one] By the record, the only contact of this organization left.
   *[other] By the record, all { $count } contacts of this organization left.
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

## Suggestions. Discord's client remembers an empty list, so there is always one thing to read. 100 characters at most.

suggest-loading = Still loading the contacts: try again in a minute
suggest-not-served = Not available in this server
suggest-nothing = No suggestions: type it and press Enter
suggest-unknown-organization = No such organization: check that option first
suggest-unknown-type = No such contact type: check that option first
suggest-type-a-name = Type a name, an e-mail address or digits of a phone number
suggest-nobody-fits = Nobody fits the other options
suggest-no-match = No match for “{ $typed }”: try a last name, an e-mail or a phone
suggest-no-organization = No organization matches “{ $typed }”
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
command-who-do-i-call = Who do I call?
