import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { isTooLong, type ListedOption, MOST_LISTED } from '../../../../src/catalog/domain/form/option-list';
import type { OptionList } from '../../../../src/catalog/domain/model';
import { ConfirmDialog } from '../../../kit/dialogs/confirm-dialog';
import { Dialog } from '../../../kit/dialogs/dialog';
import { t } from '../../../shared/i18n';
import { useLoad } from '../../../shared/use-load';
import { Loading } from '../../shared/loading';
import { readList, storeList } from './list-calls';
import { ListedOptions } from './listed-options';

interface Props {
  readonly list: OptionList;
  /** What a list without options begins with. */
  readonly former: readonly ListedOption[];
  readonly readOnly: boolean;
  readonly onStored: (list: OptionList) => void;
  readonly onClose: () => void;
}

/** A long list of options, read when it is opened and stored as a whole: it is then another list, and versions keep theirs. */
export function LongListDialog({ list, former, readOnly, onStored, onClose }: Props) {
  const { loaded, reload } = useLoad(list.parts.join(' '), () => readList(list));
  const [edited, setEdited] = useState<readonly ListedOption[] | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const stored = loaded.state === 'ready' ? loaded.value : [];
  const options = edited ?? (stored.length === 0 ? former : stored);
  const isChanged = loaded.state === 'ready' && options !== stored && options.length + stored.length > 0;
  const isUnfit = isChanged && isTooLong(options);
  const look = { title: t('settings.form.listTitle'), width: 'large' } as const;
  const rows =
    loaded.state === 'ready' ? (
      <ListedOptions
        options={options}
        readOnly={readOnly}
        onChange={(next) => {
          setLeaving(false);
          setEdited(next);
        }}
      />
    ) : (
      <Loading loaded={loaded} onRetry={reload} />
    );
  if (readOnly)
    return (
      <Dialog {...look} buttons={<Button onClick={onClose}>{t('common.close')}</Button>} onClose={onClose}>
        {rows}
      </Dialog>
    );
  return (
    <ConfirmDialog
      {...look}
      isDanger={false}
      isReady={isChanged && !isUnfit && options.length <= MOST_LISTED}
      does={t('settings.form.listSave')}
      leaves={t(isLeaving ? 'settings.form.listDiscard' : 'common.cancel')}
      onConfirm={async () => {
        onStored(await storeList(options, list, stored));
        onClose();
      }}
      onClose={() => (isChanged && !isLeaving ? setLeaving(true) : onClose())}
    >
      {rows}
      {isUnfit && <SectionMessage appearance="error">{t('settings.form.listTooLong')}</SectionMessage>}
      {isLeaving && <SectionMessage appearance="warning">{t('settings.form.listUnsaved')}</SectionMessage>}
    </ConfirmDialog>
  );
}
