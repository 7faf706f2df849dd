import Button from '@atlaskit/button/default/button';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useState } from 'react';
import type { ItemRow } from '../../../src/catalog/domain/call-answers';
import { ErrorView } from '../../shared/error-view';
import { localized, t } from '../../shared/i18n';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly name: string;
  /** What may be offered instead. */
  readonly others: readonly Pick<ItemRow, 'id' | 'name'>[];
  readonly onClose: () => void;
  readonly onRetire: (replacedBy: string | undefined) => Promise<void>;
}

const NONE = '';

/** Asks before an item leaves the portal, and what people who follow an old link should use instead. */
export function RetireDialog({ name, others, onClose, onRetire }: Props) {
  const [replacedBy, setReplacedBy] = useState(NONE);
  const [retiring, setRetiring] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const retire = async (): Promise<void> => {
    setRetiring(true);
    setError(null);
    try {
      await onRetire(replacedBy === NONE ? undefined : replacedBy);
    } catch (failure) {
      setError(failure);
      setRetiring(false);
    }
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <ModalHeader hasCloseButton>
          <ModalTitle>{t('settings.item.retireTitle', { name })}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <p>{t('settings.item.retireWhat')}</p>
          <div className={forms.field}>
            <span className={forms.label}>{t('settings.item.replacedBy')}</span>
            <Choice
              label={t('settings.item.replacedBy')}
              value={replacedBy}
              options={[
                { value: NONE, label: t('settings.item.replacedByNone') },
                ...others.map((row) => ({ value: row.id, label: localized(row.name) })),
              ]}
              onChange={setReplacedBy}
            />
            <span className={forms.hint}>{t('settings.item.replacedByHint')}</span>
          </div>
          {error !== null && <ErrorView error={error} title={t('settings.notSaved')} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {t('settings.cancel')}
          </Button>
          <Button appearance="danger" isLoading={retiring} onClick={() => void retire()}>
            {t('settings.item.retire')}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}
