import type { Language } from '../words.js';

export const commandText: Language['commands'] = {
  score: {
    description: 'Chấm điểm một video: bao nhiêu người đã lưu, kèm dải sai số trung thực',
    options: {
      views: 'Như TikTok hiện: 541200, 541,200, 541.2K hoặc 1,2 Mio.',
      likes: 'Như TikTok hiện',
      comments: 'Như TikTok hiện',
      shares: 'Như TikTok hiện',
      saves: 'Nếu bạn thấy: con số cạnh biểu tượng dấu trang',
      screenshot: 'Ảnh chụp màn hình video trên TikTok, thay cho việc nhập số',
      screenshot2: 'Ảnh thứ hai, cho những gì ảnh đầu không có',
      link: 'Link video: các lần ghi sau sẽ vào cùng lịch sử',
      title: 'Bạn gọi video là gì',
      posted: 'Ngày công khai: 2026-11-01, 1 Nov, hôm qua, 3d ago',
      category: 'Video thuộc kiểu nào',
      duration: 'Độ dài video tính bằng giây',
      watch_time: 'Thời gian xem trung bình, tính bằng giây (số liệu phân tích của video)',
      new_followers: 'Follower mới nhờ video (số liệu phân tích của video)',
      trying: 'Tên của điều bạn đang thử trên các video',
      private: 'Chỉ bạn thấy câu trả lời, và nó không hiện ở bất cứ đâu khác',
    },
    categories: {
      educational: 'Kiến thức',
      entertaining: 'Giải trí',
      inspirational: 'Truyền cảm hứng',
      aesthetic: 'Thẩm mỹ',
      valuable: 'Thông tin hữu ích',
    },
  },
  faq: {
    description: 'Những gì đã biết về lượt lưu, lượt xem, số liệu TikTok, kèm kết luận và nguồn',
    ask: {
      description: 'Hỏi bất cứ gì về lượt lưu, lượt xem, số liệu phân tích hay độ phủ trên TikTok',
      question: 'Câu hỏi của bạn, theo cách của bạn',
    },
    topics: { description: 'Mọi chủ đề mình biết và các câu hỏi trong đó' },
    saves: {
      description: 'Lượt lưu là gì, ai thấy được, và Chỉ số lưu tính thế nào',
      question: 'Gõ câu hỏi, hoặc bỏ trống để xem tổng quan',
    },
  },
  insights: {
    description: 'Số của chính bạn nói lên điều gì, và chắc đến đâu',
    signals: 'Số nào của bạn lên xuống cùng lượt lưu, và những gì bạn thử ra sao',
    categories: 'So các thể loại của bạn, và chắc đến đâu',
    accuracy: 'Ước tính của mình cho video của bạn lệch bao nhiêu',
    days: 'Chỉ tính những gì bạn chấm trong chừng này ngày qua',
  },
  tips: {
    description: 'Một điều nên thử tiếp, từ số của bạn hoặc cho một kiểu video',
    category: 'Cho kiểu video này; bỏ trống để nhận gợi ý từ số của bạn',
  },
  leaderboard: {
    description: 'Bảng xếp hạng công bằng theo tuần của máy chủ này; chỉ ai tham gia mới có mặt',
    show: {
      description: 'Bảng của một tuần: không ai thắng nhờ kênh to, chỉ hiện ai đã tham gia',
      board: 'Xem đủ một bảng; bỏ trống để xem tất cả',
      week: 'Một tuần, như 2026-W47; bỏ trống để xem tuần đang chạy',
    },
    boards: {
      improvement: 'Tiến bộ nhất',
      saved: 'Được lưu nhiều nhất so với video cùng cỡ',
      consistency: 'Ổn định nhất',
    },
    join: { description: 'Đồng ý hiện tên trong máy chủ này: trên bảng và trong bản tin' },
    leave: { description: 'Rút lại: bạn biến mất khỏi mọi bảng ngay lập tức' },
  },
  history: {
    description: 'Mọi thứ bạn đã gửi cho mình, để xem lại và sửa cho đúng',
    list: {
      description: 'Các lần ghi của bạn, mới nhất trước; hoặc của thành viên đã đồng ý hiện ở đây',
      member: 'Một người khác đã đồng ý hiện tên trong máy chủ này',
      days: 'Chỉ trong chừng này ngày qua',
    },
    video: {
      description: 'Một video theo thời gian: mọi lần ghi, mức tăng, và cách sửa cho đúng',
      video: 'Gõ tên hoặc ngày (YYYY-MM-DD) của video, hoặc dán link',
    },
    trend: {
      description: 'Tỷ lệ lưu và điểm của bạn theo thời gian, bằng biểu đồ',
      days: 'Lùi bao nhiêu ngày; bỏ trống là 90',
    },
    account: {
      description: 'Biểu đồ follower, người xem, lượt xem của tài khoản theo ngày, từ file đã nhập',
      account: 'Tài khoản nào của bạn; bỏ trống là tài khoản nhập gần nhất',
      days: 'Lùi bao nhiêu ngày; bỏ trống là 90',
    },
  },
  import: {
    description: 'Cả tài khoản một lượt: file tải từ TikTok Studio, hoặc bảng của bạn',
    file: 'CSV, XLSX, ZIP: TikTok Studio → Số liệu phân tích → Tải dữ liệu xuống, hoặc bảng của bạn',
    more: 'Thêm một file; có thể của nhiều tài khoản và ngôn ngữ',
    account: 'Số này của ai, nếu file không ghi: mia',
    private: 'Số này không hiện ở bất cứ đâu khác; câu trả lời thì vốn chỉ bạn thấy',
  },
  guide: {
    description: 'Hiện nay TikTok để từng con số ở đâu, và nó nghĩa là gì',
    topic: 'Con số bạn đang tìm',
  },
  digest: {
    description: 'Mỗi tuần một lần trong kênh: điều hiệu quả ở đây, ai tiến bộ, nên thử gì',
    setup: {
      description: 'Bật bản tin tuần, hoặc đổi giờ và nơi đăng',
      channel: 'Đăng ở đâu',
      day: 'Vào thứ mấy',
      time: 'Lúc mấy giờ ở đó: 18:00, 6 pm',
      timezone: 'Thành phố lớn gần nhất, quốc gia, hoặc tên ngắn: Hanoi, Japan, EST',
      quietWeeks: 'Khi không ai chấm điểm: đăng vài dòng, hoặc bỏ qua (mặc định)',
      quiet: { skip: 'Bỏ qua', post: 'Đăng vài dòng' },
    },
    status: {
      description: 'Lần tới khi nào, các lần trước ra sao, lỗi gì và cách sửa',
    },
    off: { description: 'Tắt bản tin tuần' },
    preview: { description: 'Đúng bài sẽ đăng nếu đăng bây giờ, chỉ bạn thấy' },
    past: {
      description: 'Một bản tin cũ, như lúc đã đăng',
      week: 'Chọn một tuần; bỏ trống là tuần gần nhất',
    },
  },
  data: {
    description: 'Mình giữ gì về bạn: mang đi hết, hoặc xóa hết',
    export: 'Mọi dữ liệu về bạn ở mọi máy chủ, thành file chỉ bạn thấy',
    delete: 'Xóa mọi dữ liệu về bạn ở mọi máy chủ; hỏi lại một lần',
  },
  help: { description: 'Nên làm gì trước tiên' },
};

