/** Discord answers that it doesn't know the bot's token. What was asked for wasn't done. */
export class LockedOut extends Error {
  override readonly name = 'LockedOut';
  /** Whether Discord has been asked again and means it; else it may pass. */
  readonly isCertain: boolean;

  constructor(isCertain: boolean) {
    super(
      isCertain
        ? 'Discord doesn’t take the token any more.'
        : 'Discord doesn’t take the token just now.',
    );
    this.isCertain = isCertain;
  }
}
