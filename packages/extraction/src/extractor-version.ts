/** Version of the reading rules. Raised whenever the same text may be read differently; stored with every version. */
export const extractorVersion = 4;
