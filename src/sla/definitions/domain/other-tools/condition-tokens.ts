/** Why a text is no condition here; `what` is the part of it. */
export interface ConditionFault {
  readonly code: 'CONDITION_SYNTAX' | 'CONDITION_FIELD' | 'CONDITION_VALUE';
  readonly what: string;
}

export class Fault extends Error {
  constructor(readonly fault: ConditionFault) {
    super(fault.code);
  }
}

export interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|<=|>=|[=<>(),~!])|([^\s"'=<>(),~!]+))/y;

export const syntax = (what: string): Fault => new Fault({ code: 'CONDITION_SYNTAX', what });

/** The words of a text in JQL, quotes taken off. @throws Fault on a quote that never ends */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw syntax(text.slice(at).trim());
    const quoted = found[1] ?? found[2];
    tokens.push({
      text: (quoted ?? found[3] ?? found[4] ?? '').replace(/\\(.)/g, '$1'),
      quoted: quoted !== undefined,
    });
  }
  return tokens;
}
