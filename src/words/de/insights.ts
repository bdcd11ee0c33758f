import type { Language } from '../words.js';
import { say } from './say.js';

export const insightsText: Language['insights'] = {
  onlyYou: 'Nur du siehst das; deine privaten Messungen zählen mit.',
  needs: {
    title: 'Noch zu wenig, um etwas zu sagen',
    add: 'Trag eins ein',
    addHow: (example) =>
      `Tippe die Zahlen eines Videos, wie sie in TikTok stehen, mit der Zahl am Lesezeichen als \`saves\`:\n\`\`\`\n${example}\n\`\`\``,
    waiting: (count) =>
      say(
        '{count, plural, =1 {Ein weiteres Video ist zu klein, oder du hast es zu früh getippt: Tippe seine Zahlen neu, wenn es gewachsen ist.} other {{count} weitere Videos sind zu klein, oder du hast sie zu früh getippt: Tippe ihre Zahlen neu, wenn sie gewachsen sind.}}',
        { count },
      ),
    unknownAccount: (count) =>
      say(
        '{count, plural, =1 {Ein Video fehlt: Ich weiß nicht, zu welchem deiner Konten es gehört. Bewerte es mit seinem Link.} other {{count} Videos fehlen: Ich weiß nicht, zu welchem deiner Konten sie gehören. Bewerte sie mit ihren Links.}}',
        { count },
      ),
    otherAccounts: (count) =>
      say(
        '{count, plural, =1 {Ein Video gehört zu einem anderen TikTok-Konto als dem zuletzt abgelesenen und fehlt.} other {{count} Videos gehören zu anderen TikTok-Konten als dem zuletzt abgelesenen und fehlen.}}',
        { count },
      ),
    days: 'Lass `days` weg, um weiter zurückzuschauen.',
  },

  signals: {
    title: 'Was mit deinen Saves zusammenhängt',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Drei Knoten posted:2026-11-02 duration:34 watch_time:12',
    tooLittle: (judged, needed) =>
      say(
        'Ich brauche **{needed}** Videos mit mindestens 1.000 Aufrufen, die einen Tag alt sind, am besten mit selbst gezählten Saves. {judged, plural, =0 {Ich kenne noch keins} other {Ich kenne {judged}}}: **Noch {more}**, und ich kann anfangen.',
        { needed, judged, more: needed - judged },
      ),
    told: (videos) => `Über **${videos} Videos, deren Saves du selbst gezählt hast**.`,
    estimated: (videos, told, needed) =>
      say(
        'Du hast bisher die Saves von {told, plural, =0 {keinem Video} =1 {einem Video} other {{told} Videos}} gezählt, nötig sind {needed}. Das hier geht also über **geschätzte Saves** von {videos} Videos, und das ist viel schwächer{told, plural, =0 {} other {; auch die gezählten sind hier geschätzt, damit alle gleich sind}}. Drück **Echte Saves eintragen** unter deinen Scores: Noch {more}, und ich vergleiche mit echten Zahlen.',
        { told, needed, videos, more: needed - told },
      ),
    fields: {
      more: 'Mehr als Zufall',
      chance: 'Nicht von Zufall zu trennen',
      fewer: 'Noch nicht vergleichbar',
      experiments: 'Was du ausprobierst',
    },
    names: {
      likes: 'Likes pro Aufruf',
      comments: 'Kommentare pro Aufruf',
      shares: 'Shares pro Aufruf',
      watched: 'gesehener Anteil der Länge',
      followers: 'neue Follower pro Aufruf',
      duration: 'Länge',
      weekend: 'am Wochenende gepostet',
    },
    direction: (rho) => (rho > 0 ? 'mehr davon, mehr Saves' : 'mehr davon, weniger Saves'),
    correlation: (name, direction, rho, low, high, n) =>
      `• **${name}**${direction === null ? '' : `: ${direction}`} · ${rho} (${low} bis ${high}), ${n} Videos`,
    weekend: (name, times, range, weekends, weekdays) =>
      `• **${name}** · das ${times}-Fache der Save-Rate von Montag bis Freitag${range}, ${weekends} und ${weekdays} Videos`,
    constant: (name, n) => `• **${name}**: bei allen ${n} Videos gleich`,
    tooFew: (name, n, needed, how) => `• **${name}**: bekannt bei ${n} von ${needed} Videos${how}`,
    tooFewDays: (name, weekends, weekdays, needed) =>
      `• **${name}**: ${weekends} am Wochenende, ${weekdays} von Montag bis Freitag; nötig sind je ${needed} (\`posted\` oder \`link\`)`,
    how: {
      watched: ' (`watch_time` und `duration`)',
      followers: ' (`new_followers`)',
      duration: ' (`duration`)',
    },
    nothing: '**Noch sticht nichts heraus.** Das ist normal: Ein paar Videos beweisen wenig.',
    found: (names) => `**${names}**: Das hängt mit deinen Saves zusammen.`,
  },

  experiments: {
    name: (name) => `**„${name}“**`,
    waiting: (during, without, needed) =>
      `${during} damit, ${without} ohne. Ab je ${needed} vergleiche ich: ${missing(needed - during, needed - without)}.`,
    found: (times, design) =>
      `Das ${times}-Fache der Save-Rate ${design === 'turns' ? 'der Videos ohne' : 'von vorher'}.`,
    possible: (low, high) => `Möglich ist das ${low}- bis ${high}-Fache`,
    anything: 'Möglich ist alles',
    behind: (during, without, design, basis) =>
      `(${during} damit, ${without} ${design === 'turns' ? 'ohne' : 'vorher'}, ${basis === 'counted' ? 'alle von dir gezählt' : 'alle aus Likes, Kommentaren und Shares geschätzt'}).`,
    more: (each) => `Mehr als Zufall, bei je ${each}.`,
    chance: (each, next) =>
      `Nicht mehr, als Zufall brächte, bei je ${each}.${next === null ? '' : ` Bei ${next} schaue ich wieder hin.`}`,
    notYet: (needed) => `Einen Schluss ziehe ich bei je ${needed}.`,
    beforeAfter:
      'Das beschreibt es nur. Eins nach dem anderen beweist nichts: Was sich sonst geändert hat, zählt auch.',
    countMore: (missing) =>
      say(
        'Schätzungen beweisen nichts über Saves. {missing, plural, =1 {Nenn eine echte Zahl mehr} other {Nenn {missing} echte Zahlen mehr}} zu diesen, und ich vergleiche Zählungen.',
        { missing },
      ),
    needed: (videos, factor) =>
      `Je ${videos}, im Wechsel und gezählt, würden einen Faktor von ${factor} in 8 von 10 Fällen zeigen.`,
    wouldHaveShown: (factor) =>
      `Ein Faktor von ${factor} hätte sich in 8 von 10 Fällen schon gezeigt.`,
    hopeless: (most, factor) =>
      `Deine Videos unterscheiden sich untereinander so sehr, dass es mehr als je ${most} bräuchte, um einen Faktor von ${factor} zu zeigen.`,
    next: {
      'with it': 'Als Nächstes: eins **damit**.',
      'without it': 'Als Nächstes: eins **ohne**.',
    },
  },

  categories: {
    title: 'Deine Kategorien im Vergleich',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Drei Knoten category:educational',
    told: (videos) =>
      say(
        'Saves in % der Aufrufe, über **{videos, plural, =1 {ein Video, dessen Saves du selbst gezählt hast} other {{videos} Videos, deren Saves du selbst gezählt hast}}**.',
        { videos },
      ),
    estimated: (videos, missing) =>
      say(
        'Saves in % der Aufrufe, **alle {videos} gleich geschätzt** aus Likes, Kommentaren und Shares. So eine Schätzung kennt die Kategorie nicht, deshalb beschreibt das nur und beweist nichts. {missing, plural, =1 {Eine echte Zahl mehr} other {{missing} echte Zahlen mehr}} in zwei Kategorien, und ich vergleiche Zählungen: Drück **Echte Saves eintragen** unter deinen Scores.',
        { videos, missing },
      ),
    none: 'Keins deiner Videos, die man beurteilen kann, hat eine Kategorie.',
    needed: (needed) =>
      `Eine Kategorie braucht **${needed}** Videos mit mindestens 1.000 Aufrufen, die einen Tag alt sind.`,
    fields: {
      more: 'Mehr als Zufall',
      chance: 'Nicht von Zufall zu trennen',
      described: 'Nach Schätzungen',
      unconcluded: 'Zu wenige für einen Schluss',
      fewer: 'Zu wenige, um etwas zu sagen',
    },
    compared: (name, median, range, n, times) =>
      `• **${name}**: ${median} %${range}, ${n} Videos · ${times}`,
    times: (times, range) => `${times}-mal so viel wie deine anderen${range}`,
    until: (more, others) =>
      `; zu wenige für einen Schluss: ${[...(more > 0 ? [`noch ${more}`] : []), ...(others > 0 ? [`noch ${others} andere`] : [])].join(' und ')}`,
    alone: 'nichts zum Vergleichen',
    tooFew: (name, median, n, needed) => `• **${name}**: ${median} %, ${n} von ${needed} Videos`,
    without: (count) =>
      say(
        '{count, plural, =1 {Ein weiteres Video hat keine `category`.} other {{count} weitere Videos haben keine `category`.}}',
        { count },
      ),
    nothing: '**Keine Kategorie sticht heraus.** Das ist normal: Ein paar Videos beweisen wenig.',
    highest: (name, median, range, basis) =>
      `**Bisher am höchsten: ${name}**, ${median} %${range}${basis === 'counted' ? '. Zu wenige für einen Schluss.' : ', nach Schätzungen.'}`,
    found: (names) => `**Das sticht heraus: ${names}**.`,
  },

  looks: (sizes) => `${sizes.slice(0, -1).join(', ')} und ${sizes.at(-1)}`,

  range: (low, high) => ` (${low} bis ${high})`,
  noRange: '',

  accuracy: {
    title: 'Wie gut meine Schätzungen waren',
    none: 'Du hast mir noch keine echten Saves genannt, also weiß ich nicht, wie weit ich danebenliege. Lies bei einem Video die Zahl am Lesezeichen ab und drück **Echte Saves eintragen** unter seinem Score, oder schick sie gleich mit:',
    noneTitle: 'Noch nichts zum Abgleichen',
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100',
    intro: (videos, most, truths) =>
      say(
        'Über {videos, plural, =1 {das eine Video, dessen echte Saves} other {die {videos} Videos, deren echte Saves}} du genannt hast{of, select, all {} other {, aus deinen letzten {most} echten Zahlen}}, von allen deinen Konten. Jedes zählt einmal, mit seiner ersten echten Zahl neben der Schätzung, wie sie gezeigt wurde.',
        { videos, most, of: truths >= most ? 'the last' : 'all' },
      ),
    latest: 'Die letzten Zählungen',
    line: (name, truth, saves, low, high, mark) =>
      `${mark} ${name}: **${truth}** gezählt, ${saves} geschätzt (${low} bis ${high})`,
    inside: '✓',
    outside: '✗',
    allSmall: (from) =>
      `Alle Schätzungen lagen unter ${from} Saves: Da entscheiden allein die ganzen Zahlen.`,
    views: (views) => `${views} Aufrufe`,
    fields: {
      trend: 'Davor und seitdem',
    },
    share: (hits, videos, percent, low, high) =>
      `**${hits} von ${videos}** in der 80-%-Spanne: ${percent} (${low} bis ${high}).`,
    holds: {
      'as promised': 'Das passt zu den versprochenen 8 von 10.',
      less: 'Das ist weniger als die versprochenen 8 von 10, und mehr, als Zufall erklärt: Für deine Videos sind die Spannen zu schmal.',
      more: 'Das ist mehr als die versprochenen 8 von 10: Für deine Videos sind die Spannen breiter als nötig.',
    },
    tooFew: (more) =>
      `Noch ${more}, und ich kann sagen, ob das zu den versprochenen 8 von 10 passt.`,
    off: (factor, range) =>
      `Die Hälfte der Schätzungen lag höchstens um den Faktor **${factor}**${range} daneben.`,
    lean: {
      low: (factor, range) => `Insgesamt waren sie zu niedrig, um den Faktor ${factor}${range}.`,
      high: (factor, range) => `Insgesamt waren sie zu hoch, um den Faktor ${factor}${range}.`,
      none: 'Ob sie eher zu niedrig oder zu hoch sind, lässt sich nicht sagen.',
    },
    trend: (first, last) =>
      `In der ersten Hälfte deiner Videos lag jede zweite Schätzung höchstens um den Faktor ${first} daneben, in der letzten höchstens um **${last}**. Das beschreibt sie nur, es beweist keine Veränderung.`,
    noTrend: (more) =>
      say(
        '{more, plural, one {Noch {more} Video} other {Noch {more} Videos}} mit echten Saves, und ich kann die erste Hälfte mit der letzten vergleichen.',
        { more },
      ),
  },
};

function missing(during: number, without: number): string {
  const parts = [
    ...(during > 0 ? [`noch ${during} damit`] : []),
    ...(without > 0 ? [`noch ${without} ohne`] : []),
  ];
  return `${parts.join(' und ')}, dann geht es`;
}
