import { plain } from '../../lib/clip.js';
import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

type Worked = Parameters<Language['digestPost']['worked']>[0];

/** What the weekly digest says. Numbers come formatted. */
export const digestPost: Language['digestPost'] = {
  title: (days) => `Sepekan · ${days}`,
  quiet:
    'Minggu yang sepi: nggak ada video yang dinilai di sini. Coba `/score` satu, biar minggu depan ada ceritanya.',
  redacted: 'Tadinya ada isi di sini, tapi sudah ditarik kreatornya.',

  fields: {
    numbers: 'Sepekan dalam angka',
    videos: {
      counted: 'Paling banyak di-save untuk ukurannya',
      estimated: 'Paling banyak di-save, perkiraan',
    },
    improved: { counted: 'Paling naik', estimated: 'Naik, menurut perkiraan' },
    worked: 'Yang berhasil di sini',
    tip: 'Satu hal untuk dicoba',
    question: 'Satu pertanyaan',
    nudge: 'Minta satu angka asli',
  },

  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Lebih dari ' : ''}**${videos}** video dari **${creators}** kreator${everybody ? '' : ' yang gabung'}`,
  rate: (rate, low, high) => `Save rate biasanya: **${rate}%** (${low}–${high}%)`,
  rateCounted: (rate) => `Save rate biasanya: **${rate}%**, semua angka asli`,
  rateOfJoined: ' dari yang gabung',
  rateBefore: (rate, low, high) => `; minggu sebelumnya ${rate}% (${low}–${high}%)`,
  rateBeforeCounted: (rate) => `; minggu sebelumnya ${rate}%`,
  alike: ', kira-kira sama dengan minggu sebelumnya',

  score: (score, range) =>
    range === null ? `**${score} / 100**` : `**${score} / 100** (${range[0]}–${range[1]})`,
  video: (place, title, creator, score, saves) =>
    `**${place}. ${title}**\n${creator}: ${score}\n${saves}`,
  link: (url) => ` · [tonton](${url})`,
  untitled: 'Sebuah video',
  saves: (saves, low, high) => `${saves} save (${low}–${high})`,
  savesCounted: (saves) => `${saves} save, asli`,

  improvement: (creator, before, now) => `${creator}: **${now} / 100**, biasanya ${before}`,

  worked: (what, better, creators, points) =>
    `**${kindOf(what)}** skornya lebih tinggi pada **${better} dari ${creators}** kreator${points === null ? '' : `, biasanya selisih ${points} dari 100 poin`}. *(heuristik)*`,

  tipFor: (categories) =>
    `Untuk video ${categories.map((one) => commandText.score.categories[one].toLowerCase()).join(' atau ')}:\n`,
  question: (question) => `**${question}** Tekan **Caranya?**`,
  nudge:
    'Baca angka di sebelah bookmark satu video, lalu ketik sebagai `saves` di `/score` atau lewat **Tambah save asli**. Perkiraanmu berikutnya belajar dari situ.',
  footer: 'Heuristik. Yang disebut: yang gabung leaderboard',

  picture: 'digest.png',

  how: 'Caranya?',

  skipped:
    'Sejauh ini minggunya sepi, dan minggu sepi dilewati: sekarang nggak ada yang akan keluar. Kalau `quiet_weeks` disetel untuk posting, jadinya begini.',
  postedOn: (week, day) => `${week} · diposting ${day}`,
  nonePosted:
    'Belum ada rangkuman yang diposting di server ini. `/digest preview` menunjukkan jadinya nanti.',
  notPosted: (week) =>
    `Nggak ada rangkuman ${plain(week, 40)} yang diposting di server ini. Pilih satu dari daftar di \`week\`.`,
  unreadable: (week) =>
    `Rangkuman ${plain(week, 40)} sudah diposting, tapi simpananku nggak terbaca. Postingannya masih ada di channel-nya; link-nya ada di /digest status.`,
  takenBack: 'Isi rangkuman itu belakangan dihapus.',
};

function kindOf(what: Worked): string {
  if (what === 'weekend') return 'Video yang diposting Sabtu atau Minggu';
  if (what === 'weekdays') return 'Video yang diposting Senin sampai Jumat';
  return `Video ${commandText.score.categories[what].toLowerCase()}`;
}

