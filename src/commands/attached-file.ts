/** A file that Discord holds for a command. */
export interface AttachedFile {
  readonly name: string;
  /** Where it can be fetched. */
  readonly url: string;
  /** In bytes, as Discord says. */
  readonly size: number;
}
