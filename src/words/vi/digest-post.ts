import { plain } from '../../lib/clip.js';
import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

type What = Parameters<Language['digestPost']['worked']>[0];

export const digestPost: Language['digestPost'] = {
  title: (days) => `Tuần này · ${days}`,
  quiet:
    'Một tuần yên ắng: chưa ai chấm điểm video nào ở đây. Thử `/score` một video, tuần sau sẽ có chuyện để kể.',
  redacted: 'Ở đây từng có nội dung mà chủ của nó đã rút lại.',

  fields: {
    numbers: 'Tuần này qua con số',
    videos: {
      counted: 'Được lưu nhiều nhất so với video cùng cỡ',
      estimated: 'Lưu nhiều nhất, theo ước tính',
    },
    improved: { counted: 'Tiến bộ nhất', estimated: 'Tiến bộ, theo ước tính' },
    worked: 'Điều hiệu quả ở đây',
    tip: 'Một điều nên thử',
    question: 'Một câu hỏi',
    nudge: 'Xin một số thật nhé',
  },

  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Hơn ' : ''}**${videos}** video của **${creators}** creator${everybody ? '' : ' đã tham gia'}`,
  rate: (rate, low, high) => `Tỷ lệ lưu thường thấy: **${rate}%** (${low} đến ${high}%)`,
  rateCounted: (rate) => `Tỷ lệ lưu thường thấy: **${rate}%**, tất cả là số thật`,
  rateOfJoined: ' của những người đã tham gia',
  rateBefore: (rate, low, high) => `; tuần trước ${rate}% (${low} đến ${high}%)`,
  rateBeforeCounted: (rate) => `; tuần trước ${rate}%`,
  alike: ', gần như tuần trước',

  score: (score, range) =>
    range === null ? `**${score} / 100**` : `**${score} / 100** (${range[0]} đến ${range[1]})`,
  video: (place, title, creator, score, saves) =>
    `**${place}. ${title}**\n${creator}: ${score}\n${saves}`,
  link: (url) => ` · [xem](${url})`,
  untitled: 'Một video',
  saves: (saves, low, high) => `${saves} lượt lưu (${low} đến ${high})`,
  savesCounted: (saves) => `${saves} lượt lưu, số thật`,

  improvement: (creator, before, now) => `${creator}: **${now} / 100**, mức thường ${before}`,

  worked: (what, better, creators, points) =>
    `**${kindOf(what)}** đạt điểm cao hơn ở **${better} trên ${creators}** creator${points === null ? '' : `, thường hơn ${points} trên 100 điểm`}. *(theo kinh nghiệm)*`,

  tipFor: (categories) =>
    `Với video ${categories.map((one) => commandText.score.categories[one].toLowerCase()).join(' hoặc ')}:\n`,
  question: (question) => `**${question}** Bấm **Cách tính?**`,
  nudge:
    'Đọc con số cạnh dấu trang của một video, rồi nhập vào `saves` trong `/score` hoặc sau nút **Thêm số lưu thật**. Các ước tính sau của bạn sẽ học từ đó.',
  footer: 'Theo kinh nghiệm. Chỉ nêu tên ai đã tham gia bảng',

  picture: 'digest.png',

  how: 'Cách tính?',

  skipped:
    'Tuần này đến giờ vẫn yên ắng, mà tuần yên ắng thì bỏ qua: bây giờ sẽ không đăng gì. Nếu đặt `quiet_weeks` thành đăng thì bài sẽ thế này.',
  postedOn: (week, day) => `${week} · đăng ${day}`,
  nonePosted: 'Máy chủ này chưa đăng bản tin nào. `/digest preview` cho xem một bản sẽ ra sao.',
  notPosted: (week) =>
    `Máy chủ này không đăng bản tin nào của ${plain(week, 40)}. Hãy chọn một tuần trong danh sách ở \`week\`.`,
  unreadable: (week) =>
    `Bản tin của ${plain(week, 40)} đã đăng, nhưng mình không đọc được bản mình giữ. Nó vẫn ở trong kênh; /digest status có link.`,
  takenBack: 'Nội dung bản tin đó đã được gỡ.',
};

function kindOf(what: What): string {
  if (what === 'weekend') return 'Video đăng thứ Bảy hoặc Chủ Nhật';
  if (what === 'weekdays') return 'Video đăng từ thứ Hai đến thứ Sáu';
  return `Video ${commandText.score.categories[what].toLowerCase()}`;
}

