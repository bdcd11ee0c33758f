// npm run invite: prints the link with which the bot is added to a server. It asks Discord whose token
// it is, and changes nothing.
import { readConfig } from '../config.js';
import { createDiscord } from '../discord/client.js';
import { inviteLink } from '../discord/invite.js';
import { askForApplication } from '../discord/look.js';
import { loginProblem } from '../discord/start-problem.js';
import { readFlags } from '../lib/flags.js';
import { problemLines } from '../lib/problem.js';
import { operatorText } from '../words/operators/operator.js';
import { complain, say } from './operator.js';

readFlags(operatorText.inviteUsage, {});
const read = readConfig();
if (!read.ok) complain(read.problems.map(problemLines).join('\n'));
else {
  const discord = createDiscord(read.config);
  try {
    say(inviteLink((await askForApplication(discord.bot)).id));
  } catch (error) {
    complain(problemLines(loginProblem(error)));
  } finally {
    await discord.close();
  }
}
