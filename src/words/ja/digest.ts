import type { Language } from '../words.js';
import { say } from './say.js';

type Obstacle = Exclude<Parameters<Language['digest']['obstacle']>[0], string>;
type Permission = Extract<Obstacle, { kind: 'missing permissions' }>['permissions'][number];

export const weekdays: Language['weekdays'] = {
  monday: '月曜日',
  tuesday: '火曜日',
  wednesday: '水曜日',
  thursday: '木曜日',
  friday: '金曜日',
  saturday: '土曜日',
  sunday: '日曜日',
};

/** As Discord's own app calls them in Japanese: who mends it looks for these words. */
const permissionNames: Readonly<Record<Permission, string>> = {
  'View Channel': 'チャンネルを見る',
  'Read Message History': 'メッセージ履歴を読む',
  'Send Messages': 'メッセージを送信',
  'Embed Links': '埋め込みリンク',
  'Attach Files': 'ファイルを添付',
};

export function permissionsIn(permissions: readonly Permission[]): string {
  return permissions.map((name) => `**${permissionNames[name]}**`).join('、');
}

export const digestText: Language['digest'] = {
  cannotPost: 'そこにはまだ投稿できません',
  on: '週間まとめをオンにしました',
  whichOne: (time, zone) =>
    `${time && zone ? 'どれ' : time ? 'どの時刻' : 'どの場所'}のことですか？${zone ? '夏時間の切り替えルールがそれぞれ違います。ほかの場所なら、都市名をつけて `/digest setup` を使ってください。' : ''}\n**まだ何も変えていません。**`,
  title: '週間まとめ',
  week: (from) => `${from}からの週`,
  rule: (channelId, day, time, timezone, quiet) =>
    `毎週**${day}** **${time}**（${timezone}）に <#${channelId}> へ。${quiet}`,
  quiet: {
    skip: '静かな週は休みます。',
    post: '静かな週は短く投稿します。',
  },
  next: (at, relative, there, timezone) =>
    `次回：${at}、${relative}。${timezone}では${there}です。`,
  goesNow: '予定を過ぎていた分は、いま投稿します。',
  lastField: '最近の投稿',
  wrongField: '問題点',
  never: '予定はまだ来ていません。',
  neverSetUp: 'ここでは週間まとめが未設定です。`/digest setup` でオンにできます。',
  unreadable: 'ここの週間まとめの設定が読めません。`/digest setup` で設定し直すと再開します。',
  isOff: 'オフになっています。`/digest setup` でまたオンにできます。',
  turnedOff: '週間まとめをオフにしました。もう投稿しません。`/digest setup` でまたオンにできます。',
  wasOff: '週間まとめはもうオフです。',
  setUpHint: '`/digest preview` で見た目を、`/digest status` で状況を確認できます。',
  posted: (week, at, link) => `✓ ${week}：[投稿済み](${link}) ${at}`,
  coming: (week, at) => `⏳ ${week}：投稿中、予定 ${at}`,
  again: (week, attempts, at) => `⏳ ${week}：Discordが${attempts}受け付けず。次の試行 ${at}`,
  parked: (week, why, at) => `⚠️ ${week}：待機中。${why}次の確認 ${at}。`,
  skipped: (week, why) => `➖ ${week}：投稿なし。${why}`,
  fault: {
    'time zone':
      '設定されたタイムゾーンがわかりません。一覧からタイムゾーンを選んで、もう一度 `/digest setup` をしてください。',
    row: '控えが読めません。また試します。このままなら、ボットの運営者に伝えてください。理由はログにあります。',
    other: 'まとめを作る途中で失敗しました。ボットの運営者に伝えてください。理由はログにあります。',
  },
  times: (n) => `${n}回`,
  obstacle(obstacle, channelId) {
    if (obstacle === 'locked out') {
      return 'いまDiscordがボットのキーを受け付けず、確認も投稿もできません。毎分試して、通ったら自動で再開します。続くようなら、ボットの運営者に伝えてください。';
    }
    if (obstacle === 'unknown') {
      return 'そのチャンネルに投稿できるか、Discordから返事がありませんでした。1分後にもう一度試してください。';
    }
    switch (obstacle.kind) {
      case 'missing permissions':
        return say(
          '<#{channelId}> で権限{names}が足りません。チャンネルの設定 → 権限を開き、このボットのロールを追加して許可してください。あとは自動で、または `/digest setup` で再開します。',
          { channelId, names: permissionsIn(obstacle.permissions) },
        );
      case 'no such channel':
        return 'チャンネルがなくなったか、投稿できない種類です。`/digest setup` で別のチャンネルを選んでください。';
      case 'not in the server':
        return 'ボットがこのサーバーにいません。プロフィールのリンクから追加し直すと、自動で再開します。';
      case 'timed out':
        return 'ボットがこのサーバーでタイムアウト中です。解除してください（ボットを右クリック → タイムアウトを解除）。あとは自動で再開します。';
    }
  },
  reason(reason, channelId) {
    switch (reason.kind) {
      case 'discord failing':
        return '試すたびにDiscordでエラーになりました。何もしなくて大丈夫。2日間は試し続けます。';
      case 'refused':
        return `Discordが投稿を受け付けません（コード ${reason.code}）。ボット側の不具合なので、運営者に伝えてください。`;
      case 'in doubt':
        return '投稿できたかわかりません。そのあとチャンネルに書き込みが多すぎました。チャンネルで探してみてください。二重投稿を避けるため、もう投稿しません。';
      case 'fault':
        return this.fault[reason.of ?? 'other'];
      case 'too late':
        return '予定の時刻も、その後2日間も、ボットが動いていませんでした。';
      case 'quiet':
        return '静かな週だったので、休みました。';
      case 'turned off':
        return '週間まとめがオフになりました。';
      default:
        return this.obstacle(reason, channelId);
    }
  },
};
