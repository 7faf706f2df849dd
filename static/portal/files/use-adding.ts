import { useState } from 'react';
import { mostFilesOf } from '../../../src/catalog/domain/field-types';
import { filesIn, UPLOADING } from '../../../src/catalog/domain/files/file-ref';
import type { Answer, FormField } from '../../../src/catalog/domain/model';
import { plainTexts } from '../../../src/catalog/domain/texts/plain-texts';
import { ANY_FILES } from '../../../src/requests/domain/any-files';
import type { RequestView } from '../../../src/requests/domain/answers';
import { useUnsaved } from '../../kit/unsaved/use-unsaved';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';

export interface Adding {
  /** Questions whose files were to follow. */
  readonly questions: readonly FormField[];
  /** Any other files; `null` where the request holds no more. */
  readonly others: FormField | null;
  readonly answerOf: (place: FormField) => Answer;
  readonly change: (place: FormField, answer: Answer) => void;
  /** Nothing was chosen. */
  readonly isEmpty: boolean;
  readonly isUploading: boolean;
  /** Adds what was chosen; answers the request as it then stands. */
  readonly add: () => Promise<RequestView>;
}

/** Files on their way to a request that was sent: kept here until they are added. */
export function useAdding({ id: requestId, adding }: RequestView): Adding {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const files = Object.entries(answers).flatMap(([field, answer]) =>
    filesIn(answer).map(({ id }) => ({ id, ...(field !== ANY_FILES.id && { field }) })),
  );
  const isUploading = Object.values(answers).some((answer) => plainTexts(answer).includes(UPLOADING));
  useUnsaved(files.length > 0 || isUploading);
  const room = adding?.room ?? 0;
  return {
    questions: (adding?.questions ?? []).map((place) => ({ ...place, type: 'file', required: false })),
    others:
      room === 0
        ? null
        : { ...ANY_FILES, label: { en: t('portal.file.add') }, max: Math.min(mostFilesOf(ANY_FILES), room) },
    answerOf: ({ id }) => answers[id] ?? null,
    change: ({ id }, answer) => setAnswers((before) => ({ ...before, [id]: answer })),
    isEmpty: files.length === 0,
    isUploading,
    add: async () => {
      const changed = await call('files.add', { requestId, files });
      setAnswers({});
      return changed;
    },
  };
}
