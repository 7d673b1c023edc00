//! The language of an article that nobody has named: by its script, and where languages share a script, by its function
//! words. What is too short, mixed, or close to two languages has none.

use std::cmp::Reverse;

use super::{TABLE, UNNAMED};
use crate::order::Arrange as _;

/// Fewest words that tell a language, and fewest letters of a script that parts no words.
const WORDS: usize = 20;
const LETTERS: usize = 40;

/// One word in so many is one of a language's words: in running text it is one in 2 to 6, in a language that is not known
/// here one in 10 and less.
const SHARE: usize = 10;

/// In so many words, one more is of the language than of the one that comes next.
const LEAD: usize = 30;

/// Of so many letters all but one are of one script.
const SCRIPT: usize = 4;

/// What a letter tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Several languages are written so; their words tell which.
    Shared,
    Han,
    Kana,
    /// One language is written so.
    Of(&'static str),
}

fn script(letter: char) -> Script {
    match u32::from(letter) {
        0x370..=0x3ff | 0x1f00..=0x1fff => Script::Of("el"),
        0x530..=0x58f => Script::Of("hy"),
        0xb80..=0xbff => Script::Of("ta"),
        0xc00..=0xc7f => Script::Of("te"),
        0xc80..=0xcff => Script::Of("kn"),
        0xd00..=0xd7f => Script::Of("ml"),
        0xe00..=0xe7f => Script::Of("th"),
        0xe80..=0xeff => Script::Of("lo"),
        0x10a0..=0x10ff => Script::Of("ka"),
        0x1780..=0x17ff => Script::Of("km"),
        0x3040..=0x30ff => Script::Kana,
        0x3400..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff => Script::Han,
        0x1100..=0x11ff | 0xac00..=0xd7af => Script::Of("ko"),
        _ => Script::Shared,
    }
}

/// The language of an article's texts, by its primary subtag (BCP 47), where they surely have one.
pub(crate) fn detect<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Option<&'static str> {
    let mut scripts: Vec<(Script, usize)> = Vec::new();
    for letter in texts.clone().flat_map(str::chars).filter(|c| c.is_alphabetic()) {
        let script = script(letter);
        match scripts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, letters)) => *letters += 1,
            None => scripts.push((script, 1)),
        }
    }
    let letters =
        |script| scripts.iter().find(|(known, _)| *known == script).map_or(0, |(_, letters)| *letters);
    let all: usize = scripts.iter().map(|(_, letters)| letters).sum();
    let is_most = |letters: usize| (all - letters) * SCRIPT <= all;
    let (kana, han) = (letters(Script::Kana), letters(Script::Han));
    if is_most(letters(Script::Shared)) {
        return by_words(texts);
    }
    if all < LETTERS {
        return None;
    }
    if is_most(kana + han) {
        // Japanese has a quarter of kana and more; Chinese has one in a name.
        return if kana * 10 >= kana + han { Some("ja") } else { (kana * 50 <= han).then_some("zh") };
    }
    scripts.iter().find_map(|&(script, letters)| match script {
        Script::Of(name) if is_most(letters) => Some(name),
        _ => None,
    })
}

fn by_words<'t>(texts: impl Iterator<Item = &'t str>) -> Option<&'static str> {
    let words: Vec<u128> = texts
        .flat_map(|text| text.split(|c: char| !(c.is_alphabetic() || is_mark(c))))
        .filter(|word| !word.is_empty())
        .map(|word| TABLE.words.get(word.to_lowercase().as_str()).copied().unwrap_or_default())
        .collect();
    let (best, hits, next) = ranked(&words);
    let is_sure = words.len() >= WORDS && hits * SHARE >= words.len() && (hits - next) * LEAD >= words.len();
    let (first, second) = words.split_at(words.len() / 2);
    let is_one = [first, second].into_iter().all(|half| ranked(half).0 == best);
    TABLE.names.get(best).copied().filter(|&name| is_sure && is_one && name != UNNAMED)
}

/// Signs that stand within words of Arabic, Hebrew and the scripts of India and are no letters.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x900..=0xdff)
}

