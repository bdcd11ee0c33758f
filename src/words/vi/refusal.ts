import type { CountProblem } from '../../lib/counts.js';
import type { LinkProblem } from '../../lib/tiktok-link.js';
import type { Unreadable } from '../../services/refusal.js';
import type { Language } from '../words.js';
import { say } from './say.js';

const COUNT_EXAMPLES = '`541200`, `541,200`, `541.2K` hoặc `1,2 Mio.`';

const countProblems: Readonly<Record<CountProblem, string>> = {
  empty: `đang trống. Hãy nhập như TikTok hiện, ví dụ ${COUNT_EXAMPLES}.`,
  negative: 'không thể nhỏ hơn 0.',
  fraction: `ra số lẻ, mà người thì không lẻ được. Hãy nhập số nguyên, hoặc dạng ngắn như ${COUNT_EXAMPLES}.`,
  ambiguous: `có thể là các số khác nhau tùy ngôn ngữ. Hãy nhập đủ chữ số, ví dụ \`541200\`.`,
  unreadable: `không phải số mình đọc được. Hãy nhập như TikTok hiện, ví dụ ${COUNT_EXAMPLES}.`,
  'too large':
    'lớn hơn mọi con số TikTok từng hiện. Hãy tìm xem có thừa chữ số hay chữ cái nào không.',
};

const needed = 'Mở bài đăng rồi chọn Chia sẻ → Sao chép liên kết, hoặc bỏ trống mục này.';

const linkProblems: Readonly<Record<LinkProblem, string>> = {
  'not a link':
    'không phải link. Sao chép trong TikTok bằng Chia sẻ → Sao chép liên kết, hoặc bỏ trống mục này.',
  'not tiktok':
    'không phải link TikTok. Sao chép trong TikTok bằng Chia sẻ → Sao chép liên kết, hoặc bỏ trống mục này.',
  'no video in it': `dẫn đến TikTok, nhưng không đến video hay bài ảnh nào. ${needed}`,
  profile: `là hồ sơ TikTok, không phải một video trong đó. ${needed}`,
  live: `là buổi phát trực tiếp, không có lượt lưu. ${needed}`,
  sound: `là âm thanh trên TikTok, không phải video dùng nó. ${needed}`,
  list: `là danh sách video trên TikTok, không phải một video trong đó. ${needed}`,
  shop: `là trang TikTok Shop, không phải video. ${needed}`,
  'cut off': `bị cắt mất: số trong link không đủ. ${needed}`,
  studio: `là trang TikTok Studio, nhưng không phải của một video. Mở số liệu phân tích của video ở đó, hoặc chính bài đăng, rồi sao chép link đó; hoặc bỏ trống mục này.`,
  login: `là trang đăng nhập TikTok, không dẫn đến video nào. ${needed}`,
};

/** An option and what was typed into it; two backticks with nothing between would begin a code. */
function named(option: string, typed: string): string {
  return typed === '' ? `**${option}**` : `**${option}**: \`${typed}\``;
}

