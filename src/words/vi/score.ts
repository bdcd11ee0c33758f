import type { Language } from '../words.js';

export const scoreText: Language['score'] = {
  fields: {
    proxy: 'Chỉ số lưu',
    saves: 'Lượt lưu ước tính',
    rate: 'Tỷ lệ lưu',
    why: 'Vì sao',
    next: 'Thử tiếp',
  },
  buttons: {
    how: 'Cách tính?',
    realSaves: 'Thêm số lưu thật',
    changeSaves: 'Đổi số lưu thật',
    newNumbers: 'Số liệu mới',
    edit: 'Sửa',
    whichAccount: 'Tài khoản nào?',
    remind: 'Hẹn nhắc',
  },
  account: {
    ask: 'Video này thuộc tài khoản nào của bạn? Ước tính của nó sẽ học từ số thật bạn đã gửi của tài khoản đó, và ngược lại.',
    none: 'Mình không còn biết tài khoản nào của bạn. Hãy chấm video kèm link là mình biết lại.',
    choose: 'Chọn tài khoản',
    kept: (handle) => `Đã nhớ: video của @${handle}. Điểm đã được tính lại.`,
  },
  turn: {
    'with it': ' · video tới: có',
    'without it': ' · video tới: không',
  },
  untitled: { video: 'Video của bạn', photo: 'Bài ảnh của bạn' },
  readAs: (views, likes, comments, shares, posted) =>
    `${views} xem, ${likes} thích, ${comments} bình luận, ${shares} chia sẻ${posted === null ? '' : `, ${posted}`}`,
  invitation: 'Đáng lên bảng: `/leaderboard join`',
  shortLink: 'Link rút gọn giấu tài khoản và ngày.',
  categoryFromLast: (category) => `Như video trước của bạn: ${category}.`,
  category: {
    educational: 'kiến thức',
    entertaining: 'giải trí',
    inspirational: 'truyền cảm hứng',
    aesthetic: 'thẩm mỹ',
    valuable: 'thông tin hữu ích',
  },
  kinds: {
    educational: 'kiến thức',
    entertaining: 'giải trí',
    inspirational: 'cảm hứng',
    aesthetic: 'thẩm mỹ',
    valuable: 'hữu ích',
  },
  categoryMenu: 'Video này thuộc kiểu nào?',
  secondReading: (since, views) => `Ghi lại: ${views} lượt xem từ ${since}.`,
  verdict: {
    estimated: (saves, _n, low, high) =>
      low === high
        ? `**Khoảng ${saves} lượt lưu**`
        : `**Khoảng ${saves} lượt lưu** (${low} đến ${high})`,
    counted: (saves) => `**${saves} lượt lưu, số thật**`,
    scored: (saves, grade, than, lesson) =>
      `${saves}: ${grade === null ? '' : `${grade}, `}*${than}*${lesson === null ? '' : `. ${lesson}`}`,
    above: (percent, others) => `cao hơn ${percent}% ${others}`,
    below: (percent, others) => `thấp hơn ${percent}% ${others}`,
    others: 'video cùng cỡ',
    othersOfItsKind: 'video cùng kiểu và cỡ',
    tooEarly: (saves) => `${saves} đến giờ: còn quá sớm để đánh giá`,
    tooSmall: (saves, views) => `${saves}: quá ít lượt xem để đánh giá, mình cần ${views}`,
    noViews: '**Chưa ai xem video này.** Quay lại khi có lượt xem nhé.',
  },
  grades: { low: 'thấp', usual: 'bình thường', good: 'tốt', great: 'tuyệt' },
  value: (value) => `${value} / 100`,
  valueInRange: (value, low, high) => `${value} / 100 (theo kinh nghiệm), ${low} đến ${high} / 100`,
  tooEarly: (back) => (back === null ? 'quá sớm' : `quá sớm: quay lại ${back}`),
  tooSmall: (back) => (back === null ? 'quá nhỏ' : `quá nhỏ: quay lại ${back}`),
  estimated: (saves, low, high) => `**${saves}** (dải 80%: ${low} đến ${high})`,
  estimatedFew: (saves) => `khoảng **${saves}**: quá ít người xem`,
  noSaves: 'đến giờ là 0',
  guessed: (saves, low, high) => `**${saves}** (mình đoán: ${low} đến ${high})`,
  told: (truth, saves, low, high, isMeasured) =>
    `**${truth}**, đoán ${saves}${low === high ? '' : ` (${isMeasured ? '80%: ' : ''}${low} đến ${high})`}`,
  rateEstimated: (rate, low, high) => `${rate}% lượt xem (${low} đến ${high}%)`,
  rateTold: (rate) => `${rate}% lượt xem, theo số thật bạn nhập`,
  rateTiny: 'dưới 0,01% lượt xem',
  noRate: 'chưa có lượt xem',
  rateSmall: 'quá ít lượt xem để tính tỷ lệ',
  whyNoViews: 'Chưa có gì để so.',
  whySmall: (views) => `${views} lượt xem là quá ít để nói.`,
  whyFew: 'Số như vậy thì gần như không có lượt lưu.',
  whyEven: 'Không có gì nổi bật so với video cùng cỡ.',
  whyFirst: (signal, size, percent) => `${signal}: ${size} (${percent})`,
  whyPart: (signal, percent) => `${signal} ${percent}`,
  whyCount: (percent, than) =>
    than === 'same' ? 'số thật khớp' : `số thật ${counted[than]} ${percent}`,
  whyCountAlone: (percent, than) =>
    than === 'same'
      ? 'Số thật khớp với mức mình đoán'
      : `Số thật ${counted[than]} mức mình đoán ${percent}`,
  lessons: {
    low: 'Mình đoán thấp.',
    high: 'Mình đoán cao.',
    close: 'Mình đoán sát.',
    'which account': 'Tài khoản nào?',
  },
  sizes: {
    'many times': 'gấp nhiều lần',
    'three times': 'khoảng gấp ba',
    twice: 'khoảng gấp đôi',
    'much more': 'nhiều hơn hẳn',
    more: 'nhỉnh hơn',
    less: 'ít hơn một chút',
    'much less': 'ít hơn hẳn',
    half: 'khoảng một nửa',
    'far less': 'ít hơn rất nhiều',
  },
  experiment: (name, videos, without) =>
    `“${name}”: ${videos} video có, ${without} không. Video tới: **không**.`,
  footer: {
    photo: 'Ảnh: mình đoán',
    model: (version) => `mô hình ${version}`,
  },
  signals: {
    level: 'mức nền',
    views: 'lượt xem',
    likes: 'lượt thích',
    comments: 'bình luận',
    shares: 'lượt chia sẻ',
    'watch time': 'thời gian xem',
    'follower growth': 'follower',
    category: 'kiểu video',
    'your community': 'số thật của người khác',
    'your own videos': 'số thật của bạn',
    limit: 'không quá lượt xem',
  },
};

const counted = { more: 'nhiều hơn', less: 'ít hơn' } as const;
