import type { Language } from '../words.js';
import { say } from './say.js';

const AGES: Readonly<Record<number, string>> = { 24: '24時間', 72: '3日', 168: '7日' };

const PRIVACY =
  '許可するには：共通のサーバー名を長押し（または右クリック）→ **プライバシー設定** → **ダイレクトメッセージ** をオン。';

export const letterCommands: Language['letterCommands'] = {
  reminders: {
    description: '頼んだリマインダー：待っているもの、届く時間帯、終わらせ方',
    list: { description: '待っているもの、届く日時、届けられるか' },
    hours: {
      description: 'リマインダーが届いてよい時間帯。1日に最大1通',
      from: 'これより前には送らない：09:00、9 am',
      to: 'これより後には送らない：21:00、9 pm',
      timezone: 'どこにいるか：都市か国を入力',
    },
    off: { description: 'リマインダーを全部取り消す' },
  },
  weekly: {
    description: '自分の1週間についての非公開メモをDMで。オンにしないかぎり届きません',
    on: {
      description: '自分の1週間についての非公開メモを送る',
      day: '届く曜日',
      time: '届く時刻：18:00、6 pm',
      timezone: 'どこにいるか：都市か国を入力',
    },
    preview: { description: 'いま送るならどんなメモになるか' },
    off: { description: '週間メモをやめる' },
  },
};

