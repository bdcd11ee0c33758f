import { svg, type TemplateResult } from 'lit';

// Drawn here, since no font is sure to have them.

const icon = (path: string): TemplateResult<2> =>
  svg`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none"
    stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d=${path} /></svg>`;

/** Three lines: opens the side with servers and channels. */
export const menuIcon = icon('M4 6h16M4 12h16M4 18h16');
/** A cross: closes. */
export const closeIcon = icon('M6 6l12 12M18 6L6 18');
/** An arrow: sends. */
export const sendIcon = icon('M4 12h15M13 6l6 6-6 6');
/** Braces: what is behind the scenes. */
export const panelIcon = icon('M8 4c-4 0-1 8-5 8 4 0 1 8 5 8M16 4c4 0 1 8 5 8-4 0-1 8-5 8');
