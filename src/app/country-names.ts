/** Countries by name, sorted, in the language of the page. */
export function countryNames(codes: readonly string[]): readonly { readonly value: string; readonly name: string }[] {
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: "region" });
  return codes
    .map((value) => ({ value, name: names.of(value) ?? value }))
    .sort((a, b) => a.name.localeCompare(b.name, document.documentElement.lang));
}
