import type { Store } from './store.js';

/** Below these widths the sides lie over the channel; as in `styles/narrow.css`. */
const overChannel = {
  sidebar: matchMedia('(max-width: 760px)'),
  panel: matchMedia('(max-width: 1100px)'),
};
type Drawer = keyof typeof overChannel;

/** The id of the button that opens and closes a side. */
export function toggleId(drawer: Drawer): string {
  return `${drawer}-toggle`;
}

/** Opens or closes a side; one that lies over the channel takes the focus along. */
export function toggle(drawer: Drawer, store: Store): void {
  const opens = !isOpen(drawer, store);
  setOpen(drawer, opens, store);
  if (!opens) focusSoon(toggleId(drawer));
  else if (overChannel[drawer].matches) focusSoon(drawer);
}

/** Escape closes the side that lies over the channel, where nothing else took the key. */
export function closeByEscape(event: KeyboardEvent, store: Store): void {
  if (event.key !== 'Escape' || event.defaultPrevented || store.modal !== undefined) return;
  const open = (['sidebar', 'panel'] as const).find(
    (drawer) => isOpen(drawer, store) && overChannel[drawer].matches,
  );
  if (open !== undefined) toggle(open, store);
}

function isOpen(drawer: Drawer, store: Store): boolean {
  return drawer === 'panel' ? store.panelOpen : store.sidebarOpen;
}

function setOpen(drawer: Drawer, open: boolean, store: Store): void {
  store.change(() => {
    if (drawer === 'panel') store.panelOpen = open;
    else store.sidebarOpen = open;
  });
}

/** To an element, or the first button in it, once it is drawn. */
function focusSoon(id: string): void {
  setTimeout(() => {
    const element = document.getElementById(id);
    const button =
      element instanceof HTMLButtonElement ? element : element?.querySelector('button');
    button?.focus();
  });
}
