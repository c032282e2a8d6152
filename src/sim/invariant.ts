/** An engine fault: something that must always hold did not. Names the hour, the person and the steps at fault. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}
