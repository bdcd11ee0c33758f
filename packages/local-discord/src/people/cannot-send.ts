/** What a person's Discord says instead of sending something that can't be sent. */
export class CannotSend extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotSend';
  }
}
