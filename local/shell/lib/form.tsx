import { type FormHTMLAttributes, type ReactNode, useState } from 'react';
import { messageOf } from './api';
import { Problem } from './parts';

/** A form field's text; empty where there is none. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

interface Attempt {
  readonly attempt: (work: () => unknown) => Promise<void>;
  /** Why the last attempt was refused. */
  readonly problem: ReactNode;
}

/** Tries what the site may refuse, and keeps its words. */
export function useAttempt(): Attempt {
  const [message, setMessage] = useState<string>();
  const attempt = async (work: () => unknown): Promise<void> => {
    try {
      await work();
      setMessage(undefined);
    } catch (error) {
      setMessage(messageOf(error));
    }
  };
  return { attempt, problem: message && <Problem>{message}</Problem> };
}

interface FormProps extends Pick<FormHTMLAttributes<HTMLFormElement>, 'className' | 'role' | 'children'> {
  readonly onSubmit: (data: FormData, form: HTMLFormElement) => unknown;
}

/** A form that hands over its data, and says below why the site refused it. */
export function Form({ onSubmit, children, ...rest }: FormProps) {
  const { attempt, problem } = useAttempt();
  return (
    <form
      {...rest}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        void attempt(() => onSubmit(new FormData(form), form));
      }}
    >
      {children}
      {problem}
    </form>
  );
}
