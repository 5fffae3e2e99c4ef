const none: readonly RegExpExecArray[] = [];

/**
 * All matches of a pattern with the flag g, in order, as `matchAll` gives them; but `matchAll` copies the pattern for each text that it is
 * asked about, which takes longer than most of the searches.
 */
export function everyMatch(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    // A match of nothing would be found for ever.
    if (match[0] === "") pattern.lastIndex += 1;
    match = pattern.exec(text);
  }
  return matches;
}
