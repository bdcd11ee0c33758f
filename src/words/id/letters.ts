import type { Language } from '../words.js';
import { say } from './say.js';

/** Ages of a video, as people say them; by hours after posting. */
const AGES: Readonly<Record<number, string>> = { 24: '24 jam', 72: '3 hari', 168: '7 hari' };

const PRIVACY =
  'Supaya bisa: tahan (atau klik kanan) nama server yang sama-sama kita ikuti → **Pengaturan Privasi** → izinkan **Pesan Langsung**.';

/** Names people see while typing a command. */
export const letterCommands: Language['letterCommands'] = {
  reminders: {
    description:
      'Pengingat yang kamu minta: apa yang menunggu, kapan boleh datang, dan cara berhenti',
    list: { description: 'Apa yang menunggu, kapan datang, dan apa bisa sampai ke kamu' },
    hours: {
      description: 'Kapan pengingat boleh datang; paling banyak satu pesan sehari',
      from: 'Nggak sebelum: 09:00, 9 am',
      to: 'Nggak setelah: 21:00, 9 pm',
      timezone: 'Kamu di mana: ketik kota atau negara',
    },
    off: { description: 'Batalkan semua pengingat' },
  },
  weekly: {
    description: 'Kabar privat soal minggumu, lewat DM; mati kecuali kamu nyalakan',
    on: {
      description: 'Mengirimimu kabar privat soal minggumu',
      day: 'Hari datangnya',
      time: 'Jam datangnya: 18:00, 6 pm',
      timezone: 'Kamu di mana: ketik kota atau negara',
    },
    preview: { description: 'Isi kabarnya kalau dikirim sekarang' },
    off: { description: 'Matikan kabar mingguan' },
  },
};

