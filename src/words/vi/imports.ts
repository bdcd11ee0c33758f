import type { Language } from '../words.js';
import { say } from './say.js';

type LeftWhy = Parameters<Language['imports']['why']>[0];

const tables: Language['imports']['tables'] = {
  content: 'Content: các video của bạn',
  overview: 'Overview: lượt xem của tài khoản',
  viewers: 'Viewers: người xem',
  followers: 'FollowerHistory: follower của bạn',
  activity: 'FollowerActivity: khi nào họ online',
  gender: 'FollowerGender',
  territories: 'FollowerTopTerritories',
  own: 'bảng của riêng bạn',
};

const limits: Readonly<Record<Extract<LeftWhy, { why: 'too much' }>['limit'], string>> = {
  bytes: 'chứa nhiều hơn mức mình giải nén: không file xuất nào của TikTok lớn thế',
  entries: 'có nhiều file bên trong hơn mức mình mở',
  rows: 'có hơn 10.000 dòng',
  columns: 'có hơn 64 cột',
  rowLength: 'có một ô hoặc dòng dài hơn mọi tên video',
};

/** Reasons that need no value. */
const plainly = {
  'not available yet': 'lúc đó TikTok chưa đếm',
  'posted after the export': 'được đăng sau ngày xuất file',
  'no hour': 'giờ không nằm trong 0 đến 23',
  'unknown header':
    'mình không biết dòng đầu tiên. Mình biết bảy file của TikTok Studio, và bảng có lượt xem, lượt thích, bình luận, lượt chia sẻ',
  empty: 'không có gì bên trong',
  'not a table': 'không phải bảng: mình đọc CSV, XLSX, và file ZIP chứa chúng',
  'open quote': 'có dấu ngoặc kép mở mà không đóng',
  damaged: 'bị hỏng hoặc bị khóa nên mình không mở được',
  'archive inside': 'có file nén trong file nén: lấy ra và gửi riêng',
  'nothing inside': 'file nén trống',
  macros: 'có macro: lưu thành CSV, hoặc XLSX không có macro',
  'no account': 'không có gì cho biết số này của ai: gửi lại kèm `account:`',
  'too large': 'lớn hơn 10 MB',
  gone: 'Discord không đưa file cho mình: hãy gửi lại',
} as const;

