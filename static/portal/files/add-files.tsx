import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { RequestView } from '../../../src/requests/domain/answers';
import forms from '../../kit/forms.module.css';
import { ErrorView } from '../../shared/error-view';
import { localized, t } from '../../shared/i18n';
import { FilePlace } from './file-place';
import { useAdding } from './use-adding';

interface Props {
  readonly request: RequestView;
  readonly onChanged: (request: RequestView) => void;
}

/** Adds files to a request that was sent: to the questions whose files were to follow, and any others. */
export function AddFiles({ request, onChanged }: Props) {
  const adding = useAdding(request);
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { questions, others } = adding;
  const add = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onChanged(await adding.add());
      setOpen(false);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {questions.map((place) => (
        <div key={place.id} className={forms.field}>
          <span className={forms.label}>{t('portal.file.toFollow', { name: localized(place.label) })}</span>
          <FilePlace requestId={request.id} place={place} adding={adding} />
        </div>
      ))}
      {isOpen && others !== null && (
        <div className={forms.field}>
          <FilePlace requestId={request.id} place={others} adding={adding} />
        </div>
      )}
      {others === null && <p className={forms.note}>{t('portal.file.full')}</p>}
      {error !== null && <ErrorView error={error} title={t('portal.file.notAdded')} />}
      <div className={forms.row}>
        {!isOpen && others !== null && <Button onClick={() => setOpen(true)}>{t('portal.file.add')}</Button>}
        {(isOpen || questions.length > 0) && (
          <Button
            appearance="primary"
            isLoading={isBusy}
            isDisabled={adding.isEmpty || adding.isUploading}
            onClick={() => void add()}
          >
            {t('portal.file.addChosen')}
          </Button>
        )}
      </div>
    </>
  );
}
