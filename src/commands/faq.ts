import {
  answerButtons,
  contentsButtons,
  didYouMeanEmbed,
  entryButtons,
  faqAnswerEmbed,
  faqMoreEmbed,
  savesOverviewEmbed,
  topicPageEmbed,
  topicsEmbed,
} from '../embeds/faq.js';
import { questionIn } from '../embeds/translated.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { within } from '../lib/within.js';
import {
  type Entry,
  type Knowledge,
  savesOverview,
  type Topic,
} from '../services/knowledge/knowledge.js';
import { type TopicPage, topicPages } from '../services/knowledge/pages.js';
import type { Words } from '../words/words.js';
import type { Answer, MessageView } from './answer.js';
import { type Asking, publicWords } from './asking.js';
import type { Button } from './components.js';
import { type CommandModule, defineCommand, runnable } from './define.js';

/** Milliseconds that whoever types waits for the search; after two seconds nothing would be offered. */
const TYPING_PATIENCE = 1_000;

/** Longer than any question; what is longer is cut by Discord while typing. */
const QUESTION_LENGTH = 200;

const saves = runnable({
  description: (words) => words.commands.faq.saves.description,
  options: {
    question: {
      type: 'text',
      description: (words) => words.commands.faq.saves.question,
      maxLength: QUESTION_LENGTH,
      autocomplete: (typed, asking) => suggestions(typed, asking, 'saves'),
    },
  },
  ephemeral: false,
  run: async ({ question }, asking) => {
    const { knowledge } = await asking.services;
    if (question !== undefined) return reply(question, knowledge, asking, 'saves');
    const overview = savesOverview(knowledge);
    const words = await publicWords(asking);
    return publicly({
      embeds: [savesOverviewEmbed(overview, asking.at, words)],
      components: entryButtons(overview.mostAsked, openId, words),
    });
  },
});

const ask = runnable({
  description: (words) => words.commands.faq.ask.description,
  options: {
    question: {
      type: 'text',
      description: (words) => words.commands.faq.ask.question,
      maxLength: QUESTION_LENGTH,
      required: true,
      autocomplete: (typed, asking) => suggestions(typed, asking),
    },
  },
  ephemeral: false,
  run: async ({ question }, asking) => reply(question, (await asking.services).knowledge, asking),
});

/** Only for the caller: turning its pages mustn't change what others are reading. */
const topics = runnable({
  description: (words) => words.commands.faq.topics.description,
  options: {},
  cost: 'light',
  ephemeral: true,
  run: async (_, { services, words }) =>
    privately(contents((await services).knowledge, undefined, 1, words)),
});

/** Opens an answer beside the message, for whoever presses: the message stays as it is for others. */
const open: Button = {
  name: 'faq-open',
  version: 1,
  cost: 'light',
  late: () => ({ as: 'message', ephemeral: true }),
  press: pressFor(answerView),
};

/** Opens the detail behind an answer, for whoever presses. */
const more: Button = {
  name: 'faq-more',
  version: 1,
  cost: 'light',
  late: () => ({ as: 'message', ephemeral: true }),
  press: pressFor((entry, knowledge, at, words) => ({
    embeds: [faqMoreEmbed(entry, at, words)],
    components: entryButtons(knowledge.related(entry), openId, words),
  })),
};

/** Chooses what was meant: whoever asked gets it in place of the question back, others beside it. */
const choose: Button = {
  name: 'faq-choose',
  version: 1,
  cost: 'light',
  late: () => ({ as: 'update', ephemeral: true }),
  press: async ([id = '', askedBy], { services, at, callerId, words }) => {
    const { knowledge } = await services;
    const entry = knowledge.byId(id);
    if (!entry) return privately({ content: words.faq.gone });
    const view = answerView(entry, knowledge, at, words);
    return askedBy === String(callerId) ? { kind: 'update', view } : privately(view);
  },
};

const turn: Button = {
  name: 'faq-topics',
  version: 1,
  cost: 'light',
  late: () => ({ as: 'update', ephemeral: true }),
  press: async ([topic, number], { services, words }) => ({
    kind: 'update',
    view: contents((await services).knowledge, topic, Number(number), words),
  }),
};

export const faq: CommandModule = {
  command: defineCommand({
    name: 'faq',
    forOneAlone: true,
    description: (words) => words.commands.faq.description,
    subcommands: { saves, ask, topics },
  }),
  buttons: [open, more, choose, turn],
};

/**
 * What fits what is typed so far. Right after a start the search may not be ready in time: then it is
 * chosen from what is offered before the first letter.
 */
