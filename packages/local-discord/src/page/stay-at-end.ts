/** How far from the end still counts as there, in pixels. */
const near = 80;

/**
 * Keeps a list at its end while its reader is there. The components in it draw themselves in
 * their own time, pictures come later and the box below grows: none of these is the reader leaving.
 */
export class StayAtEnd {
  #list: HTMLElement | null = null;
  #stays = true;
  #lastTop = 0;
  readonly #sizes = new ResizeObserver(() => this.#follow());

  /** Goes to the end and stays there, as after something of the reader's own. */
  goThere(): void {
    this.#stays = true;
    this.#follow();
  }

  /** Watches a list from now on; one that is watched already goes on as it was. */
  watch(list: HTMLElement | null): void {
    if (list === this.#list) return;
    this.#sizes.disconnect();
    this.#list = list;
    this.#lastTop = 0;
    if (list === null) return;
    // A list that was left is taken off the page, and its listener with it.
    list.addEventListener('scroll', () => this.#scrolled(list), { passive: true });
    for (const part of [list, ...list.children]) this.#sizes.observe(part);
    this.goThere();
  }

  #scrolled(list: HTMLElement): void {
    if (list !== this.#list) return;
    const left = list.scrollHeight - list.scrollTop - list.clientHeight;
    if (left < near) this.#stays = true;
    else if (list.scrollTop < this.#lastTop) this.#stays = false;
    this.#lastTop = list.scrollTop;
  }

  #follow(): void {
    if (!this.#stays || this.#list === null) return;
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#lastTop = this.#list.scrollTop;
  }
}
