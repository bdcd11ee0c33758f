import type { Language } from '../words.js';
import { say } from './say.js';

const example =
  '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02';

const addHow = `Nhập số của video y như trên TikTok, kèm một cái tên để bạn nhận ra lại:\n\`\`\`\n${example}\n\`\`\``;

export const historyText: Language['history'] = {
  untitled: { video: 'Video không có tên', photo: 'Bài ảnh không có tên' },

  reading: {
    counts: (views, likes, comments, shares) =>
      `${views} lượt xem · ${likes} lượt thích · ${comments} bình luận · ${shares} chia sẻ`,
    views: (views) => `${views} lượt xem`,
    estimated: (saves, low, high) => `khoảng ${saves} lượt lưu (dải 80%: ${low} đến ${high})`,
    estimatedFew: (saves) => `khoảng ${saves} lượt lưu, ước tính`,
    unseen: 'chưa ai xem',
    told: (saves) => `**${saves}** lượt lưu, số thật`,
    toldBeside: (saves, estimate, low, high) =>
      `**${saves}** lượt lưu, số thật; ước tính ${estimate} (dải 80%: ${low} đến ${high})`,
    score: (score, range) =>
      range === null ? `${score} / 100` : `${score} / 100 (${range[0]} đến ${range[1]})`,
    tooEarly: 'còn quá sớm để chấm',
    tooSmall: 'quá nhỏ để chấm',
    private: 'riêng tư',
    open: (url) => `[mở](${url})`,
    grown: (views, time) => `${views} lượt xem trong ${time}`,
  },

  time: {
    days: (days) => `${days} ngày`,
    hours: (hours) => `${hours} giờ`,
    minutes: 'chưa đến một giờ',
  },

  list: {
    own: 'Các lần ghi của bạn',
    member: 'Các lần ghi của một thành viên',
    ownNote: (total) =>
      `Tất cả ${total}, mới nhất trước. Chỉ bạn thấy: có cả lần ghi riêng tư, và từ máy chủ khác hay tin nhắn trực tiếp.`,
    memberNote: (member, total) =>
      `${total} lần ghi của <@${member}> trong máy chủ này, mới nhất trước. Không gồm lần ghi riêng tư.`,
    days: (days) => `${days} ngày qua`,
    within: (what, days) => `${what} · ${days}`,
    newer: '◀ Mới hơn',
    older: 'Cũ hơn ▶',
    undo: {
      removed: 'Hoàn tác: xóa lần ghi',
      corrected: 'Hoàn tác: sửa lần ghi',
      merged: 'Hoàn tác: gộp mục',
      imported: 'Hoàn tác: nhập file',
    },
  },

  nothing: {
    title: 'Chưa có gì ở đây',
    own: 'Mình chưa có lần ghi nào của bạn. Chỉ bạn thấy tin này.',
    earlier: (days) =>
      `Bạn không có gì trong ${days}. Trước đó thì có: bỏ \`days\` để xem. Chỉ bạn thấy tin này.`,
    member: 'Thành viên đó không có gì được phép hiện trong máy chủ này.',
    first: 'Trước tiên',
    addHow,
  },

  video: {
    posted: (day) => `Đăng ngày ${day}.`,
    total: (total, n) =>
      say('{n, plural, =1 {{total} lần ghi.} other {{total} lần ghi, mới nhất trước.}}', {
        n,
        total,
      }),
    readings: 'Các lần ghi',
    sameAge: 'So với các video khác của bạn lúc cùng tuổi',
    compared: (o) =>
      `Vào ngày thứ ${o.day}, video này có lượt xem bằng **${o.factor} lần** mức thường của các video của bạn vào ngày thứ ${o.day}: ${o.views} so với mức thường ${o.usual} (${o.others} video, từ ${o.least} đến ${o.most}). *(theo kinh nghiệm: giữa hai lần ghi, mình tự điền mức tăng lượt xem)*`,
    tooFew: (others, needed) =>
      `Quá ít để nói: mình so được ${others} video khác của bạn ở tuổi của video này, và cần **${needed}**. Chấm lại mỗi video sau vài ngày là được tính.`,
    noAge:
      'Mình không biết tuổi của nó: thêm link hoặc `posted` trong `/score`, rồi chấm lại khi video được ít nhất một ngày.',
    change: 'Sửa hoặc xóa một lần ghi …',
    changeOption: (date, views) => `${date} · ${views} lượt xem`,
    merge: 'Trùng với mục khác …',
  },

  panel: {
    title: 'Một lần ghi',
    intro:
      'Bạn muốn làm gì với nó? Mỗi thay đổi hoàn tác được trong 24 giờ. Tin nhắn đã hiện nó trước đây vẫn giữ số cũ.',
    correct: 'Sửa',
    remove: 'Xóa',
  },

  merge: {
    title: 'Mục nào là cùng một video?',
    intro: (title) =>
      `**${title}** và mục bạn chọn sẽ thành một, gồm lần ghi của cả hai. Hoàn tác được trong 24 giờ. Mục có khả năng nhất đứng đầu.`,
    choose: 'Chọn mục còn lại',
    none: 'Không có mục nào khác có thể là cùng video.',
    option: (title, number) => `${title} (${number})`,
    optionHint: (posted, told) =>
      posted === null ? `gửi lần đầu ${told}` : `đăng ${posted}, gửi lần đầu ${told}`,
  },

  changed: {
    titles: {
      removed: 'Đã xóa',
      corrected: 'Đã sửa',
      merged: 'Đã thành một mục',
      imported: 'Đã ghi',
    },
    removed: (title, isLeft) =>
      `Một lần ghi của **${title}** đã bị xóa, cùng ước tính và những gì học được từ nó.${isLeft ? '' : ' Đó là lần ghi cuối cùng, nên video cũng bị xóa.'}`,
    corrected: (title) =>
      `Một lần ghi của **${title}** giờ có số khác, và được ước tính lại với những gì mình biết lúc đó.`,
    merged: (title) =>
      `Cả hai mục giờ là **${title}**. Dùng link hay tên nào trong \`/score\` cũng vào mục này.`,
    imported: () => 'Nội dung các file đã được ghi.',
    undoUntil: (time) => `Bạn hoàn tác được đến ${time}.`,
    now: 'Bây giờ',
    unchanged: 'Số vốn đã như vậy. Không có gì thay đổi.',
    undo: 'Hoàn tác',
    show: 'Xem video',
    undone: {
      removed: (title) => `Lần ghi của **${title}** đã trở lại.`,
      corrected: (title) => `Lần ghi của **${title}** có lại số như trước.`,
      merged: (title) => `**${title}** và mục kia lại là hai mục.`,
      imported: () =>
        'Mọi thứ đến từ lần nhập này đã được gỡ, và những gì nó thay đổi đã trở lại như cũ.',
    },
    undoneTitle: 'Đã hoàn tác',
  },

  trend: {
    title: 'Tỷ lệ lưu của bạn theo thời gian',
    description: (days) =>
      `Đang hiện: các video bạn gửi số trong ${days}, xếp theo ngày đăng. Chỉ bạn thấy tin này.`,
    newest: (title, rate) => `Mới nhất: **${title}**, ${rate}.`,
    rateTold: (rate) => `${rate}% lượt xem, theo số thật bạn nhập`,
    rateEstimated: (rate, low, high) => `khoảng ${rate}% lượt xem (dải 80%: ${low} đến ${high}%)`,
    rateBoth: (counted, estimated) => `${counted}; ước tính như các video khác, ${estimated}`,
    rate: (rate) => `${rate}%`,
    rateRanged: (rate, low, high) => `${rate}% (${low} đến ${high}%)`,
    usual: (rate, videos, basis) =>
      basis === 'counted'
        ? `Thường thấy trên ${videos} video có số thật: ${rate}.`
        : `Thường thấy trên cả ${videos} video, ước tính cùng một cách: ${rate}.`,
    halves: (older, newer, isEstimated) =>
      `**Nửa video mới hơn được lưu: ${newer}.** Nửa cũ hơn: ${older}. Đó là mô tả, không chứng minh có thay đổi.${isEstimated ? ' Trong ngoặc: dải 80%.' : ''}`,
    best: (title, rate, isEstimated) =>
      `Cao nhất: **${title}**, ${rate} lượt xem.${isEstimated ? ' Đó là theo ước tính; số thật nằm trong biểu đồ.' : ''}`,
    scores: (low, high, usual) =>
      `Chỉ số lưu từ ${low} đến ${high}, thường là ${usual} *(theo kinh nghiệm; dải của từng video ở trong biểu đồ)*.`,
    waiting: (count) => `${count} video nữa còn quá sớm hoặc quá nhỏ để đánh giá.`,
    ofOthers: (count) =>
      `${count} video nữa thuộc tài khoản TikTok khác với tài khoản bạn ghi gần nhất.`,
    ofUnknown: (count) =>
      `${count} video nữa bị bỏ ra: mình không biết thuộc tài khoản nào của bạn. Hãy chấm kèm link.`,
    photos: (count) => `${count} bài ảnh bị bỏ ra: ước tính chỉ được dựng trên video.`,
    isCut: (shown) => `Còn nữa: chỉ hiện ${shown} video mới nhất để biểu đồ dễ đọc.`,
    noPicture: 'Hiện không vẽ được biểu đồ; đây là những gì nó cho thấy.',
    tooLittleTitle: 'Chưa đủ để vẽ biểu đồ',
    tooLittle: (known, needed, days) =>
      say(
        'Để vẽ đường, mình cần **{needed}** video có ít nhất 1.000 lượt xem và đã được một ngày. Trong {days} mình {known, plural, =0 {chưa biết video nào} other {mới biết {known} video}}: **thêm {more}** là có biểu đồ. Chỉ bạn thấy tin này.',
        { needed, days, known, more: needed - known },
      ),
  },
};