/// The language that most of the words are of, how many are, and how many are of the one that comes next.
fn ranked(words: &[u128]) -> (usize, usize, usize) {
    let mut counts = [0usize; u128::BITS as usize];
    for &word in words {
        let mut languages = word;
        while languages != 0 {
            if let Some(count) = counts.get_mut(languages.trailing_zeros() as usize) {
                *count += 1;
            }
            languages &= languages - 1;
        }
    }
    let mut ranks: Vec<(usize, Reverse<usize>)> =
        counts.into_iter().enumerate().map(|(language, count)| (count, Reverse(language))).collect();
    ranks.arrange_by(|a, b| b.cmp(a));
    let at = |rank: usize| ranks.get(rank).copied().unwrap_or((0, Reverse(0)));
    (at(0).1.0, at(0).0, at(1).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<&'static str> {
        detect([text].into_iter())
    }

    const GERMAN: &str = "Die Stadt will die alte Brücke über den Fluss nicht mehr reparieren. Das hat der Rat am Abend \
                          mit einer Mehrheit von drei Stimmen beschlossen, weil die Kosten zu hoch sind.";
    const ENGLISH: &str = "The town does not want to repair the old bridge over the river any more. That is what the \
                           council decided in the evening by three votes, for the costs are too high.";

    #[test]
    fn words_tell_languages_of_one_script() {
        let french = "La ville ne veut plus réparer le vieux pont sur le fleuve. C’est ce que le conseil a décidé dans \
                      la soirée avec une majorité de trois voix, car les coûts sont trop élevés.";
        let spanish = "La ciudad ya no quiere reparar el viejo puente sobre el río. Así lo decidió el consejo por la noche \
                       con una mayoría de tres votos, porque los costes son demasiado altos para la ciudad.";
        let arabic = "قررت المدينة أن لا ترمم الجسر القديم على النهر بعد أن تبين أن الكلفة عالية. وقال رئيس المجلس إن القرار \
                      اتخذ في المساء بأغلبية ثلاثة أصوات من بين الأعضاء الذين كانوا في القاعة.";
        let persian = "شهر دیگر نمی‌خواهد پل قدیمی را که بر رودخانه است تعمیر کند. شورا این را در شب با سه رای تصویب کرد، \
                       برای آن که هزینه‌ها بسیار بالا بود و از بودجه بیرون است.";
        let russian = "Город больше не хочет чинить старый мост через реку. Так решил совет вечером, и большинство было в три \
                       голоса, потому что это для города слишком дорого, а денег на него нет.";
        let found = [GERMAN, ENGLISH, french, spanish, arabic, persian, russian].map(of);
        assert_eq!(found, ["de", "en", "fr", "es", "ar", "fa", "ru"].map(Some));
    }

    #[test]
    fn scripts_tell_the_rest() {
        let chinese = "市议会昨晚以三票之差决定不再修理河上的旧桥，因为费用太高。新的桥将在两年以后建成，市民可以乘船过河。";
        let japanese = "市議会は昨夜、費用が高すぎるため、川にかかる古い橋をもう修理しないことを三票差で決めた。新しい橋は二年後にできる。";
        let thai = "สภาเมืองตัดสินใจเมื่อคืนนี้ว่าจะไม่ซ่อมสะพานเก่าข้ามแม่น้ำอีกต่อไปเพราะค่าใช้จ่ายสูงเกินไป";
        assert_eq!([chinese, japanese, thai].map(of), ["zh", "ja", "th"].map(Some));
        assert_eq!(of("橋"), None, "too short");
    }

    #[test]
    fn what_is_short_mixed_or_unknown_has_none() {
        assert_eq!(of("The town does not want to repair the old bridge."), None, "short");
        assert_eq!(detect([GERMAN, ENGLISH].into_iter()), None, "half and half");
        let made_up = "Zorba melu tikan foro, selma duri kaneto polu; virma teko sandu lorka, mirto helan busi. Dorka \
                       temo silu fanda kerto, molu viska tarino pelo sunda keto.";
        assert_eq!(of(made_up), None, "unknown");
        let serbian_or_croatian = "Grad više ne želi da popravlja stari most preko reke. To je veće odlučilo uveče sa tri glasa, jer \
                                   su troškovi za grad i za državu bili previsoki, ali će se o tome još razgovarati.";
        assert_eq!(of(serbian_or_croatian), None, "one of several");
        assert_eq!(of("1 2 3 4 5 6 7 8 9"), None, "no letters");
    }

    #[test]
    fn every_language_has_a_bit_and_words_of_its_own() {
        assert!(TABLE.names.len() <= 128);
        for (at, name) in TABLE.names.iter().enumerate() {
            assert!(
                TABLE.words.values().filter(|&&languages| languages >> at & 1 == 1).count() >= 10,
                "{name}"
            );
        }
    }
}
