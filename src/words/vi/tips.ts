import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

type Beside = NonNullable<Parameters<Language['tips']['own']['pattern']>[1]>;

/** What a pattern was seen beside. */
const besides: Readonly<Record<Beside, string>> = {
  own: 'So với các video khác của bạn. ',
  others: 'So với các video tương đương; với bạn thì vẫn như thường. ',
  'maybe own': 'So với các video khác của bạn. ',
  'maybe others': 'So với các video tương đương. ',
};

export const tipsText: Language['tips'] = {
  line: (tip, basis) => `• ${tip} *(${basis})*`,
  shortBasis: {
    'documented by TikTok': 'tài liệu TikTok',
    'a signal TikTok names': 'tín hiệu TikTok',
    'large study': 'nghiên cứu lớn',
    heuristic: 'theo kinh nghiệm',
  },
  bases: {
    'documented by TikTok': 'TikTok có ghi trong tài liệu',
    'a signal TikTok names': 'tín hiệu TikTok có nêu',
    'large study': 'nghiên cứu lớn',
    heuristic: 'theo kinh nghiệm',
  },
  basis: (basis, source, checked) => `${basis}: ${source} · ${checked}`,

  own: {
    title: 'Nên thử gì tiếp',
    video: (title, views, others) =>
      `**${title}**, ${views} lượt xem, so với ${others} video khác đánh giá được của bạn. Chỉ bạn thấy tin này.`,
    untitled: 'Video mới nhất của bạn',
    fields: {
      numbers: 'Các con số',
      next: 'Thử tiếp',
      call: 'Một cách mời lưu',
      missing: 'Có thêm gì thì nói được nhiều hơn',
    },
    pattern: (words, beside) =>
      `${words} ${beside === null ? '' : besides[beside]}*(theo kinh nghiệm)*`,
    patterns: {
      'seen-not-liked':
        '**Được xem mà không được thích.** Trong số người xem, ít người thích hơn thường lệ. Nó mất người ngay từ đầu, trước khi có gì để gửi đi hay lưu lại.',
      'liked-not-shared':
        '**Được thích mà không được chia sẻ.** Người ta thích như thường lệ, nhưng gửi đi ít hơn.',
      'shared-not-saved':
        '**Được chia sẻ mà không được lưu.** Người ta gửi cho người khác, nhưng lưu cho mình ít hơn thường lệ.',
      'watched-not-saved':
        '**Được xem mà không được lưu.** Người ta ở lại lâu như thường lệ, nhưng lưu ít hơn.',
      'saved-no-follows':
        '**Được lưu mà không thêm follower.** Người ta lưu như thường lệ, nhưng follow bạn ít hơn.',
      'doing-well': '**Video đang chạy tốt.** Nó được lưu nhiều hơn hẳn thường lệ.',
      'few-views': '**Ít lượt xem.** Quá ít để thấy dấu hiệu.',
      'too-early': '**Còn quá sớm.** Các số còn đổi nhiều, chưa thấy được dấu hiệu.',
    },
    nothing: (hasLow) =>
      hasLow
        ? '**Chưa có dấu hiệu rõ.** Có số dưới mức thường, như các con số cho thấy, nhưng không theo cách cho biết mất người ở đâu.'
        : '**Không có bước yếu.** Không bước nào rõ ràng dưới mức thường của bạn, hay dưới các video tương đương.',
    maybe: (maybe, basis) =>
      basis === 'counted'
        ? maybe === 'lower'
          ? '**Ít lượt lưu hơn thường lệ.** Không bước nào khác cho biết mất người ở đâu.'
          : '**Nhiều lượt lưu hơn thường lệ.** Chưa chắc nó đang chạy tốt: video tương đương thường cũng được lưu ngần ấy.'
        : `**Lượt lưu có thể ${maybe === 'lower' ? 'ít' : 'nhiều'} hơn thường lệ.** Đó là ước tính, và dải còn để ngỏ: xem số thật thì biết.`,
    steps: {
      likes: '% lượt xem: lượt thích',
      shares: '% lượt thích: lượt chia sẻ',
      watch: '% độ dài: được xem',
      saves: '% lượt xem: lượt lưu',
      followers: 'follower mới trên 10.000 lượt xem',
    },
    step: (value, what, compared) =>
      `**${value}** ${what}${compared.length > 0 ? ` (${compared.join(', ')})` : ''}`,
    estimated: 'ước tính',
    told: 'số thật bạn nhập',
    usual: (value, videos) => `mức thường của bạn ${value}, ${videos} video`,
    comparable: (value) => `video tương đương ${value}`,
    saves: (basis, all) =>
      basis === 'counted'
        ? 'Lượt lưu là số thật bạn nhập, kể cả ở các video đem ra so.'
        : `Lượt lưu được ước tính cùng một cách ở cả ${all} video, từ lượt thích, lượt chia sẻ và số khác: hãy xem số thật trên màn hình trước khi tin một dấu hiệu trong đó.`,
    missing: {
      saves: 'con số cạnh dấu trang: bấm **Thêm số lưu thật** dưới một điểm',
      watch: (needed) =>
        `\`watch_time\` và \`duration\` trong \`/score\`, cho video này và ${needed} video khác: khi đó mình biết nó có được xem mà không được lưu không`,
      followers: (needed) =>
        `\`new_followers\` trong \`/score\`, cho video này và ${needed} video khác: khi đó mình biết người lưu có follow không`,
      category: '`category` trong `/score`: khi đó gợi ý và lời mời hợp với kiểu video',
    },
  },

  tooLittle: {
    title: 'Chưa đủ để nói',
    description: (judged, needed) =>
      say(
        'Mình xem video mới nhất của bạn cạnh các video khác của chính bạn, và cần **{needed}** video có ít nhất 1.000 lượt xem và được một ngày. Mình {judged, plural, =0 {chưa biết video nào} other {mới biết {judged} video}}: **thêm {more}** là nói được. Chỉ bạn thấy tin này.',
        { needed, judged, more: needed - judged },
      ),
    waiting: (count) =>
      `${count} video nữa quá nhỏ, hoặc còn quá sớm lúc bạn nhập: hãy nhập lại số khi nó đã lớn hơn.`,
    add: 'Thêm một video',
    addHow: (example) =>
      `Nhập số của video y như trên TikTok, kèm một cái tên để bạn nhận ra lại:\n\`\`\`\n${example}\n\`\`\``,
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
    meanwhile: 'Trong lúc đó',
    meanwhileHow: '`/tips` với `category` có gợi ý cho từng kiểu video.',
  },

  category: {
    title: (category) => `${commandText.score.categories[category]}: đáng lưu`,
    own: '**Cho kiểu video này**',
    keeping: '**Cho mọi thứ muốn được lưu**',
    calls: 'Các cách mời lưu',
    callsNote:
      'Một lý do, nói một lần, gần thứ đáng lưu. Mời lưu có thêm lượt lưu hay không thì *chưa được chứng minh* (kiểm tra 2026-11-23): hãy so các video của bạn có và không có lời mời.',
    footer: 'Không gợi ý nào ở đây hứa hẹn gì: được lưu hay không khác nhau nhất ở chủ đề.',
  },

  call: (wording) => `• “${wording}”`,

  calls: {
    educational: [
      'Lúc làm thử, bạn sẽ muốn có bước ba ngay trước mặt.',
      'Danh sách đầy đủ ở màn hình cuối, cho hôm nào bạn cần.',
      'Cất video này cùng chỗ với công thức nấu ăn của bạn.',
    ],
    entertaining: [
      'Có người bạn biết sẽ cần cái này vào một thứ Hai tệ hại.',
      'Để dành cho lần tới nhóm chat im lặng.',
      'Không có video này thì phần hai chẳng hiểu gì đâu.',
    ],
    inspirational: [
      'Để cái này ở chỗ bạn sẽ tìm thấy vào một ngày khó khăn.',
      'Một tháng nữa hãy đọc lại câu này.',
      'Cho buổi sáng bạn chẳng muốn bắt đầu.',
    ],
    aesthetic: [
      'Địa điểm ở trong phần chữ, cho lúc bạn ở gần đó.',
      'Các màu được liệt kê ở cuối, để bạn tự thử.',
      'Cho moodboard tới của bạn.',
    ],
    valuable: [
      'Hôm nay bạn chưa cần đâu. Lúc chuyển nhà sẽ cần.',
      'Các con số ở màn hình cuối, kèm ngày chúng còn đúng.',
      'Mười giây để cất, một giờ để tìm lại.',
    ],
  },
};
