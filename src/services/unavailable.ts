import { databaseFailure } from '../db/errors.js';

/** Whether an error of a service means that the database can't be reached or written just now. */
export function isUnavailable(error: unknown): boolean {
  return databaseFailure(error) === 'unavailable';
}
