import type { Diagnosis } from '../../services/tips/diagnosis.js';
import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

const besides: Readonly<Record<Diagnosis['beside'] | `maybe ${Diagnosis['beside']}`, string>> = {
  own: 'Gegenüber deinen eigenen Videos. ',
  others: 'Gegenüber vergleichbaren Videos; für dich ist es wie sonst. ',
  'maybe own': 'Gegenüber deinen eigenen Videos. ',
  'maybe others': 'Gegenüber vergleichbaren Videos. ',
};

export const tipsText: Language['tips'] = {
  line: (tip, basis) => `• ${tip} *(${basis})*`,
  shortBasis: {
    'documented by TikTok': 'TikTok-Doku',
    'a signal TikTok names': 'TikTok-Signal',
    'large study': 'große Studie',
    heuristic: 'Faustregel',
  },
  bases: {
    'documented by TikTok': 'von TikTok dokumentiert',
    'a signal TikTok names': 'ein Signal, das TikTok nennt',
    'large study': 'große Studie',
    heuristic: 'Faustregel',
  },
  basis: (basis, source, checked) => `${basis}: ${source} · ${checked}`,

  own: {
    title: 'Probier als Nächstes',
    video: (title, views, others) =>
      `**${title}**, ${views} Aufrufe, verglichen mit deinen ${others} anderen Videos, die man beurteilen kann. Nur du siehst das.`,
    untitled: 'Dein neuestes Video',
    fields: {
      numbers: 'Die Zahlen',
      next: 'Probier mal',
      call: 'So bittest du um einen Save',
      missing: 'Was mehr sagen würde',
    },
    pattern: (words, beside) => `${words} ${beside === null ? '' : besides[beside]}*(Faustregel)*`,
    patterns: {
      'seen-not-liked':
        '**Gesehen, aber nicht gelikt.** Von denen, die es sehen, liken es weniger als sonst. Die Leute springen am Anfang ab, bevor man etwas schicken oder behalten kann.',
      'liked-not-shared':
        '**Gelikt, aber nicht geteilt.** Die Leute liken es so oft wie sonst und schicken es seltener weiter.',
      'shared-not-saved':
        '**Geteilt, aber nicht gespeichert.** Die Leute schicken es anderen und behalten es seltener als sonst für sich.',
      'watched-not-saved':
        '**Angeschaut, aber nicht gespeichert.** Die Leute bleiben so lange wie sonst und behalten es seltener.',
      'saved-no-follows':
        '**Gespeichert, aber keine Follows.** Die Leute behalten es so oft wie sonst und folgen dir seltener.',
      'doing-well': '**Es läuft gut.** Es wird klar öfter behalten als sonst.',
      'few-views': '**Wenige Aufrufe.** Zu wenige für ein Muster.',
      'too-early': '**Zu früh.** Die Zahlen bewegen sich noch zu stark für ein Muster.',
    },
    nothing: (hasLow) =>
      hasLow
        ? '**Kein klares Muster.** Etwas liegt unter dem Üblichen, wie die Zahlen zeigen, aber nicht so, dass es sagt, wo die Leute abspringen.'
        : '**Kein schwacher Schritt.** Nichts liegt klar unter deinem Üblichen oder unter vergleichbaren Videos.',
    maybe: (maybe, basis) =>
      basis === 'counted'
        ? maybe === 'lower'
          ? '**Weniger Saves als sonst.** Kein anderer Schritt sagt, wo die Leute abspringen.'
          : '**Mehr Saves als sonst.** Ob es gut läuft, ist nicht sicher: Vergleichbare Videos werden oft genauso häufig behalten.'
        : `**Vielleicht ${maybe === 'lower' ? 'weniger' : 'mehr'} Saves als sonst.** Sie sind geschätzt, und die Spanne lässt es offen: Zähl sie, dann weißt du es.`,
    steps: {
      likes: '% der Aufrufe: Likes',
      shares: '% der Likes: Shares',
      watch: '% der Länge: gesehen',
      saves: '% der Aufrufe: Saves',
      followers: 'neue Follower auf 10.000 Aufrufe',
    },
    step: (value, what, compared) =>
      `**${value}** ${what}${compared.length > 0 ? ` (${compared.join(', ')})` : ''}`,
    estimated: 'geschätzt',
    told: 'von dir gezählt',
    usual: (value, videos) => `bei dir sonst ${value}, ${videos} Videos`,
    comparable: (value) => `vergleichbare Videos ${value}`,
    saves: (basis, all) =>
      basis === 'counted'
        ? 'Saves sind deine eigenen Zählungen, auch bei denen, mit denen verglichen wird.'
        : `Saves sind in allen ${all} Videos gleich geschätzt, unter anderem aus Likes und Shares: Zähl sie auf dem Bildschirm, bevor du einem Muster darin traust.`,
    missing: {
      saves: 'die Zahl am Lesezeichen: Drück **Echte Saves eintragen** unter einem Score',
      watch: (needed) =>
        `\`watch_time\` und \`duration\` in \`/score\`, für dieses Video und ${needed} andere: Dann kann ich sagen, ob es angeschaut und nicht behalten wurde`,
      followers: (needed) =>
        `\`new_followers\` in \`/score\`, für dieses Video und ${needed} andere: Dann kann ich sagen, ob die folgen, die es behalten`,
      category: '`category` in `/score`: Dann passen Tipps und Sätze zur Art des Videos',
    },
  },

  tooLittle: {
    title: 'Noch zu wenig, um etwas zu sagen',
    description: (judged, needed) =>
      say(
        'Ich vergleiche dein neuestes Video mit deinen anderen und brauche **{needed}** Videos mit mindestens 1.000 Aufrufen, die einen Tag alt sind. {judged, plural, =0 {Ich kenne noch keins} other {Ich kenne {judged}}}: **Noch {more}**, und ich kann etwas sagen. Nur du siehst das.',
        { needed, judged, more: needed - judged },
      ),
    waiting: (count) =>
      say(
        '{count, plural, =1 {Ein weiteres ist zu klein, oder du hast es zu früh getippt: Tippe seine Zahlen neu, wenn es gewachsen ist.} other {{count} weitere sind zu klein, oder du hast sie zu früh getippt: Tippe ihre Zahlen neu, wenn sie gewachsen sind.}}',
        { count },
      ),
    add: 'Trag eins ein',
    addHow: (example) =>
      `Tippe die Zahlen eines Videos, wie sie in TikTok stehen, mit einem Titel, den du wiedererkennst:\n\`\`\`\n${example}\n\`\`\``,
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Drei Knoten posted:2026-11-02',
    meanwhile: 'Bis dahin',
    meanwhileHow: '`/tips` mit `category` hat Tipps für jede Art von Video.',
  },

  category: {
    title: (category) => `${commandText.score.categories[category]}: was man behält`,
    own: '**Für diese Art von Video**',
    keeping: '**Für alles, was man behalten soll**',
    calls: 'So bittest du um einen Save',
    callsNote:
      'Ein Grund, einmal gesagt, nah an dem, was man behalten soll. Ob Bitten mehr Saves bringt, ist *unbewiesen* (geprüft am 2026-11-23): Vergleiche deine eigenen Videos mit und ohne.',
    footer: 'Kein Tipp hier verspricht etwas: Was man behält, hängt am meisten vom Thema ab.',
  },

  call: (wording) => `• „${wording}“`,

  calls: {
    educational: [
      'Wenn du es ausprobierst, willst du Schritt drei vor dir haben.',
      'Die ganze Liste ist am Ende, für den Tag, an dem du sie brauchst.',
      'Leg das dahin, wo deine Rezepte sind.',
    ],
    entertaining: [
      'Du kennst wen, der das an miesen Montagen braucht.',
      'Für das nächste Mal, wenn im Gruppenchat nichts los ist.',
      'Teil zwei ergibt ohne das hier keinen Sinn.',
    ],
    inspirational: [
      'Leg es dahin, wo du es an einem schweren Tag findest.',
      'Lies den Satz in einem Monat noch mal.',
      'Für den Morgen, an dem du lieber liegen bleibst.',
    ],
    aesthetic: [
      'Der Ort steht im Text, falls du mal in der Nähe bist.',
      'Die Farben stehen am Ende, zum Selbst-Ausprobieren.',
      'Für dein nächstes Moodboard.',
    ],
    valuable: [
      'Heute brauchst du das nicht. Beim Umzug schon.',
      'Die Zahlen sind am Ende, mit dem Tag, an dem sie stimmten.',
      'Behalten dauert zehn Sekunden, wieder suchen eine Stunde.',
    ],
  },
};
