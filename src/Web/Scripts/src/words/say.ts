// The page's texts, in its reader's language. The page writes them as JSON for the areas that it needs (WordsOfPage.razor).
type Values = Readonly<Record<string, string | number>>;

let words: Readonly<Record<string, string>> | undefined;

/** For tests, and for a page that brings its texts another way. */
export const speak = (texts: Readonly<Record<string, string>>): void => {
  words = texts;
};

/** The text of a key, its {places} filled. With a count of 1 the key's `.one` is taken where there is one. */
export function say(key: string, values: Values = {}): string {
  words ??= JSON.parse(document.getElementById('words')?.textContent ?? '{}') as Record<string, string>;
  const one = values['count'] === 1 ? words[`${key}.one`] : undefined;
  const text = one ?? words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
