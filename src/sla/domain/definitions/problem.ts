/** Why a definition is refused, or what to be warned of, and how to mend it. */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Which definition: `metric:delivery`, `calendar:berlin`. */
  readonly subject: string;
  /** Where in it: `goals.0.target`. */
  readonly path: string;
  readonly message: string;
  readonly howToMend: string;
  /** What the sentence names, for other languages: `{ group: 'duty' }`. */
  readonly params?: Readonly<Record<string, string>>;
}

export const refusal = (
  code: string,
  subject: string,
  path: string,
  message: string,
  howToMend: string,
): Problem => ({ code, severity: 'error', subject, path, message, howToMend });

export const warning = (
  code: string,
  subject: string,
  path: string,
  message: string,
  howToMend: string,
): Problem => ({ code, severity: 'warning', subject, path, message, howToMend });