/** What reminders and the weekly note say. Times come as Discord's timestamps. */
export const lettersText: Language['letters'] = {
  hello:
    'Aku akan mengingatkanmu di sini. Selain itu nggak ada yang datang kecuali kamu minta. `/reminders list` menampilkan yang menunggu, `/reminders off` mengakhirinya.',
  buttons: {
    at: (age) => `Juga saat berumur ${ageWords(age)}`,
    newNumbers: 'Angka baru',
    newNumbersOf: (title) => `Angka baru: ${title}`,
    how: 'Caranya?',
    later: 'Ingatkan aku besok',
    stopAll: 'Stop pengingat dan kabar mingguan',
    stopWeekly: 'Stop kabar mingguan',
  },
  set: (age, at, relative) =>
    `Aku ingatkan kamu **saat postingannya berumur ${ageWords(age)}**: ${at}, ${relative}, lewat DM.`,
  askZone:
    '**Kamu di mana?** Pilih sekali, dan aku menulis antara 09:00 dan 21:00 di sana. Sebelum itu, pengingat datang jam berapa pun waktunya tiba.',
  zoneMenu: 'Aku ada di',
  otherZone: 'Tempat lain, atau jam lain: `/reminders hours`.',
  hours: (from, to, timezone) =>
    from === to
      ? `Pengingat boleh datang jam berapa pun (${timezone}). Paling banyak satu pesan sehari.`
      : `Pengingat datang antara ${from} dan ${to} (${timezone}). Paling banyak satu pesan sehari.`,
  hoursUnknown: (from, to) =>
    from === to
      ? 'Pengingat boleh datang jam berapa pun. Paling banyak satu pesan sehari.'
      : `**Sejauh ini jam berapa pun.** Antara ${from} dan ${to}, begitu aku tahu kamu di mana: kasih tahu lewat \`/reminders hours\` dengan \`timezone\`.`,
  chooseBelow: 'Atau pilih di bawah.',
  next: (at) => `Pesan berikutnya: ${at}.`,
  closed: `Discord nggak membolehkanku mengirimimu pesan, jadi **nggak ada yang diatur**. ${PRIVACY} Lalu coba lagi.`,
  unreachable: 'Discord nggak menjawab, jadi **nggak ada yang diatur**. Coba lagi sebentar lagi.',
  nothingAhead:
    'Nggak ada lagi waktu untuk diingatkan: yang kukenal 24 jam, 3 hari dan 7 hari setelah posting.',
  tooMany: 'Sudah ada seratus pengingat yang menunggu. `/reminders off` membatalkannya.',
  list: {
    title: 'Pengingatmu',
    none: 'Nggak ada yang menunggu. Minta lewat **Ingatkan aku** di bawah skor video yang masih baru.',
    line: (title, age, at) => `${title}: di umur ${ageWords(age)}, ${at}`,
    more: (count) => `dan ${count} lagi`,
    weekly: (day, time, at) => `Kabar mingguan: tiap ${day} pukul ${time}, berikutnya ${at}.`,
    closed: (since) =>
      `**Aku nggak bisa menjangkaumu** sejak ${since}: kata Discord kamu nggak menerima pesan dariku. ${PRIVACY} Barusan kucoba lagi.`,
    trouble: (at, why) => `Pesan ${at}: ${why}`,
  },
  off: (count, n) =>
    say(
      '{n, plural, =0 {Nggak ada pengingat yang menunggu. Kabar mingguan punya perintah berhenti sendiri: `/weekly off`.} other {Dibatalkan: {count} pengingat. Nggak ada lagi yang akan datang.}}',
      { n, count },
    ),
  stopped:
    'Dihentikan: semua pengingat, dan kabar mingguan. Aku cuma mengirimimu pesan kalau kamu minta lagi.',
  later: (n) =>
    say(
      '{n, plural, =0 {Sudah nggak ada sisanya: sudah ditunda, atau dibatalkan.} other {Besok kuingatkan lagi, di jam pilihanmu.}}',
      { n },
    ),
  reminder: {
    title: 'Waktunya angka baru',
    video: (title, age, views, when) =>
      `${title} sudah berumur **${ageWords(age)}**. Views-nya ${views} ${when}.`,
    more: (count) => `dan ${count} video lagi: yang menunggu ada di \`/reminders list\`.`,
    what: 'Buka di TikTok lalu tekan **Angka baru**, atau kirim screenshot-nya dengan `/score`. Dengan angka di sebelah bookmark, perkiraanku berikutnya jadi lebih baik.',
    untitled: 'Videomu',
  },
  weekly: {
    title: 'Minggumu',
    scored: (n) =>
      say(
        '{n, plural, =0 {Nggak ada video yang dinilai minggu ini.} other {Kamu menilai {n} video.}}',
        { n },
      ),
    sameAge: 'Di umur yang sama',
    video: (title, line) => `${title}. ${line}`,
    weeks: (now, videos, before, videosBefore) =>
      `Minggu ini nilai tengahnya ${now} kali views videomu yang lain (${videos}), minggu sebelumnya ${before} kali (${videosBefore}). Video sesedikit itu bukan bukti ada perubahan.`,
    videos: (count) => `${count} video`,
    card: 'Perkiraanku',
    cardText: (inside, ever, week) =>
      say(
        '{week, plural, =0 {} other {Kamu mengirim {week} angka asli minggu ini. }}{inside} dari {ever} videomu dengan angka asli ada di dalam rentangku.',
        { week, ever, inside },
      ),
    tip: 'Coba berikutnya',
    how: {
      title: 'Dasar dari minggumu',
      sameAge: 'Di umur yang sama',
      card: 'Perkiraanku',
      cardText:
        'Angka asli pertamamu dari tiap video, di sebelah rentang yang pertama kutampilkan. Rentangnya dimaksudkan memuat 8 dari 10, dan dinilai kalau perkiraannya sepuluh save atau lebih.',
      tip: 'Coba berikutnya, lengkapnya',
    },
    ask: 'Angka asli ini paling membantu',
    askText: (titles) => titles.map((one) => `• ${one}`).join('\n'),
    nothing:
      'Nggak ada yang baru, jadi nggak ada yang akan datang. Nilai satu video, atau kirim satu angka asli: baru ada yang bisa diceritakan.',
    on: (day, time, timezone, at) =>
      `Kabar mingguanmu aktif: tiap **${day}** pukul **${time}** (${timezone}), berikutnya ${at}. Di minggu tanpa hal baru nggak ada yang datang.`,
    off: 'Kabar mingguan nggak datang lagi. `/weekly on` menyalakannya kembali.',
    wasOff: 'Kabar mingguan memang sudah mati.',
  },
  whichOne:
    'Yang mana maksudmu? Ketik dengan nama kota, dan jam seperti `18:00`. **Nggak ada yang diubah.**',
  reason(reason) {
    switch (reason.kind) {
      case 'closed':
        return 'kamu nggak menerima pesan dariku.';
      case 'discord failing':
        return 'Discord gagal tiap kali kucoba.';
      case 'refused':
        return `Discord nggak menerimanya (kode ${reason.code}). Tolong bilang ke pengelola bot.`;
      case 'in doubt':
        return 'aku nggak tahu apa itu sampai ke kamu, dan nggak akan kukirim dua kali.';
      case 'fault':
        return 'aku gagal waktu menulisnya. Tolong bilang ke pengelola bot; alasannya ada di log.';
      case 'too late':
        return 'aku nggak jalan pas jadwalnya.';
      case 'nothing left':
        return 'sudah nggak ada yang perlu dibilang.';
    }
  },
};

function ageWords(age: number): string {
  return AGES[age] ?? `${age} jam`;
}
