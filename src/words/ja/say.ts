import { saying } from '../message.js';

/** Says what depends on a number or on a case. */
export const say = saying('ja');
