//! The words hours are stated in: English, German, French and Spanish, folded to lower-case ASCII.

/// Labels that introduce hours.
pub(super) const LABELS: &str = "\
    hours|hours of operation|opening hours|opening times|office hours|store hours|business hours|working hours|\
    work hours|offnungszeiten|geschaftszeiten|burozeiten|arbeitszeiten|arbeitszeit|sprechzeiten|horaires|\
    horaires douverture|heures d ouverture|heures douverture|horario|horarios|horario de atencion";

/// Words for a number of hours.
pub(super) const HOURS: &str = "hours hour hrs stunden std heures horas";

/// Words that make a range beside them a statement of hours.
pub(super) const OPEN: &str = "open opens available reachable works working erreichbar geoffnet besetzt ouvert ouverte \
    joignable disponible abierto abierta";

/// Words that leave hours as they are: they join, or say how to get through.
pub(super) const PLAIN: &str = "from between at on the is are in for and each every all our my i his her their he she \
    von zwischen jeweils am um und mit im der die das jeden uhr \
    de du des le les et entre en avec h chaque \
    el los las la y con cada \
    please bitte text call ring phone dial email mail e message sms voicemail contact reach reception desk front office main \
    line helpdesk help it support direct mobile cell handy mobil landline primary technical billing note notes site \
    buro bureau oficina";

/// Phrases that leave hours as they are.
pub(super) const PLAIN_PHRASES: &str = "\
    text first|call first|e - mail first|email first|ring first|all times|times are|time zone|timezone|part time|full time";

/// Between the two ends of a range.
pub(super) const UNTIL: &str = "-|to|till|til|until|thru|through|bis|a|au|al|hasta";

/// Between days.
pub(super) const AND: &str = ",|&|/|+|and|und|u|et|y";

pub(super) const CLOSED: &str = "closed geschlossen ruhetag ferme fermee fermes cerrado cerrada";

/// Words that exclude days or hours.
pub(super) const NOT: &str = "not no never dont doesnt nicht nie kein keine ne pas jamais nunca except excepting excluding \
    excl exc exclude ausser sauf excepto salvo";

/// A break within the hours.
pub(super) const LUNCH: &str = "lunch mittagspause mittag pause dejeuner almuerzo break";

pub(super) const ONLY: &str = "only nur uniquement seulement solo solamente";

/// More than the hours stated, on request.
pub(super) const OR_MORE: &str = "\
    or by appointment|or by appt|or by arrangement|and by appointment|and by appt|also by appointment|\
    otherwise by appointment|other times by appointment|oder nach vereinbarung|und nach vereinbarung|\
    sowie nach vereinbarung|sonst nach vereinbarung|oder nach terminvereinbarung|und nach terminvereinbarung|\
    ou sur rendez - vous|et sur rendez - vous|ou sur rdv|et sur rdv|o con cita previa|y con cita previa|\
    o con cita";

pub(super) const SOME_WEEKS: &str = "first second third fourth fifth last other alternate alternating biweekly fortnightly \
    week weeks month of odd even ersten zweiten dritten vierten letzten woche monat premier deuxieme dernier mois semaine \
    primer segundo ultimo mes semana";

/// Parts of the year with other hours, and what closes for days.
pub(super) const SEASONS: &str = "holiday holidays bank public federal national legal major statutory \
    feiertag feiertage feiertagen feiertags gesetzlichen ferien urlaub betriebsferien feries ferie jours vacances conges conge \
    festivos festivo dias vacaciones vacation vacations pto leave away absent ooo sick krank abwesend \
    summer winter spring autumn season seasonal sommer ete hiver verano invierno \
    january february april june july august september october november december jan feb apr jun jul aug sept oct nov dec \
    januar februar juni juli oktober dezember janvier fevrier avril juin juillet aout enero febrero abril junio julio agosto \
    christmas easter thanksgiving weihnachten noel navidad";

/// Words about times in a form that is not understood.
pub(super) const TIMES: &str = "appointment appointments appt vereinbarung terminvereinbarung termin rdv rendez cita \
    schedule shift shifts time times zone zeit zeiten heure heures hora horas hour vary varies \
    morning mornings afternoon afternoons evening evenings night nights vormittag vormittags nachmittag nachmittags \
    matin soir manana tarde noche half";

/// Words whose full stop ends no sentence.
pub(super) const ABBREVIATIONS: &str =
    "approx ca circa excl exc incl inkl usu evtl ggf env aprox max min hrs std tel appt bzw";

pub(super) fn is_one_of(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|other| other == word)
}
