/** A person of the site, as the host needs to know them. */
export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  /** For example `en-US`. */
  readonly locale: string;
  readonly timeZone: string;
  readonly accountType: string;
  readonly active: boolean;
}

/** Who there is on the site. */
export interface People {
  all(): readonly Person[];
  get(accountId: string): Person | undefined;
  /** Changes the language a person reads in. */
  setLocale?(accountId: string, locale: string): void;
}

/** Finds a person by account id, e-mail, or the name before its `@`. */
export function findPerson(people: People, login: string): Person | undefined {
  const byMail = ({ email }: Person): boolean => email === login || email.startsWith(`${login}@`);
  return people.get(login) ?? (login === '' ? undefined : people.all().find(byMail));
}