export const refusal: Language['refusal'] = {
  title: 'Hình như chưa đúng',
  nothingStored: 'Chưa ghi gì cả.',
  commandHeading: 'Để gửi lại',
  commandHint: 'Sao chép, sửa chỗ nêu ở trên rồi gửi:',
  correctedHint: 'Sao chép rồi gửi:',
  unreadable(problem, typed) {
    const what = named(problem.option, typed);
    switch (problem.option) {
      case 'link':
        return `${what} ${linkProblems[problem.why]}`;
      case 'posted':
        return `${what} ${dateProblem(problem.why)}`;
      case 'duration':
      case 'watch_time':
        return `${what} không phải độ dài thời gian mình đọc được. Hãy nhập số giây, hoặc phút và giây: \`34\` hay \`0:34\`.`;
      default:
        return `${what} ${countProblems[problem.why]}`;
    }
  },
  impossible(problem) {
    switch (problem.what) {
      case 'more saves than views':
        return `**saves**: ${problem.saves} lượt lưu trên ${problem.views} lượt xem là không thể: không ai lưu video mà không được tính một lượt xem. Hãy xem lại cả hai số.`;
      case 'posted in the future':
        return `**posted**: ${problem.posted} vẫn chưa tới, ở bất cứ đâu trên trái đất. Hãy nhập ngày video được công khai. Năm trong lệnh bên dưới chỉ là mình đoán.`;
    }
  },
  schedule({ option }, typed) {
    switch (option) {
      case 'time':
        return `${named(option, typed)} không phải giờ mình đọc được. Hãy nhập giờ và phút, ví dụ \`18:00\`, \`09:30\` hoặc \`6 pm\`.`;
      case 'timezone':
        return `${named(option, typed)} không phải múi giờ mình biết. Hãy nhập thành phố lớn gần nhất hoặc quốc gia, ví dụ \`Berlin\`, \`Hanoi\` hoặc \`Japan\`.`;
    }
  },
  onlyTheAuthor:
    'Chỉ thành viên đã nhập các số này làm được việc đó. Hãy dùng `/score` cho video của bạn.',
  readingGone: 'Các số này không còn được giữ, hoặc không ở đây. Hãy dùng `/score` để gửi lại.',
  draftGone:
    'Mình giữ các số như vậy trong 15 phút, và đã hết giờ. **Chưa ghi gì cả.** Hãy dùng `/score` để gửi lại.',
  videoGone:
    'Mình không biết video nào như vậy của bạn. Hãy dùng `/history list` để xem có những gì, hoặc gõ tên video trong `/history video` rồi chọn trong danh sách.',
  undoGone:
    'Việc đó không hoàn tác được nữa: đã hoàn tác rồi, đã quá một ngày, hoặc có thay đổi khác xen vào. `/history list` cho xem hiện có gì.',
  twoPosts:
    'Hai mục này có id khác nhau trong link TikTok, nên là hai bài đăng. **Không có gì thay đổi.** Nếu một link sai, hãy xóa lần ghi đó và dùng `/score` với link đúng.',
  notShownHere:
    'Thành viên đó chưa đồng ý hiện tên trong máy chủ này, hoặc không ở đây. Ai muốn hiện tên thì dùng `/leaderboard join`.',
  storedAlready: 'Cái đó đã ghi rồi. Không ghi hai lần.',
  onlyInAServer: 'Cái này chỉ dùng được trong máy chủ. Hãy dùng trong kênh của máy chủ bạn muốn.',
  questionGone:
    'Câu hỏi kiểu này chỉ có hiệu lực 15 phút, và đã hết giờ. **Chưa xóa gì cả.** Hãy dùng lại `/data delete`.',
  tooOften: (when) =>
    `Nhiều hơn mức mình làm cho một thành viên hoặc một máy chủ cùng lúc, để ai cũng có phần. **Chưa ghi gì cả.** Hãy gửi lại ${when}.`,
  onlyManagers:
    'Chỉ thành viên có quyền **Quản lý máy chủ** làm được việc đó. Hãy nhờ một người trong số họ, hoặc chủ máy chủ.',
  notAWeek: (typed) =>
    `${named('week', typed)} không phải tuần mình đọc được. Hãy nhập như \`2026-W47\`, hoặc chọn trong danh sách hiện ra khi gõ. Không có \`week\` là tuần đang chạy.`,
  weekToCome: (week) => `${week} vẫn chưa tới. Bỏ trống \`week\` để xem tuần đang chạy.`,
  weekBefore: (week) =>
    `${week} đã hết trước khi mình vào máy chủ này, nên không có gì. Bỏ trống \`week\` để xem tuần đang chạy.`,
};

