import Button from '@atlaskit/button/default/button';
import { t } from '../../shared/i18n';
import { Dialog } from '../dialogs/dialog';

/** Asks somebody who is about to lose work. Escape and the cross stay. */
export function LeaveDialog({ onAnswer }: { readonly onAnswer: (leaves: boolean) => void }) {
  const stay = () => onAnswer(false);
  const buttons = (
    <>
      <Button appearance="subtle" onClick={() => onAnswer(true)}>
        {t('common.unsaved.discard')}
      </Button>
      <Button appearance="primary" onClick={stay}>
        {t('common.unsaved.stay')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('common.unsaved.title')} buttons={buttons} onClose={stay}>
      <p>{t('common.unsaved.text')}</p>
    </Dialog>
  );
}
