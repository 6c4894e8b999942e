/** Makes a switch over a union exhaustive: a new member fails to compile here. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
