import type { Agreement, MeasuredOn } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { loadLinkEnds } from '../directory/load-link-ends';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly value: Agreement['measuredOn'];
  readonly readOnly: boolean;
  readonly onChange: (value: MeasuredOn | undefined) => void;
}

const SAME = 'same';
const CHILD = 'child';
const DIRECTIONS = ['outward', 'inward', 'any'] as const;

const textOf = (value: Agreement['measuredOn']): string => {
  if (value === undefined) return SAME;
  return value.kind === 'child' ? CHILD : `${value.linkTypeId}:${value.direction}`;
};

const valueOf = (text: string): MeasuredOn | undefined => {
  if (text === SAME) return undefined;
  if (text === CHILD) return { kind: 'child' };
  const [linkTypeId = '', ends] = text.split(':');
  return { kind: 'link', linkTypeId, direction: DIRECTIONS.find((each) => each === ends) ?? 'any' };
};

/** On which work items an agreement is measured, seen from those of the agreement above. */
export function MeasuredOnField({ value, readOnly, onChange }: Props) {
  const { loaded } = useLoad('link-ends', loadLinkEnds);
  const linkEnds = loaded.state === 'ready' ? loaded.value : [];
  const chosen = textOf(value);
  const options = [
    { value: SAME, label: t('settings.agreement.measuredOn.same') },
    { value: CHILD, label: t('settings.agreement.measuredOn.child') },
    ...linkEnds.map((end) => ({
      value: end.value,
      label: t('settings.agreement.measuredOn.link', { words: end.label }),
    })),
  ];
  const known = options.some((option) => option.value === chosen);
  return (
    <div className={forms.field}>
      <span className={forms.label}>{t('settings.agreement.measuredOn')}</span>
      <Choice
        label={t('settings.agreement.measuredOn')}
        value={chosen}
        isDisabled={readOnly}
        options={
          known || loaded.state === 'loading'
            ? options
            : [...options, { value: chosen, label: t('settings.agreement.measuredOn.unknown') }]
        }
        onChange={(text) => onChange(valueOf(text))}
      />
      {value !== undefined && <span className={forms.hint}>{t('settings.agreement.measuredOnHint')}</span>}
    </div>
  );
}
