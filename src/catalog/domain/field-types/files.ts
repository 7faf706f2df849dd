import { error, type Finding } from '../../../kernel/finding';
import { byName, isProgramByName } from '../files/file-kinds';
import { filesIn, type FileRef, LATER, readFileText, UPLOADING } from '../files/file-ref';
import type { Answer, FormField } from '../model';
import { plainTexts } from '../texts/plain-texts';
import type { FieldRules } from './rules';

const MB = 1024 * 1024;
/** The app carries each file through its memory, and for those who may not browse the space it must. */
export const MOST_MB = 25;
export const MOST_FILES = 20;
const FILES = 5;

export const mostFilesOf = ({ max = FILES }: Pick<FormField, 'max'>): number => Math.min(max, MOST_FILES);
export const mostBytesOf = ({ maxSize = MOST_MB }: Pick<FormField, 'maxSize'>): number =>
  Math.min(maxSize, MOST_MB) * MB;

/** What is wrong with a file before anything of it was read: its kind, or its size. */
export function fileProblem(
  field: FormField,
  { name, size }: Pick<FileRef, 'name' | 'size'>,
): Finding | null {
  const { kinds = [] } = field;
  if (isProgramByName(name)) return error('fileProgram', field.id, { name });
  if (kinds.length > 0 && !kinds.some((kind) => byName(name)?.kind === kind))
    return error('fileKind', field.id, { name });
  if (size === 0) return error('fileEmpty', field.id, { name });
  const most = mostBytesOf(field);
  return size > most ? error('fileTooLarge', field.id, { name, mb: most / MB }) : null;
}

function check(field: FormField, answer: Answer): Finding | null {
  if (!Array.isArray(answer)) return error('wrongType', field.id);
  const texts: readonly string[] = answer;
  if (texts.includes(UPLOADING)) return error('fileUploading', field.id);
  if (texts.length === 1 && texts[0] === LATER) return null;
  const most = mostFilesOf(field);
  if (texts.length > most) return error('tooManyFiles', field.id, { most });
  const ids = texts.map((text) => readFileText(text)?.id);
  if (ids.includes(undefined) || new Set(ids).size < ids.length) return error('wrongType', field.id);
  return (
    filesIn(answer)
      .map((file) => fileProblem(field, file))
      .find((problem) => problem !== null) ?? null
  );
}

/** Files that are uploaded while the form is filled, and put on the work item once it is there. */
const file: FieldRules = {
  settings: ['max', 'maxSize', 'kinds'],
  operators: ['filled', 'empty'],
  isUploaded: true,
  check,
  read: (answer) =>
    plainTexts(answer).includes(LATER)
      ? { en: 'To follow', ru: 'Будут приложены позже' }
      : {
          en: filesIn(answer)
            .map(({ name }) => name)
            .join(', '),
        },
  inText: (text) => readFileText(text)?.name ?? text,
};

export const UPLOADS = { file };
