/** What everything here throws: an `Error` with a stable `code`. */
export class BriefingError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = 'BriefingError';
    this.code = code;
  }
}

/** An error of the WebAssembly as BriefingError; all others as they are. */
export function rethrown(error) {
  if (error?.name !== 'BriefingError' || error instanceof BriefingError) return error;
  return new BriefingError(error.code, error.message, { cause: error });
}
