import { type Boards, createBoards } from './boards/boards.js';
import { type Consents, createConsents } from './consent.js';
import type { PostingContext, ShowingContext, WritingContext } from './context.js';
import { createForgetting, type Forgetting } from './data/forgetting.js';
import { createDataRights, type DataRights } from './data/rights.js';
import { type ComposerContext, createDigestComposer, type WeekComposer } from './digest/content.js';
import { createDigests, type Digests } from './digest/digests.js';
import { createNoticeQueue, type NoticeQueue } from './digest/notice-queue.js';
import { createNotices, type Notices } from './digest/notices.js';
import { createDigestQueue, type DigestQueue } from './digest/queue.js';
import { createDraftAnswers, type DraftAnswers } from './drafts/draft-answers.js';
import { createGuilds, type Guilds } from './guilds.js';
import { type Changes, createChanges } from './history/changes.js';
import { createHistory, type History } from './history/history.js';
import { createImports, type Imports, type ImportsContext } from './import/imports.js';
import { createInsights, type Insights } from './insights/insights.js';
import { createInvitations, type Invitations } from './invitations.js';
import type { Content } from './knowledge/content.js';
import type { Guide } from './knowledge/guide.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { createLetterComposer, type LetterComposer } from './letters/composer.js';
import { createLetterQueue, type LetterQueue } from './letters/queue.js';
import { createReminders, type Reminders } from './letters/reminders.js';
import { createWeekly, type Weekly } from './letters/weekly-rule.js';
import { createNewcomers, type Newcomers } from './newcomers.js';
import type { Posting } from './posting/queue.js';
import { createPostingWatch } from './posting/watch.js';
import { createScores, type Scores, type ScoresContext } from './scores/scores.js';
import { createSettings, type Settings } from './settings.js';
import { createTips, type Tips } from './tips/tips.js';

/** The domain: everything a command can ask for. */
export interface Services {
  readonly guilds: Guilds;
  readonly consents: Consents;
  readonly boards: Boards;
  readonly dataRights: DataRights;
  readonly forgetting: Forgetting;
  readonly scores: Scores;
  readonly drafts: DraftAnswers;
  readonly imports: Imports;
  readonly history: History;
  readonly changes: Changes;
  readonly tips: Tips;
  readonly insights: Insights;
  readonly knowledge: Knowledge;
  readonly guide: Guide;
  /** The digest's schedule and how it went; */
  readonly digests: Digests;
  /** what it shows; */
  readonly digestComposer: WeekComposer;
  /** and those that are due. */
  readonly digestQueue: DigestQueue;
  /** What its managers are told where it doesn't go, and those notices that are due. */
  readonly notices: Notices;
  readonly noticeQueue: NoticeQueue;
  readonly settings: Settings;
  readonly invitations: Invitations;
  readonly newcomers: Newcomers;
  /** Messages to members who asked for them: what was asked for, */
  readonly reminders: Reminders;
  readonly weekly: Weekly;
  /** what they say, and those that are due. */
  readonly letterComposer: LetterComposer;
  readonly letterQueue: LetterQueue;
}

/**
 * Puts the services together over one database and one clock.
 *
 * @param o.forgetAfterDays how long a server that removed the bot is remembered.
 * @param o.gatheredFor milliseconds in which what becomes of posts is gathered to be written at once.
 */
export function createServices(
  context: ShowingContext &
    PostingContext &
    WritingContext &
    Pick<ComposerContext, 'draw'> &
    ScoresContext &
    ImportsContext,
  { knowledge, guide }: Content,
  { forgetAfterDays, ...gathering }: { forgetAfterDays: number } & Pick<Posting, 'gatheredFor'>,
): Services {
  const forgetting = createForgetting(context, forgetAfterDays);
  const consents = createConsents(context);
  const scores = createScores(context);
  const posting: Posting = { watch: createPostingWatch(context), ...gathering };
  return {
    guilds: createGuilds(context),
    consents,
    boards: createBoards(context, consents),
    dataRights: createDataRights(context, forgetting),
    forgetting,
    scores,
    drafts: createDraftAnswers(context, scores),
    imports: createImports(context),
    history: createHistory(context, consents),
    changes: createChanges(context),
    tips: createTips(context),
    insights: createInsights(context),
    knowledge,
    guide,
    digests: createDigests(context),
    digestComposer: createDigestComposer({ ...context, consents, knowledge }),
    digestQueue: createDigestQueue(context, posting),
    notices: createNotices(context),
    noticeQueue: createNoticeQueue(context, posting),
    settings: createSettings(context),
    invitations: createInvitations(context),
    newcomers: createNewcomers(context),
    reminders: createReminders(context),
    weekly: createWeekly(context),
    letterComposer: createLetterComposer(context),
    letterQueue: createLetterQueue(context, posting),
  };
}
