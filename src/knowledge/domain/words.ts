/** The words of a text worth searching for. */

const STOP = new Set(
  (
    'a all also an and any are as at be been but by can cannot could do does for from get had has have he help her here his how i if in ' +
    'is it its just like me my need new no not of on only or other our out same see she should some than their them then there they ' +
    'please request so that the this to up very want was we were what when where which who why will with would you your ' +
    'а без бы в во вы для до его ее если есть же за и из или как к ко кто ли меня мне мы на нам нас не нет но нужен нужна нужно ' +
    'о об он она они от по пожалуйста при с со так то у уже хочу что это я'
  ).split(' '),
);
const MAX_WORDS = 8;

const normal = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** At most eight different words of a text, in order, lower case, without those that say nothing. */
export const searchWords = (text: string): readonly string[] => {
  const words = normal(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && !STOP.has(word)))].slice(0, MAX_WORDS);
};

/** A word without its ending: enough to see that "ноутбуки" and "ноутбука", "printer" and "printers" are one. */
export const stemOf = (word: string): string => {
  const plain = normal(word);
  return plain.length <= 4 ? plain : plain.slice(0, Math.max(4, plain.length - 2));
};
