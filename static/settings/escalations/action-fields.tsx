import type { EscalationAction, Recipient } from '../../../src/sla/engine/model';
import { type Field, Fields, mapped, part, pick, seenAs, text } from '../../kit/fields';
import type { Directory } from '../directory/load-directory';
import type { FieldCatalog } from '../model/field-catalog';
import { LinkedFields } from './linked-fields';
import { MessageFields } from './message-fields';
import { RecipientPicker } from './recipient-picker';

/** What Jira has, for the names of things. */
export interface Around {
  readonly catalog: FieldCatalog;
  readonly directory: Directory;
}

interface Props {
  /** Unique in the page: ids of inputs begin with it. */
  readonly id: string;
  readonly of: Field<EscalationAction>;
  readonly around: Around;
}

/** What an action needs to know, by its kind. */
export function ActionFields({ id, of, around }: Props) {
  const { value } = of;
  const { catalog, directory } = around;
  switch (value.kind) {
    case 'comment':
    case 'notify':
      return <MessageFields id={id} of={{ ...of, value }} directory={directory} />;
    case 'assign':
      return (
        <RecipientPicker
          id={id}
          of={seenAs(
            part({ ...of, value }, 'to'),
            (to): readonly Recipient[] => [to],
            ([to], before) => to ?? before,
          )}
          single
          directory={directory}
        />
      );
    case 'priority':
      return (
        <Fields
          of={{ ...of, value }}
          rows={[
            {
              key: 'priorityId',
              label: 'settings.level.priority',
              control: pick(catalog.valuesOf('priority')),
            },
          ]}
        />
      );
    case 'transition':
      return (
        <Fields
          of={{ ...of, value }}
          rows={[
            {
              key: 'toStatusId',
              label: 'settings.level.toStatus',
              help: 'settings.level.transitionHint',
              control: pick(catalog.valuesOf('status')),
            },
          ]}
        />
      );
    case 'label':
      return (
        <Fields
          of={{ ...of, value }}
          rows={[
            {
              key: 'label',
              label: 'settings.level.label',
              control: written((typed) => typed.replace(/\s+/g, '-')),
            },
          ]}
        />
      );
    case 'createLinked':
      return <LinkedFields of={{ ...of, value }} around={around} />;
    case 'property':
      return (
        <Fields
          of={{ ...of, value }}
          rows={[
            {
              key: 'key',
              label: 'settings.level.property',
              help: 'settings.level.propertyHint',
              control: written((typed) => typed.trim()),
            },
          ]}
        />
      );
  }
}

/** A text that is kept in another way than it is typed. */
const written = (write: (typed: string) => string) => mapped(text(), (value: string) => value, write);
