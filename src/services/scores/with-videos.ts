/** How often rows are read again whose video went between two statements. */
const ATTEMPTS = 3;

/**
 * Readings with their videos, which come in a statement of their own: where a merge or a removal is
 * done between the two, a reading comes without one, and all of it is read again.
 *
 * @param read reads them; Prisma's types say that a video is always there.
 * @returns only whole ones.
 */
export async function withVideos<R extends { readonly video: object | null }>(
  read: () => Promise<R[]>,
): Promise<R[]> {
  for (let attempt = 1; ; attempt += 1) {
    const rows = await read();
    const whole = rows.filter(({ video }) => video !== null);
    if (whole.length === rows.length || attempt === ATTEMPTS) return whole;
  }
}
