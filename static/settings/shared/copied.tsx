import Button from '@atlaskit/button/default/button';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useRef } from 'react';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { useCopy } from '../../shared/use-copy';

interface Props {
  readonly label: string;
  readonly text: string;
  /** Sentences, which have several lines. */
  readonly isLong?: boolean;
}

/** Text to take elsewhere. */
export function Copied({ label, text, isLong = false }: Props) {
  const line = useRef<HTMLInputElement>(null);
  const lines = useRef<HTMLTextAreaElement>(null);
  const { isCopied, copy } = useCopy(() => (lines.current ?? line.current)?.select());
  return (
    <div className={forms.row}>
      <span className={forms.grow}>
        {isLong ? (
          <TextArea
            ref={lines}
            isReadOnly
            aria-label={label}
            value={text}
            minimumRows={3}
            resize="vertical"
          />
        ) : (
          <Textfield ref={line} isReadOnly aria-label={label} value={text} />
        )}
      </span>
      <Button onClick={() => void copy(text)}>{t('settings.start.copy')}</Button>
      <span role="status">{isCopied && t('settings.start.copied')}</span>
    </div>
  );
}
