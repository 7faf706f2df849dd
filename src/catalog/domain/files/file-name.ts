const MOST = 120;

/** Nobody is shown a name that reads otherwise than it is, or that is a way to another place. */
export function cleanName(given: string): string {
  const name = given
    .normalize('NFC')
    // The last part of a path.
    .replace(/^.*[/\\]/, '')
    // Controls, and marks that turn the direction of reading.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return 'file';
  const end = /\.[^. ]{1,10}$/.exec(name)?.[0] ?? '';
  return [...name].length <= MOST
    ? name
    : `${[...name.slice(0, name.length - end.length)].slice(0, MOST - end.length).join('')}${end}`;
}
