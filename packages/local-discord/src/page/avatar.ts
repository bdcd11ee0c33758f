// Pictures drawn here: nothing is fetched for them.

// Dark enough for a white letter on them.
const colours = ['#5865f2', '#2d7d46', '#a0522d', '#8a3ab9', '#0f6e84', '#b03060', '#4e5d94'];

/** A coloured disc with a name's first letter. */
export function letterAvatar(name: string, id: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? '?';
  const colour = colours[Number(BigInt(/^\d+$/.test(id) ? id : 0) % BigInt(colours.length))];
  return svg(
    `<rect width="80" height="80" fill="${colour}"/>` +
      `<text x="40" y="54" font-family="sans-serif" font-size="38" fill="#fff" text-anchor="middle">${letter}</text>`,
  );
}

/** The bot's: a bookmark. */
export const botAvatar = svg(
  '<rect width="80" height="80" fill="#5865f2"/>' +
    '<path d="M26 18h28a3 3 0 0 1 3 3v42L40 51 23 63V21a3 3 0 0 1 3-3z" fill="#fff"/>',
);

function svg(content: string): string {
  const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80">${content}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(image)}`;
}
