// Builds packages/bodies/src/table/divisions.json from the list of division codes (yescallop/areacodes, CC0 1.0).
//
//   node infra/divisions/build-divisions.mjs            writes the table
//   node infra/divisions/build-divisions.mjs --check    says whether the committed table equals a rebuild (exit 1 if not)
//
// The list is read from ../shared/data/divisions-1981-2024.csv, or from the path given by DIVISIONS_CSV.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const listPath =
  process.env.DIVISIONS_CSV ?? fileURLToPath(new URL("../../../shared/data/divisions-1981-2024.csv", import.meta.url));
const tablePath = fileURLToPath(new URL("../../packages/bodies/src/table/divisions.json", import.meta.url));

/**
 * What happened after the list ends. 两江新区 was announced on 2025-11-06; 岑岭县 was founded by a notice of 2026-03-26
 * and belongs to 喀什地区, as its code says; 草湖市 followed in April 2026.
 */
const later = [
  { code: "500105", ended: 2025, successors: ["500157"] },
  { code: "500112", ended: 2025, successors: ["500157"] },
  { code: "500157", name: "两江新区", from: 2025 },
  { code: "653132", name: "岑岭县", from: 2026 },
  { code: "659013", name: "草湖市", from: 2026 },
];

/** "120113[2020];120116" → ["120116"]: a code with a year got only a part of the territory. */
const successorsOf = (printed) => printed.split(";").filter((code) => /^\d{6}$/.test(code));

const readList = (csv) =>
  csv
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code, province, parent, name, level, , from, ended, successors] = line.split(",");
      return {
        code,
        province,
        parent,
        name,
        level,
        from: Number(from),
        ended: ended === "" ? null : Number(ended),
        successors: ended === "" ? [] : successorsOf(successors),
      };
    });

const applyLater = (rows) => {
  for (const { code, name, from, ended = null, successors = [] } of later) {
    const current = rows.find((row) => row.code === code && row.ended === null);
    if (name !== undefined && current === undefined) rows.push({ code, name, from, ended, successors });
    else if (name === undefined && current !== undefined) Object.assign(current, { ended, successors });
    else throw new Error(`The list already knows what happened to ${code}; take it out of this script.`);
  }
  return rows;
};

const overlap = (a, b) => a.from < (b.ended ?? Infinity) && b.from < (a.ended ?? Infinity);

/** The table leaves the parent out because the code tells it. This proves that it does, for every row of the list. */
const assertParentsFollowFromCodes = (rows) => {
  const byCode = groupByCode(rows);
  const namedBy = (code, row) =>
    (byCode.get(code) ?? []).filter((parent) => overlap(parent, row)).map(({ name }) => name);
  for (const row of rows) {
    if (row.level !== "县级") continue;
    const city = namedBy(`${row.code.slice(0, 4)}00`, row);
    const parents = city.length > 0 ? city : namedBy(`${row.code.slice(0, 2)}0000`, row);
    const printed = row.parent === "直辖" ? row.province : row.parent;
    if (parents.length !== 1 || parents[0] !== printed) {
      throw new Error(
        `${row.code} ${row.name} (${row.from}): the list says ${printed}, the code ${parents.join(", ")}`,
      );
    }
  }
};

const groupByCode = (rows) => {
  const groups = new Map();
  for (const row of rows) groups.set(row.code, [...(groups.get(row.code) ?? []), row]);
  return groups;
};

const printPeriod = ({ name, from, ended, successors }) =>
  [name, ended === null ? `${from}` : `${from}-${ended}`, ...successors].join(" ");

const buildTable = (csv) => {
  const rows = readList(csv);
  assertParentsFollowFromCodes(rows);
  const groups = groupByCode(applyLater(rows));
  const codes = [...groups.keys()].sort((a, b) => Number(a) - Number(b));
  const periods = (code) =>
    groups
      .get(code)
      .sort((a, b) => a.from - b.from)
      .map(printPeriod)
      .join("; ");
  const table = {
    about: {
      source:
        "yescallop/areacodes on GitHub, CC0 1.0; divisions of county level and above, 1981-2024, state of 2025-11",
      changes: "500157 replaces 500105 and 500112 in 2025; 653132 and 659013 founded in 2026",
      built: "infra/divisions/build-divisions.mjs; do not edit",
      format:
        "code: name, year from, - year ended (exclusive), codes that succeed it; periods of a code are parted by ;",
      parent: "follows from the code: its first four digits with 00, else its first two with 0000",
    },
    divisions: Object.fromEntries(codes.map((code) => [code, periods(code)])),
  };
  return `${JSON.stringify(table, null, 2)}\n`;
};

const table = buildTable(readFileSync(listPath, "utf8"));
if (process.argv.includes("--check")) {
  const equal = readFileSync(tablePath, "utf8") === table;
  console.log(equal ? "The committed table equals a rebuild." : "The committed table differs from a rebuild.");
  process.exitCode = equal ? 0 : 1;
} else {
  writeFileSync(tablePath, table);
  console.log(`Wrote ${Object.keys(JSON.parse(table).divisions).length} codes, ${table.length} characters.`);
}