export const doubtful: Language['doubtful'] = {
  title: 'Ý bạn là cái nào?',
  item: (option, typed, readings) =>
    say(
      '{count, plural, =1 {• {value} nhiều hơn lượt xem, nếu đọc theo ngôn ngữ của bạn. Ý bạn là {readings}?} other {• {value} có thể là {readings}.}}',
      { count: readings.length, value: named(option, typed), readings: listed(readings) },
    ),
  namesakes: (typed) => `• ${named('title', typed)}: mình biết một video có tên đó.`,
  sameVideo: (day, isPosted) =>
    isPosted ? `Vẫn video đó, đăng ${day}` : `Vẫn video đó, thấy lần cuối ${day}`,
  newVideo: 'Video mới',
  description: (items) =>
    `${items.join('\n')}\n\n**Chưa ghi gì cả.** Bấm lựa chọn đúng ý bạn trong 15 phút.`,
  count: (value, option) => `${value} ${optionWords[option] ?? option}`,
};

const optionWords: Readonly<Record<string, string>> = {
  views: 'lượt xem',
  likes: 'lượt thích',
  comments: 'bình luận',
  shares: 'lượt chia sẻ',
  saves: 'lượt lưu',
  new_followers: 'follower mới',
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} hoặc ${words.at(-1) ?? ''}`;
}

export const improbable: Language['improbable'] = {
  title: 'Bạn xem lại một chút nhé',
  description: (items) =>
    `${items.map((item) => `• ${item}`).join('\n')}\n\n**Chưa ghi gì cả.** Nếu số đúng, bấm **Cứ ghi** trong 15 phút. Nếu không, chỉ cần gửi lại.`,
  choose: 'Hoặc bấm số đúng ý bạn.',
  button: 'Cứ ghi',
  stored: 'Đã ghi.',
  item(found, format) {
    switch (found.what) {
      case 'more than views':
        return `**${found.option}**: ${found.typed} nhiều hơn ${found.views} lượt xem. Hầu như luôn phải có lượt xem trước.`;
      case 'more than ever':
        return `**views**: ${found.typed} đọc ra ${format(found.views)}, nhiều hơn mọi video từng có. Dạng ngắn này có nghĩa nhỏ hơn chăng?`;
      case 'may be less':
        return `**${found.option}**: ${found.typed} là ${format(found.read)} trong ngôn ngữ của bạn, và ít hơn trong ngôn ngữ khác. Hầu như không video nào có nhiều thế. Ý bạn là số nhỏ hơn?`;
      case 'unlike before':
        return `**${found.option}**: ${found.typed} đọc ra ${format(found.read)}. Trong các lần ghi gần đây của bạn là ${found.least === found.most ? format(found.most) : `${format(found.least)} đến ${format(found.most)}`}.`;
      case 'watch time':
        return `**watch_time**: ${found.watchTime} giây mỗi lượt xem là hơn bốn lần độ dài ${found.duration} giây của video. Đó có phải trung bình, tính bằng giây?`;
      case 'saves far from the estimate':
        return `**saves**: ${format(found.saves)} cách xa mức ${format(Math.round(found.low))} đến ${format(Math.round(found.high))} mà mình dự kiến từ các số kia.`;
    }
  },
};

function dateProblem(why: Extract<Unreadable, { option: 'posted' }>['why']): string {
  switch (why.problem) {
    case 'empty':
      return 'đang trống. Hãy nhập ngày video được công khai dạng `YYYY-MM-DD`, ví dụ `2026-11-01`.';
    case 'ambiguous':
      return `có thể là ${why.candidates.map((date) => `\`${date}\``).join(' hoặc ')}. Hãy nhập một trong số đó.`;
    case 'no such day':
      return 'không phải ngày có trên lịch. Hãy nhập dạng `YYYY-MM-DD`, ví dụ `2026-11-01`.';
    case 'before TikTok':
      return 'là trước khi có TikTok. Hãy xem lại năm.';
    case 'unreadable':
      return 'không phải ngày mình đọc được. Hãy nhập như `2026-11-01`, `1 Nov`, `yesterday` hoặc `3d ago`.';
  }
}
