import type { CountProblem } from '../../lib/counts.js';
import type { LinkProblem } from '../../lib/tiktok-link.js';
import type { Unreadable } from '../../services/refusal.js';
import type { Language } from '../words.js';
import { say } from './say.js';

const COUNT_EXAMPLES = '`541200`, `541,200`, `541.2K` atau `1,2 Mio.`';

const countProblems: Readonly<Record<CountProblem, string>> = {
  empty: `kosong. Ketik seperti di TikTok, misalnya ${COUNT_EXAMPLES}.`,
  negative: 'nggak bisa di bawah nol.',
  fraction: `jadinya pecahan, bukan orang utuh. Ketik bilangan bulat, atau bentuk pendek seperti ${COUNT_EXAMPLES}.`,
  ambiguous:
    'bisa berarti angka yang beda di bahasa yang beda. Ketik semua digitnya, misalnya `541200`.',
  unreadable: `bukan angka yang bisa kubaca. Ketik seperti di TikTok, misalnya ${COUNT_EXAMPLES}.`,
  'too large':
    'lebih besar dari angka mana pun yang pernah ada di TikTok. Cek apa ada digit atau huruf yang kelebihan.',
};

const needed = 'Buka postingannya dan pakai Bagikan → Salin tautan, atau kosongkan opsi ini.';

const linkProblems: Readonly<Record<LinkProblem, string>> = {
  'not a link':
    'bukan link. Salin di TikTok dengan Bagikan → Salin tautan, atau kosongkan opsi ini.',
  'not tiktok':
    'bukan link TikTok. Salin di TikTok dengan Bagikan → Salin tautan, atau kosongkan opsi ini.',
  'no video in it': `mengarah ke TikTok, tapi bukan ke video atau postingan foto. ${needed}`,
  profile: `itu profil TikTok, bukan salah satu videonya. ${needed}`,
  live: `itu siaran LIVE, yang nggak punya save. ${needed}`,
  sound: `itu suara di TikTok, bukan video dengan suara itu. ${needed}`,
  list: `itu daftar video di TikTok, bukan salah satunya. ${needed}`,
  shop: `itu halaman TikTok Shop, bukan video. ${needed}`,
  'cut off': `terpotong: nomornya nggak lengkap. ${needed}`,
  studio:
    'itu halaman TikTok Studio, tapi bukan halaman satu video. Buka analitik videonya di sana, atau postingannya, dan salin link itu; atau kosongkan opsi ini.',
  login: `itu halaman login TikTok, nggak ada video di baliknya. ${needed}`,
};

/** An option and what was typed into it; two backticks with nothing between would begin a code. */
function named(option: string, typed: string): string {
  return typed === '' ? `**${option}**` : `**${option}**: \`${typed}\``;
}

/** What members read when input can't be taken as it is. `typed` comes escaped. */
export const refusal: Language['refusal'] = {
  title: 'Ada yang belum benar',
  nothingStored: 'Nggak ada yang disimpan.',
  commandHeading: 'Untuk dikirim lagi',
  commandHint: 'Salin, betulkan yang disebut di atas, lalu kirim:',
  correctedHint: 'Salin dan kirim:',
  unreadable(problem, typed) {
    const what = named(problem.option, typed);
    switch (problem.option) {
      case 'link':
        return `${what} ${linkProblems[problem.why]}`;
      case 'posted':
        return `${what} ${dateProblem(problem.why)}`;
      case 'duration':
      case 'watch_time':
        return `${what} bukan durasi yang bisa kubaca. Ketik detik, atau menit dan detik: \`34\` atau \`0:34\`.`;
      default:
        return `${what} ${countProblems[problem.why]}`;
    }
  },
  impossible(problem) {
    switch (problem.what) {
      case 'more saves than views':
        return `**saves**: ${problem.saves} save dari ${problem.views} views nggak mungkin: tiap yang nge-save pasti terhitung view. Cek lagi kedua angkanya.`;
      case 'posted in the future':
        return `**posted**: ${problem.posted} belum tiba, di mana pun di bumi. Ketik hari videonya mulai tayang. Tahun di perintah di bawah cuma tebakanku.`;
    }
  },
  schedule({ option }, typed) {
    switch (option) {
      case 'time':
        return `${named(option, typed)} bukan jam yang bisa kubaca. Ketik jam dan menit, misalnya \`18:00\`, \`09:30\` atau \`6 pm\`.`;
      case 'timezone':
        return `${named(option, typed)} bukan zona waktu yang kukenal. Ketik kota besar terdekat atau negaranya, misalnya \`Berlin\`, \`Hanoi\` atau \`Japan\`.`;
    }
  },
  onlyTheAuthor:
    'Cuma anggota yang mengetik angka ini yang bisa. Pakai `/score` untuk videomu sendiri.',
  readingGone:
    'Angka ini sudah nggak tersimpan, atau bukan di sini. Pakai `/score` untuk mengirimnya lagi.',
  draftGone:
    'Angka seperti itu kusimpan 15 menit, dan waktunya sudah lewat. **Nggak ada yang disimpan.** Pakai `/score` untuk mengirimnya lagi.',
  videoGone:
    'Aku nggak kenal videomu yang itu. Pakai `/history list` untuk melihat yang tersimpan, atau mulai ketik judulnya di `/history video` dan pilih dari daftarnya.',
  undoGone:
    'Itu sudah nggak bisa dibatalkan: sudah pernah dibatalkan, sudah lewat sehari, atau ada perubahan lain di antaranya. `/history list` menampilkan yang tersimpan.',
  twoPosts:
    'Keduanya punya id yang beda di link TikTok-nya, jadi ini dua postingan. **Nggak ada yang diubah.** Kalau satu link salah, hapus catatan itu dan pakai `/score` dengan yang benar.',
  notShownHere:
    'Anggota itu belum setuju ditampilkan di server ini, atau nggak ada di sini. Yang mau tampil pakai `/leaderboard join`.',
  storedAlready: 'Itu sudah tersimpan. Nggak ada yang disimpan dua kali.',
  onlyInAServer: 'Itu untuk server. Pakai di channel server yang kamu maksud.',
  questionGone:
    'Pertanyaan seperti itu cuma berlaku 15 menit, dan waktunya sudah lewat. **Nggak ada yang dihapus.** Pakai `/data delete` lagi.',
  tooOften: (when) =>
    `Itu lebih dari yang kukerjakan sekaligus untuk satu anggota atau satu server, supaya semua kebagian. **Nggak ada yang disimpan.** Tolong kirim lagi ${when}.`,
  onlyManagers:
    'Cuma anggota dengan izin **Kelola Server** yang bisa. Minta salah satu dari mereka, atau pemilik servernya.',
  notAWeek: (typed) =>
    `${named('week', typed)} bukan minggu yang bisa kubaca. Ketik seperti \`2026-W47\`, atau pilih dari daftar yang muncul waktu kamu mengetik. Tanpa \`week\` kamu dapat minggu yang sedang berjalan.`,
  weekToCome: (week) => `${week} belum tiba. Kosongkan \`week\` untuk minggu yang sedang berjalan.`,
  weekBefore: (week) =>
    `${week} sudah lewat sebelum aku masuk server ini, jadi nggak ada isinya. Kosongkan \`week\` untuk minggu yang sedang berjalan.`,
};

