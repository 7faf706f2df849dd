import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { RequestFailed } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly text: string;
  readonly mend: () => Promise<unknown>;
  readonly onDone: () => void;
}

/** Has something mended at a click, and says what stands in its way. */
export function MendButton({ text, mend, onDone }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await mend();
      onDone();
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      setError(errorText(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button spacing="compact" isLoading={busy} onClick={() => void run()}>
        {text}
      </Button>
      {error !== null && (
        <span role="alert" className={forms.error}>
          {error}
        </span>
      )}
    </>
  );
}
