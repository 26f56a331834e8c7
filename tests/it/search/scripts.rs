//! Names in non-Latin scripts, of contacts without an address to read them by, searched in Latin letters.

use callsheet_core::search::Verdict;

use super::{Index, Query, contact};

/// Given name, family name, and what is typed for them.
const NAMES: [(&str, &str, &[&str]); 36] = [
    ("محمد", "الفاسي", &["mohammed al fassi", "muhammad alfasi", "mohamed fassi"]),
    ("محمود", "عبد الله", &["mahmoud abdallah", "mahmud abdullah"]),
    ("عبد الرحمن", "السعيد", &["abdurrahman saeed", "abdulrahman al said"]),
    ("جمال", "القحطاني", &["jamal al qahtani", "djamel kahtani", "gamal qahtani"]),
    ("مصطفى", "القرشي", &["mustapha el kourachi"]),
    ("فاطمة", "بناني", &["fatima bennani"]),
    ("حسين", "جعفر", &["hussein jaafar"]),
    ("پرویز", "گلزار", &["parviz golzar"]),
    ("علیرضا", "رضایی", &["alireza rezaei"]),
    ("יוסי", "כהן", &["yossi cohen"]),
    ("אברהם", "פרץ", &["avraham peretz", "abraham perets"]),
    ("יצחק", "ביטון", &["yitzhak biton"]),
    ("राजेश", "कुमार", &["rajesh kumar"]),
    ("नरेन्द्र", "सिंह", &["narendra singh"]),
    ("महेश", "गुप्ता", &["mahesh gupta"]),
    ("சுரேஷ்", "நாராயணன்", &["suresh narayanan"]),
    ("కృష్ణ", "రెడ్డి", &["krishna reddy"]),
    ("ਗੁਰਪ੍ਰੀਤ", "ਗਿੱਲ", &["gurpreet gill"]),
    ("สมชาย", "ใจดี", &["somchai jaidee"]),
    ("ประเสริฐ", "ศรีสุข", &["prasert srisuk"]),
    ("สุรพงศ์", "สุวรรณ", &["surapong suwan"]),
    ("민수", "김", &["minsu kim", "kim min su"]),
    ("지영", "박", &["jiyoung park"]),
    ("しょうた", "さとう", &["shota sato", "shouta satou"]),
    ("ケンジ", "タナカ", &["kenji tanaka"]),
    ("健二", "田中", &["kenji tanaka"]),
    ("伟", "王", &["wei wang"]),
    ("Արմեն", "Պետրոսյան", &["armen petrosyan"]),
    ("Գրիգոր", "Խաչատուրյան", &["grigor khachaturian"]),
    ("გიორგი", "ბერიძე", &["giorgi beridze"]),
    ("თამარ", "კვარაცხელია", &["tamar kvaratskhelia"]),
    ("Дмитро", "Шевченко", &["dmytro shevchenko"]),
    ("Сергей", "Щукин", &["sergey shchukin", "sergei schukin"]),
    ("Ђорђе", "Јовановић", &["djordje jovanovic"]),
    ("Γιώργος", "Παπαδόπουλος", &["giorgos papadopoulos", "yorgos papadopoulos"]),
    ("Işıl", "Kılıç", &["ISIL KILIC", "isil kilic"]),
];

#[test]
fn a_name_in_another_script_is_offered_for_its_latin_letters() {
    let mut people: Vec<_> = (0..).zip(NAMES).map(|(id, (first, last, _))| contact(id, first, last, 1)).collect();
    let others = ["Mohamed Smith", "Jamal Fassbender", "Kim Parker", "Krish Redding", "Georg Papp", "Rajan Kumble"];
    people.extend((100..).zip(others).filter_map(|(id, name)| {
        let (first, last) = name.split_once(' ')?;
        Some(contact(id, first, last, 2))
    }));
    let index = Index::build(people.iter(), std::iter::empty(), std::iter::empty());
    for (id, (first, last, typed)) in (0..).zip(NAMES) {
        for text in typed {
            let matches = index.search(&Query::new(text));
            let place = matches.ranked.iter().position(|found| found.id.0 == id);
            assert!(place.is_some_and(|place| place < 5), "{text} for {first} {last}: {:?}", matches.ranked);
            assert_ne!(matches.verdict, Verdict::None, "{text} for {first} {last}: {:?}", matches.ranked);
        }
    }
}

#[test]
fn other_consonants_are_another_name() {
    let people: Vec<_> = (0..).zip(NAMES).map(|(id, (first, last, _))| contact(id, first, last, 1)).collect();
    let index = Index::build(people.iter(), std::iter::empty(), std::iter::empty());
    for text in ["karim benali", "david levi", "peter miller", "ravi patel", "maria rossi"] {
        assert_eq!(index.search(&Query::new(text)).verdict, Verdict::None, "{text}");
    }
}

#[test]
fn a_usual_spelling_of_a_name_is_the_name() {
    let people = [contact(1, "יוסי", "כהן", 1), contact(2, "Yosef", "Cohen", 2), contact(3, "محمد", "الفاسي", 1)];
    let index = Index::build(people.iter(), std::iter::empty(), std::iter::empty());
    let yossi = index.search(&Query::new("yossi cohen"));
    assert_eq!((yossi.verdict, yossi.ranked[0].id.0), (Verdict::One, 1), "a Yosef is one less likely: {yossi:?}");
    let mohammed = index.search(&Query::new("muhammad fassi"));
    assert_eq!((mohammed.verdict, mohammed.ranked[0].id.0), (Verdict::One, 3), "{mohammed:?}");
}
