import { plain } from '../../lib/clip.js';
import type { Improvement, Worked } from '../../services/digest/parts.js';
import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

export const digestPost: Language['digestPost'] = {
  title: (days) => `Die Woche · ${days}`,
  quiet:
    'Eine ruhige Woche: Niemand hat hier ein Video bewertet. Nimm `/score`, und nächste Woche gibt es was zu erzählen.',
  redacted: 'Hier stand etwas, das inzwischen zurückgenommen wurde.',

  fields: {
    numbers: 'Die Woche in Zahlen',
    videos: {
      counted: 'Für die Größe am meisten gespeichert',
      estimated: 'Am meisten gespeichert, geschätzt',
    },
    improved: { counted: 'Am meisten verbessert', estimated: 'Verbessert, geschätzt' },
    worked: 'Was hier funktioniert hat',
    tip: 'Eine Sache zum Ausprobieren',
    question: 'Eine Frage',
    nudge: 'Eine echte Zahl, bitte',
  },

  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Mehr als ' : ''}**${videos}** Videos von **${creators}** Creators${everybody ? '' : ', die dabei sind'}`,
  rate: (rate, low, high) => `Übliche Save-Rate: **${rate} %** (${low} bis ${high} %)`,
  rateCounted: (rate) => `Übliche Save-Rate: **${rate} %**, alle gezählt`,
  rateOfJoined: ' bei denen, die dabei sind',
  rateBefore: (rate, low, high) => `; in der Woche davor ${rate} % (${low} bis ${high} %)`,
  rateBeforeCounted: (rate) => `; in der Woche davor ${rate} %`,
  alike: ', etwa wie in der Woche davor',

  score: (score, range) =>
    range === null ? `**${score} / 100**` : `**${score} / 100** (${range[0]} bis ${range[1]})`,
  video: (place, title, creator, score, saves) =>
    `**${place}. ${title}**\n${creator}: ${score}\n${saves}`,
  link: (url) => ` · [ansehen](${url})`,
  untitled: 'Ein Video',
  saves: (saves, low, high) => `${saves} Saves (${low} bis ${high})`,
  savesCounted: (saves) => `${saves} Saves, gezählt`,

  improvement: (creator, before, now) => `${creator}: **${now} / 100**, sonst meist ${before}`,

  worked: (what, better, creators, points) =>
    `**${kindOf(what)}** hatten bei **${better} von ${creators}** Creators höhere Scores${points === null ? '' : `, meist um ${points} von 100 Punkten`}. *(Faustregel)*`,

  tipFor: (categories) =>
    `Für Videos der Kategorie ${categories.map((one) => `„${commandText.score.categories[one]}“`).join(' oder ')}:\n`,
  question: (question) => `**${question}** Drück **Wie?**`,
  nudge:
    'Lies bei einem Video die Zahl am Lesezeichen ab und tippe sie als `saves` in `/score` oder unter **Echte Saves eintragen**. Deine nächsten Schätzungen lernen daraus.',
  footer: 'Faustregel. Genannt: wer auf den Listen ist',

  picture: 'digest.png',

  how: 'Wie?',

  skipped:
    'Bisher ist es eine ruhige Woche, und ruhige Wochen werden ausgelassen: Jetzt ginge nichts raus. Mit `quiet_weeks` auf „Kurze Notiz posten“ wäre es das hier.',
  postedOn: (week, day) => `${week} · gepostet am ${day}`,
  nonePosted:
    'Hier wurde noch kein Wochenrückblick gepostet. `/digest preview` zeigt, wie einer aussähe.',
  notPosted: (week) =>
    `Zu ${plain(week, 40)} wurde hier kein Wochenrückblick gepostet. Wähl einen aus der Liste bei \`week\`.`,
  unreadable: (week) =>
    `Der Wochenrückblick zu ${plain(week, 40)} wurde gepostet, aber meine Kopie kann ich nicht lesen. Er steht noch in seinem Kanal; /digest status verlinkt ihn.`,
  takenBack: 'Was darin stand, wurde inzwischen herausgenommen.',
};

function kindOf(what: Worked['what']): string {
  if (what === 'weekend') return 'Videos von Samstag oder Sonntag';
  if (what === 'weekdays') return 'Videos von Montag bis Freitag';
  return `Videos der Kategorie „${commandText.score.categories[what]}“`;
}

const BASES: Readonly<Record<NonNullable<Improvement['basis']>, string>> = {
  counted: 'gezählt',
  estimated: 'geschätzt',
};

