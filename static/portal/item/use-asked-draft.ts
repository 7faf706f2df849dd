import { useState } from 'react';
import { useAddressParam } from '../../kit/address/use-address-param';
import { DRAFT_PARAM } from '../drafts/draft-words';

interface AskedDraft {
  /** What the address asks for; the newest where it is empty. */
  readonly asked: string;
  /** The page shows this one from now on: the address names it, so that going back or another device opens it, and nothing is loaded anew. */
  readonly shows: (clientToken: string) => void;
}

/** Which draft the address of an item asks for. */
export function useAskedDraft(itemId: string): AskedDraft {
  const [wanted, setWanted] = useAddressParam(DRAFT_PARAM);
  // What the page itself wrote into the address; changed in place, as the address changes before anything is drawn.
  const [own] = useState<{ token: string | null }>(() => ({ token: null }));
  const [loaded, setLoaded] = useState({ itemId, asked: wanted });
  const isAnother = loaded.itemId !== itemId || (wanted !== loaded.asked && wanted !== own.token);
  if (isAnother) setLoaded({ itemId, asked: wanted });
  return {
    asked: isAnother ? wanted : loaded.asked,
    shows: (clientToken) => {
      if (own.token === clientToken || wanted === clientToken) return;
      own.token = clientToken;
      setWanted(clientToken);
    },
  };
}
