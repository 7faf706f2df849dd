import { useState } from 'react';
import { projectsOf } from '../../../../src/sla/engine/history/scope-projects';
import type { HolidaySet, MetricDefinition } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import type { Surroundings } from '../../model/metric-text';
import { givenOwnGoals, shownSpaces } from '../../model/spaces';
import { Choice } from '../../../kit/controls';
import { formOf } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { MoreSpaces } from './more-spaces';
import { SpaceCard } from './space-card';

interface Props {
  readonly metric: MetricDefinition;
  readonly around: Surroundings;
  readonly holidaySets: readonly HolidaySet[];
  readonly readOnly: boolean;
  readonly onChange: (metric: MetricDefinition) => void;
}

/** Where the metric applies, which spaces depart from its goals and in what; and more spaces for it. */
export function SpacesSection({ metric, around, holidaySets, readOnly, onChange }: Props) {
  const [edited, setEdited] = useState<string | null>(null);
  const { catalog } = around;
  const named = projectsOf(metric.scope);
  const shown = shownSpaces(metric);
  const free = catalog.valuesOf('projectId').filter(({ value }) => !shown.includes(value));
  return (
    <section>
      <h4 className={forms.heading}>{t('settings.spaces.title')}</h4>
      <p className={forms.hint}>{t('settings.spaces.hint')}</p>
      {named === null && <p className={forms.hint}>{t('settings.spaces.all')}</p>}
      <ul className={forms.list}>
        {shown.map((id) => (
          <SpaceCard
            key={id}
            id={id}
            of={formOf(metric, readOnly, onChange)}
            around={{ ...around, holidaySets }}
            open={edited === id}
            onOpen={(open) => setEdited(open ? id : null)}
          />
        ))}
      </ul>
      {!readOnly && named === null && free.length > 0 && (
        <Choice
          label={t('settings.spaces.giveTo')}
          value=""
          options={[{ value: '', label: t('settings.spaces.giveTo') }, ...free]}
          onChange={(id) => {
            if (id === '') return;
            onChange(givenOwnGoals(metric, id));
            setEdited(id);
          }}
        />
      )}
      {!readOnly && named !== null && free.length > 0 && (
        <MoreSpaces scope={metric.scope} free={free} onChange={(scope) => onChange({ ...metric, scope })} />
      )}
    </section>
  );
}
