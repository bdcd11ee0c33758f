import type { Language } from '../words.js';
import { digestText, permissionText } from './digest.js';
import { say } from './say.js';

export const noticesText: Language['notices'] = {
  title: 'Der Wochenrückblick braucht Hilfe',
  waits: (week) => `${week}: Der Wochenrückblick wartet.`,
  ahead: 'So kann der nächste nicht gepostet werden.',
  once: 'Das sage ich einmal. Ist es behoben und kommt etwas anderes, schreibe ich wieder.',
  button: 'Wie es steht',
  goTo: (channelId) => `Wenn etwas schiefgeht, sage ich es in <#${channelId}>.`,
  goNowhere:
    'Wenn etwas schiefgeht, steht es nur in `/digest status`. Mit `/settings change` und `notices` nennst du einen Kanal, in den ich es schreibe.',
  cannotNotify: 'Dort kann ich noch keine Hinweise schreiben',
  obstacle(obstacle, channelId) {
    if (typeof obstacle === 'string') return digestText.obstacle(obstacle, channelId);
    switch (obstacle.kind) {
      case 'missing permissions': {
        const names = obstacle.permissions.map((name) => `**${permissionText[name]}**`).join(', ');
        return say(
          'In <#{channelId}> {count, plural, one {fehlt mir die Berechtigung} other {fehlen mir die Berechtigungen}} {names}. Öffne die Kanaleinstellungen → Berechtigungen, füge dort meine Rolle hinzu und erlaube {count, plural, one {sie} other {alle}}. Mach dann `/settings change` noch mal.',
          { channelId, names, count: obstacle.permissions.length },
        );
      }
      case 'no such channel':
        return 'Diesen Kanal gibt es nicht mehr, oder ich kann darin nicht schreiben. Wähle einen anderen.';
      case 'timed out':
        return 'Ich bin auf diesem Server im Timeout. Heb ihn auf (Rechtsklick auf mich → Timeout entfernen), dann mach `/settings change` noch mal.';
      case 'not in the server':
        return digestText.obstacle(obstacle, channelId);
    }
  },
};
