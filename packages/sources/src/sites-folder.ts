/** File URL of the folder with the source files of real columns, ending in `/`; the caller reads it. */
export const sitesFolder = new URL("../sites/", import.meta.url).href;
