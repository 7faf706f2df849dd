import Textfield from '@atlaskit/textfield';
import { lazy, Suspense } from 'react';
import type { UserPickerProps } from './user-picker/types';

const Picker = lazy(() =>
  import('./user-picker/async-picker').then(({ AsyncPicker }) => ({ default: AsyncPicker })),
);

/** Chooses a person among those the viewer may find in Jira. The picker itself is loaded when it is first needed. */
export function UserPicker(props: UserPickerProps) {
  return (
    <Suspense fallback={<Textfield id={props.inputId} isDisabled aria-busy placeholder="…" />}>
      <Picker {...props} />
    </Suspense>
  );
}