export const truthModalText: Language['truthModal'] = {
  title: 'Thêm số lưu thật',
  saves: 'Lượt lưu bây giờ',
  savesHint: 'Con số cạnh biểu tượng dấu trang trên video',
  picture: 'Hoặc ảnh chụp màn hình có số đó',
  pictureHint:
    'Video trên TikTok, có các biểu tượng bên cạnh. Mình cho bạn xem trước những gì đọc được',
  counts: {
    views: 'Lượt xem bây giờ',
    likes: 'Lượt thích bây giờ',
    comments: 'Bình luận bây giờ',
    shares: 'Lượt chia sẻ bây giờ',
  },
  countHint: 'Số ở đây đã cũ hơn một ngày: nhập như TikTok hiện bây giờ',
};

export const scoreFormText: Language['scoreForm'] = {
  title: 'Chấm điểm một video',
  counts: {
    views: 'Lượt xem',
    likes: 'Lượt thích',
    comments: 'Bình luận',
    shares: 'Lượt chia sẻ',
  },
  hint: 'Như TikTok hiện: 541200, 541,200 hoặc 541.2K',
  saves: 'Lượt lưu, nếu bạn thấy',
  savesHint: 'Con số cạnh biểu tượng dấu trang. Phía sau có thể thêm link video',
  more: 'Lượt lưu, link và phần còn lại',
  moreHint: 'Mỗi thứ một dòng, kèm tên. Lượt lưu: con số cạnh biểu tượng dấu trang',
};

export const newNumbersModalText: Language['newNumbersModal'] = {
  title: 'Số liệu mới',
  counts: truthModalText.counts,
  hint: 'Như TikTok hiện bây giờ',
  saves: truthModalText.saves,
  savesHint: 'Nếu bạn thấy: con số cạnh biểu tượng dấu trang',
};

export const correctionModalText: Language['correctionModal'] = {
  title: 'Sửa lần ghi này',
  counts: scoreFormText.counts,
  hint: 'Như TikTok hiện lúc bạn nhập',
};
