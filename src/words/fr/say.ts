import { saying } from '../message.js';

export const say = saying('fr');
