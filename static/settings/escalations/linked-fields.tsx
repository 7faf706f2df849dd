import type { EscalationAction } from '../../../src/sla/engine/model';
import { type Field, Fields, pick, text } from '../../kit/fields';
import { useLoad } from '../../shared/use-load';
import { loadIssueTypes } from '../directory/load-directory';
import type { Around } from './action-fields';

type Linked = Extract<EscalationAction, { readonly kind: 'createLinked' }>;

interface Props {
  readonly of: Field<Linked>;
  readonly around: Around;
}

/** Where a linked work item is created, of which type, how it is linked, and its summary. */
export function LinkedFields({ of, around: { catalog, directory } }: Props) {
  const { projectId } = of.value;
  const { loaded } = useLoad(`types:${projectId}`, async () =>
    projectId === '' ? [] : loadIssueTypes(projectId),
  );
  return (
    <Fields
      of={{
        ...of,
        onChange: (next) => of.onChange(next.projectId === projectId ? next : { ...next, issueTypeId: '' }),
      }}
      rows={[
        {
          key: 'projectId',
          label: 'settings.fulfilment.project',
          half: true,
          control: pick(catalog.valuesOf('project')),
        },
        {
          key: 'issueTypeId',
          label: 'settings.fulfilment.issueType',
          half: true,
          waits: projectId === '',
          control: pick(loaded.state === 'ready' ? loaded.value : []),
        },
        {
          key: 'linkType',
          label: 'settings.level.linkType',
          control: pick(directory.linkTypes),
        },
        { key: 'summary', label: 'settings.fulfilment.summary', control: text() },
      ]}
    />
  );
}