export const lettersText: Language['letters'] = {
  hello:
    'リマインダーはここに届きます。頼まれたもの以外は送りません。`/reminders list` で待っているものが見え、`/reminders off` で終わります。',
  buttons: {
    at: (age) => `投稿${ageWords(age)}後にも`,
    newNumbers: '新しい数値',
    newNumbersOf: (title) => `新しい数値：${title}`,
    how: 'しくみ',
    later: '明日また知らせる',
    stopAll: 'リマインダーと週間メモを止める',
    stopWeekly: '週間メモを止める',
  },
  set: (age, at, relative) => `**投稿から${ageWords(age)}後**にDMします：${at}、${relative}。`,
  askZone:
    '**どこにいますか？** 一度選べば、現地の09:00〜21:00に送ります。それまでは、予定の時刻が何時でも届きます。',
  zoneMenu: 'いる場所',
  otherZone: 'ほかの場所や時間帯は `/reminders hours` で。',
  hours: (from, to, timezone) =>
    from === to
      ? `リマインダーは何時でも届きます（${timezone}）。1日に最大1通。`
      : `リマインダーは${from}〜${to}に届きます（${timezone}）。1日に最大1通。`,
  hoursUnknown: (from, to) =>
    from === to
      ? 'リマインダーは何時でも届きます。1日に最大1通。'
      : `**今のところ何時でも届きます。** 場所がわかれば${from}〜${to}になります。\`/reminders hours\` の \`timezone\` で教えてください。`,
  chooseBelow: 'または下から選んでください。',
  next: (at) => `次のメッセージ：${at}。`,
  closed: `DiscordがDMを通してくれないので、**何も設定していません**。${PRIVACY}そのあともう一度試してください。`,
  unreachable:
    'Discordから返事がなく、**何も設定していません**。少し待ってもう一度試してください。',
  nothingAhead: 'もう知らせるタイミングがありません。知らせるのは投稿から24時間、3日、7日です。',
  tooMany: 'リマインダーがもう100件待っています。`/reminders off` で取り消せます。',
  list: {
    title: 'リマインダー',
    none: '待っているものはありません。新しい動画のスコアの下の **知らせて** で頼めます。',
    line: (title, age, at) => `${title}：投稿から${ageWords(age)}、${at}`,
    more: (count) => `ほか${count}件`,
    weekly: (day, time, at) => `週間メモ：毎週${day} ${time}、次は${at}。`,
    closed: (since) =>
      `${since}から**届けられません**。DiscordによるとDMを受け取らない設定です。${PRIVACY}いまもう一度試しました。`,
    trouble: (at, why) => `${at}のメッセージ：${why}`,
  },
  off: (count, n) =>
    say(
      '{n, plural, =0 {待っているリマインダーはありません。週間メモを止めるのは `/weekly off` です。} other {リマインダー{count}件を取り消しました。もう届きません。}}',
      { n, count },
    ),
  stopped: '止めました：リマインダー全部と週間メモ。また頼まれないかぎり送りません。',
  later: (n) =>
    say(
      '{n, plural, =0 {もう残っていません。先延ばし済みか、取り消し済みです。} other {明日、設定の時間帯にまた知らせます。}}',
      { n },
    ),
  reminder: {
    title: '新しい数値の時間です',
    video: (title, age, views, when) =>
      `${title}は投稿から**${ageWords(age)}**。${when}の再生数は${views}でした。`,
    more: (count) => `ほか動画${count}本：待っているものは \`/reminders list\` で。`,
    what: 'TikTokで開いて **新しい数値** を押すか、スクショを `/score` で送ってください。ブックマークの横の数字もあると、次の推定がよくなります。',
    untitled: '自分の動画',
  },
  weekly: {
    title: '今週のふりかえり',
    scored: (n) =>
      say(
        '{n, plural, =0 {今週スコアを出した動画はありません。} other {今週は{n}本のスコアを出しました。}}',
        { n },
      ),
    sameAge: '同じ日数で比べると',
    video: (title, line) => `${title}。${line}`,
    weeks: (now, videos, before, videosBefore) =>
      `ほかの動画と比べた再生数は、今週の真ん中が${now}倍（${videos}）、前の週が${before}倍（${videosBefore}）。この本数では変化の証明になりません。`,
    videos: (count) => `${count}本`,
    card: '推定の成績',
    cardText: (inside, ever, week) =>
      say(
        '{week, plural, =0 {} other {今週教えてくれた実際の保存数は{week}件。}}実際の保存数がある{ever}本中、{inside}本が範囲内でした。',
        { week, ever, inside },
      ),
    tip: '次に試すこと',
    how: {
      title: '今週のふりかえりの根拠',
      sameAge: '同じ日数で比べると',
      card: '推定の成績',
      cardText:
        '各動画の最初の実際の保存数を、最初に出した範囲と比べます。10回に8回当たるように作っていて、判定するのは推定が保存数10以上のとき。',
      tip: '次に試すこと（全文）',
    },
    ask: '実際の保存数がいちばん役立つ動画',
    askText: (titles) => titles.map((one) => `• ${one}`).join('\n'),
    nothing:
      '新しいことがないので、何も届きません。動画のスコアを出すか、実際の保存数を教えてくれれば、書くことができます。',
    on: (day, time, timezone, at) =>
      `週間メモをオンにしました：毎週**${day}** **${time}**（${timezone}）、次は${at}。新しいことがない週は届きません。`,
    off: '週間メモはもう届きません。`/weekly on` で再開できます。',
    wasOff: '週間メモはもうオフです。',
  },
  whichOne:
    'どれのことですか？ 都市名と、`18:00` のような時刻をつけて打ってください。**何も変えていません。**',
  reason(reason) {
    switch (reason.kind) {
      case 'closed':
        return 'DMを受け取らない設定です。';
      case 'discord failing':
        return '試すたびにDiscordでエラーになりました。';
      case 'refused':
        return `Discordが受け付けませんでした（コード ${reason.code}）。ボットの運営者に伝えてください。`;
      case 'in doubt':
        return '届いたかわかりませんが、二重には送りません。';
      case 'fault':
        return '書く途中で失敗しました。ボットの運営者に伝えてください。理由はログにあります。';
      case 'too late':
        return '予定の時刻に、ボットが動いていませんでした。';
      case 'nothing left':
        return '伝えることが残っていませんでした。';
    }
  },
};

function ageWords(age: number): string {
  return AGES[age] ?? `${age}時間`;
}