export const importText: Language['imports'] = {
  title: 'Trong các file này',
  storedTitle: 'Đã ghi',
  nothingTitle: 'Không có gì mới',
  unreadTitle: 'Không có gì ghi được',
  tables,

  videos: (o) => `**${o.videos}**${o.accounts}: ${o.known} đã biết, ${o.fresh} mới.`,
  videoCount: (count) => `${count} video`,
  ofAccounts: (handles) =>
    handles.length === 0 ? '' : ` của ${handles.map((handle) => `@${handle}`).join(', ')}`,
  readings: (count) => `${count} lần ghi sẽ được thêm.`,
  raised: (count) => `${count} lần ghi của lần nhập trước nhận số lớn hơn.`,
  truths: (count) => `Kèm ${count} số lưu thật.`,
  days: (days, handle, from, to, fresh) =>
    `**${days} ngày** của @${handle}, ${from} đến ${to}: ${fresh} mới.`,
  goesOn: (to) => ` File còn tiếp đến ${to}: các ngày đó chưa được đếm.`,
  hours: (days) =>
    `Khi nào follower của bạn online: ${days} ngày. TikTok chỉ giữ bảy ngày gần nhất, nên hãy gửi mỗi tuần.`,
  accounts: (count) => `${count} tài khoản.`,
  notStored: (until) => `**Chưa ghi gì cả.** \`Ghi lại\` có hiệu lực đến ${until}.`,
  nothingNew: 'Mọi thứ trong các file này mình đã biết. Không ghi gì, và bạn không cần làm gì.',
  nothingFound: 'Mình không tìm thấy gì ghi được trong các file này.',
  store: 'Ghi lại',
  cancel: 'Hủy',
  cancelled: 'Không ghi gì cả, và mình đã bỏ những gì vừa đọc.',

  assumed: 'Những gì mình coi là đúng',
  leftOut: 'Bị bỏ ra',
  moreLeft: (count) => `… và ${count} nữa, trong file bên dưới.`,
  leftFile: 'Những gì bị bỏ ra, kèm file, dòng và lý do',
  moreAssumed: (count) => `… và ${count} nữa, trong file bên dưới.`,
  assumedFile: 'Những gì mình coi là đúng, từng dòng',
  left: (file, line, why) =>
    line === null ? `\`${file}\`: ${why}.` : `\`${file}\`, dòng ${line}: ${why}.`,

  assume: {
    years: (videos) => `Năm của ${videos}: lấy từ id trong link, vì TikTok không ghi năm.`,
    exportDay: (days) =>
      `Xuất vào ${days}: TikTok ghi ngày mà không ghi năm, mình lấy năm gần nhất.`,
    days: (files, to) =>
      `Không có năm: ${files}. Mình lấy năm gần nhất khớp được, nên ngày cuối trong đó là ${to}.`,
    today: (files) => `Không ghi số được đọc khi nào: ${files}. Mình lấy hôm nay.`,
    accountByName: (files, handle) => `Của @${handle}, theo tên file: ${files}.`,
    onlyAccount: (files, handle) =>
      `Của @${handle}, tài khoản duy nhất mình biết của bạn: ${files}.`,
    translated: (files) =>
      `Có dòng đầu đã dịch: ${files}. Mình chưa từng thấy file thật kiểu này: hãy xem kỹ.`,
    storedResults: (files) => `Có công thức: ${files}. Mình lấy kết quả ghi sẵn trong đó.`,
    notKept: (files) => `Đã đọc, nhưng mình không giữ gì: ${files}.`,
    notAvailable: (files, days) =>
      `${days} ngày chưa được đếm, hoặc trước khi có tài khoản: ${files}. Mình để trống, không coi là 0.`,
    lastHours: (files, day) => `Các số 0 cuối của ${day} là những giờ chưa tới: ${files}.`,
  },

  why: (why, shown) => {
    switch (why.why) {
      case 'no day':
        return `“${shown(why.cell)}” không phải ngày mình đọc được`;
      case 'not a count':
        return `“${shown(why.cell)}” không phải số mình đọc được`;
      case 'negative':
        return `“${shown(why.cell)}” nhỏ hơn 0`;
      case 'no link':
        return why.cell.trim() === ''
          ? 'không có link đến video'
          : `“${shown(why.cell)}” không phải link video`;
      case 'more than views':
        return `“${shown(why.cell)}” nhiều hơn ${shown(why.views)} lượt xem`;
      case 'table':
        return shown(why.said);
      case 'columns':
        return `${why.found} giá trị trong khi dòng đầu có ${why.wanted}`;
      case 'too much':
        return limits[why.limit];
      default:
        return plainly[why.why];
    }
  },

  personalTitle: 'Đó là kho dữ liệu cá nhân của bạn',
  personal:
    'Đây là file “Tải dữ liệu của bạn” của TikTok. Trong đó có tin nhắn riêng, địa chỉ và số điện thoại của bạn, nên mình không đọc và không giữ gì.\n\n**Hãy xóa tin nhắn hoặc file ở nơi bạn đã gửi.** Thứ mình cần nằm trong TikTok Studio trên web: **Số liệu phân tích → Tải dữ liệu xuống**.',
  tooMuch:
    'Các file này tốn thời gian hoặc bộ nhớ hơn mọi file xuất của TikTok, nên mình dừng lại. Không ghi gì cả. Hãy gửi từng file một, dạng CSV.',
  notAnAccount: (typed) =>
    `“${typed}” không phải tài khoản TikTok. Viết tên người dùng, như \`mia\`, hoặc link hồ sơ. Không ghi gì cả.`,

  stored: (o) =>
    `Đã ghi ${[o.readings, o.days].filter((one) => one !== '').join(', ')}. Chỉ bạn thấy tin này.`,
  storedReadings: (count) => `${count} lần ghi`,
  storedDays: (count) => `${count} ngày`,
  see: 'Xem `/history list`, `/history trend`, `/insights signals`; với các ngày thì `/history account`.',
  undoUntil: (time) => `Bạn hoàn tác được đến ${time}.`,
  undo: 'Hoàn tác lần nhập này',

  teach: {
    title: (count) =>
      say(
        '{count, plural, =1 {Video này dạy mình nhiều nhất} =3 {Ba video này dạy mình nhiều nhất} other {Hai video này dạy mình nhiều nhất}}',
        { count },
      ),
    intro: (others, gain) =>
      `Có số lưu thật của chúng, dải của các video khác của bạn (${others}) **hẹp lại khoảng ${gain}**. Con số nằm cạnh dấu trang.`,
    video: (place, title, views) => `${place}. ${title} (${views} lượt xem)`,
    button: (place) => `Thêm số lưu thật: ${place}`,
    told: (narrower, others) =>
      `Cảm ơn bạn. Dải của các video khác của bạn (${others}) giờ **hẹp hơn ${narrower}**.`,
    toldNothing: 'Cảm ơn bạn. Nó đứng cạnh ước tính, và mình học từ đó.',
    soFar: (told, _n, narrower) =>
      `${told} số thật của bạn đã làm dải của các video khác hẹp hơn ${narrower}.`,
    done: 'Không còn gì làm dải của bạn hẹp đi nhiều nữa. Thỉnh thoảng hãy gửi số lưu thật của video mới.',
  },
};