/** What the digest's button says first of a week: what there was no room for. */
export const digestMore: Language['digestMore'] = {
  title: 'Selengkapnya soal pekan ini',
  fields: {
    numbers: 'Sepekan dalam angka',
    improved: 'Paling naik',
    card: 'Sebagus apa perkiraannya',
    tip: 'Satu hal untuk dicoba, lengkapnya',
  },
  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Lebih dari ' : ''}**${videos}** video dari **${creators}** kreator${among(everybody)}`,
  countsBefore: (videos, creators) => ` (minggu sebelumnya: ${videos} dari ${creators})`,
  rate: (rate, low, high, everybody) =>
    `Save rate biasanya: sekitar **${rate}%** dari views (${low}–${high}%)${among(everybody)}`,
  rateCounted: (rate, everybody) =>
    `Save rate biasanya: **${rate}%** dari views, semua angka asli${among(everybody)}`,
  alike: ': kira-kira sama',
  improvement: (creator, before, now, videos, basis) =>
    `${creator}: **${now} / 100**, biasanya ${before} (${videos} video${basis == null ? '' : `, ${basis === 'counted' ? 'angka asli' : 'perkiraan'}`})`,
  card: (truths, inside, judged, factor, everybody) =>
    say(
      '**{truths}** angka asli{among}: {judged, plural, =0 {semuanya terlalu kecil untuk menilai rentang} other {rentangnya memuat **{inside}** dari {judged}, dan dibuat untuk 8 dari 10}}; biasanya meleset dengan faktor {factor}.',
      { truths, inside, judged, factor, among: among(everybody) },
    ),
  answer: (short, verdict, source, checked) =>
    `${short}\n*${verdict}*\n${source}\n${checked} · lebih lengkap di \`/faq ask\``,
};

/** Whom a total covers, where that isn't everybody. */
function among(everybody: boolean): string {
  return everybody ? '' : ' dari yang setuju ditampilkan';
}

/** What the digest's own button says: how each figure is made, and from how much. */
export const digestHow: Language['digestHow'] = {
  title: 'Cara rangkuman ini dibuat',
  intro:
    'Dari yang dinilai di server ini, dan nggak secara privat, dalam tujuh hari sebelum diposting. Dari tiap video, catatan terakhir minggu itu yang dipakai. Anggota disebut namanya cuma kalau setuju lewat `/leaderboard join`.\n\nYang nggak bisa dipastikan nggak ditampilkan: total butuh tiga kreator.\n\nMau ikut di yang berikutnya? Nilai videomu dengan `/score`, dan ketik angka di sebelah bookmark lewat **Tambah save asli**.',
  fields: {
    totals: 'Total',
    rate: 'Save rate biasanya',
    videos: 'Paling banyak di-save untuk ukurannya',
    improved: 'Paling naik',
    card: 'Sebagus apa perkiraannya',
    worked: 'Yang berhasil di sini',
  },
  totals: (fewest) =>
    `Cuma tampil kalau berasal dari ${fewest} kreator atau lebih. Yang nggak setuju disebut ikut dihitung kalau mereka sendiri ${fewest} orang atau lebih; kalau nggak, totalnya cuma dari yang lain, dan itu ditulis.`,
  rate: 'Save rate tengah dari semua video yang bisa dinilai: minimal 1.000 views, dan berumur sehari kalau umurnya diketahui. Kalau semuanya angka asli, dipakai angka aslinya. Kalau nggak, semua diperkirakan dengan cara sama dari like, komentar dan share, supaya antar minggu bisa dibandingkan. Rentangnya dari yang tengah di antara semua ujung bawah sampai yang tengah di antara semua ujung atas: rentang 80% kalau semua perkiraan meleset bareng, dan lebih lebar dari perlu kalau nggak. Kalau rentang dua minggu tumpang tindih, keduanya kira-kira sama.',
  videos: (most) =>
    `${most} skor tertinggi menurut angka asli, dan menurut perkiraan, dari anggota yang setuju (\`/leaderboard join\`); di postingan ada tiga pertamanya, angka asli dulu. Skor menunjukkan berapa banyak video sebanding dengan views sebanyak itu yang lebih sedikit di-save, jadi akun besar nggak diuntungkan. Dalam kurung ada rentang 80%; semua perkiraan dibuat dengan cara sama, dari like, komentar dan share. Sebuah video butuh link, atau judul dan tanggal, dan dihitung di minggu pertama ia bisa dinilai. ${SHOWN_MARK}: angkanya terlihat di screenshot, nggak ada yang mengetiknya. *(heuristik)*`,
  improved: (now, before, weeks) =>
    `Skor tengah minimal ${now} video minggu ini, di atas skor tengah minimal ${before} video dari ${weeks} minggu sebelumnya: semua angka asli, atau semua diperkirakan dengan cara sama. Cuma kalau hampir nggak mungkin kebetulan saja, dengan semua anggota dilihat sekaligus. *(heuristik)*`,
  card: (fewest) =>
    `Angka asli pertama tiap video, kalau dikirim di minggu itu, dibandingkan dengan perkiraan yang pertama tampil; mulai dari ${fewest} kreator. Rentang dinilai kalau perkiraannya sepuluh save atau lebih.`,
  worked: (weeks, fewest) =>
    `Tiap kategori, dan akhir pekan atau hari kerja, dibandingkan dengan video lain dari kreator yang sama dalam ${weeks} minggu terakhir. Bobot tiap kreator sama; ditulis mulai dari ${fewest} kreator, dan cuma kalau hampir nggak mungkin kebetulan saja di rangkuman mana pun dalam setahun (5% dibagi ke semua percobaan 52 minggu). Bukan bukti sebab. *(heuristik)*`,
};
