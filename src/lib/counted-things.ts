import { foldLetters } from './characters.js';

/**
 * What people count, as they or TikTok write it behind a number; it says nothing of how many. By
 * language, without accents; `*` stands for any ending, since most languages have several.
 */
const NAMES: Readonly<Record<string, string>> = {
  en: 'view* play* like* heart* comment* share* save* favorit* favourit* follower* people times time new repost* bookmark* watches impression* viewer*',
  id: 'tayang* penayangan ditonton suka menyukai komentar* dibagikan kali pengikut simpan* disimpan penonton orang diputar',
  da: 'visning* afspilning* kommentar* deling* gange folger* gemt personer',
  de: 'aufruf* ansicht* wiedergabe* mal kommentar* geteilt gespeichert* personen leute zuschauer* abonnent* herz*',
  es: 'vista* visualizacion* reproduccion* me gusta comentario* vez veces guardado* compartid* seguidor* personas',
  fr: 'vue* visionnage* lecture* j’aime commentaire* partage* abonne* fois enregistrement* sauvegarde* personnes',
  hr: 'pregled* prikaz* lajk* svidanja komentar* dijeljenj* pratitelj* puta spremanj*',
  it: 'visualizzazion* riproduzion* mi piace comment* condivision* salvatagg* volte persone',
  lt: 'perziur* patink* komentar* pasidalin* sekej* kart* issaug*',
  hu: 'megtekint* lejatszas* kedvel* hozzaszol* megoszt* mentes* koveto* alkalommal',
  nl: 'weergave* bekeken keer like* reactie* opmerking* gedeeld volger* opgeslagen bewaard',
  no: 'avspilling* ganger lagret liker folgere',
  pl: 'wyswietl* odtworz* polub* komentarz* udostepni* zapis* obserwuj* raz razy osob*',
  pt: 'visualizac* curtid* comentari* compartilh* salvo* gosto* partilha* vezes exibic* pessoas',
  ro: 'vizualizar* afisar* aprecier* comentari* distribuir* salvar* urmaritor* ori',
  fi: 'katselu* katselukert* nayttokert* katsontakert* tykkay* komment* jako* tallennu* seuraaj* kertaa',
  sv: 'uppspelning* gilla* kommentar* delning* sparad* foljare',
  vi: 'luot xem thich chia se luu nguoi binh luan theo doi',
  tr: 'goruntule* izle* begeni* yorum* paylas* kaydet* takipci* kez kisi oynatma*',
  cs: 'zobrazen* zhlednut* prehrani* lajk* komentar* sdilen* ulozen* sleduj* krat',
  el: 'προβολ* αρεσει σχολι* κοινοποιησ* αποθηκευσ* ακολουθ* φορεσ',
  bg: 'гледан* преглежд* показван* харесван* коментар* споделян* запазван* последовател* пъти',
  ru: 'просмотр* лайк* отмет* комментари* репост* сохранен* подписчик* раз раза человек показ*',
  uk: 'перегляд* вподобан* лаик* лайк* коментар* поширен* збережен* підписник* разів',
  hi: 'व्यू* बार देखा गया लाइक* कमेंट* शेयर* सेव* फॉलोअर* दर्शक*',
  ar: 'مشاهد* اعجاب* تعليق* مشارك* حفظ متابع* مره مرة',
  fa: 'بازدید* لایک* نظر* ذخیره*',
};

/** Of languages that put no space between words; these may be glued to the number. */
const UNSPACED: readonly string[] = [
  ...['ครั้ง', 'วิว', 'การดู', 'ยอดวิว', 'ไลก์', 'ถูกใจ', 'ความคิดเห็น', 'แชร์', 'คน', 'ผู้ติดตาม', 'บันทึก'],
  ...[
    '次播放',
    '播放',
    '播放量',
    '次观看',
    '观看',
    '次觀看',
    '觀看次數',
    '觀看',
    '瀏覽',
    '次',
    '人',
    '粉丝',
  ],
  ...['点赞', '赞', '讚', '评论', '留言', '分享', '收藏', '粉絲', '個讚', '則留言'],
  ...[
    '回再生',
    '再生',
    '回視聴',
    '視聴',
    '回表示',
    '回',
    '件',
    'いいね',
    'コメント',
    'シェア',
    '保存',
  ],
  ...[
    'フォロワー',
    '회',
    '조회수',
    '조회',
    '회시청',
    '회재생',
    '명',
    '개',
    '좋아요',
    '댓글',
    '공유',
    '저장',
  ],
  ...['팔로워', 'व्यूज', 'बार देखा गया', 'بازدید', 'مشاهدة'],
];

/** What joins a name to its number: un million *de* vues. */
const JOINING = /(?:^| )(?:de|d'|d’|di|of|από|от|від|a|av|af)$/;

const LONGEST_FIRST = UNSPACED.map(foldLetters).sort((a, b) => b.length - a.length);

const words = Object.values(NAMES).flatMap((line) => line.split(' '));
const WHOLE = new Set(words.filter((word) => !word.endsWith('*')).map(foldLetters));
const STEMS = words
  .filter((word) => word.endsWith('*'))
  .map((word) => foldLetters(word).slice(0, -1));

/**
 * What is left of the text behind a number without the name of what was counted: `k` of `k views`,
 * `万` of `万回再生`, nothing of `views`. Null where it names none of it.
 *
 * @param behind lower-case.
 */
export function withoutCountedThing(behind: string): string | null {
  const straight = behind.replace(/'/g, '’');
  let rest: string | null = straight;
  let left: string | null = null;
  while (rest !== null && rest !== '') {
    rest = withoutLastName(rest);
    left = rest ?? left;
  }
  return left === null ? null : left.replace(JOINING, '').trim();
}

function withoutLastName(text: string): string | null {
  const at = text.lastIndexOf(' ') + 1;
  const word = foldLetters(text.slice(at));
  if (WHOLE.has(word) || STEMS.some((stem) => word.startsWith(stem))) {
    return text.slice(0, at).trim();
  }
  const glued = LONGEST_FIRST.find((name) => word.endsWith(name));
  if (glued === undefined) return null;
  // As long as it was before its accents went.
  for (let end = text.length; end >= at; end -= 1) {
    if (foldLetters(text.slice(end)) === glued) return text.slice(0, end).trim();
  }
  return null;
}
