import type { Language } from '../words.js';
import { say } from './say.js';

export const tableText: Language['table'] = {
  Creator: {
    counted: (count) => `${count} mục về bạn`,
    holds: 'Discord id của bạn, và được giữ từ khi nào',
  },
  Video: {
    counted: (count) => `${count} video`,
    holds:
      'từng video: link, id và tên người dùng TikTok, tên, ngày đăng, thể loại, độ dài, và có phần nào được gửi riêng tư không',
  },
  Reading: {
    counted: (count) => `${count} lần ghi`,
    holds:
      'số của video như bạn nhập tại một thời điểm. Cạnh mỗi số là mức làm tròn (541.2K: mức 100), và guildId là Discord id của máy chủ; trống là tin nhắn trực tiếp, hoặc máy chủ mình đã quên. tip là gợi ý hiện cùng lúc đó',
  },
  Estimate: {
    counted: (count) => `${count} ước tính`,
    holds:
      'ước tính cho từng lần ghi: lượt lưu, dải 80%, điểm, và các phần tạo nên nó (logarit tự nhiên)',
  },
  TrueSave: {
    counted: (count) => `${count} số thật`,
    holds:
      'lượt lưu bạn đọc từ màn hình, và ước tính lệch bao nhiêu (logarit tự nhiên). Mọi điều học được về bạn đều được tính lại từ đây mỗi lần',
  },
  Draft: {
    counted: (count) => `${count} bản nháp`,
    holds: 'số khó tin đang chờ bạn bấm “Cứ ghi”, trong 15 phút',
  },
  Consent: {
    counted: (count) => `${count} lần đồng ý`,
    holds:
      'những máy chủ nơi bạn đồng ý hiện tên, từ khi nào, và lần gần nhất Discord nói bạn là thành viên',
  },
  SaidOnce: {
    counted: (count) => `${count} lời chào và lời mời`,
    holds: 'những máy chủ nơi mình đã chào bạn hoặc mời bạn lên bảng, và khi nào',
  },
  VideoAlias: {
    counted: (count) => `${count} mục đã gộp`,
    holds: 'những gì dùng để nhận ra video trước khi bạn gộp các mục',
  },
  Undo: {
    counted: (count) => `${count} thay đổi trong lịch sử của bạn`,
    holds:
      'những gì bạn đã sửa, xóa hoặc gộp, như trước đó, khi còn hoàn tác được; với những gì đã hoàn tác thì là việc bạn đã hoàn tác',
  },
  Import: {
    counted: (count) => `${count} lần nhập`,
    holds: 'bạn ghi các file khi nào, và những lần ghi, những ngày đến từ đó (importId)',
  },
  AccountDay: {
    counted: (count) => `${count} ngày của tài khoản`,
    holds:
      'lượt xem, người xem và follower của các tài khoản TikTok của bạn theo ngày, từ file bạn đưa. Số trống là chưa biết; asOf là ngày cuối trong file',
  },
  AccountHour: {
    counted: (count) => `${count} giờ của tài khoản`,
    holds: 'bao nhiêu follower của bạn có mặt trong từng giờ, từ file bạn đưa',
  },
  BoardEntry: {
    counted: (count) => `${count} kết quả trên bảng`,
    holds: 'kết quả của bạn trên bảng của từng máy chủ, từng tuần, tính bằng điểm',
  },
  DigestShown: {
    counted: (count) => `${count} bản tin nêu tên bạn`,
    holds:
      'những máy chủ và tuần có bản tin nêu tên bạn hoặc video của bạn, và nêu điều gì: các video, và bạn tiến bộ bao nhiêu',
  },
  Mailbox: {
    counted: (count) => `${count} cài đặt tin nhắn`,
    holds:
      'cách mình được nhắn cho bạn: cuộc trò chuyện của mình với bạn trên Discord, múi giờ, khung giờ và ngôn ngữ của bạn, khi nào thư tuần đến, và từ khi nào bạn không nhận tin nhắn từ mình, nếu có',
  },
  Reminder: {
    counted: (count) => `${count} lời nhắc`,
    holds:
      'từng lời nhắc bạn đã hẹn: video, tuổi của nó tính bằng giờ, khi nào đến hạn, và gửi trong tin nhắn nào',
  },
  Letter: {
    counted: (count) => `${count} tin nhắn gửi bạn`,
    holds:
      'từng tin nhắn mình tự gửi bạn, hoặc đã thử gửi, trong hai tuần qua: ngày, có gửi được không, và vì sao không. Nội dung chỉ được giữ đến khi gửi',
  },
  BoardVideo: {
    counted: (count) => `${count} video của tuần`,
    holds:
      'video của bạn nằm trong nhóm được lưu nhiều nhất so với video cùng cỡ, ở từng máy chủ, từng tuần',
  },
};

