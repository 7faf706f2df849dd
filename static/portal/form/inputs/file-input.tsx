import Button from '@atlaskit/button/default/button';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { mostBytesOf, mostFilesOf } from '../../../../src/catalog/domain/field-types';
import { endsOf } from '../../../../src/catalog/domain/files/file-kinds';
import { filesIn, fileText, LATER } from '../../../../src/catalog/domain/files/file-ref';
import { plainTexts } from '../../../../src/catalog/domain/texts/plain-texts';
import { RemoveButton } from '../../../kit/controls/remove-button';
import forms from '../../../kit/forms.module.css';
import { call } from '../../../shared/api';
import { fileSize } from '../../../shared/file-size';
import { localized, t } from '../../../shared/i18n';
import { LiveRegion } from '../../../shared/live-region';
import { FileThumb } from '../../files/file-thumb';
import styles from './file-input.module.css';
import { useFilesFor } from './files-for';
import type { InputProps } from './types';
import { useUploads } from './use-uploads';

/** Files that are picked, dropped or pasted, a row each: how far it is, what is wrong with it, and what it looks like. */
export function FileInput({ id, field, answer, isInvalid, describedBy, onChange }: InputProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const filesFor = useFilesFor();
  const isOfRequest = filesFor !== null && 'requestId' in filesFor;
  const { uploads, told, local, add, retry, drop, change } = useUploads({ field, answer, onChange });
  const files = filesIn(answer);
  const isLater = plainTexts(answer).includes(LATER);
  const isUnavailable = isLater || uploads.some((upload) => upload.isUnavailable === true);
  const isFull = files.length >= mostFilesOf(field);

  // Who chooses files has not left the question: what is on its way is no fault yet.
  const take = (given: FileList | null): void => add([...(given ?? [])]);
  const onPaste = (event: ClipboardEvent): void => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    take(event.clipboardData.files);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const remove = (fileId: string): void => {
    change(files.filter((file) => file.id !== fileId).map(fileText));
    // What is left of it is tidied up at night.
    if (filesFor !== null)
      void call('files.remove', {
        id: fileId,
        ...('draftId' in filesFor && { draftId: filesFor.draftId }),
      }).catch(() => undefined);
    document.getElementById(id)?.focus();
  };
  return (
    <div
      className={styles.area}
      data-over={isOver}
      onPaste={onPaste}
      onDrop={onDrop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <ul className={forms.list} aria-label={localized(field.label)}>
        {files.map((file) => (
          <li key={file.id} className={forms.row}>
            <FileThumb file={file} local={local.get(file.id)} />
            <span className={forms.grow}>
              <span className={styles.name}>{file.name}</span>{' '}
              <span className={forms.note}>{fileSize(file.size)}</span>
            </span>
            <RemoveButton
              label={t('portal.file.remove', { name: file.name })}
              onClick={() => remove(file.id)}
            />
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.key} className={forms.row}>
            <span className={forms.grow}>
              <span className={styles.name}>{upload.file.name}</span>{' '}
              <span className={forms.note}>{fileSize(upload.file.size)}</span>
              {upload.problem === undefined ? (
                <progress
                  className={styles.progress}
                  aria-label={t('portal.file.uploading', { name: upload.file.name })}
                  value={upload.part}
                />
              ) : (
                <span className={`${forms.error} ${styles.line}`}>{upload.problem}</span>
              )}
            </span>
            {upload.mayRetry === true && (
              <Button spacing="compact" onClick={() => retry(upload)}>
                {t('portal.file.retry')}
              </Button>
            )}
            <RemoveButton
              label={t(upload.problem === undefined ? 'portal.file.cancel' : 'portal.file.remove', {
                name: upload.file.name,
              })}
              onClick={() => drop(upload.key)}
            />
          </li>
        ))}
      </ul>
      <input
        ref={picker}
        type="file"
        hidden
        multiple={mostFilesOf(field) > 1}
        accept={endsOf(field.kinds ?? []).join()}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = '';
        }}
      />
      <div className={forms.row}>
        <Button
          id={id}
          isDisabled={isFull}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          onClick={() => picker.current?.click()}
        >
          {t('portal.file.pick')}
        </Button>
        <span className={forms.note}>
          {t('portal.file.hint', { most: mostFilesOf(field), size: fileSize(mostBytesOf(field)) })}
          {field.kinds !== undefined &&
            ` ${t('portal.file.kinds', { kinds: field.kinds.map((kind) => t(`fileKind.${kind}`)).join(', ') })}`}
          {filesFor === null && ` ${t('portal.file.trial')}`}
        </span>
      </div>
      {isUnavailable && isOfRequest && <p className={forms.note}>{t('portal.file.unavailable')}</p>}
      {isUnavailable && !isOfRequest && (
        <label className={forms.row}>
          <input
            type="checkbox"
            checked={isLater}
            onChange={({ currentTarget: { checked } }) => onChange(checked ? [LATER] : null)}
          />
          {t('portal.file.later')}
        </label>
      )}
      <LiveRegion text={told} />
    </div>
  );
}
