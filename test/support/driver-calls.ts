/**
 * Hears of every call of a driver's method, with its arguments, until the function it returns is
 * called.
 */
export function hearCalls(
  { of, name }: { of: object; name: string },
  heard: (args: readonly unknown[]) => void,
): () => void {
  const real: unknown = Reflect.get(of, name);
  if (typeof real !== 'function') throw new Error(`The driver has no ${name} any more.`);
  Reflect.set(of, name, function (this: unknown, ...args: unknown[]): unknown {
    heard(args);
    return Reflect.apply(real, this, args);
  });
  return () => {
    Reflect.set(of, name, real);
  };
}