/** What members are asked when something can mean several things. `typed` comes escaped. */
export const doubtful: Language['doubtful'] = {
  title: 'Yang mana maksudmu?',
  item: (option, typed, readings) =>
    say(
      '{count, plural, =1 {• {value} lebih dari views-nya, kalau dibaca dalam bahasamu. Maksudmu {readings}?} other {• {value} bisa berarti {readings}.}}',
      { count: readings.length, value: named(option, typed), readings: listed(readings) },
    ),
  namesakes: (typed) => `• ${named('title', typed)}: aku punya video dengan judul itu.`,
  sameVideo: (day, isPosted) =>
    isPosted ? `Yang sama, diposting ${day}` : `Yang sama, terakhir dilihat ${day}`,
  newVideo: 'Video baru',
  description: (items) =>
    `${items.join('\n')}\n\n**Belum ada yang disimpan.** Tekan yang kamu maksud dalam 15 menit.`,
  count: (value, option) => `${value} ${optionWords[option] ?? option}`,
};

const optionWords: Readonly<Record<string, string>> = {
  likes: 'like',
  comments: 'komentar',
  shares: 'share',
  saves: 'save',
  new_followers: 'follower baru',
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} atau ${words.at(-1) ?? ''}`;
}

/** What members read when input is hardly true. */
export const improbable: Language['improbable'] = {
  title: 'Tolong cek sekali lagi',
  description: (items) =>
    `${items.map((item) => `• ${item}`).join('\n')}\n\n**Belum ada yang disimpan.** Kalau angkanya benar, tekan **Tetap simpan** dalam 15 menit. Kalau nggak, kirim saja lagi.`,
  choose: 'Atau tekan yang kamu maksud.',
  button: 'Tetap simpan',
  stored: 'Tersimpan.',
  item(found, format) {
    switch (found.what) {
      case 'more than views':
        return `**${found.option}**: ${found.typed} lebih dari ${found.views} views. View hampir selalu datang duluan.`;
      case 'more than ever':
        return `**views**: ${found.typed} terbaca sebagai ${format(found.views)}, lebih dari video mana pun yang pernah ada. Apa maksud bentuk pendeknya lebih kecil?`;
      case 'may be less':
        return `**${found.option}**: ${found.typed} itu ${format(found.read)} dalam bahasamu, dan lebih kecil di bahasa lain. Hampir nggak ada video yang punya sebanyak itu. Maksudmu angka yang lebih kecil?`;
      case 'unlike before':
        return `**${found.option}**: ${found.typed} terbaca sebagai ${format(found.read)}. Di catatan terakhirmu ${found.least === found.most ? format(found.most) : `${format(found.least)} sampai ${format(found.most)}`}.`;
      case 'watch time':
        return `**watch_time**: ${found.watchTime} detik per view itu lebih dari empat kali ${found.duration} detik videonya. Apa itu rata-ratanya, dalam detik?`;
      case 'saves far from the estimate':
        return `**saves**: ${format(found.saves)} jauh dari ${format(Math.round(found.low))} sampai ${format(Math.round(found.high))} yang kuperkirakan dari angka lainnya.`;
    }
  },
};

function dateProblem(why: Extract<Unreadable, { option: 'posted' }>['why']): string {
  switch (why.problem) {
    case 'empty':
      return 'kosong. Ketik hari videonya mulai tayang sebagai `YYYY-MM-DD`, misalnya `2026-11-01`.';
    case 'ambiguous':
      return `bisa berarti ${why.candidates.map((date) => `\`${date}\``).join(' atau ')}. Ketik salah satunya.`;
    case 'no such day':
      return 'nggak ada di kalender. Ketik sebagai `YYYY-MM-DD`, misalnya `2026-11-01`.';
    case 'before TikTok':
      return 'itu sebelum TikTok ada. Cek lagi tahunnya.';
    case 'unreadable':
      return 'bukan hari yang bisa kubaca. Ketik seperti `2026-11-01`, `1 Nov`, `kemarin` atau `3 hari lalu`.';
  }
}
