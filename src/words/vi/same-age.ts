import type { Language } from '../words.js';
import { say } from './say.js';

type SaveRates = Parameters<Language['sameAge']['usual']>[1];

/** The save rate beside the middle one of the others, and how both are known. */
const RATES: Readonly<
  Record<NonNullable<SaveRates['basis']>, Readonly<Record<NonNullable<SaveRates['saves']>, string>>>
> = {
  counted: {
    more: 'Tỷ lệ lưu: cao hơn (số thật)',
    usual: 'Tỷ lệ lưu: ngang ngửa (số thật)',
    fewer: 'Tỷ lệ lưu: thấp hơn (số thật)',
  },
  estimated: {
    more: 'Tỷ lệ lưu: cao hơn (ước tính)',
    usual: 'Tỷ lệ lưu: quá sát để nói (ước tính)',
    fewer: 'Tỷ lệ lưu: thấp hơn (ước tính)',
  },
};

/** How save rates are compared, behind `How?`. */
const saveRates =
  'Tỷ lệ lưu là lượt lưu trên lượt xem: tất cả là số thật, hoặc tất cả ước tính cùng một cách. Coi là ngang ngửa khi chênh trong một phần tư mức giữa; ở đó, và ở mọi chỗ dải chồng nhau, ước tính quá sát để nói. Cả hai đều theo kinh nghiệm.';

export const sameAgeText: Language['sameAge'] = {
  line: (age, times, rates) =>
    `**Lúc được ${age}: lượt xem bằng ${times} lần các video khác của bạn**${ratesOf(rates)}`,
  usual: (age, rates) =>
    `**Lúc được ${age}: lượt xem ngang các video khác của bạn**${ratesOf(rates)}`,
  field: 'Theo thời gian',
  seven: (middle, low, high) =>
    `Đến ngày thứ bảy được khoảng ${middle} lượt xem, 8 trên 10 lần nằm giữa ${low} và ${high} (theo kinh nghiệm: đúng 78% số lần với creator ở những nơi đã dùng để dựng, và kém xa ở nơi khác).`,
  notYet:
    'Đến ngày thứ bảy nó có bao nhiêu lượt xem thì mình chưa nói được: cần năm video khác của cùng tài khoản, mỗi video hai lần ghi, và một lần ghi của video này giữa ngày thứ nhất và thứ sáu.',
  record: (held, videos) =>
    say(
      '{videos, plural, =0 {Với video của chính bạn, mình chưa nói được điều đó đúng bao nhiêu lần.} other {Với video của chính bạn, nó đúng {held} trên {videos} lần{mostly, select, held {} other {: đừng trông vào nó}}.}}',
      { held, videos, mostly: 2 * held < videos ? 'missed' : 'held' },
    ),
  how: (others) => `${comparison(`${others} video khác`)} ${saveRates}`,
  howOfAll: `${comparison('các video khác')} ${saveRates}`,
  days: (days) => `${days} ngày`,
};

function comparison(others: string): string {
  return `Lượt xem được so với mức giữa của ${others} của bạn ở tuổi đó; giữa hai lần ghi, mình coi như nó tăng đều.`;
}

function ratesOf({ saves, basis }: SaveRates): string {
  return saves === null || basis === null ? '' : `. ${RATES[basis][saves]}`;
}
