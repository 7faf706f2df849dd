import type { Agreement, MeasuredOn as Place } from '../../../src/sla/engine/model';
import { Choice, worded } from '../../kit/controls';
import type { Drawn } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { loadLinkEnds } from '../directory/load-link-ends';

const SAME = 'same';
const CHILD = 'child';
const DIRECTIONS = ['outward', 'inward', 'any'] as const;

const textOf = (value: Agreement['measuredOn']): string => {
  if (value === undefined) return SAME;
  return value.kind === 'child' ? CHILD : `${value.linkTypeId}:${value.direction}`;
};

const valueOf = (text: string): Place | undefined => {
  if (text === SAME) return undefined;
  if (text === CHILD) return { kind: 'child' };
  const [linkTypeId = '', ends] = text.split(':');
  return { kind: 'link', linkTypeId, direction: DIRECTIONS.find((each) => each === ends) ?? 'any' };
};

/** On which work items an agreement is measured, seen from those of the agreement above. */
export function MeasuredOn({ id, value, readOnly, onChange }: Drawn<Agreement['measuredOn']>) {
  const { loaded } = useLoad('link-ends', loadLinkEnds);
  const linkEnds = loaded.state === 'ready' ? loaded.value : [];
  const chosen = textOf(value);
  const options = [
    ...worded<string>('settings.agreement.measuredOn', [SAME, CHILD]),
    ...linkEnds.map((end) => ({
      value: end.value,
      label: t('settings.agreement.measuredOn.link', { words: end.label }),
    })),
  ];
  const known = loaded.state === 'loading' || options.some((option) => option.value === chosen);
  const unknown = { value: chosen, label: t('settings.agreement.measuredOn.unknown') };
  return (
    <Choice
      id={id}
      value={chosen}
      readOnly={readOnly}
      options={known ? options : [...options, unknown]}
      onChange={(text) => onChange(valueOf(text))}
    />
  );
}
