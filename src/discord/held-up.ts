import { AsyncLocalStorage } from 'node:async_hooks';
import { DecoratorHandler, type Dispatcher } from 'undici';

/** A request that was held up until somebody else might have done the same: it wasn't sent, or not all of it. */
export class HeldUp extends Error {
  override readonly name = 'HeldUp';

  constructor() {
    super('held up for so long that another process may do it');
  }
}

const underWay = new AsyncLocalStorage<() => boolean>();

/**
 * Sends a request unless something holds it up. It is asked as late as can be, as its first byte
 * and each part after it is written: before that it may have waited in queues, for a connection, or
 * with the whole machine.
 *
 * @param isInTime asked again and again, so it has to be cheap.
 * @throws HeldUp instead of sending it.
 */
export function whileInTime<T>(isInTime: () => boolean, request: () => Promise<T>): Promise<T> {
  if (!isInTime()) return Promise.reject(new HeldUp());
  return underWay.run(isInTime, request);
}

/** For the connections that such requests take. */
export const refuseHeldUp: Dispatcher.DispatcherComposeInterceptor =
  (dispatch) => (options, handler) => {
    const isInTime = underWay.getStore();
    if (isInTime === undefined) return dispatch(options, handler);
    return dispatch(options, new Refusing(handler, isInTime));
  };

class Refusing extends DecoratorHandler implements Dispatcher.DispatchHandlers {
  readonly #handler: Dispatcher.DispatchHandlers;
  readonly #isInTime: () => boolean;
  #abort: (reason?: Error) => void = () => undefined;

  constructor(handler: Dispatcher.DispatchHandlers, isInTime: () => boolean) {
    super(handler);
    this.#handler = handler;
    this.#isInTime = isInTime;
  }

  onConnect(abort: (reason?: Error) => void): void {
    this.#abort = abort;
    this.#handler.onConnect?.(abort);
    this.#look();
  }

  onBodySent(size: number, total: number): void {
    this.#handler.onBodySent?.(size, total);
    this.#look();
  }

  #look(): void {
    if (!this.#isInTime()) this.#abort(new HeldUp());
  }
}
