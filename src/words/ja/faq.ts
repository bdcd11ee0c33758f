import type { Language } from '../words.js';
import { say } from './say.js';

export const faqText: Language['faq'] = {
  verdict: {
    true: '本当 — 確認できた範囲で',
    'false now': '今は誤り — よく言われることは、もう当てはまりません',
    disputed: '意見が割れる — 情報源が一致しません',
    unproven: '未確認 — 誰も示していないか、確認できませんでした',
    changed: '変更あり — 古いガイドの説明と、今は動きが違います',
  },
  verdictWord: {
    disputed: '意見が割れる',
    unproven: '未確認',
    changed: '変更あり',
  },
  verdictBeside: {
    true: '判定：本当',
    'false now': 'よく言われることの判定：今は誤り',
    disputed: '判定：意見が割れる',
    unproven: '判定：未確認',
    changed: '判定：変更あり',
  },
  beside: (verdict, checked) => `${verdict} · ${checked}`,
  more: 'もっと見る',
  inEnglish: 'この内容は、今のところ英語だけです。',
  begun: (word, sentence) => `**${word}。**${sentence}`,
  saveOrDownload: 'お気に入り？ダウンロード？',
  folded: (strongest, others) => `${strongest} · ほか${others}件は「もっと見る」に`,
  fields: {
    verdict: '判定',
    changed: '変わったこと',
    sources: '出典',
    moreSources: 'ほかの出典',
    askMore: 'もっと質問',
  },
  undated: '日付なし',

  topics: {
    saves: {
      title: '保存',
      line: 'お気に入りとダウンロード：何か、誰に見えるか、数字はどこか',
    },
    views: {
      title: '再生数',
      line: '何が1再生になるか、誰が見たか、少ないときの意味',
    },
    analytics: {
      title: 'インサイトとデータ出力',
      line: 'TikTok Studio：何が見え、どれだけ遅れ、どこまで遡れ、ファイルに何が入るか',
    },
    ranking: {
      title: 'おすすめとリーチ',
      line: '誰に表示するかについてTikTokが言っていること、誰も示していないこと',
    },
    content: {
      title: '動画づくり',
      line: '長さ、投稿時間、保存の呼びかけ、伸びなかったあとに変えること',
    },
    privacy: {
      title: 'プライバシーと設定',
      line: '保存、いいね、投稿が誰に見えるか、どんな設定があるか',
    },
    keepsake: {
      title: 'このボット',
      line: '推定とスコアのしくみ、保管するもの、誰に見えるか',
    },
  },

  checked: (day) => `${day}確認`,
  dueForReview: (checked, review) => `最終確認 ${checked} · ${review}から再確認待ち`,

  overview: {
    title: 'TikTokの保存',
    intro:
      '「保存」は**お気に入り**（ブックマーク）にも**ダウンロード**にも使われます。答えは別々です。',
    what: '保存とは',
    who: '誰に見えるか',
    proxy: '保存スコアのしくみ',
    askMore:
      '`/faq saves` と打って `question` を選んでください。`/faq ask` なら保存以外もわかります。よくある質問：',
  },

  unsure: {
    title: '自信がありません。この中にありますか？',
    asked: (typed) => `質問：${typed}`,
    choose: '答えと言えるほど合うものがありません。近いもの：',
    nothingNear: '近いものがまだありません。よくある質問はこちら：',
    how: (command) =>
      `どれかを押すか、もう一度 \`${command}\` で一覧から選ぶか、別の言葉で試してください。`,
  },

  contents: {
    title: '答えられること',
    intro:
      'どの答えにも、確かさ、出典、確認日がつきます。テーマを押してください。矢印でページをめくれます。',
    topic: (line, count) => say('{line}。答え{count}件。', { line, count }),
    question: (number, question) => `**${number}.** ${question}`,
    press: '番号を押すと答えが読めます。',
    pageTitle: (topic, page, pages) =>
      say('{pages, plural, =1 {{topic}} other {{topic} · {page}/{pages}}}', {
        topic,
        page,
        pages,
      }),
    place: (page, pages) => `${page}/${pages}ページ`,
    previous: '◀',
    next: '▶',
    all: '全テーマ',
  },

  gone: 'その答えはもうありません。このメッセージのあとで、名前が変わったか、なくなりました。`/faq topics` で全部の一覧、`/faq ask` で検索できます。',
};
