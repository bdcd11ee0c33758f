import type { Language } from '../words.js';
import { say } from './say.js';

type Rates = Parameters<Language['sameAge']['usual']>[1];

const RATES: Readonly<
  Record<NonNullable<Rates['basis']>, Readonly<Record<NonNullable<Rates['saves']>, string>>>
> = {
  counted: {
    more: '保存率：ほかより上（実測）',
    usual: '保存率：ほかと同じくらい（実測）',
    fewer: '保存率：ほかより下（実測）',
  },
  estimated: {
    more: '保存率：ほかより上（推定）',
    usual: '保存率：差があるとは言えない（推定）',
    fewer: '保存率：ほかより下（推定）',
  },
};

const saveRates =
  '保存率は1再生あたりの保存数で、全部が実測か、全部が同じ方法の推定です。真ん中との差が4分の1以内なら「同じくらい」。推定では、その場合と範囲が重なる場合は、差があるとは言えません。どちらも目安です。';

export const sameAgeText: Language['sameAge'] = {
  line: (age, times, rates) =>
    `**投稿から${age}：再生数はほかの動画の${times}倍**${ratesOf(rates)}`,
  usual: (age, rates) => `**投稿から${age}：再生数はほかの動画と同じくらい**${ratesOf(rates)}`,
  field: '時間の経過',
  seven: (middle, low, high) =>
    `7日目までに再生数は約${middle}、10回中8回は${low}〜${high}（目安：学習に使った地域のクリエイターでは78%が当たり、ほかではずっと低め）。`,
  notYet:
    '7日目の再生数はまだ見通せません。同じアカウントのほかの動画5本に記録が2件ずつと、この動画の1〜6日目の記録が必要です。',
  record: (held, videos) =>
    say(
      '{videos, plural, =0 {自分の動画でどれだけ当たるかは、まだわかりません。} other {自分の動画では{videos}回中{held}回当たりました{mostly, select, held {} other {：あてにしないでください}}。}}',
      { held, videos, mostly: 2 * held < videos ? 'missed' : 'held' },
    ),
  how: (others) => `${comparison(`ほかの動画${others}本`)}${saveRates}`,
  howOfAll: `${comparison('ほかの動画')}${saveRates}`,
  days: (days) => `${days}日`,
};

function comparison(others: string): string {
  return `再生数は、同じ日数での自分の${others}の真ん中と比べます。記録と記録の間は、一定に伸びたとみなします。`;
}

function ratesOf({ saves, basis }: Rates): string {
  return saves === null || basis === null ? '' : `。${RATES[basis][saves]}`;
}
