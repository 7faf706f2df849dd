import { useId, useMemo } from 'react';
import type { FormField } from '../../../src/catalog/domain/model';
import { FileInput } from '../form/inputs/file-input';
import { FilesForProvider } from '../form/inputs/files-for';
import type { Adding } from './use-adding';

interface Props {
  readonly requestId: string;
  readonly place: FormField;
  readonly adding: Adding;
}

/** Where files of a request are chosen: the control of forms. */
export function FilePlace({ requestId, place, adding }: Props) {
  const id = useId();
  const filesFor = useMemo(() => ({ requestId }), [requestId]);
  return (
    <FilesForProvider value={filesFor}>
      <FileInput
        id={id}
        field={place}
        answer={adding.answerOf(place)}
        isRequired={false}
        isInvalid={false}
        describedBy={undefined}
        onChange={(answer) => adding.change(place, answer)}
        onLeave={() => undefined}
      />
    </FilesForProvider>
  );
}
