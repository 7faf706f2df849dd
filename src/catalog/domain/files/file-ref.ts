/** A file as an answer names it: a list of such texts is the answer to a question for files. */
import type { Answer } from '../model';
import { plainTexts } from '../texts/plain-texts';

export interface FileRef {
  /** Who uploaded it knows it, and nobody else is let to it by knowing it. */
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly type: string;
}

/** What nobody types, and no clean name has. */
const BETWEEN = '\u001f';
/** A file that is still being uploaded: such an answer can't be sent. */
export const UPLOADING = 'uploading';

/** While files can't be stored at all: they follow later, on the work item. */
export const LATER = 'later';

export const fileText = ({ id, name, size, type }: FileRef): string => [id, size, type, name].join(BETWEEN);

/** The file that a text names; `null` where it names none. */
export function readFileText(text: string): FileRef | null {
  const [id = '', size = '', type = '', name = '', ...more] = text.split(BETWEEN);
  if (!/^[\w-]{1,64}$/.test(id) || !/^\d{1,12}$/.test(size) || name === '' || more.length > 0) return null;
  return { id, size: Number(size), type, name };
}

/** The files that an answer names. */
export const filesIn = (answer: Answer | undefined): readonly FileRef[] =>
  plainTexts(answer).flatMap((text) => readFileText(text) ?? []);
