const pad = (value: number): string => String(value).padStart(2, '0');

/** An instant as `datetime-local` inputs write it, in the browser's zone. */
export function localInput(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** The instant such an input means; nothing while it is empty or half typed. */
export function instantOf(text: string): number | undefined {
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? undefined : at;
}
