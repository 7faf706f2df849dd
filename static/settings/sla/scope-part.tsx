import { lazy } from 'react';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { LabelledField, Pick } from '../../kit/controls';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { type Field, orElse, part } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { conditionText } from '../model/condition-text';
import { lacksSpace, ofSpace } from '../model/new-metric';
import { ConditionEditor } from '../shared/condition-editor';
import type { GoalListProps } from './goal-list';

const SpacesSection = lazy(() =>
  import('./spaces/spaces-section').then((m) => ({ default: m.SpacesSection })),
);

interface Props {
  readonly around: GoalListProps['around'];
  readonly of: Field<MetricDefinition>;
}

/** Which work items are measured; a new metric begins with the choice of one space. */
export function ScopePart({ of, around }: Props) {
  const { catalog } = around;
  const scope = part(of, 'scope');
  if (lacksSpace(of.value))
    return (
      <FindingsAt path="scope">
        <LabelledField label={t('settings.metric.space')} hint={t('settings.metric.spaceHint')}>
          <Pick
            label={t('settings.metric.space')}
            value=""
            readOnly={of.readOnly}
            options={catalog.valuesOf('projectId')}
            onChange={(id) => scope.onChange(ofSpace(id))}
          />
        </LabelledField>
      </FindingsAt>
    );
  return (
    <>
      <FindingsAt path="scope">
        <p className={forms.hint}>{conditionText(scope.value, catalog)}</p>
        <ConditionEditor
          label={t('settings.metric.scopeEdit')}
          catalog={catalog}
          {...orElse(scope, { all: [] })}
        />
      </FindingsAt>
      <SpacesSection metric={of.value} {...of} around={around} holidaySets={around.holidaySets} />
    </>
  );
}
