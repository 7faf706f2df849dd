import { useSearchParams } from 'wouter';

/** One word behind the address's question mark, empty when it is not there. A change stays on the page; going back leaves the page. */
export function useAddressParam(name: string): readonly [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const change = (value: string): void =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  return [search.get(name) ?? '', change];
}
