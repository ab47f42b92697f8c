/** A start that cannot go on; the message is one plain sentence with the remedy. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