export const dataText: Language['data'] = {
  exported: 'Mọi thứ mình giữ về bạn',
  exportedWhat: (held) =>
    `Từ mọi máy chủ: ${held}.\nChỉ bạn thấy tin này. Mở **README.txt** trước: trong đó nói mỗi file chứa gì. File ở đây đến khi bạn bỏ qua tin nhắn hoặc khởi động lại Discord, nên tải về ngay nhé.`,
  archive: 'Mọi dữ liệu về bạn, dạng JSON và CSV trong một file ZIP',
  nothing:
    'Mình không giữ gì về bạn: không video, không con số, kể cả id. Điều đó thay đổi từ lần `/score` đầu tiên của bạn.',
  tooLarge: (megabytes) =>
    `Mọi thứ về bạn nặng ${megabytes} MB dù đã nén, mà Discord chỉ cho mình gửi 10 MB. Hãy nhờ người vận hành mình chạy \`npm run export\` với Discord id của bạn: lệnh đó tạo đúng các file này, không bị giới hạn.`,
  askTitle: 'Xóa mọi dữ liệu về bạn?',
  ask: (held) =>
    `Ở mọi máy chủ cùng lúc: ${held}. Xóa luôn những gì mình học được từ chúng, chỗ của bạn trên bảng, và phần về bạn trong các bản tin mình giữ. Tổng của một tuần trong máy chủ, từ ba creator trở lên, thì vẫn được giữ; nó không nêu tên ai.\n\n**Mình không khôi phục được, bạn cũng vậy.** Muốn giữ cho mình, hãy dùng \`/data export\` trước.\n\nTin nhắn của mình trong các kênh vẫn ở lại Discord với những con số đã hiện; chúng thuộc về kênh, bạn hoặc mod xóa được. Bản sao lưu khẩn cấp của người vận hành mình còn chứa dữ liệu của bạn đến khi được thay, và dấu vết có thể còn trong file thô của một số cơ sở dữ liệu đến khi được ghi lại; việc đó cũng tùy họ.\n\nNút có hiệu lực trong 15 phút.`,
  deleteButton: 'Xóa tất cả',
  deletedTitle: 'Đã xóa',
  deleted: (held) =>
    `Đã xóa, ở mọi máy chủ: ${held}. Các bảng dữ liệu của mình không còn giữ gì, nên mình không thể hiện hay dùng lại. Tin nhắn cũ của mình trong các kênh vẫn ở lại Discord, nhưng nút của chúng không tìm thấy gì nữa. Nếu bạn dùng lại, mọi thứ bắt đầu từ đầu.`,
  deletedAlready: 'Không còn dữ liệu nào về bạn.',
};

export const exportReadme: Language['exportReadme'] = (files, at) => {
  const tables = [...files].map(([model, { file, rows }]) => {
    const { holds } = tableText[model];
    return say(
      'csv/{file}.csv và "{file}" trong keepsake.json: {rows, plural, other {{rows} dòng}}\n    {holds}.\n',
      { file, rows, holds },
    );
  });
  const text = `KEEPSAKE: MỌI DỮ LIỆU VỀ BẠN

Tính đến ${at.toISOString()} (UTC), từ mọi máy chủ và tin nhắn trực tiếp.

keepsake.json
    Mọi thứ trong một file, dành cho chương trình. Id và số đếm ở dạng chữ để không mất chữ số nào;
    giờ theo UTC. Nếu tất cả quá lớn cho một file nén thì nó nằm trong keepsake-data-json.zip, còn
    các bảng nằm trong keepsake-data-csv.zip.

csv/
    Cũng dữ liệu đó ở dạng bảng, cho Excel, LibreOffice, Numbers và Google Sheets. Dấu nháy đơn
    trước một id dài, hoặc trước chữ mà bảng tính có thể hiểu là công thức, giữ nguyên nội dung;
    nó không thuộc dữ liệu của bạn.

${tables.join('\n')}
Những gì không có ở đây vì không được giữ: tin nhắn của bạn, tên và ảnh của bạn trên Discord, tài
khoản TikTok của bạn, và những gì bạn nhập mà bị từ chối.
`;
  // Notepad has known line feeds alone only since 2018.
  return text.replaceAll('\n', '\r\n');
};
