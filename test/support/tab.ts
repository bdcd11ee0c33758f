import axe from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';

const axeResult = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
    }),
  ),
});

/** The playground's page in a browser, with everything it asked for and complained of. */
export class Tab {
  readonly page: Page;
  /** What the page asked for, as whole addresses. */
  readonly requests: string[] = [];
  /** Errors of its scripts, and what the browser refused it. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  static async open(
    browser: Browser,
    url: string,
    o: { colours?: 'light' | 'dark'; width?: number } = {},
  ): Promise<Tab> {
    const context = await browser.newContext({
      viewport: { width: o.width ?? 1300, height: 900 },
      colorScheme: o.colours ?? 'dark',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    const tab = new Tab(context, await context.newPage());
    await tab.page.goto(url);
    await tab.page.getByRole('log').waitFor();
    return tab;
  }

  /** The field in which a command is begun, and further options are taken up. */
  get box(): Locator {
    return this.page.locator('#box-text');
  }

  /** The lines of the list above the box. */
  get list(): Locator {
    return this.page.getByRole('listbox').getByRole('option');
  }

  /** The field of an option of the command in the box. */
  option(name: string): Locator {
    return this.page.locator(`#box-option-${name}`);
  }

  /** The side for people who judge or develop. */
  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Behind the scenes' });
  }

  /** The newest message that holds these words. */
  message(words: string | RegExp): Locator {
    return this.page.getByRole('article').filter({ hasText: words }).last();
  }

  /** The id of the element that has the focus. */
  async focused(): Promise<unknown> {
    return this.page.evaluate('document.activeElement?.id');
  }

  /** Pastes a whole command and sends it. */
  async command(line: string): Promise<void> {
    await this.box.click();
    await this.page.keyboard.insertText(`${line} `);
    await this.page.locator('.box-command').waitFor();
    await this.box.click();
    await this.page.keyboard.press('Enter');
  }

  /** Becomes another member of the server, or goes to another of its channels, by the name. */
  async goTo(place: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: place }).click();
    // By its words and not its role: on a narrow screen the side closes behind the choice.
    const chosen = this.page.locator(
      `#sidebar button[aria-label="${place}"], #sidebar button:has-text("${place}")`,
    );
    await expect.poll(() => chosen.getAttribute('aria-current')).toMatch(/true|page/);
  }

  /** Barriers that axe finds serious or critical, each as a sentence. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(axe.source);
    const found: unknown = await this.page.evaluate('axe.run(document)');
    return axeResult
      .parse(found)
      .violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
      );
  }

  /** Closes it; fails if it asked anything of another origin, or complained. */
  async close(): Promise<void> {
    const { origin } = new URL(this.page.url());
    await this.#context.close();
    expect(
      this.requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
    ).toEqual([]);
    expect(this.complaints).toEqual([]);
  }
}