export const digestMore: Language['digestMore'] = {
  title: 'Mehr zu dieser Woche',
  fields: {
    numbers: 'Die Woche in Zahlen',
    improved: 'Am meisten verbessert',
    card: 'Wie gut die Schätzungen waren',
    tip: 'Eine Sache zum Ausprobieren: der ganze Tipp',
  },
  counts: (videos, creators, { isCut, everybody }) =>
    `${isCut ? 'Mehr als ' : ''}**${videos}** Videos von **${creators}** Creators${among(everybody)}`,
  countsBefore: (videos, creators) => ` (Woche davor: ${videos} von ${creators})`,
  rate: (rate, low, high, everybody) =>
    `Übliche Save-Rate: etwa **${rate} %** der Aufrufe (${low} bis ${high} %)${among(everybody)}`,
  rateCounted: (rate, everybody) =>
    `Übliche Save-Rate: **${rate} %** der Aufrufe, alle gezählt${among(everybody)}`,
  alike: ': etwa gleich',
  improvement: (creator, before, now, videos, basis) =>
    `${creator}: **${now} / 100**, sonst meist ${before} (${videos} Videos${basis == null ? '' : `, ${BASES[basis]}`})`,
  card: (truths, inside, judged, factor, everybody) =>
    say(
      '**{truths}** echte Zahlen{among}: {judged, plural, =0 {alle zu klein, um die Spanne zu beurteilen} other {in der Spanne lagen **{inside}** von {judged}, gedacht ist sie für 8 von 10}}; meist um den Faktor {factor} daneben.',
      { truths, inside, judged, factor, among: among(everybody) },
    ),
  answer: (short, verdict, source, checked) =>
    `${short}\n*${verdict}*\n${source}\n${checked} · mehr mit \`/faq ask\``,
};

function among(everybody: boolean): string {
  return everybody ? '' : ' bei denen, die gezeigt werden dürfen';
}

export const digestHow: Language['digestHow'] = {
  title: 'Wie dieser Wochenrückblick entsteht',
  intro:
    'Aus dem, was auf diesem Server in den sieben Tagen vor dem Post bewertet wurde, und zwar nicht privat. Von jedem Video zählt die letzte Messung der Woche. Mit Namen steht nur da, wer mit `/leaderboard join` zugestimmt hat.\n\nWas sich nicht sagen lässt, wird nicht gezeigt: Summen brauchen drei Creators.\n\nWillst du beim nächsten dabei sein? Bewerte ein Video mit `/score`, und tippe die Zahl am Lesezeichen mit **Echte Saves eintragen**.',
  fields: {
    totals: 'Summen',
    rate: 'Übliche Save-Rate',
    videos: 'Für die Größe am meisten gespeichert',
    improved: 'Am meisten verbessert',
    card: 'Wie gut die Schätzungen waren',
    worked: 'Was hier funktioniert hat',
  },
  totals: (fewest) =>
    `Nur gezeigt, wenn sie auf mindestens ${fewest} Creators beruhen. Wer nicht zugestimmt hat, genannt zu werden, zählt mit, wenn es davon selbst mindestens ${fewest} gibt; sonst gelten die Summen nur für die anderen, und das steht dabei.`,
  rate: 'Die mittlere Save-Rate aller Videos, die man beurteilen kann: mindestens 1.000 Aufrufe und einen Tag alt, wo das bekannt ist. Wurden alle gezählt, ist es die der Zählungen. Sonst werden alle gleich geschätzt, aus Likes, Kommentaren und Shares, damit man Wochen vergleichen kann. Die Spanne geht vom mittleren aller unteren Enden bis zum mittleren aller oberen: die 80-%-Spanne, wenn alle Schätzungen gemeinsam danebenliegen, und breiter als nötig, wenn nicht. Wo sich die Spannen zweier Wochen überschneiden, sind sie etwa gleich.',
  videos: (most) =>
    `Die ${most} höchsten Scores nach echten Zahlen und nach Schätzungen, von Mitgliedern, die zugestimmt haben (\`/leaderboard join\`); im Post stehen die ersten drei davon, echte Zahlen zuerst. Ein Score sagt, wie viele vergleichbare Videos mit gleich vielen Aufrufen weniger gespeichert wurden. Große Konten haben also keinen Vorteil. In Klammern stehen 80-%-Spannen; alle Schätzungen entstehen gleich, aus Likes, Kommentaren und Shares. Ein Video braucht einen Link oder Titel und Datum und zählt in der Woche, in der man es zuerst beurteilen konnte. ${SHOWN_MARK}: Ein Screenshot hat seine Zahlen gezeigt, niemand hat sie getippt. *(Faustregel)*`,
  improved: (now, before, weeks) =>
    `Wie weit der mittlere Score von mindestens ${now} Videos dieser Woche über dem von mindestens ${before} aus den ${weeks} Wochen davor liegt: alle gezählt oder alle gleich geschätzt. Nur wo Zufall allein es kaum schaffen würde, über alle Mitglieder zusammen gesehen. *(Faustregel)*`,
  card: (fewest) =>
    `Die erste echte Zahl jedes Videos, wenn sie in dieser Woche kam, gegen die Schätzung, die zuerst gezeigt wurde; ab ${fewest} Creators. Die Spanne wird ab zehn geschätzten Saves beurteilt.`,
  worked: (weeks, fewest) =>
    `Jede Kategorie und Wochenende oder Montag bis Freitag, verglichen mit den anderen Videos derselben Creators aus den letzten ${weeks} Wochen. Alle Creators zählen gleich viel; genannt ab ${fewest} Creators, und nur, wenn Zufall allein es in einem ganzen Jahr von Wochenrückblicken kaum schaffen würde (5 %, verteilt auf alle Versuche von 52 Wochen). Kein Beweis für eine Ursache. *(Faustregel)*`,
};
