import { databaseFailure, Unconfirmed } from '../db/errors.js';

/** Whether an error of a service means that the database can't be reached or written just now. */
export function isUnavailable(error: unknown): boolean {
  return databaseFailure(error) === 'unavailable';
}

/** Whether what is stored can't be read any more, so that trying again doesn't help. */
export function isDamaged(error: unknown): boolean {
  return databaseFailure(error) === 'damaged';
}

/** Whether something was sent to be stored, and nobody can tell whether it was. */
export function isUnconfirmed(error: unknown): boolean {
  return error instanceof Unconfirmed;
}
