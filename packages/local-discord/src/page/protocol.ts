import type {
  APIApplicationCommandOption,
  APIEmbed,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';

// What the page and its server say to each other: types alone, so that both can import them.

/** Somebody to be, and what they see of their server. */
export interface MemberView {
  readonly id: string;
  readonly name: string;
  /** What they are there: member, moderator, owner. */
  readonly standing: string;
  /** The language their Discord is set to. */
  readonly locale: string;
  /** Ids of the channels they may look into. */
  readonly channels: readonly string[];
}

/** A place of a server. A forum can't be entered, only its posts: they are threads. */
export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'forum' | 'thread';
  /** Of a thread the channel or forum it belongs to. */
  readonly parentId: string | undefined;
}

/** A language that somebody's Discord may be set to. */
export interface LocaleView {
  readonly code: string;
  /** In itself. */
  readonly name: string;
}

/** A server with everything that mentions may name. */
export interface ServerView {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly ChannelView[];
  readonly members: readonly MemberView[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

/** A command, or a subcommand of one, as the box offers it. */
export interface CommandView {
  /** `/faq saves`: what is typed to get it. */
  readonly name: string;
  /** The command's id, for mentions of it. */
  readonly id: string;
  readonly description: string;
  readonly options: readonly ValueOption[];
}

/** An option that takes a value. */
export type ValueOption = Exclude<APIApplicationCommandOption, { type: 1 | 2 }>;

/** A file of a message, at an address of the page's own. */
export interface FileView {
  readonly name: string;
  readonly url: string;
  readonly size: number;
  readonly contentType: string;
  readonly description: string | undefined;
}

/** A message as its reader sees it. */
export interface MessageView {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string; readonly bot: boolean };
  /** The command it answers, and who used it. */
  readonly uses: {
    readonly userId: string;
    readonly name: string;
    readonly command: string;
  } | null;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly FileView[];
  readonly ephemeral: boolean;
  /** The bot is thinking. */
  readonly loading: boolean;
  readonly createdAt: string;
  readonly edited: boolean;
  /** Whether it notified the reader. */
  readonly pinged: boolean;
}

/** What a person can fill in a modal. */
export interface ModalInputView {
  readonly label: string;
  readonly description: string | undefined;
  readonly kind: 'short' | 'paragraph' | 'one' | 'several' | 'yes' | 'file';
  readonly required: boolean;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly placeholder: string;
  readonly value: string;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description: string | undefined;
    readonly chosen: boolean;
  }[];
}

/** A modal to fill in; `id` names it when it is sent. */
export interface ModalView {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly inputs: readonly ModalInputView[];
}

/** A line of the side panel: something a person did, or a request of the bot. */
export interface ActivityView {
  readonly id: number;
  readonly kind: 'interaction' | 'request';
  /** `/score` by Mia, or `POST /interactions/…/callback`. */
  readonly title: string;
  readonly who: string;
  /** Of a request; 0 if the connection broke. */
  readonly status: number | undefined;
  /** How long the answer took, in milliseconds; undefined while it is awaited. */
  readonly ms: number | undefined;
  /** What became of an interaction: `answered`, `no answer`, `not delivered`. */
  readonly outcome: string;
  readonly violations: readonly string[];
}

/** What a line of the side panel is made of. */
export interface ActivityDetail {
  readonly interaction: unknown;
  readonly body: unknown;
  readonly answer: unknown;
}

/** Troubles that can be switched on. */
export type FaultName = 'slow' | 'rate limit' | 'server error' | 'lost connection';

/** How a trouble is switched: not at all, for the bot's next request, or until switched off. */
export type FaultMode = 'off' | 'next' | 'always';

/** Where everything stands that isn't a message. */
export interface StatusView {
  readonly faults: Readonly<Record<FaultName, FaultMode>>;
  /** Whether the bot's gateway connection is open. */
  readonly connected: boolean;
  /** The bot's process has ended. */
  readonly ended: boolean;
  /** Rules of Discord the bot broke so far. */
  readonly violations: number;
  /** How far the local Discord's clock is ahead of the machine's, in milliseconds. */
  readonly aheadMs: number;
  /** What this demo can do beyond a plain channel. */
  readonly can: { readonly passTime: boolean; readonly fillSample: boolean };
}

/** A command to begin with: what it shows, and the line as it is typed. */
export interface TourStep {
  readonly say: string;
  readonly line: string;
}

/** All that a person sees on entering a channel. */
export interface EntryView {
  readonly servers: readonly ServerView[];
  readonly locales: readonly LocaleView[];
  readonly memberId: string;
  readonly channelId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly commands: readonly CommandView[];
  /** Names of the commands in the menu of a message. */
  readonly messageCommands: readonly string[];
  readonly messages: readonly MessageView[];
  readonly activity: readonly ActivityView[];
  readonly status: StatusView;
  /** Commands to begin with, each with what it shows. */
  readonly tour: readonly TourStep[];
  /** Names of files to try with, at `/samples/` and their place. */
  readonly samples: readonly string[];
}

/** What the server tells the page as it happens. */
export type PageEvent =
  | { readonly kind: 'entry'; readonly entry: EntryView }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'activity'; readonly activity: ActivityView }
  | { readonly kind: 'status'; readonly status: StatusView }
  | { readonly kind: 'report'; readonly text: string };

/** A file on its way to a command, or with a form. */
export interface FileUpload {
  readonly name: string;
  readonly contentType: string;
  readonly base64: string;
}

/** What came of something a person did. */
export type ActReply =
  /** What changes shows in the channel. */
  | { readonly kind: 'done' }
  | { readonly kind: 'modal'; readonly modal: ModalView }
  /** Three seconds passed without an answer. */
  | { readonly kind: 'no response' }
  /** It couldn't be sent, in one sentence. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Suggestions for an option. */
export interface SuggestReply {
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
}

/** What is wrong with the values of options, by the option's name. */
export interface CheckReply {
  readonly wrong: Readonly<Record<string, string>>;
}
