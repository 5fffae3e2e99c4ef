/** The invented province of the demo and the tests, printed as the table prints real divisions. */
export const SAMPLE_DIVISIONS: Readonly<Record<string, string>> = {
  "990000": "样例省 1981",
  "990100": "样州市 1981",
  "990102": "云汀区 1981",
  "990103": "望麓区 1981",
  "990121": "柏塘县 1981",
  "990200": "例江市 1981",
  "990202": "溪照区 1981",
  "990203": "云汀区 1981",
  "990221": "岚浦县 1981",
  "990281": "石芷市 1981",
};
