/** Browsers know which zones a country has: as a method, or, older ones, as a property. */
type Zoned = Intl.Locale & {
  readonly timeZones?: readonly string[];
  readonly getTimeZones?: () => readonly string[] | undefined;
};

const zonesOf = (country: string): readonly string[] => {
  const region: Zoned = new Intl.Locale('und', { region: country });
  return region.getTimeZones?.() ?? region.timeZones ?? [];
};

/** The country a time zone belongs to, of those offered; `undefined` when no browser can tell. */
export const countryOfZone = (zone: string, countries: readonly string[]): string | undefined =>
  countries.find((country) => zonesOf(country).includes(zone));
