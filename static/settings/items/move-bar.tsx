import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { MovedItems } from '../../../src/catalog/domain/call-answers';
import { Choice, type Option } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { useSave } from '../shared/use-save';

interface Props {
  readonly ids: readonly string[];
  readonly categories: readonly Option[];
  readonly services: readonly Option[];
  readonly nameOf: (id: string) => string;
  readonly onMoved: () => void;
  readonly onClose: () => void;
}

/** As many as one call takes. */
const AT_ONCE = 10;

/** Moves several items at once: where to, and what became of it. */
export function MoveBar({ ids, categories, services, nameOf, onMoved, onClose }: Props) {
  const [to, setTo] = useState('');
  const { run, saving, error, done } = useSave();
  const options = [
    ...categories.map(({ value, label }) => ({
      value: `categoryId:${value}`,
      label: t('settings.move.category', { name: label }),
    })),
    ...services.map(({ value, label }) => ({
      value: `serviceId:${value}`,
      label: t('settings.move.service', { name: label }),
    })),
  ];
  const move = async (): Promise<string> => {
    const [kind = '', id = ''] = to.split(/:(.*)/s);
    const answers: MovedItems[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE)
      answers.push(await call('catalog.moveItems', { ids: ids.slice(start, start + AT_ONCE), [kind]: id }));
    onMoved();
    return outcomeText(answers, nameOf);
  };
  return (
    <div className={forms.card}>
      {error}
      {done}
      <div className={forms.row}>
        <span>{t('settings.move.chosen', { count: ids.length })}</span>
        <Choice
          label={t('settings.move.to')}
          value={to}
          options={[{ value: '', label: t('settings.move.to') }, ...options]}
          onChange={setTo}
        />
        <Button
          appearance="primary"
          isDisabled={to === '' || ids.length === 0}
          isLoading={saving}
          onClick={() => void run(move)}
        >
          {t('settings.move.do')}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

function outcomeText(answers: readonly MovedItems[], nameOf: (id: string) => string): string {
  const all = (key: keyof MovedItems) => answers.flatMap((answer) => answer[key]);
  const named = (key: keyof MovedItems) => all(key).map(nameOf).join(', ');
  return [
    t('settings.move.moved', { count: all('moved').length }),
    ...(all('drafts').length > 0 ? [t('settings.move.drafts', { names: named('drafts') })] : []),
    ...(all('refused').length > 0 ? [t('settings.move.refused', { names: named('refused') })] : []),
  ].join(' ');
}
