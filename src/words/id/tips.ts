import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

type Beside = NonNullable<Parameters<Language['tips']['own']['pattern']>[1]>;

/** What a pattern was seen beside. */
const besides: Readonly<Record<Beside, string>> = {
  own: 'Dibanding videomu sendiri. ',
  others: 'Dibanding video sebanding; buatmu ini seperti biasanya. ',
  'maybe own': 'Dibanding videomu sendiri. ',
  'maybe others': 'Dibanding video sebanding. ',
};

/** What stands around tips; the tips themselves live in `content/`. */
export const tipsText: Language['tips'] = {
  line: (tip, basis) => `• ${tip} *(${basis})*`,
  shortBasis: {
    'documented by TikTok': 'dokumen TikTok',
    'a signal TikTok names': 'sinyal TikTok',
    'large study': 'studi besar',
    heuristic: 'heuristik',
  },
  bases: {
    'documented by TikTok': 'didokumentasikan TikTok',
    'a signal TikTok names': 'sinyal yang disebut TikTok',
    'large study': 'studi besar',
    heuristic: 'heuristik',
  },
  basis: (basis, source, checked) => `${basis}: ${source} · ${checked}`,

  own: {
    title: 'Yang bisa dicoba berikutnya',
    video: (title, views, others) =>
      `**${title}**, ${views} views, di sebelah ${others} videomu lain yang bisa dinilai. Cuma kamu yang melihat ini.`,
    untitled: 'Video terbarumu',
    fields: {
      numbers: 'Angkanya',
      next: 'Coba berikutnya',
      call: 'Satu cara minta di-save',
      missing: 'Yang bisa memperjelas',
    },
    pattern: (words, beside) => `${words} ${beside === null ? '' : besides[beside]}*(heuristik)*`,
    patterns: {
      'seen-not-liked':
        '**Ditonton, tapi nggak di-like.** Dari yang menonton, yang nge-like lebih sedikit dari biasanya. Orang hilang di awal, sebelum ada yang bisa dikirim atau di-save.',
      'liked-not-shared':
        '**Di-like, tapi nggak di-share.** Orang nge-like sesering biasanya, dan nge-share lebih jarang dari biasanya.',
      'shared-not-saved':
        '**Di-share, tapi nggak di-save.** Orang mengirimnya ke yang lain, dan nge-save buat sendiri lebih jarang dari biasanya.',
      'watched-not-saved':
        '**Ditonton lama, tapi nggak di-save.** Orang bertahan selama biasanya, dan nge-save lebih jarang dari biasanya.',
      'saved-no-follows':
        '**Di-save, tapi nggak di-follow.** Orang nge-save sesering biasanya, dan nge-follow kamu lebih jarang dari biasanya.',
      'doing-well': '**Hasilnya bagus.** Di-save jelas lebih banyak dari biasanya.',
      'few-views': '**Views sedikit.** Terlalu sedikit untuk melihat pola.',
      'too-early': '**Terlalu dini.** Angkanya masih terlalu bergerak untuk melihat pola.',
    },
    nothing: (hasLow) =>
      hasLow
        ? '**Nggak ada pola yang jelas.** Ada yang di bawah biasanya, seperti terlihat di angkanya, tapi nggak menunjukkan di mana orang hilang.'
        : '**Nggak ada langkah yang lemah.** Nggak ada yang jelas di bawah biasanya, atau di bawah video sebanding.',
    maybe: (maybe, basis) =>
      basis === 'counted'
        ? maybe === 'lower'
          ? '**Save lebih sedikit dari biasanya.** Nggak ada langkah lain yang menunjukkan di mana orang hilang.'
          : '**Save lebih banyak dari biasanya.** Belum pasti hasilnya bagus: video sebanding sering di-save sebanyak itu.'
        : `**Save mungkin lebih ${maybe === 'lower' ? 'sedikit' : 'banyak'} dari biasanya.** Itu perkiraan, dan rentangnya belum memastikan: baca angka aslinya biar tahu.`,
    steps: {
      likes: '% dari views: like',
      shares: '% dari like: share',
      watch: '% dari durasi: ditonton',
      saves: '% dari views: save',
      followers: 'follower baru per 10.000 views',
    },
    step: (value, what, compared) =>
      `**${value}**${what.startsWith('%') ? '' : ' '}${what}${compared.length > 0 ? ` (${compared.join(', ')})` : ''}`,
    estimated: 'perkiraan',
    told: 'angka asli darimu',
    usual: (value, videos) => `biasanya ${value}, ${videos} video`,
    comparable: (value) => `video sebanding ${value}`,
    saves: (basis, all) =>
      basis === 'counted'
        ? 'Save-nya angka asli darimu, juga di video pembandingnya.'
        : `Save diperkirakan dengan cara sama di semua ${all} video, antara lain dari like dan share: baca angka aslinya di layar sebelum percaya pola di situ.`,
    missing: {
      saves: 'angka di sebelah bookmark: tekan **Tambah save asli** di bawah skor',
      watch: (needed) =>
        `\`watch_time\` dan \`duration\` di \`/score\`, untuk video ini dan ${needed} lainnya: baru aku tahu apa videonya ditonton tapi nggak di-save`,
      followers: (needed) =>
        `\`new_followers\` di \`/score\`, untuk video ini dan ${needed} lainnya: baru aku tahu apa yang nge-save juga nge-follow`,
      category: '`category` di `/score`: baru tips dan kalimatnya cocok dengan jenis videonya',
    },
  },

  tooLittle: {
    title: 'Belum cukup untuk dinilai',
    description: (judged, needed) =>
      say(
        'Aku melihat video terbarumu di sebelah videomu yang lain, dan butuh **{needed}** video dengan minimal 1.000 views yang sudah berumur sehari. {judged, plural, =0 {Belum ada satu pun} other {Aku punya {judged}}}: **{more} lagi** dan aku bisa menilai. Cuma kamu yang melihat ini.',
        { needed, judged, more: needed - judged },
      ),
    waiting: (count) =>
      `${count} lagi terlalu kecil, atau terlalu dini waktu kamu mengetiknya: ketik lagi angkanya kalau sudah tumbuh.`,
    add: 'Tambah satu',
    addHow: (example) =>
      `Ketik angka video persis seperti di TikTok, dengan judul yang akan kamu kenali lagi:\n\`\`\`\n${example}\n\`\`\``,
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
    meanwhile: 'Sementara itu',
    meanwhileHow: '`/tips` dengan `category` punya tips untuk tiap jenis video.',
  },

  category: {
    title: (category) => `${commandText.score.categories[category]}: layak di-save`,
    own: '**Untuk jenis video ini**',
    keeping: '**Untuk semua yang layak di-save**',
    calls: 'Cara minta di-save',
    callsNote:
      'Satu alasan, sekali bilang, dekat dengan yang mau di-save. Apa minta begitu menambah save itu *belum terbukti* (diperiksa 2026-11-23): bandingkan videomu sendiri yang pakai dan yang tanpa.',
    footer:
      'Nggak ada tips di sini yang menjanjikan apa pun: yang di-save paling beda menurut topiknya.',
  },

  call: (wording) => `• “${wording}”`,

  calls: {
    educational: [
      'Langkah ketiga bakal kamu butuhin di depan mata waktu nyoba.',
      'Daftar lengkapnya ada di layar terakhir, buat hari kamu butuh.',
      'Taruh ini di tempat kamu nyimpen resep.',
    ],
    entertaining: [
      'Ada temanmu yang butuh ini di Senin yang berat.',
      'Buat nanti kalau grup chat lagi sepi.',
      'Part dua nggak bakal nyambung tanpa yang ini.',
    ],
    inspirational: [
      'Taruh ini di tempat yang gampang kamu temuin di hari yang berat.',
      'Baca lagi kalimat ini sebulan lagi.',
      'Buat pagi yang rasanya malas dimulai.',
    ],
    aesthetic: [
      'Tempatnya ada di teks, buat kalau kamu lagi dekat situ.',
      'Warnanya ada di akhir, biar bisa kamu coba sendiri.',
      'Buat moodboard kamu berikutnya.',
    ],
    valuable: [
      'Hari ini kamu belum butuh. Nanti pas pindahan, butuh.',
      'Angkanya ada di layar terakhir, lengkap dengan tanggal berlakunya.',
      'Nyimpennya sepuluh detik, nyarinya lagi sejam.',
    ],
  },
};