export const digestMore: Language['digestMore'] = {
  title: 'Thêm về tuần này',
  fields: {
    numbers: 'Tuần này qua con số',
    improved: 'Tiến bộ nhất',
    card: 'Ước tính tốt đến đâu',
    tip: 'Một điều nên thử, đầy đủ',
  },
  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Hơn ' : ''}**${videos}** video của **${creators}** creator${among(everybody)}`,
  countsBefore: (videos, creators) => ` (tuần trước: ${videos} của ${creators})`,
  rate: (rate, low, high, everybody) =>
    `Tỷ lệ lưu thường thấy: khoảng **${rate}%** lượt xem (${low} đến ${high}%)${among(everybody)}`,
  rateCounted: (rate, everybody) =>
    `Tỷ lệ lưu thường thấy: **${rate}%** lượt xem, tất cả là số thật${among(everybody)}`,
  alike: ': gần như nhau',
  improvement: (creator, before, now, videos, basis) =>
    `${creator}: **${now} / 100**, mức thường ${before} (${videos} video${basis == null ? '' : `, ${basis === 'counted' ? 'số thật' : 'ước tính'}`})`,
  card: (truths, inside, judged, factor, everybody) =>
    say(
      '**{truths}** số thật{among}: {judged, plural, =0 {đều quá nhỏ để xét dải} other {dải trúng **{inside}** trên {judged}, vốn được tính để trúng 8 trên 10}}; thường lệch {factor} lần.',
      { truths, inside, judged, factor, among: among(everybody) },
    ),
  answer: (short, verdict, source, checked) =>
    `${short}\n*${verdict}*\n${source}\n${checked} · xem thêm bằng \`/faq ask\``,
};

function among(everybody: boolean): string {
  return everybody ? '' : ' trong số những người đồng ý hiện tên';
}

export const digestHow: Language['digestHow'] = {
  title: 'Bản tin này được làm thế nào',
  intro:
    'Từ những gì được chấm trong máy chủ này, không phải riêng tư, trong bảy ngày trước khi đăng. Mỗi video tính lần ghi cuối của tuần. Chỉ nêu tên thành viên đã đồng ý bằng `/leaderboard join`.\n\nĐiều không nói chắc được thì không hiện: các tổng cần ba creator.\n\nMuốn có mặt trong bản tới? Chấm một video bằng `/score`, rồi nhập con số cạnh dấu trang bằng **Thêm số lưu thật**.',
  fields: {
    totals: 'Các tổng',
    rate: 'Tỷ lệ lưu thường thấy',
    videos: 'Được lưu nhiều nhất so với video cùng cỡ',
    improved: 'Tiến bộ nhất',
    card: 'Ước tính tốt đến đâu',
    worked: 'Điều hiệu quả ở đây',
  },
  totals: (fewest) =>
    `Chỉ hiện khi dựa trên ${fewest} creator trở lên. Người không đồng ý nêu tên vẫn được tính nếu riêng nhóm đó có ${fewest} người trở lên; nếu không, tổng chỉ của những người còn lại, và có ghi rõ.`,
  rate: 'Tỷ lệ lưu ở giữa của mọi video đánh giá được: ít nhất 1.000 lượt xem, và được một ngày nếu biết tuổi. Nếu tất cả đều có số thật thì tính từ số thật. Nếu không, tất cả được ước tính cùng một cách từ lượt thích, bình luận và lượt chia sẻ, để so được các tuần. Dải của nó đi từ mức giữa của mọi đầu dưới đến mức giữa của mọi đầu trên: là dải 80% nếu mọi ước tính cùng lệch một hướng, và rộng hơn mức cần nếu không. Khi dải của hai tuần chồng lên nhau thì coi như gần bằng nhau.',
  videos: (most) =>
    `${most} điểm cao nhất theo số thật, và theo ước tính, của thành viên đã đồng ý (\`/leaderboard join\`); bài đăng có ba video đầu, số thật trước. Điểm nói bao nhiêu video tương đương, cùng tầm lượt xem, được lưu ít hơn, nên kênh to không có lợi thế. Trong ngoặc là dải 80%; mọi ước tính đều tính cùng một cách từ lượt thích, bình luận và lượt chia sẻ. Video cần link, hoặc tên và ngày, và tính vào tuần đầu tiên đánh giá được. ${SHOWN_MARK}: số lấy từ ảnh chụp màn hình, không ai tự nhập. *(theo kinh nghiệm)*`,
  improved: (now, before, weeks) =>
    `Điểm ở giữa của ít nhất ${now} video tuần này, cao hơn điểm ở giữa của ít nhất ${before} video trong ${weeks} tuần trước: tất cả là số thật, hoặc tất cả ước tính cùng một cách. Chỉ nêu khi riêng ngẫu nhiên khó mà tạo ra được, xét mọi thành viên cùng lúc. *(theo kinh nghiệm)*`,
  card: (fewest) =>
    `Số thật đầu tiên của mỗi video được gửi trong tuần, so với ước tính hiện ra đầu tiên; từ ${fewest} creator trở lên. Dải chỉ được xét khi ước tính từ mười lượt lưu trở lên.`,
  worked: (weeks, fewest) =>
    `Từng thể loại, và cuối tuần hay ngày thường, so với các video khác của chính những creator đó trong ${weeks} tuần qua. Mỗi creator tính như nhau; chỉ nói từ ${fewest} creator trở lên, và chỉ khi riêng ngẫu nhiên khó mà tạo ra trong bất kỳ bản tin nào của một năm (5% chia cho mọi lần thử của 52 tuần). Không chứng minh nguyên nhân. *(theo kinh nghiệm)*`,
};
