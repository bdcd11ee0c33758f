/** How the page looks: as the system is set, unless it was switched. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'keepsake-playground-theme';
const systemIsLight = matchMedia('(prefers-color-scheme: light)');
let theme: Theme = read();

/** The theme as it was chosen. */
export function currentTheme(): Theme {
  return theme;
}

/** Whether the page is light now. */
export function isLight(): boolean {
  return theme === 'light' || (theme === 'system' && systemIsLight.matches);
}

/** Chooses a theme and keeps it for the next visit. */
export function chooseTheme(chosen: Theme): void {
  theme = chosen;
  try {
    localStorage.setItem(key, chosen);
  } catch {
    // A browser that keeps nothing shows it all the same.
  }
  show();
}

/** Shows the theme, and tells when the system changes its own. */
export function followTheme(onChange: () => void): void {
  show();
  systemIsLight.addEventListener('change', () => {
    show();
    onChange();
  });
}

function show(): void {
  document.documentElement.dataset['theme'] = isLight() ? 'light' : 'dark';
}

function read(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
