import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordTime } from '@skyra/discord-components-core/discord-time.js';
import { type CSSResult, css } from 'lit';

// The components' own colours are those of an older Discord, and too pale to be read by
// everybody. They take the page's; a style sheet of the page can't reach into them.

const styles: readonly [{ elementStyles: unknown[] }, CSSResult][] = [
  [
    DiscordMessage,
    css`
      :host {
        padding-right: 16px;
      }
      .discord-message-timestamp,
      .discord-message-edited {
        color: var(--quiet) !important;
      }
      :host([highlight]) {
        background-color: color-mix(in srgb, #faa61a 14%, transparent) !important;
      }
      .discord-author-avatar img {
        cursor: inherit;
      }
      .discord-message-content {
        min-width: 0;
      }
      /* As Discord's app lays a message out on a phone: 12, the avatar's 40, 12; 12 at the end. */
      @media (max-width: 760px) {
        :host {
          padding-inline: 12px;
        }
        .discord-author-avatar {
          margin-right: 12px;
        }
      }
    `,
  ],
  [
    DiscordAuthorInfo,
    css`
      :host .discord-author-username {
        color: var(--strong) !important;
      }
      :host .discord-author-username:hover {
        cursor: inherit;
        text-decoration: none;
      }
    `,
  ],
  [
    DiscordCommand,
    css`
      :host,
      :host .discord-replied-message-username,
      :host .discord-replied-message-content {
        color: var(--quiet) !important;
        opacity: 1 !important;
      }
      :host .discord-slash-command-name {
        color: var(--mention) !important;
        background: var(--accent-soft) !important;
      }
    `,
  ],
  [
    DiscordEmbed,
    css`
      :host .discord-embed-wrapper {
        background-color: var(--raised) !important;
        border-color: var(--line) !important;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      :host {
        color: var(--text) !important;
      }
      /* On a phone an embed fills the column of the text; 16 at each side, the bar inside of them. */
      @media (max-width: 760px) {
        :host .discord-embed-root {
          flex: 1;
        }
        :host .discord-embed-wrapper {
          max-width: none;
          justify-self: stretch;
          border-width: 0;
        }
        :host .discord-embed-wrapper .discord-embed-grid {
          display: grid;
          grid-template-columns: minmax(0, 1fr);
          padding: 0 16px 8px 12px;
        }
      }
    `,
  ],
  [
    DiscordEmbedField,
    // Discord's own app puts fields below one another on a phone.
    css`
      @media (max-width: 760px) {
        :host {
          grid-column: 1 / -1 !important;
        }
      }
    `,
  ],
  [
    DiscordEmbedFooter,
    css`
      :host {
        /* Beside a second column, which nothing else takes, a long one squeezes all above it. */
        grid-column: 1 / 2 !important;
        color: var(--quiet) !important;
      }
    `,
  ],
  [
    DiscordMention,
    css`
      :host {
        color: var(--mention) !important;
        background-color: var(--accent-soft) !important;
        cursor: inherit;
      }
    `,
  ],
  [
    DiscordTime,
    css`
      :host {
        background-color: var(--hover);
        /* As at Discord: a long date breaks like other words. */
        white-space: normal;
      }
    `,
  ],
  [
    DiscordButton,
    css`
      .success {
        background-color: #1f7a43;
      }
      .destructive {
        background-color: #c93236;
      }
      .primary {
        background-color: #4f5ae0;
      }
      .secondary {
        background-color: var(--button);
        color: var(--strong);
      }
      .secondary.hoverable:hover {
        background-color: var(--hover);
      }
      :focus-visible {
        outline: 2px solid var(--link);
        outline-offset: 2px;
      }
    `,
  ],
];

/** Gives the components the page's colours; to be called before the first of them is shown. */
export function dressComponents(): void {
  for (const [component, style] of styles) component.elementStyles.push(style);
}
