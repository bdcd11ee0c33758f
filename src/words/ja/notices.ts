import type { Language } from '../words.js';
import { digestText, permissionsIn } from './digest.js';
import { say } from './say.js';

export const noticesText: Language['notices'] = {
  title: '週間まとめに問題があります',
  waits: (week) => `${week}：週間まとめが待機中です。`,
  ahead: 'このままだと、次の週間まとめを投稿できません。',
  once: 'お知らせは1回だけ。直ったあと別の問題が出たら、また書きます。',
  button: '状況を見る',
  goTo: (channelId) => `問題が起きたら <#${channelId}> でお知らせします。`,
  goNowhere:
    '問題は `/digest status` にしか出ません。`/settings change` の `notices` で、お知らせ用チャンネルを選べます。',
  cannotNotify: 'そこにはまだお知らせを書けません',
  obstacle(obstacle, channelId) {
    if (typeof obstacle === 'string') return digestText.obstacle(obstacle, channelId);
    switch (obstacle.kind) {
      case 'missing permissions':
        return say(
          '<#{channelId}> で権限{names}が足りません。チャンネルの設定 → 権限を開き、このボットのロールを追加して許可してください。そのあともう一度 `/settings change` をしてください。',
          { channelId, names: permissionsIn(obstacle.permissions) },
        );
      case 'no such channel':
        return 'そのチャンネルはなくなったか、書き込めない種類です。別のチャンネルを選んでください。';
      case 'timed out':
        return 'ボットがこのサーバーでタイムアウト中です。解除して（ボットを右クリック → タイムアウトを解除）、もう一度 `/settings change` をしてください。';
      case 'not in the server':
        return digestText.obstacle(obstacle, channelId);
    }
  },
};
