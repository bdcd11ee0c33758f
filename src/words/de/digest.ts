import type { DigestPermission } from '../../services/digest/reason.js';
import type { Language } from '../words.js';
import { say } from './say.js';

export const weekdays: Language['weekdays'] = {
  monday: 'Montag',
  tuesday: 'Dienstag',
  wednesday: 'Mittwoch',
  thursday: 'Donnerstag',
  friday: 'Freitag',
  saturday: 'Samstag',
  sunday: 'Sonntag',
};

/** As Discord's German app calls them. */
export const permissionText: Readonly<Record<DigestPermission, string>> = {
  'View Channel': 'Kanal anzeigen',
  'Read Message History': 'Nachrichtenverlauf anzeigen',
  'Send Messages': 'Nachrichten senden',
  'Embed Links': 'Links einbetten',
  'Attach Files': 'Dateien anhängen',
};

export const digestText: Language['digest'] = {
  cannotPost: 'Dort kann ich noch nicht posten',
  on: 'Der Wochenrückblick ist an',
  whichOne: (time, zone) =>
    `${time && zone ? 'Was' : time ? 'Welche Zeit' : 'Welchen Ort'} meinst du?${zone ? ' Jeder stellt die Uhr nach eigenen Regeln um; für einen anderen Ort nimm `/digest setup` mit einer Stadt.' : ''}\n**Noch ist nichts geändert.**`,
  title: 'Wochenrückblick',
  week: (from) => `Woche ab ${from}`,
  rule: (channelId, day, time, timezone, quiet) =>
    `Jeden **${day}** um **${time}** (${timezone}) in <#${channelId}>. ${quiet}`,
  quiet: {
    skip: 'Ruhige Wochen werden ausgelassen.',
    post: 'Ruhige Wochen bekommen einen kurzen Post.',
  },
  next: (at, relative, there, timezone) =>
    `Nächster: ${at}, ${relative}. Das ist ${there} in ${timezone}.`,
  goesNow: 'Der fällige geht gerade schon raus.',
  lastField: 'Die letzten',
  wrongField: 'Was nicht stimmt',
  never: 'Bisher war keiner fällig.',
  neverSetUp: 'Hier ist keiner eingerichtet. `/digest setup` schaltet ihn ein.',
  unreadable:
    'Meine Notizen zum Wochenrückblick hier kann ich nicht lesen. `/digest setup` schreibt sie neu; dann geht es weiter.',
  isOff: 'Er ist ausgeschaltet. `/digest setup` schaltet ihn wieder ein.',
  turnedOff:
    'Der Wochenrückblick ist aus. Es wird nichts mehr gepostet; `/digest setup` schaltet ihn wieder ein.',
  wasOff: 'Der Wochenrückblick ist schon aus.',
  setUpHint: 'Wie er aussehen wird, zeigt `/digest preview`; wie er läuft, `/digest status`.',
  posted: (week, at, link) => `✓ ${week}: [gepostet](${link}) ${at}`,
  coming: (week, at) => `⏳ ${week}: wird gepostet, fällig ${at}`,
  again: (week, attempts, at) =>
    `⏳ ${week}: von Discord ${attempts} abgelehnt; nächster Versuch ${at}`,
  parked: (week, why, at) => `⚠️ ${week}: wartet. ${why} Ich schaue ${at} wieder nach.`,
  skipped: (week, why) => `➖ ${week}: nicht gepostet. ${why}`,
  fault: {
    'time zone':
      'Ich kenne die eingestellte Zeitzone nicht. Mach `/digest setup` noch mal, mit einer Zone aus der Liste.',
    row: 'Meine Notizen dazu kann ich nicht lesen. Ich versuche es weiter; bleibt es so, sag es bitte denen, die mich betreiben. Warum, steht im Log.',
    other:
      'Beim Zusammenstellen ging bei mir etwas schief. Sag es bitte denen, die mich betreiben; warum, steht im Log.',
  },
  times: (n, count) => say('{count, plural, =1 {einmal} other {{n}-mal}}', { n, count }),
  obstacle(obstacle, channelId) {
    if (obstacle === 'locked out') {
      return 'Discord nimmt meinen Schlüssel gerade nicht an, deshalb kann ich weder nachsehen noch posten. Ich frage jede Minute wieder und mache von selbst weiter, sobald es geht. Bleibt es so, sag es denen, die mich betreiben.';
    }
    if (obstacle === 'unknown') {
      return 'Discord hat mir nicht gesagt, ob ich im Kanal posten kann. Frag in einer Minute noch mal.';
    }
    switch (obstacle.kind) {
      case 'missing permissions': {
        const names = obstacle.permissions.map((name) => `**${permissionText[name]}**`).join(', ');
        return say(
          'In <#{channelId}> {count, plural, one {fehlt mir die Berechtigung} other {fehlen mir die Berechtigungen}} {names}. Öffne die Kanaleinstellungen → Berechtigungen, füge dort meine Rolle hinzu und erlaube {count, plural, one {sie} other {alle}}; dann geht es von selbst weiter, oder mit `/digest setup`.',
          { channelId, names, count: obstacle.permissions.length },
        );
      }
      case 'no such channel':
        return 'Den Kanal gibt es nicht mehr, oder ich kann darin nicht posten. Wähle mit `/digest setup` einen anderen.';
      case 'not in the server':
        return 'Ich bin nicht auf dem Server. Füge mich mit dem Link in meinem Profil wieder hinzu; dann geht es von selbst weiter.';
      case 'timed out':
        return 'Ich bin auf diesem Server im Timeout. Heb ihn auf (Rechtsklick auf mich → Timeout entfernen); dann geht es von selbst weiter.';
    }
  },
  reason(reason, channelId) {
    switch (reason.kind) {
      case 'discord failing':
        return 'Es scheiterte jedes Mal an Discord. Hier ist nichts zu tun; ich versuche es zwei Tage lang weiter.';
      case 'refused':
        return `Discord nimmt den Post nicht an (Code ${reason.code}). Das ist ein Fehler von mir: Sag es bitte denen, die mich betreiben.`;
      case 'in doubt':
        return 'Ich weiß nicht, ob er gepostet wurde: Seitdem wurde im Kanal zu viel geschrieben. Such dort danach; ich will ihn nicht zweimal posten.';
      case 'fault':
        return this.fault[reason.of ?? 'other'];
      case 'too late':
        return 'Ich lief nicht, als er fällig war, und auch in den zwei Tagen danach nicht.';
      case 'quiet':
        return 'Es war eine ruhige Woche, und ruhige Wochen werden ausgelassen.';
      case 'turned off':
        return 'Der Wochenrückblick war ausgeschaltet.';
      default:
        return this.obstacle(reason, channelId);
    }
  },
};
