import type { EscalationAction } from '../../../src/sla/engine/model';
import { type Field, Fields, localized, mapped, part } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import type { Directory } from '../directory/load-directory';
import { RecipientPicker } from './recipient-picker';

type Message = Extract<EscalationAction, { readonly kind: 'comment' | 'notify' }>;

interface Props {
  readonly id: string;
  readonly of: Field<Message>;
  readonly directory: Directory;
}

/** Whom a comment or a notification reaches and what it says; without a text of its own it says what is due when. */
export function MessageFields({ id, of, directory }: Props) {
  return (
    <>
      <RecipientPicker id={id} of={part(of, 'to')} directory={directory} />
      <p className={forms.hint}>{t('settings.level.fallbackHint')}</p>
      <Fields
        of={of}
        rows={[
          {
            key: 'text',
            label: 'settings.level.text',
            help: 'settings.level.textHint',
            control: mapped(
              localized(),
              (text: Message['text']) => text ?? { en: '' },
              (text) => (Object.values(text).some((said) => said?.trim()) ? text : undefined),
            ),
          },
        ]}
      />
    </>
  );
}
