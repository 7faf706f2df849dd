import { dateTime, type Reader } from '../lib/format';

/** A field's value in words, an instant in the reader's zone; empty for what the page cannot show. */
export function inWords(value: unknown, type: string | undefined, reader: Reader): string {
  if (typeof value === 'string') return type === 'datetime' ? dateTime(value, reader) : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value
      .map((each: unknown) => inWords(each, type, reader))
      .filter(Boolean)
      .join(', ');
  if (typeof value !== 'object' || value === null) return '';
  const { value: option, displayName, name } = value as Readonly<Record<string, unknown>>;
  return inWords(option ?? displayName ?? name, type, reader);
}
