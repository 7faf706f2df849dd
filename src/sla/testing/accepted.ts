import { parsed, type Section } from '../../kernel/section';

/** A value as its section lets it through. @throws Error that names what is wrong with its form */
export function accepted<T extends object>(section: Section<T>, input: unknown): T {
  const read = parsed(section, input);
  if ('value' in read) return read.value;
  throw new Error(read.findings.map(({ code, whose, at }) => `${whose} ${at}: ${code}`).join(', '));
}
