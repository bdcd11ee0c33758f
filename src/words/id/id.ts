import type { Language } from '../words.js';
import { boardsText } from './boards.js';
import { chartText } from './charts.js';
import {
  commandText,
  correctionModalText,
  newNumbersModalText,
  scoreFormText,
  truthModalText,
} from './commands.js';
import { dataText, exportReadme, tableText } from './data.js';
import { definitionsText } from './definitions.js';
import { digestText, weekdays } from './digest.js';
import { digestHow, digestMore, digestPost } from './digest-post.js';
import { editFormText, editText } from './edit.js';
import { errors } from './errors.js';
import { faqText } from './faq.js';
import { guideText } from './guide.js';
import { greetingText, helpText } from './help.js';
import { historyText } from './history.js';
import { howText } from './how.js';
import { accountText, importText } from './imports.js';
import { insightsText } from './insights.js';
import { letterCommands, lettersText } from './letters.js';
import { noticesText } from './notices.js';
import { pictureText } from './pictures.js';
import { doubtful, improbable, refusal } from './refusal.js';
import { sameAgeText } from './same-age.js';
import { scoreText } from './score.js';
import { settingsCommand, settingsText } from './settings.js';
import { tipsText } from './tips.js';

/** Indonesian. */
export const id: Language = {
  boards: boardsText,
  chart: chartText,
  commands: commandText,
  truthModal: truthModalText,
  scoreForm: scoreFormText,
  newNumbersModal: newNumbersModalText,
  correctionModal: correctionModalText,
  table: tableText,
  data: dataText,
  exportReadme,
  definitions: definitionsText,
  digestPost,
  digestMore,
  digestHow,
  weekdays,
  digest: digestText,
  edit: editText,
  editForm: editFormText,
  errors,
  faq: faqText,
  guide: guideText,
  help: helpText,
  greeting: greetingText,
  history: historyText,
  how: howText,
  imports: importText,
  account: accountText,
  insights: insightsText,
  letterCommands,
  letters: lettersText,
  notices: noticesText,
  picture: pictureText,
  refusal,
  doubtful,
  improbable,
  sameAge: sameAgeText,
  score: scoreText,
  settingsCommand,
  settings: settingsText,
  tips: tipsText,
};
