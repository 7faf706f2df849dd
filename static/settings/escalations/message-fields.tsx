import type { EscalationAction } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { Directory } from '../directory/load-directory';
import forms from '../../kit/forms.module.css';
import { LocalizedInput } from '../../kit/controls/localized-input';
import { RecipientPicker } from './recipient-picker';

type Message = Extract<EscalationAction, { readonly kind: 'comment' | 'notify' }>;

interface Props {
  readonly id: string;
  readonly action: Message;
  readonly directory: Directory;
  readonly readOnly: boolean;
  readonly onChange: (action: Message) => void;
}

/** Whom a comment or a notification reaches and what it says; without a text of its own it says what is due when. */
export function MessageFields({ id, action, directory, readOnly, onChange }: Props) {
  const write = (text: NonNullable<Message['text']>) => {
    const { text: _before, ...rest } = action;
    const empty = text.en.trim() === '' && (text.ru ?? '').trim() === '';
    onChange(empty ? rest : { ...rest, text });
  };
  return (
    <>
      <RecipientPicker
        id={id}
        recipients={action.to}
        directory={directory}
        readOnly={readOnly}
        onChange={(to) => onChange({ ...action, to })}
      />
      <p className={forms.hint}>{t('settings.level.fallbackHint')}</p>
      <LocalizedInput
        id={`${id}-text`}
        label={t('settings.level.text')}
        value={action.text ?? { en: '' }}
        readOnly={readOnly}
        onChange={write}
      />
      <p className={forms.hint}>{t('settings.level.textHint')}</p>
    </>
  );
}
