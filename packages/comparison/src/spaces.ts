/** Whether white space stands at a place, or a character without width; asked of every character, so told from its code where that is enough. */
export const isSpaceAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code === 0x0a || code === 0x20) return true;
  return (code < 0x4e_00 || code > 0x9f_ff) && code > 0 && /[\s\u00AD\u200B-\u200D\u2060]/.test(text.charAt(at));
};
