import Button from '@atlaskit/button/default/button';
import { useRef } from 'react';
import type { OtherAnswer } from '../../../src/catalog/domain/model';
import { localized, t } from '../../shared/i18n';
import { useCopy } from '../../shared/use-copy';
import forms from '../../kit/forms.module.css';
import { AnswerWords } from './answer-words';
import { asked } from './asked';

interface Props {
  readonly others: readonly OtherAnswer[];
  /** Left out where they can only be read. */
  readonly onDrop?: (other: OtherAnswer) => void;
}

/** Answers that the form does not ask for: kept with the draft and never sent, to be copied to where they belong or taken away. */
export function OtherAnswers({ others, onDrop }: Props) {
  if (others.length === 0) return null;
  return (
    <section aria-label={t('portal.others.title')} className={forms.card}>
      <h3 className={forms.label}>{t('portal.others.title')}</h3>
      <p className={forms.hint}>{t('portal.others.text')}</p>
      <ReadAnswers answers={others} onDrop={onDrop} />
    </section>
  );
}

/** Questions with what was answered to them. */
export const ReadAnswers = ({
  answers,
  onDrop,
}: {
  readonly answers: readonly OtherAnswer[];
  readonly onDrop?: Props['onDrop'] | undefined;
}) => (
  <ul className={forms.problems}>
    {answers.map((other, index) => (
      <ReadAnswer key={`${other.field.id} ${index}`} other={other} onDrop={onDrop} />
    ))}
  </ul>
);

function ReadAnswer({ other, onDrop }: { readonly other: OtherAnswer; readonly onDrop?: Props['onDrop'] }) {
  const words = useRef<HTMLSpanElement>(null);
  const { isCopied, copy } = useCopy(() => {
    if (words.current) window.getSelection()?.selectAllChildren(words.current);
  });
  const label = localized(other.field.label);
  return (
    <li>
      <div className={forms.row}>
        <span className={forms.grow}>
          {asked(other.field)}{' '}
          <span ref={words}>
            <AnswerWords {...other} />
          </span>
        </span>
        <Button
          appearance="subtle"
          aria-label={t('portal.others.copyOf', { label })}
          onClick={() => void copy(words.current?.textContent ?? '')}
        >
          {t(isCopied ? 'portal.others.copied' : 'portal.others.copy')}
        </Button>
        {onDrop && (
          <Button
            appearance="subtle"
            aria-label={t('portal.others.dropOf', { label })}
            onClick={() => onDrop(other)}
          >
            {t('portal.others.drop')}
          </Button>
        )}
      </div>
    </li>
  );
}