export async function suggestions(
  typed: string,
  { services, words, channelWords }: Pick<Asking, 'services' | 'words' | 'channelWords'>,
  topic?: Topic,
) {
  const { knowledge } = await services;
  const languages = [words.locale, channelWords.locale];
  const isReady = await within(TYPING_PATIENCE, knowledge.prepare(languages)).then(
    () => true,
    () => false,
  );
  const found = knowledge.suggest(isReady ? typed : '', { topic, languages });
  return found.map((entry) => ({ name: questionIn(entry, words), value: entry.id }));
}

/** The answer to a question, for everybody; or what it may have meant, for the caller alone. */
async function reply(
  question: string,
  knowledge: Knowledge,
  asking: Asking,
  topic?: Topic,
): Promise<Answer> {
  const { at, callerId, words } = asking;
  const channelWords = await publicWords(asking);
  const languages = [words.locale, channelWords.locale];
  await knowledge.prepare(languages);
  const answer = knowledge.answer(question, { topic, languages });
  if (answer.kind === 'answer') {
    return publicly(answerView(answer.entry, knowledge, at, channelWords));
  }
  const { mostAsked } = savesOverview(knowledge);
  const offered = answer.nearest.length > 0 ? answer.nearest : mostAsked;
  const command = topic === 'saves' ? '/faq saves' : '/faq ask';
  return privately({
    embeds: [didYouMeanEmbed(question, answer.nearest, mostAsked, command, words)],
    components: entryButtons(
      offered,
      (entry) =>
        encodeCustomId({
          name: choose.name,
          version: choose.version,
          fields: [entry.id, String(callerId)],
        }),
      words,
    ),
  });
}

/** What a press on an entry's button shows, to whoever presses. */
function pressFor(
  view: (entry: Entry, knowledge: Knowledge, at: Date, words: Words) => MessageView,
): Button['press'] {
  return async ([id = ''], { services, at, words }) => {
    const { knowledge } = await services;
    const entry = knowledge.byId(id);
    return privately(entry ? view(entry, knowledge, at, words) : { content: words.faq.gone });
  };
}

/** How many answers to read next an answer offers: on a phone each button takes a line. */
const MOST_NEXT = 3;

/** An answer as it is given first; those about saves lead to what the word can mean. */
function answerView(entry: Entry, knowledge: Knowledge, at: Date, words: Words): MessageView {
  const { what } = savesOverview(knowledge);
  const leads = entry.topics.includes('saves') && entry !== what;
  const related = knowledge.related(entry).filter((other) => !leads || other !== what);
  const moreId = encodeCustomId({ name: more.name, version: more.version, fields: [entry.id] });
  return {
    embeds: [faqAnswerEmbed(entry, at, words)],
    components: answerButtons(
      moreId,
      [
        ...related
          .slice(0, MOST_NEXT)
          .map((other) => ({ label: questionIn(other, words), customId: openId(other) })),
        ...(leads ? [{ label: words.faq.saveOrDownload, customId: openId(what) }] : []),
      ],
      words,
    ),
  };
}

/** A page of everything there is; an unknown place is the list of topics. */
function contents(
  knowledge: Knowledge,
  topic: string | undefined,
  number: number,
  words: Words,
): MessageView {
  const pages = topicPages(knowledge.topics);
  const at = pages.findIndex((page) => page.topic === topic && page.number === number);
  const page = pages[at];
  const all = pages.length + 1;
  if (page === undefined) {
    const firsts = pages.filter((one) => one.number === 1);
    const jumps = firsts.map((one) => ({
      label: words.faq.topics[one.topic].title,
      customId: turnId(one),
    }));
    return {
      embeds: [topicsEmbed(knowledge.topics, all, words)],
      components: contentsButtons(jumps, []),
    };
  }
  const [before, after] = [pages[at - 1], pages[at + 1]];
  const { previous, all: allTopics, next } = words.faq.contents;
  return {
    // The list of topics is the first page.
    embeds: [topicPageEmbed(page, at + 2, all, words)],
    components: contentsButtons(
      page.entries.map((entry, place) => ({
        label: String(page.firstNumber + place),
        customId: openId(entry),
      })),
      [
        ...(before ? [{ label: previous, customId: turnId(before) }] : []),
        { label: allTopics, customId: ALL_TOPICS },
        ...(after ? [{ label: next, customId: turnId(after) }] : []),
      ],
    ),
  };
}

const ALL_TOPICS = encodeCustomId({ name: turn.name, version: turn.version, fields: [] });

function turnId(page: TopicPage): string {
  return encodeCustomId({
    name: turn.name,
    version: turn.version,
    fields: [page.topic, String(page.number)],
  });
}

function openId({ id }: Entry): string {
  return encodeCustomId({ name: open.name, version: open.version, fields: [id] });
}

function publicly(view: MessageView): Answer {
  return { kind: 'message', view, ephemeral: false };
}

function privately(view: MessageView): Answer {
  return { kind: 'message', view, ephemeral: true };
}
