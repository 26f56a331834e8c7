//! The words that say when, and on which line, to call; in the languages of `words`.

/// Round the clock, with what may follow.
pub(super) const ALWAYS: &str = "\
    24 / 7 / 365|24 x 7 x 365|24 / 7 , 365|24 / 7|24 x 7|24 hours a day|24 hrs a day|24 hours|24 hrs|\
    24 stunden am tag|24 stunden|around the clock|round the clock|rund um die uhr|24 h / 24|24 / 24|\
    24 heures sur 24|las 24 horas del dia|las 24 horas";

/// The action a negation forbids.
pub(super) const CALLS: &str = "\
    call calls calling ring phone contact disturb text work working available reachable anrufen anrufe storen \
    erreichbar appeler appels joindre joignable deranger llamar llame llamadas disponible contactar";

/// Before a time.
pub(super) const BEFORE: &str = "before|vor|avant|antes de";

/// After a time.
pub(super) const AFTER: &str = "after|nach|ab|apres|despues de|a partir de";

/// Outside the hours.
pub(super) const OUT_OF_HOURS: &str = "\
    out of office hours|out of business hours|out of hours|outside of office hours|outside of business hours|\
    outside of hours|outside office hours|outside business hours|outside hours|after hours|afterhours|\
    ausserhalb der geschaftszeiten|ausserhalb der burozeiten|ausserhalb der arbeitszeiten|\
    ausserhalb der offnungszeiten|en dehors des heures de bureau|en dehors des heures d ouverture|\
    en dehors des heures douverture|hors heures ouvrables|hors horaires|fuera de horario|fuera de horas";

/// Words between a time and the line to call, besides [`CALLS`].
pub(super) const ON_THE_WAY: &str = "\
    , : - please use try dial his her their my the to on at via per uber auf bitte nur only dem das le la el al \
    sur son su por veuillez utiliser usar directly o clock oclock las los then";

/// A mobile phone.
pub(super) const MOBILE: &str = "\
    mobile cell cellphone handy mobil mobiltelefon mobilnummer natel portable movil celular gsm";

/// A phone at work.
pub(super) const OFFICE: &str = "office desk landline buro festnetz bureau fixe oficina fijo";

/// A phone at home.
pub(super) const HOME: &str = "home zuhause privat domicile maison casa";
