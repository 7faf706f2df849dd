/** A refusal in the words and with the code that the storage service of Forge would use. */
export class KvsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'KvsError';
  }
}

/** Says no to a request that breaks a rule of the storage service. */
export function refuse(code: string, message: string, status = 400): never {
  throw new KvsError(status, code, message);
}
