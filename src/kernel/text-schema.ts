/** The shape of a text in several languages. */
import * as v from 'valibot';

const LANGUAGE = /^[a-z]{2,3}$/;
/** More than a site may have: what was written in a language stays when the site drops it. */
const MOST_LANGUAGES = 24;

/** A text whose words in each language `part` takes; languages are called by their tags. */
export const textOf = <S extends v.GenericSchema<string, string>>(part: S) =>
  v.pipe(
    v.objectWithRest({ en: part }, v.optional(part)),
    v.check((text) => {
      const languages = Object.keys(text);
      return languages.length <= MOST_LANGUAGES && languages.every((each) => LANGUAGE.test(each));
    }),
  );

/** A text in the languages somebody wrote it in. */
export const textAnswer = textOf(v.string());
