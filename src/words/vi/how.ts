import type { Language } from '../words.js';

export const howText: Language['how'] = {
  title: 'Con số này được tính thế nào',
  intro:
    'File xuất và giao diện lập trình của TikTok không có lượt lưu, nên trừ khi bạn nhập số từ màn hình, nó phải được ước tính. Ở đây một *lượt lưu* là một lần thêm vào Yêu thích (biểu tượng dấu trang), không phải tải về.',
  fields: {
    inputs: 'Bạn đã nhập',
    parts: 'Vì sao, từng phần',
    known: 'Mình biết gì',
    formula: 'Công thức',
    range: 'Dải',
    score: 'Điểm',
    origin: 'Mô hình từ đâu ra',
    next: 'Thử tiếp, đầy đủ',
    sources: 'Nguồn',
  },
  input: (name, value, rounded) =>
    rounded === null ? `${name}: ${value}` : `${name}: ${value} (làm tròn: ${rounded})`,
  rounded: (half) => `đúng trong khoảng ± ${half}`,
  truth: (value) => `lượt lưu, số thật bạn nhập: ${value}`,
  formula: (version) =>
    `Mô hình ${version} cộng các đường cong trơn của thích trên xem, bình luận trên thích, chia sẻ trên thích, chia sẻ trên xem và lượt xem, mỗi thứ trên thang logarit, cùng một bảng về tác động chung của chúng; kiểu video và số thật thêm vào sau cùng.`,
  factors: 'Viết thành hệ số, chúng nhân lại ra ước tính (của lượt lưu + 1):',
  formulaSmall:
    'Với lượt xem ít thế này, một tích các hệ số chỉ làm ra vẻ chính xác, nên mình không hiện: vài người là đủ quyết định.',
  range:
    'Dải được tính để chứa con số thật trong 8 trên 10 trường hợp. Với creator mà mô hình chưa thấy, thuộc kiểu video nó biết, thì đúng vậy. Ở nơi khác nó đạt 84% khi chưa biết gì (75% với những gì người ta lưu để dùng lại) và 74 đến 77% sau khi có số thật. Dải rộng nhất khi mình không biết cả kiểu video lẫn số thật nào, và hẹp lại với mỗi điều mình được cho biết. Số nhỏ, số làm tròn và video khác thường làm nó rộng ra.',
  rangePhoto:
    'Với bài ảnh thì chưa đo được: mọi số dùng để dựng mô hình là của video. Dải được nới rộng bằng một mức đoán.',
  kinds:
    'Khi không biết gì khác, mình ước tính quá thấp với làm đẹp, thời trang, công thức nấu ăn, tiền bạc, game và tập luyện, nhất là những gì người ta tra lại để dùng, và quá cao với tin người nổi tiếng và thương hiệu.',
  ownReference: 'Điểm so trong cùng thể loại.',
  commonReference: (category) =>
    `Quá ít video ${category} có số lưu đã biết để so trong cùng thể loại, nên điểm so với mọi kiểu; những gì người ta lưu để dùng lại thì điểm cao ở đó.`,
  reference: {
    videos: (videos) =>
      `số lưu thật của ${videos} video công khai, phần lớn là video nổi của Việt Nam, so ở cùng mức lượt xem`,
    every: (videos) =>
      `số lưu thật của ${videos} video công khai thuộc mọi kiểu, phần lớn là video nổi của Việt Nam, so ở cùng mức lượt xem`,
    kind: (videos, kind) =>
      `số lưu thật của ${videos} video ${kind} công khai, phần lớn là video nổi của Việt Nam, so ở cùng mức lượt xem`,
  },
  score: (reference) =>
    `Điểm nói tỷ lệ lưu đứng ở đâu giữa ${reference}: 78 nghĩa là 78 trên 100 video được lưu ít hơn, và 50 là ở giữa. Đây là cách so video theo kinh nghiệm, không phải thứ TikTok công bố.`,
  origin: (rows, creators, until, vietnamese) =>
    `Dựng trên ${rows} video công khai của ${creators} creator đến ${until}: phần lớn là video nổi, ${vietnamese}% của Việt Nam, không có bài ảnh. Các ngách khác nhau nhiều hơn mọi thứ khác, nên với kiểu video của bạn nó có thể lệch mãi về một phía. Số thật bạn thêm sẽ chỉnh điều đó cho tài khoản của bạn, và khi ba thành viên của máy chủ đã thêm, cũng chỉnh một chút cho mọi người ở đó.`,
  assumptions:
    'Thời gian xem và follower mới chỉ tính một chút và làm dải rộng ra: mọi bằng chứng hiện có đến từ 140 video của một creator.',
  links:
    'Link cho mình biết tài khoản, và số trong link cho biết giây đăng lên. Link rút gọn không cho biết cả hai: chỉ ở nơi người vận hành bot bật tính năng này, mình mới hỏi TikTok, một lần, xem link dẫn đến đâu; khi đó TikTok biết link và không biết gì về bạn.',
  sources:
    'TikTok hiện và xuất những gì: `/faq saves` có từng câu trả lời kèm nguồn và ngày kiểm tra.',
  judging: (views) =>
    `Dưới ${views} lượt xem, hoặc trong 24 giờ đầu, không có điểm: thêm bớt vài lượt lưu là đổi hết.`,
  parts: {
    small: (views, low, high) =>
      low === high
        ? `Với ${views} lượt xem, vài người là đủ quyết định: dự kiến ${high} lượt lưu, hơn kém một lượt không nói lên gì.`
        : `Với ${views} lượt xem, vài người là đủ quyết định: dự kiến từ ${low} đến ${high} lượt lưu.`,
    few: (saves, low, high) =>
      `Gần như không ai lưu video có số như vậy: khoảng ${saves}, dự kiến từ ${low} đến ${high}.`,
    base: (saves, views) => `Video điển hình có ${views} lượt xem: khoảng ${saves}`,
    part: (percent, signal) => `${percent} ${signal}`,
    category: (percent, category, times) =>
      `${percent} ${category}: video kiểu này được lưu bằng khoảng ${times} lần video mà mình chưa biết gì`,
    rest: (percent) => `${percent} các yếu tố nhỏ và làm tròn`,
    even: 'Không có gì nổi bật: giống một video điển hình cùng cỡ.',
    estimate: (saves) => `Từ đó ra ước tính ${saves}.`,
    count: (percent, count) => `${percent} số thật bạn nhập: ${count}`,
    countSmall: (count) => `Số thật bạn nhập: ${count}.`,
  },
  hit: 'Ước tính gần như đúng.',
  missed: (factor, direction, isInside) =>
    `Ước tính quá ${direction === 'low' ? 'thấp' : 'cao'}, lệch ${factor} lần: ${isInside ? 'trong' : 'ngoài'} dải của nó.`,
  known: {
    little: (low, high, of) =>
      `**Đâu đó giữa ${low} và ${high} lượt lưu.** ${littleKnownOf[of]}, nên hãy tin dải, đừng tin con số.`,
    learned: (count) => `Đã học từ ${count} số thật gần nhất bạn gửi.`,
    learnedHere: (count) =>
      `Đã học từ ${count} số thật gần nhất mà người khác gửi trong máy chủ này.`,
    noAccount:
      'Mình không biết video này của tài khoản nào, nên chưa số thật nào của bạn giúp được ở đây. Thêm link, hoặc bấm **Tài khoản nào?**',
    noAccountSince:
      'Từ đó đến nay bạn đã chấm cho nhiều tài khoản. Mình không biết video này của tài khoản nào, nên số thật của nó sẽ không dạy được tài khoản nào. Thêm link, hoặc bấm **Tài khoản nào?**',
    askForTruth:
      'Bạn thấy con số cạnh dấu trang chứ? Bấm **Thêm số lưu thật**: các ước tính sau của bạn sẽ học từ đó.',
    learns: 'Các ước tính sau của bạn sẽ học từ số này.',
    shortLink:
      'Link rút gọn không cho mình biết tài khoản và ngày. Link đầy đủ thì có: mở video trong trình duyệt rồi sao chép địa chỉ.',
    photo:
      'Đây là bài ảnh. Ước tính chỉ được dựng trên video: nó lệch bao nhiêu ở đây thì chưa đo, và mình chỉ học từ các bài ảnh của riêng bạn.',
    experiment: (name, needed) =>
      `Mình kết luận về “${name}” khi mỗi bên có ${needed} video với số lưu thật.`,
    experimentReady: (name) => `\`/insights signals\` so video có và không có “${name}” với nhau.`,
  },
  signals: {
    level: 'mức nền',
    views: 'lượt xem',
    likes: 'lượt thích so với lượt xem',
    comments: 'bình luận so với lượt thích',
    shares: 'lượt chia sẻ',
    'watch time': 'thời gian xem (giả định yếu)',
    'follower growth': 'follower mới (giả định yếu)',
    category: 'kiểu video',
    'your community': 'số thật của người khác trong máy chủ này',
    'your own videos': 'video của chính bạn có số thật',
    limit: 'lượt lưu không quá lượt xem',
  },
};

const littleKnownOf = {
  video: 'Mình chưa biết gì về các video của bạn và kiểu của video này',
  photo: 'Mình chưa biết gì về các bài ảnh của bạn và kiểu của bài này',
  account: 'Mình không biết kiểu của video này, cũng không biết nó của tài khoản nào',
} as const;
