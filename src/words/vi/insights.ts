import type { Language } from '../words.js';
import { say } from './say.js';

export const insightsText: Language['insights'] = {
  onlyYou: 'Chỉ bạn thấy tin này; lần ghi riêng tư cũng được tính.',
  needs: {
    title: 'Chưa đủ để nói',
    add: 'Thêm một video',
    addHow: (example) =>
      `Nhập số của video y như trên TikTok, với con số cạnh dấu trang là \`saves\`:\n\`\`\`\n${example}\n\`\`\``,
    waiting: (count) =>
      `${count} video nữa quá nhỏ, hoặc còn quá sớm lúc bạn nhập: hãy nhập lại số khi nó đã lớn hơn.`,
    unknownAccount: (count) =>
      `${count} video bị bỏ ra: mình không biết thuộc tài khoản nào của bạn. Hãy chấm kèm link.`,
    otherAccounts: (count) =>
      `${count} video thuộc tài khoản TikTok khác với tài khoản bạn ghi gần nhất, nên bị bỏ ra.`,
    days: 'Bỏ `days` để nhìn xa hơn về trước.',
  },

  signals: {
    title: 'Điều lên xuống cùng lượt lưu của bạn',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots posted:2026-11-02 duration:34 watch_time:12',
    tooLittle: (judged, needed) =>
      say(
        'Mình cần **{needed}** video có ít nhất 1.000 lượt xem và được một ngày, tốt nhất là có số lưu thật bạn nhập. Mình {judged, plural, =0 {chưa biết video nào} other {mới biết {judged} video}}: **thêm {more}** là bắt đầu được.',
        { needed, judged, more: needed - judged },
      ),
    told: (videos) => `Trên **${videos} video bạn đã nhập số lưu thật**.`,
    estimated: (videos, told, needed) =>
      say(
        'Đến giờ bạn {told, plural, =0 {chưa nhập số lưu thật cho video nào} other {mới nhập số lưu thật cho {told} video}}, mà cần {needed}. Vì vậy phần này dựa trên **lượt lưu ước tính** của {videos} video, yếu hơn nhiều{told, plural, =0 {} other {; video có số thật ở đây cũng được ước tính, để tất cả như nhau}}. Bấm **Thêm số lưu thật** dưới các điểm: thêm {more} là mình so với số thật.',
        { told, needed, videos, more: needed - told },
      ),
    fields: {
      more: 'Hơn mức ngẫu nhiên',
      chance: 'Chưa phân biệt được với ngẫu nhiên',
      fewer: 'Chưa so được',
      experiments: 'Bạn đang thử',
    },
    names: {
      likes: 'lượt thích so với lượt xem',
      comments: 'bình luận so với lượt xem',
      shares: 'lượt chia sẻ so với lượt xem',
      watched: 'phần độ dài được xem',
      followers: 'follower mới so với lượt xem',
      duration: 'độ dài',
      weekend: 'đăng cuối tuần',
    },
    direction: (rho) =>
      rho > 0 ? 'càng tăng, lượt lưu càng nhiều' : 'càng tăng, lượt lưu càng ít',
    correlation: (name, direction, rho, low, high, n) =>
      `• **${name}**${direction === null ? '' : `: ${direction}`} · ${rho} (${low} đến ${high}), ${n} video`,
    weekend: (name, times, range, weekends, weekdays) =>
      `• **${name}** · tỷ lệ lưu bằng ${times} lần ngày thường${range}, ${weekends} và ${weekdays} video`,
    constant: (name, n) => `• **${name}**: giống nhau ở cả ${n} video`,
    tooFew: (name, n, needed, how) => `• **${name}**: biết ở ${n} trên ${needed} video${how}`,
    tooFewDays: (name, weekends, weekdays, needed) =>
      `• **${name}**: ${weekends} cuối tuần, ${weekdays} ngày thường; mỗi bên cần ${needed} (\`posted\` hoặc \`link\`)`,
    how: {
      watched: ' (`watch_time` và `duration`)',
      followers: ' (`new_followers`)',
      duration: ' (`duration`)',
    },
    nothing: '**Chưa có gì nổi bật.** Chuyện thường thôi: vài video chứng minh được rất ít.',
    found: (names) => `**${names}**: đi cùng lượt lưu của bạn.`,
  },

  experiments: {
    name: (name) => `**“${name}”**`,
    waiting: (during, without, needed) =>
      `${during} video có, ${without} không. Từ ${needed} video mỗi bên thì mình so: ${missing(needed - during, needed - without)}.`,
    found: (times, design) =>
      `tỷ lệ lưu bằng ${times} lần ${design === 'turns' ? 'các video không có' : 'trước đó'}.`,
    possible: (low, high) => `Có thể từ ${low} đến ${high} lần`,
    anything: 'Thế nào cũng có thể',
    behind: (during, without, design, basis) =>
      `(${during} video có, ${without} ${design === 'turns' ? 'không' : 'trước đó'}, ${basis === 'counted' ? 'tất cả là số thật bạn nhập' : 'tất cả ước tính từ lượt thích, bình luận và lượt chia sẻ'}).`,
    more: (each) => `Hơn mức ngẫu nhiên, với ${each} mỗi bên.`,
    chance: (each, next) =>
      `Không hơn mức ngẫu nhiên có thể tạo ra, với ${each} mỗi bên.${next === null ? '' : ` Mình xem lại khi được ${next}.`}`,
    notYet: (needed) => `Mình kết luận khi mỗi bên có ${needed}.`,
    beforeAfter:
      'Đó là mô tả. Cái này sau cái kia thì không chứng minh gì: mọi thứ khác thay đổi trong lúc đó cũng tác động.',
    countMore: (missing) =>
      `Ước tính không chứng minh gì về lượt lưu. Gửi thêm ${missing} số thật của các video này thì mình so số thật.`,
    needed: (videos, factor) =>
      `${videos} mỗi bên, làm xen kẽ và có số thật, sẽ cho thấy mức chênh ${factor} lần trong 8 trên 10 trường hợp.`,
    wouldHaveShown: (factor) =>
      `Nếu chênh ${factor} lần thì trong 8 trên 10 trường hợp đến giờ đã lộ ra.`,
    hopeless: (most, factor) =>
      `Các video của bạn khác nhau nhiều đến mức phải hơn ${most} mỗi bên mới thấy được mức chênh ${factor} lần.`,
    next: {
      'with it': 'Video tới: **có**.',
      'without it': 'Video tới: **không**.',
    },
  },

  categories: {
    title: 'So các thể loại của bạn',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Three knots category:educational',
    told: (videos) => `Lượt lưu theo % lượt xem, trên **${videos} video bạn đã nhập số lưu thật**.`,
    estimated: (videos, missing) =>
      `Lượt lưu theo % lượt xem, **cả ${videos} video ước tính cùng một cách** từ lượt thích, bình luận và lượt chia sẻ. Ước tính đó không biết thể loại, nên đây chỉ là mô tả, không chứng minh gì. Thêm ${missing} số thật ở hai thể loại thì mình so số thật: bấm **Thêm số lưu thật** dưới các điểm.`,
    none: 'Trong các video đánh giá được của bạn, chưa video nào có thể loại.',
    needed: (needed) =>
      `Một thể loại cần **${needed}** video có ít nhất 1.000 lượt xem và được một ngày.`,
    fields: {
      more: 'Hơn mức ngẫu nhiên',
      chance: 'Chưa phân biệt được với ngẫu nhiên',
      described: 'Theo ước tính',
      unconcluded: 'Quá ít để kết luận',
      fewer: 'Quá ít để nói',
    },
    compared: (name, median, range, n, times) =>
      `• **${name}**: ${median}%${range}, ${n} video · ${times}`,
    times: (times, range) => `bằng ${times} lần video khác của bạn${range}`,
    until: (more, others) =>
      `; quá ít để kết luận: ${[...(more > 0 ? [`thêm ${more}`] : []), ...(others > 0 ? [`thêm ${others} video thể loại khác`] : [])].join(' và ')}`,
    alone: 'không có gì để so',
    tooFew: (name, median, n, needed) => `• **${name}**: ${median}%, ${n} trên ${needed} video`,
    without: (count) => `${count} video nữa không có \`category\`.`,
    nothing:
      '**Không thể loại nào nổi bật.** Chuyện thường thôi: vài video chứng minh được rất ít.',
    highest: (name, median, range, basis) =>
      `**Cao nhất đến giờ: ${name}**, ${median}%${range}${basis === 'counted' ? '. Quá ít để kết luận.' : ', theo ước tính.'}`,
    found: (names) => `**${names}** nổi bật.`,
  },

  looks: (sizes) => `${sizes.slice(0, -1).join(', ')} và ${sizes.at(-1)}`,

  range: (low, high) => ` (${low} đến ${high})`,
  noRange: '',

  accuracy: {
    title: 'Ước tính của mình tốt đến đâu',
    none: 'Bạn chưa gửi số lưu thật nào, nên mình không biết mình lệch bao nhiêu. Đọc con số cạnh dấu trang của một video rồi bấm **Thêm số lưu thật** dưới điểm của nó, hoặc gửi kèm luôn:',
    noneTitle: 'Chưa có gì để đối chiếu',
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100',
    intro: (videos, most, truths) =>
      say(
        'Trên {videos} video bạn đã gửi số lưu thật{of, select, all {} other {, trong {most} số thật gần nhất của bạn}}, của mọi tài khoản. Mỗi video tính một lần, lấy số thật đầu tiên đặt cạnh ước tính như lúc đã hiện.',
        { videos, most, of: truths >= most ? 'the last' : 'all' },
      ),
    latest: 'Các số thật gần nhất',
    line: (name, truth, saves, low, high, mark) =>
      `${mark} ${name}: số thật **${truth}**, ước tính ${saves} (${low} đến ${high})`,
    inside: '✓',
    outside: '✗',
    allSmall: (from) =>
      `Mọi ước tính đều dưới ${from} lượt lưu: ở đó chỉ riêng số nguyên đã quyết định.`,
    views: (views) => `${views} lượt xem`,
    fields: {
      trend: 'Trước và sau',
    },
    share: (hits, videos, percent, low, high) =>
      `**${hits} trên ${videos}** nằm trong dải 80%: ${percent} (${low} đến ${high}).`,
    holds: {
      'as promised': 'Khớp với mức 8 trên 10 đã hứa.',
      less: 'Ít hơn mức 8 trên 10 đã hứa, và ngẫu nhiên không giải thích hết: với video của bạn, dải đang quá hẹp.',
      more: 'Nhiều hơn mức 8 trên 10 đã hứa: với video của bạn, dải đang rộng hơn mức cần.',
    },
    tooFew: (more) => `Thêm ${more} là mình nói được có khớp mức 8 trên 10 đã hứa không.`,
    off: (factor, range) =>
      `Một nửa số ước tính lệch không quá **${factor}** lần${range} so với số thật.`,
    lean: {
      low: (factor, range) => `Nhìn chung chúng quá thấp, lệch ${factor} lần${range}.`,
      high: (factor, range) => `Nhìn chung chúng quá cao, lệch ${factor} lần${range}.`,
      none: 'Chưa nói được chúng thiên về quá thấp hay quá cao.',
    },
    trend: (first, last) =>
      `Một nửa lệch không quá ${first} lần ở nửa đầu các video của bạn, **${last}** lần ở nửa sau. Đó là mô tả, không chứng minh có thay đổi.`,
    noTrend: (more) => `Thêm ${more} video có số lưu thật là mình so được nửa đầu với nửa sau.`,
  },
};

function missing(during: number, without: number): string {
  const parts = [
    ...(during > 0 ? [`${during} video có`] : []),
    ...(without > 0 ? [`${without} video không`] : []),
  ];
  return `cần thêm ${parts.join(' và ')}`;
}
