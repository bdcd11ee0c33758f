/** The element that has to be there. @throws where it isn't. */
export function at(list: readonly number[], index: number): number {
  const value = list[index];
  if (value === undefined) throw new Error(`No element ${index} in a list of ${list.length}.`);
  return value;
}
