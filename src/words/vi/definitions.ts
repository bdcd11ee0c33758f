import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';

export const definitionsText: Language['definitions'] = {
  button: 'Cách tính?',
  boards: {
    title: 'Bảng xếp hạng tính thế nào',
    improvement: (week, before, weeks) =>
      `**Tiến bộ nhất**: điểm ở giữa của tuần cao hơn điểm ở giữa của chính mình trong ${weeks} tuần trước bao nhiêu. Từ ${week} video trong tuần và ${before} video trước đó. *(theo kinh nghiệm)*`,
    saved: (week) =>
      `**Được lưu nhiều nhất so với video cùng cỡ**: điểm ở giữa của tuần. Điểm nói tỷ lệ lưu đứng ở đâu giữa các video có cùng tầm lượt xem, nên nhiều lượt xem không giúp thắng. Từ ${week} video trong tuần. *(theo kinh nghiệm)*`,
    consistency: (videos, weeks) =>
      `**Ổn định nhất**: điểm các video trong ${weeks} tuần trung bình cách điểm ở giữa bao xa. Nó nói ổn định đến đâu, không nói cao đến đâu. Từ ${videos} video. *(theo kinh nghiệm)*`,
    rules: [
      'Mỗi video tính một lần, vào tuần đầu tiên đánh giá được, và cần link, hoặc tên và ngày.',
      'Số thật (✓) so với số thật, ước tính so với ước tính. Ước tính ở đây đều tính cùng một cách từ lượt thích, bình luận và lượt chia sẻ.',
      `${SHOWN_MARK}: số của video lấy từ ảnh chụp màn hình, không ai tự nhập.`,
      'Bằng nhau thì cùng hạng. Một tuần từ thứ Hai đến Chủ Nhật, theo UTC. Hết tuần là chốt: sửa sau đó không đổi gì nữa.',
    ],
  },
  signals: {
    title: 'Mình tìm điều đi cùng lượt lưu thế nào',
    lines: [
      'Mỗi số được đặt cạnh lượt lưu, theo từng video. +1: luôn cùng tăng. −1: cái này giảm khi cái kia tăng. 0: không thấy gì. Trong ngoặc là những giá trị có thể (khoảng tin cậy 95%).',
      'Xét nhiều số cùng lúc, nên mỗi số phải nổi bật hơn thì mình mới nêu (phương pháp Holm).',
      'Các tỷ lệ trên cùng lượt xem vốn đã hơi đi cùng nhau. Không điều nào ở đây chứng minh nguyên nhân.',
      'Khi chỉ có ước tính, mình bỏ lượt thích, bình luận, lượt chia sẻ, thời gian xem và follower mới: ước tính được tạo từ chúng, nên chỉ cho thấy công thức của chính nó.',
    ],
    experiments: (sizes) =>
      `**Bạn đang thử**: làm xen kẽ, một video có, một video không. Mình kết luận ở mốc ${sizes} video mỗi bên có số lưu thật, nên xem giữa chừng không hại gì.`,
  },
  categories: {
    title: 'Các thể loại được so thế nào',
    lines: [
      'Hiện ra là tỷ lệ lưu ở giữa của mỗi thể loại, trong ngoặc là những giá trị có thể (khoảng tin cậy 95%).',
      'Mỗi thể loại được so với mọi video khác của bạn có thể loại. Không điều nào ở đây chứng minh nguyên nhân.',
    ],
    concluded: (sizes) =>
      `Chỉ kết luận từ số thật của bạn, ở mốc ${sizes} video mỗi bên. Xét nhiều thể loại cùng lúc, nên mỗi thể loại phải nổi bật hơn (phương pháp Holm).`,
  },
  accuracy: {
    title: 'Ước tính được kiểm tra thế nào',
    lines: (from, most) => [
      `Mỗi video tính một lần, lấy số thật đầu tiên đặt cạnh ước tính như lúc đã hiện; ${most} video gần nhất trên mọi tài khoản của bạn.`,
      `Dải được tính để trúng 8 trên 10. Chỉ xét khi ước tính từ ${from} lượt lưu trở lên.`,
      'Lệch 2 lần là gấp đôi hoặc bằng nửa số thật. Trong ngoặc là những giá trị có thể (khoảng tin cậy 95%).',
      'Ước tính học từ số thật của bạn, theo từng tài khoản.',
    ],
  },
  tips: {
    title: 'Gợi ý được chọn thế nào',
    lines: (most, vietnamese) => [
      `Mình đặt video mới nhất của bạn cạnh ${most} video gần nhất của cùng tài khoản. “Thường” là mức ở giữa của chúng.`,
      `Video tương đương là những video đã dùng để dựng ước tính: phần lớn là video nổi, ${vietnamese}% của Việt Nam.`,
      'Dấu hiệu là theo kinh nghiệm, không chứng minh nguyên nhân.',
    ],
  },
  trend: {
    title: 'Đường này được vẽ thế nào',
    lines: [
      'Trên đường này mọi video chỉ được ước tính từ lượt thích, bình luận và lượt chia sẻ, để so được với nhau. Những gì mình học từ số thật của bạn không nằm trong đó.',
      'Khi hai dải chồng lên nhau thì có thể chẳng khác gì. Chỉ số lưu là theo kinh nghiệm.',
    ],
  },
};
