import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { RequestView } from '../../../src/requests/domain/answers';
import forms from '../../kit/forms.module.css';
import { call } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { fileSize } from '../../shared/file-size';
import { t } from '../../shared/i18n';
import { saveBlob } from '../../shared/save-file';
import { AddFiles } from './add-files';
import { FileThumb } from './file-thumb';

type File = RequestView['files'][number];

interface Props {
  readonly request: RequestView;
  readonly onChanged: (request: RequestView) => void;
}

/** The files of a request: where each is, each to be kept by who follows it, and more to be added. */
export function RequestFiles({ request, onChanged }: Props) {
  const { id: requestId, files } = request;
  const [busy, setBusy] = useState('');
  const [error, setError] = useState<unknown>(null);
  const save = async ({ id, name }: File): Promise<void> => {
    setBusy(id);
    setError(null);
    try {
      const { url } = await call('files.open', { id, requestId });
      const response = await fetch(url);
      if (!response.ok) throw new Error(String(response.status));
      saveBlob(name, await response.blob());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy('');
    }
  };
  return (
    <>
      <ul className={forms.list}>
        {files.map((file) => (
          <li key={file.id} className={forms.row}>
            {isOpened(file) && <FileThumb file={file} requestId={requestId} />}
            <span className={forms.grow} style={{ overflowWrap: 'anywhere' }}>
              {file.name} <span className={forms.note}>{fileSize(file.size)}</span>
              {file.state !== 'added' && (
                <span className={file.state === 'failed' ? forms.error : forms.note} role="status">
                  {' '}
                  {t(`portal.file.state.${file.state}`)}
                </span>
              )}
            </span>
            {isOpened(file) && (
              <Button
                spacing="compact"
                isLoading={busy === file.id}
                aria-label={t('portal.file.download', { name: file.name })}
                onClick={() => void save(file)}
              >
                {t('portal.file.downloadShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error !== null && <ErrorView error={error} title={t('portal.file.notOpened')} />}
      {request.adding !== undefined && <AddFiles request={request} onChanged={onChanged} />}
    </>
  );
}

/** Whether it can be, as far as is known. */
const isOpened = ({ state }: File): boolean => state !== 'failed' && state !== 'unknown';
