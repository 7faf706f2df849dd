import { useCallback, useEffect, useRef, useState } from 'react';
import { cleanName } from '../../../../src/catalog/domain/files/file-name';
import { byName } from '../../../../src/catalog/domain/files/file-kinds';
import { fileText, UPLOADING } from '../../../../src/catalog/domain/files/file-ref';
import { fileProblem, mostFilesOf } from '../../../../src/catalog/domain/field-types';
import type { FormField } from '../../../../src/catalog/domain/model';
import { plainTexts } from '../../../../src/catalog/domain/texts/plain-texts';
import { error } from '../../../../src/kernel/finding';
import { errorText, mayRetry } from '../../../shared/error-text';
import { codeOf, RequestFailed } from '../../../shared/api';
import { t } from '../../../shared/i18n';
import { problemText } from '../problem-text';
import { useFilesFor } from './files-for';
import type { InputProps } from './types';
import { uploadFile } from './upload-file';

/** A file that was chosen here and is no answer (yet). */
export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly part: number;
  /** Why it is none, and whether trying again may help. */
  readonly problem?: string;
  readonly mayRetry?: boolean;
  readonly isUnavailable?: boolean;
}

interface Uploads {
  readonly uploads: readonly Upload[];
  /** What happened last, for those who don't see it. */
  readonly told: string;
  readonly add: (files: readonly File[]) => void;
  readonly retry: (upload: Upload) => void;
  /** Takes one away, or gives it up. */
  readonly drop: (key: string) => void;
  /** Files that were chosen here, by the id they have as answers. */
  readonly local: ReadonlyMap<string, File>;
  readonly change: (texts: readonly string[]) => void;
}

/** Uploads what is chosen, each by itself; the answer grows with each that has arrived. */
export function useUploads({
  field,
  answer,
  onChange,
}: Pick<InputProps, 'field' | 'answer' | 'onChange'>): Uploads {
  const filesFor = useFilesFor();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [told, setTold] = useState('');
  const [local, setLocal] = useState<ReadonlyMap<string, File>>(new Map());
  const running = useRef(new Map<string, AbortController>());
  const texts = useRef<readonly string[]>([]);
  texts.current = plainTexts(answer).filter((text) => text !== UPLOADING);

  const change = useCallback(
    (next: readonly string[]): void => {
      texts.current = next;
      const all = running.current.size > 0 ? [...next, UPLOADING] : next;
      onChange(all.length === 0 ? null : all);
    },
    [onChange],
  );
  useEffect(() => {
    // What was being uploaded when the form was left is not.
    if (plainTexts(answer).includes(UPLOADING)) change(texts.current);
    const begun = running.current;
    return () => begun.forEach((controller) => controller.abort());
    // Once, as it opens and as it closes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const patch = (key: string, more: Partial<Upload>): void =>
    setUploads((before) => before.map((each) => (each.key === key ? { ...each, ...more } : each)));
  const forget = (key: string): void => setUploads((before) => before.filter((each) => each.key !== key));

  async function upload({ key, file }: Upload): Promise<void> {
    const controller = new AbortController();
    running.current.set(key, controller);
    change(texts.current);
    try {
      const ref =
        filesFor === null
          ? tried(file)
          : await uploadFile(file, {
              filesFor,
              field: field.id,
              signal: controller.signal,
              onProgress: (part) => patch(key, { part }),
            });
      running.current.delete(key);
      setLocal((before) => new Map(before).set(ref.id, file));
      change([...texts.current, fileText(ref)]);
      forget(key);
      setTold(t('portal.file.done', { name: file.name }));
    } catch (failure) {
      running.current.delete(key);
      change(texts.current);
      if (controller.signal.aborted) return;
      const problem = wordsOf(failure, field);
      patch(key, {
        problem,
        mayRetry: mayRetry(failure),
        isUnavailable: codeOf(failure) === 'FILES_UNAVAILABLE',
      });
      setTold(`${file.name}: ${problem}`);
    }
  }

  return {
    uploads,
    told,
    local,
    change,
    add: (files) => {
      const room = mostFilesOf(field) - texts.current.length - uploads.length;
      const chosen = files.map((file, at): Upload => {
        const name = cleanName(file.name);
        const found =
          at < room
            ? fileProblem(field, { name, size: file.size })
            : error('tooManyFiles', field.id, { most: mostFilesOf(field) });
        const problem = found && { problem: problemText(found, field, null), mayRetry: false };
        return { key: crypto.randomUUID(), file, part: 0, ...problem };
      });
      setUploads((before) => [...before, ...chosen]);
      for (const each of chosen) if (each.problem === undefined) void upload(each);
    },
    retry: (each) => {
      setUploads((before) =>
        before.map((one) => (one.key === each.key ? { key: one.key, file: one.file, part: 0 } : one)),
      );
      void upload(each);
    },
    drop: (key) => {
      running.current.get(key)?.abort();
      running.current.delete(key);
      forget(key);
      change(texts.current);
    },
  };
}

/** A form that is only tried names files, and uploads none. */
const tried = ({ name, size }: File) => {
  const clean = cleanName(name);
  return { id: crypto.randomUUID(), name: clean, size, type: byName(clean)?.type ?? '' };
};

function wordsOf(failure: unknown, field: FormField): string {
  const [finding] = failure instanceof RequestFailed ? failure.fields : [];
  return finding ? problemText(finding, field, null) : errorText(failure);
}
