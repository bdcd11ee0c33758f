import type { Language } from '../words.js';
import { say } from './say.js';

const example =
  '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Drei Knoten posted:2026-11-02';

const addHow = `Tippe die Zahlen eines Videos, wie sie in TikTok stehen, mit einem Titel, den du wiedererkennst:\n\`\`\`\n${example}\n\`\`\``;

export const historyText: Language['history'] = {
  untitled: { video: 'Video ohne Titel', photo: 'Foto-Post ohne Titel' },

  reading: {
    counts: (views, likes, comments, shares) =>
      `${views} Aufrufe · ${likes} Likes · ${comments} Kommentare · ${shares} Shares`,
    views: (views) => `${views} Aufrufe`,
    estimated: (saves, low, high) => `etwa ${saves} Saves (80-%-Spanne: ${low} bis ${high})`,
    estimatedFew: (saves) => `etwa ${saves} Saves, geschätzt`,
    unseen: 'noch von niemandem gesehen',
    told: (saves) => `**${saves}** Saves, gezählt`,
    toldBeside: (saves, estimate, low, high) =>
      `**${saves}** Saves, gezählt; geschätzt ${estimate} (80-%-Spanne: ${low} bis ${high})`,
    score: (score, range) =>
      range === null ? `${score} / 100` : `${score} / 100 (${range[0]} bis ${range[1]})`,
    tooEarly: 'zu früh für einen Score',
    tooSmall: 'zu klein für einen Score',
    private: 'privat',
    open: (url) => `[öffnen](${url})`,
    grown: (views, time) => `${views} Aufrufe in ${time}`,
  },

  // Dative: they stand after „in“.
  time: {
    days: (days, n) => say('{n, plural, one {{days} Tag} other {{days} Tagen}}', { n, days }),
    hours: (hours, n) =>
      say('{n, plural, one {{hours} Stunde} other {{hours} Stunden}}', { n, hours }),
    minutes: 'weniger als einer Stunde',
  },

  list: {
    own: 'Deine Messungen',
    member: 'Messungen eines Mitglieds',
    ownNote: (total) =>
      `${total} insgesamt, neueste zuerst. Nur du siehst das: Private Messungen sind dabei, auch die von anderen Servern und aus Direktnachrichten.`,
    memberNote: (member, total) =>
      `${total} von <@${member}> auf diesem Server, neueste zuerst. Private fehlen.`,
    // With its preposition, so that it fits a sentence as well as a heading.
    days: (days) =>
      say('{days, plural, =1 {am letzten Tag} other {in den letzten {days} Tagen}}', { days }),
    within: (what, days) => `${what} · ${days}`,
    newer: '◀ Neuere',
    older: 'Ältere ▶',
    undo: {
      removed: 'Rückgängig: Messung entfernt',
      corrected: 'Rückgängig: Messung korrigiert',
      merged: 'Rückgängig: Einträge vereint',
      imported: 'Rückgängig: Import',
    },
  },

  nothing: {
    title: 'Hier ist noch nichts',
    own: 'Ich kenne keine Messungen von dir. Nur du siehst das.',
    earlier: (days) =>
      `Von dir ist ${days} nichts dabei. Davor gibt es etwas: Lass \`days\` weg, um es zu sehen. Nur du siehst das.`,
    member: 'Von diesem Mitglied gibt es auf diesem Server nichts, was gezeigt werden darf.',
    first: 'Zuerst',
    addHow,
  },

  video: {
    posted: (day) => `Gepostet am ${day}.`,
    total: (total, n) =>
      say('{n, plural, one {{total} Messung.} other {{total} Messungen, neueste zuerst.}}', {
        n,
        total,
      }),
    readings: 'Messungen',
    sameAge: 'Verglichen mit deinen anderen Videos im selben Alter',
    compared: (o) =>
      `An Tag ${o.day} hatte dieses Video **${o.factor}-mal** so viele Aufrufe, wie deine Videos an Tag ${o.day} sonst haben: ${o.views} statt der üblichen ${o.usual} (${o.others} Videos, von ${o.least} bis ${o.most}). *(Faustregel: Zwischen zwei Messungen ergänze ich, wie die Aufrufe gewachsen sind)*`,
    tooFew: (others, needed) =>
      `Zu wenige, um etwas zu sagen: Ich kann ${others} deiner anderen Videos im selben Alter vergleichen und brauche **${needed}**. Bewerte jedes Video nach ein paar Tagen noch mal, dann zählt es.`,
    noAge:
      'Ich weiß nicht, wie alt es ist: Gib in `/score` den Link oder `posted` an, und bewerte es noch mal, wenn es mindestens einen Tag alt ist.',
    change: 'Messung korrigieren oder entfernen …',
    changeOption: (date, views) => `${date} · ${views} Aufrufe`,
    merge: 'Dasselbe wie ein anderer Eintrag …',
  },

  panel: {
    title: 'Eine Messung',
    intro:
      'Was willst du damit machen? Jede Änderung kannst du 24 Stunden lang rückgängig machen. Frühere Nachrichten dazu behalten ihre Zahlen.',
    correct: 'Korrigieren',
    remove: 'Entfernen',
  },

  merge: {
    title: 'Welcher Eintrag ist dasselbe Video?',
    intro: (title) =>
      `**${title}** und der gewählte Eintrag werden einer, mit den Messungen von beiden. Das kannst du 24 Stunden lang rückgängig machen. Die wahrscheinlichsten stehen oben.`,
    choose: 'Wähle den anderen Eintrag',
    none: 'Es gibt keinen anderen Eintrag, der dasselbe Video sein könnte.',
    option: (title, number) => `${title} (${number})`,
    optionHint: (posted, told) =>
      posted === null ? `zuerst gemeldet ${told}` : `gepostet ${posted}, zuerst gemeldet ${told}`,
  },

  changed: {
    titles: {
      removed: 'Entfernt',
      corrected: 'Korrigiert',
      merged: 'Jetzt ein Eintrag',
      imported: 'Gespeichert',
    },
    removed: (title, isLeft) =>
      `Eine Messung von **${title}** ist weg, mit ihrer Schätzung und dem, was ich daraus gelernt habe.${isLeft ? '' : ' Es war die letzte, also ist auch das Video weg.'}`,
    corrected: (title) =>
      `Eine Messung von **${title}** hat jetzt andere Zahlen. Ich habe sie neu geschätzt, mit dem, was ich damals wusste.`,
    merged: (title) =>
      `Beide Einträge sind jetzt **${title}**. Egal, welchen Link oder Titel du in \`/score\` nimmst, es kommt hier dazu.`,
    imported: () => 'Was in den Dateien war, ist gespeichert.',
    undoUntil: (time) => `Rückgängig machen kannst du das bis ${time}.`,
    now: 'Jetzt',
    unchanged: 'Diese Zahlen hat sie schon. Nichts wurde geändert.',
    undo: 'Rückgängig',
    show: 'Video zeigen',
    undone: {
      removed: (title) => `Die Messung von **${title}** ist wieder da.`,
      corrected: (title) => `Die Messung von **${title}** hat wieder ihre Zahlen von vorher.`,
      merged: (title) => `**${title}** und der andere Eintrag sind wieder zwei.`,
      imported: () =>
        'Alles, was mit diesem Import kam, ist wieder weg. Was er geändert hat, ist wie vorher.',
    },
    undoneTitle: 'Rückgängig gemacht',
  },

  trend: {
    title: 'Deine Save-Rate über die Zeit',
    description: (days) =>
      `Gezeigt: die Videos, deren Zahlen du ${days} geschickt hast, jedes am Tag seines Posts. Nur du siehst das.`,
    newest: (title, rate) => `Neuestes: **${title}**, ${rate}.`,
    rateTold: (rate) => `${rate} % der Aufrufe, von dir gezählt`,
    rateEstimated: (rate, low, high) =>
      `etwa ${rate} % der Aufrufe (80-%-Spanne: ${low} bis ${high} %)`,
    rateBoth: (counted, estimated) => `${counted}; wie die anderen geschätzt ${estimated}`,
    rate: (rate) => `${rate} %`,
    rateRanged: (rate, low, high) => `${rate} % (${low} bis ${high} %)`,
    usual: (rate, videos, basis) =>
      basis === 'counted'
        ? `Üblich bei den ${videos}, die du gezählt hast: ${rate}.`
        : `Üblich bei allen ${videos}, gleich geschätzt: ${rate}.`,
    halves: (older, newer, isEstimated) =>
      `**Saves in der neueren Hälfte: ${newer}.** In der älteren: ${older}. Das beschreibt sie nur, es beweist keine Veränderung.${isEstimated ? ' In Klammern: die 80-%-Spanne.' : ''}`,
    best: (title, rate, isEstimated) =>
      `Am höchsten: **${title}**, ${rate} der Aufrufe.${isEstimated ? ' Das ist nach den Schätzungen; was du gezählt hast, steht im Diagramm.' : ''}`,
    scores: (low, high, usual) =>
      `Save-Score von ${low} bis ${high}, meist ${usual} *(Faustregel; jeder mit seiner Spanne im Diagramm)*.`,
    waiting: (count) =>
      say(
        '{count, plural, =1 {Ein weiteres ist zu früh oder zu klein für ein Urteil.} other {{count} weitere sind zu früh oder zu klein für ein Urteil.}}',
        { count },
      ),
    ofOthers: (count) =>
      say(
        '{count, plural, =1 {Ein weiteres gehört zu einem anderen TikTok-Konto als dem zuletzt abgelesenen.} other {{count} weitere gehören zu anderen TikTok-Konten als dem zuletzt abgelesenen.}}',
        { count },
      ),
    ofUnknown: (count) =>
      say(
        '{count, plural, =1 {Ein weiteres fehlt: Ich weiß nicht, zu welchem deiner Konten es gehört. Bewerte es mit seinem Link.} other {{count} weitere fehlen: Ich weiß nicht, zu welchem deiner Konten sie gehören. Bewerte sie mit ihren Links.}}',
        { count },
      ),
    photos: (count) =>
      say(
        '{count, plural, =1 {Ein Foto-Post fehlt: Die Schätzung ist nur an Videos angepasst.} other {{count} Foto-Posts fehlen: Die Schätzung ist nur an Videos angepasst.}}',
        { count },
      ),
    isCut: (shown) =>
      `Es gibt mehr: Gezeigt werden nur die neuesten ${shown}, damit das Diagramm lesbar bleibt.`,
    noPicture: 'Das Diagramm lässt sich gerade nicht zeichnen; hier steht, was es zeigt.',
    tooLittleTitle: 'Noch zu wenig für ein Diagramm',
    tooLittle: (known, needed, days) =>
      say(
        'Eine Linie braucht **{needed}** Videos mit mindestens 1.000 Aufrufen, die einen Tag alt sind. Gefunden {days}: {known, plural, =0 {keins} other {{known}}}. **Noch {more}**, und es gibt ein Diagramm. Nur du siehst das.',
        { needed, days, known, more: needed - known },
      ),
  },
};