export const accountText: Language['account'] = {
  title: (handle) => `@${handle} theo ngày`,
  subtitle: (days) => `${days} · chỗ trống là ngày mình không biết`,
  followers: 'follower',
  viewers: 'người xem',
  views: 'lượt xem',
  grown: (o) => `**${o.change} follower** từ ${o.from} đến ${o.to}: đến lúc đó là ${o.now}.`,
  viewersLine: (mean, days) => `Khoảng ${mean} người xem mỗi ngày (trên ${days} ngày).`,
  viewsLine: (sum, days) => `${sum} lượt xem của tài khoản trong ${days} ngày.`,
  missing: (days) => `${days} ngày ở giữa mình không biết.`,
  hoursTitle: 'Khi nào follower của bạn online',
  hours: (hours, days) =>
    `Đông nhất vào khoảng ${hours}, theo giờ của tài khoản (trên ${days} ngày). Điều đó không hứa hẹn gì cho bài đăng.`,
  hoursKeep: 'TikTok chỉ giữ bảy ngày của phần này: hãy nhập mỗi tuần, không là mất.',
  others: (handles) => `Mình cũng biết ${handles}: chọn bằng \`account\`.`,
  onlyYou: 'Chỉ bạn thấy tin này.',
  noneTitle: 'Chưa có ngày nào của tài khoản',
  none: 'Trong TikTok Studio trên web, chọn **Số liệu phân tích → Tải dữ liệu xuống** cho Tổng quan, Người xem và Follower. Rồi gửi các file bằng `/import`.',
  noneInDays: (days, last) =>
    `Không có gì trong ${days}. Ngày cuối mình biết là ${last}: hãy tăng \`days\`.`,
  noAccount: (typed, known) =>
    `Mình không biết ngày nào của “${typed}”.${known === '' ? '' : ` Mình biết của ${known}.`}`,
  noPicture: 'Hiện không vẽ được biểu đồ; đây là những gì nó cho thấy.',
  alt: (o) =>
    `Biểu đồ đường của @${o.handle}, ${o.days}: follower ở trên, người xem và lượt xem của tài khoản ở dưới, theo từng ngày; chỗ trống là ngày chưa biết. ${o.facts}`,
};
