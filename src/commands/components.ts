import type { Answer, Late } from './answer.js';
import type { Asking } from './asking.js';
import type { AttachedFile } from './attached-file.js';
import type { Cost } from './cost.js';

/** A button that works for as long as its message stands. */
export interface Button {
  readonly name: string;
  readonly version: number;
  /** `ordinary` where it is left out. */
  readonly cost?: Cost;
  /** How a late answer begins. */
  late(fields: readonly string[]): Late;
  press(fields: readonly string[], asking: Asking): Promise<Answer>;
}

/** A menu to choose from, that works for as long as its message stands. */
export interface Menu {
  readonly name: string;
  readonly version: number;
  /** `ordinary` where it is left out. */
  readonly cost?: Cost;
  /** How a late answer begins. */
  late(fields: readonly string[]): Late;
  /** @param values of the options that were chosen. */
  choose(fields: readonly string[], values: readonly string[], asking: Asking): Promise<Answer>;
}

/** A modal's answer, by the custom ids of its fields, with the files that were put into it. */
export interface Modal {
  readonly name: string;
  readonly version: number;
  /** `ordinary` where it is left out. */
  readonly cost?: Cost;
  /** How a late answer begins; null for how it is with modals, as where it is left out. */
  late?(files: readonly AttachedFile[]): Late | null;
  submit(
    fields: readonly string[],
    values: ReadonlyMap<string, string>,
    asking: Asking,
    files: readonly AttachedFile[],
  ): Promise<Answer>;
}
