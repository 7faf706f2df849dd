/** The same keys and the same sounds in the other alphabet. */

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const KEYS = new Map([
  ...[...LATIN].map((key, at) => [key, CYRILLIC[at] ?? key] as const),
  ...[...CYRILLIC].map((key, at) => [key, LATIN[at] ?? key] as const),
]);

/** What the same keys write on the other keyboard: `yjen,er` is `ноутбук`, `дфзещз` is `laptop`. */
export const otherLayout = (text: string): string =>
  [...text.toLowerCase()].map((key) => KEYS.get(key) ?? key).join('');

const SOUNDS: Readonly<Record<string, string>> = {
  ...{
    shch: 'щ',
    sch: 'щ',
    zh: 'ж',
    kh: 'х',
    ch: 'ч',
    sh: 'ш',
    ts: 'ц',
    yu: 'ю',
    ya: 'я',
    yo: 'е',
    iy: 'ий',
  },
  ...{ a: 'а', b: 'б', v: 'в', g: 'г', d: 'д', e: 'е', z: 'з', i: 'и', j: 'й', k: 'к', l: 'л', m: 'м' },
  ...{ n: 'н', o: 'о', p: 'п', r: 'р', s: 'с', t: 'т', u: 'у', f: 'ф', h: 'х', c: 'ц', y: 'ы' },
};
const SOUND = new RegExp(Object.keys(SOUNDS).join('|'), 'g');

/** A Russian word in Latin letters as Cyrillic ones: `komandirovka`. */
export const inCyrillic = (word: string): string => word.replace(SOUND, (sound) => SOUNDS[sound] ?? sound);
