/** How far the bot has come: who waits for its start, or begins nothing while it stops, asks here. */
export class Lifecycle {
  readonly #start: { readonly done: Promise<void>; readonly say: () => void };
  #stopping = false;

  constructor() {
    let say: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      say = resolve;
    });
    this.#start = { done, say };
  }

  /** Resolves when the bot has started; never, if its start failed. */
  get started(): Promise<void> {
    return this.#start.done;
  }

  /** Whether the bot is about to end: then nothing new is begun. */
  get isStopping(): boolean {
    return this.#stopping;
  }

  hasStarted(): void {
    this.#start.say();
  }

  /** @returns whether it is this call that begins the end. */
  beginStop(): boolean {
    const isFirst = !this.#stopping;
    this.#stopping = true;
    return isFirst;
  }
}
