import { useState } from 'react';

interface Copy {
  /** The browser took it. */
  readonly isCopied: boolean;
  readonly copy: (text: string) => Promise<void>;
}

/** Copies text to be taken elsewhere. In a browser that does not let it `select` is called: what is selected can be copied by hand. */
export function useCopy(select: () => void): Copy {
  const [isCopied, setCopied] = useState(false);
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      select();
    }
  };
  return { isCopied, copy };
}
