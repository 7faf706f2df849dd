import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import type { EditedItem } from '../../../src/catalog/domain/call-answers';
import forms from '../../kit/forms.module.css';
import { viewer } from '../../shared/context';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { useUserName } from '../../shared/user-name';

interface Props {
  readonly theirs: EditedItem;
  /** Their version is on the screen. */
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Says who changed the draft meanwhile, and when. Nothing is overwritten before somebody says which version goes on. */
export function DraftConflict({ theirs, isShown, onShow, onTake, onKeep }: Props) {
  const { updatedBy, updatedAt } = theirs;
  const name = useUserName(updatedBy);
  const isMe = updatedBy === viewer().accountId;
  return (
    <div role="alert">
      <SectionMessage
        appearance="warning"
        title={t('settings.item.conflict.title', {
          who: isMe ? 'me' : 'other',
          name,
          time: formatDateTime(updatedAt),
        })}
      >
        <p>{t('settings.item.conflict.text')}</p>
        <div className={forms.row}>
          <Button onClick={() => onShow(!isShown)}>
            {t(isShown ? 'settings.item.conflict.back' : 'settings.item.conflict.look')}
          </Button>
          <Button onClick={onTake}>{t('settings.item.conflict.take')}</Button>
          <Button appearance="warning" onClick={onKeep}>
            {t('settings.item.conflict.keep')}
          </Button>
        </div>
      </SectionMessage>
    </div>
  );
}
