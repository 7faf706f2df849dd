/** ICU messages as far as our catalogues use them: parameters, `plural` with `#`, `select`, quoted braces. */

/** A message as it is read: texts, and what stands for a parameter. */
export type Message = readonly (string | Placeholder)[];

export interface Placeholder {
  readonly name: string;
  /** `plural` or `select`; undefined for a parameter that is written as it is. */
  readonly how: string | undefined;
  /** By what they are chosen by: `one`, `=0`, a word; always with `other`. */
  readonly forms: ReadonlyMap<string, Message>;
}

const HEAD = /\{\s*(\w+)\s*(?:,\s*(\w+)\s*,?)?/y;
const FORM = /\s*(=?\w+)\s*\{/y;
const QUOTED = /''|'([{}][^']*)'/y;

/** Reads a message. Whether it is one is not asked: a test reads every text of the catalogues. */
export function readMessage(text: string): Message {
  let at = 0;
  return message();

  function message(): Message {
    const parts: (string | Placeholder)[] = [];
    while (at < text.length && text[at] !== '}') parts.push(text[at] === '{' ? placeholder() : character());
    return parts;
  }

  function placeholder(): Placeholder {
    const [, name = '', how] = next(HEAD) ?? [];
    const forms = new Map<string, Message>();
    for (let form = next(FORM); form !== null; form = next(FORM)) {
      forms.set(form[1] ?? '', message());
      at += 1;
    }
    const end = text.indexOf('}', at);
    at = end < 0 ? text.length : end + 1;
    return { name, how, forms };
  }

  function character(): string {
    const quoted = next(QUOTED);
    return quoted === null ? (text[at++] ?? '') : (quoted[1] ?? "'");
  }

  function next(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  }
}
