import type { Language } from '../words.js';
import { say } from './say.js';

type SaveRates = Parameters<Language['sameAge']['usual']>[1];

/** The save rate beside the middle one of the others, and how both are known. */
const RATES: Readonly<
  Record<NonNullable<SaveRates['basis']>, Readonly<Record<NonNullable<SaveRates['saves']>, string>>>
> = {
  counted: {
    more: 'Save rate: di atasnya (angka asli)',
    usual: 'Save rate: kira-kira sama (angka asli)',
    fewer: 'Save rate: di bawahnya (angka asli)',
  },
  estimated: {
    more: 'Save rate: di atasnya (perkiraan)',
    usual: 'Save rate: sulit dibedakan (perkiraan)',
    fewer: 'Save rate: di bawahnya (perkiraan)',
  },
};

/** How save rates are compared, behind `How?`. */
const saveRates =
  'Save rate itu save per view: semua angka asli, atau semua diperkirakan dengan cara sama. Kira-kira sama kalau bedanya paling banyak seperempat dari yang tengah; di situ, dan di mana pun rentangnya tumpang tindih, perkiraan terlalu dekat untuk dibedakan. Keduanya heuristik.';

/** How a video stands beside the same member's others at the same age. */
export const sameAgeText: Language['sameAge'] = {
  line: (age, times, rates) =>
    `**Umur ${age}: ${times} kali views videomu yang lain**${ratesOf(rates)}`,
  usual: (age, rates) => `**Umur ${age}: views-nya mirip videomu yang lain**${ratesOf(rates)}`,
  field: 'Dari waktu ke waktu',
  seven: (middle, low, high) =>
    `Di hari ketujuhnya sekitar ${middle} views, 8 dari 10 kali antara ${low} dan ${high} (heuristik: kena 78% pada kreator dari tempat-tempat asal datanya, dan jauh lebih jarang di tempat lain).`,
  notYet:
    'Berapa views-nya di hari ketujuh belum bisa kubilang: butuh lima video lain dari akun yang sama dengan masing-masing dua catatan, dan satu catatan video ini antara hari pertama dan keenamnya.',
  record: (held, videos) =>
    say(
      '{videos, plural, =0 {Seberapa sering itu kena di videomu sendiri belum bisa kubilang.} other {Di videomu sendiri itu kena {held} dari {videos} kali{mostly, select, held {} other {: jangan diandalkan}}.}}',
      { held, videos, mostly: 2 * held < videos ? 'missed' : 'held' },
    ),
  how: (others) => `${comparison(`${others} videomu yang lain`)} ${saveRates}`,
  howOfAll: `${comparison('videomu yang lain')} ${saveRates}`,
  days: (days) => `${days} hari`,
};

function comparison(others: string): string {
  return `Views ditaruh di sebelah yang tengah dari ${others} di umur itu; di antara dua catatan kuanggap naiknya rata.`;
}

function ratesOf({ saves, basis }: SaveRates): string {
  return saves === null || basis === null ? '' : `. ${RATES[basis][saves]}`;
}
