/** The words of a question that say something, in English and in Russian. */
import { joinedWord, writtenWords } from '../text-words';

const STOP = new Set(
  (
    'a about all also an and any are as at be been but by can cannot could do does doesn don for from get had has have he help her here his how i if in ' +
    'is it its just like me my need new no not of on one ones only or other our out same see she should since so some than that the their them then ' +
    'there they this to up very want was we were what when where which who why will with would you your please request ' +
    'а без бы в во вы для до другой другая другое другую его ее если есть же за и из или как к ко кто ли меня мне мы на нам нас не нет но новая нового новое новые новый нужен нужна нужно ' +
    'о об он она они от по пожалуйста при с со так то у уже хочу что это я'
  ).split(' '),
);
const MAX_WORDS = 8;

/**
 * At most so many different words of a question, the first, without those that say nothing; all where each says nothing. One with a
 * hyphen is one word, without it.
 */
export const searchWords = (text: string, most = MAX_WORDS): readonly string[] => {
  const words = [...new Set(writtenWords(text).map(joinedWord))];
  const telling = words.filter((word) => !STOP.has(word));
  return (telling.length > 0 ? telling : words).slice(0, most);
};
