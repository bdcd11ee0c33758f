import type { APIEmbed, APIEmbedImage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import { blocks, inline } from './markup.js';
import { timeOf } from './message-time.js';
import type { Store } from './store.js';
import { isLight } from './theme.js';

/** An embed, with its fields in columns as Discord lays them out. */
export function embedView(embed: APIEmbed, store: Store): TemplateResult {
  const { title, url, description, fields = [], footer, image, thumbnail, author } = embed;
  const colour = embed.color === undefined ? undefined : `#${hex(embed.color)}`;
  const foot = [footer?.text, embed.timestamp && timeOf(embed.timestamp, store)].filter(
    (text) => text !== undefined && text !== '',
  );
  return html`<discord-embed slot="embeds" .color=${colour} ?light-theme=${isLight()}>
    ${
      author === undefined && title === undefined && description === undefined
        ? nothing
        : html`<discord-embed-description slot="description">
            ${author === undefined ? nothing : html`<div class="embed-author">${author.name}</div>`}
            ${
              title === undefined
                ? nothing
                : html`<div class="embed-title">
                    ${
                      url === undefined
                        ? inline(title, store)
                        : html`<a href=${url} target="_blank" rel="noopener noreferrer"
                            >${inline(title, store)}</a
                          >`
                    }
                  </div>`
            }
            ${description === undefined ? nothing : blocks(description, store)}
          </discord-embed-description>`
    }
    ${
      fields.length === 0
        ? nothing
        : html`<discord-embed-fields slot="fields">
            ${placed(fields).map(
              ({ field, column }) =>
                html`<discord-embed-field
                  ?inline=${column !== undefined}
                  .inlineIndex=${column}
                  ?light-theme=${isLight()}
                >
                  <div class="field-name">${inline(field.name, store)}</div>
                  ${blocks(field.value, store)}
                </discord-embed-field>`,
            )}
          </discord-embed-fields>`
    }
    ${
      thumbnail === undefined
        ? nothing
        : html`<div slot="footer" class="embed-picture">${picture(thumbnail, 'Thumbnail')}</div>`
    }
    ${
      image === undefined
        ? nothing
        : html`<div slot="footer" class="embed-picture">${picture(image, 'Picture without a description')}</div>`
    }
    ${
      foot.length === 0
        ? nothing
        : html`<discord-embed-footer slot="footer" ?light-theme=${isLight()}>
            <span>${foot.join(' • ')}</span>
          </discord-embed-footer>`
    }
  </discord-embed>`;
}

function hex(colour: number): string {
  return colour.toString(16).padStart(6, '0');
}

type Field = NonNullable<APIEmbed['fields']>[number];

/** Which third of its row an inline field stands in; the others have a row of their own. */
function placed(fields: readonly Field[]): { field: Field; column: 1 | 2 | 3 | undefined }[] {
  let before = 0;
  return fields.map((field) => {
    if (field.inline !== true) {
      before = 0;
      return { field, column: undefined };
    }
    const column = before === 0 ? 1 : before === 1 ? 2 : 3;
    before = (before + 1) % 3;
    return { field, column };
  });
}

/** A picture of the playground's own; of another's only the address, since nothing is fetched. */
function picture({ url, description }: APIEmbedImage, nameless: string): TemplateResult {
  if (url.startsWith('/')) {
    return html`<img src=${url} alt=${description ?? nameless} loading="lazy" />`;
  }
  return html`<span class="foreign">Picture at ${url} (the playground fetches nothing)</span>`;
}
