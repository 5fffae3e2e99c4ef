import { alignFindings } from "./align-findings.ts";
import type { LabelledFinding } from "./finding-pairs.fixture.ts";
import { findingOf, type Judged } from "./finding-pair-tally.fixture.ts";
import { agriRows } from "./generations/agri.fixture.ts";
import { bankRows } from "./generations/bank.fixture.ts";
import { boroughRows } from "./generations/borough.fixture.ts";
import { bureauRows } from "./generations/bureau.fixture.ts";
import { civilRows } from "./generations/civil.fixture.ts";
import { countyRows } from "./generations/county.fixture.ts";
import { districtRows } from "./generations/district.fixture.ts";
import { edubureauRows } from "./generations/edubureau.fixture.ts";
import { groupRows } from "./generations/group.fixture.ts";
import { hospitalRows } from "./generations/hospital.fixture.ts";
import { justiceRows } from "./generations/justice.fixture.ts";
import { policeRows } from "./generations/police.fixture.ts";
import { schoolRows } from "./generations/school.fixture.ts";
import { shireRows } from "./generations/shire.fixture.ts";
import { streetRows } from "./generations/street.fixture.ts";
import { tourgroupRows } from "./generations/tourgroup.fixture.ts";
import { townRows } from "./generations/town.fixture.ts";
import { trafficRows } from "./generations/traffic.fixture.ts";
import { univRows } from "./generations/univ.fixture.ts";
import { waterRows } from "./generations/water.fixture.ts";

/** A finding of one of several successive notices; findings that share a key are one issue, also one split or merged. */
type GenerationFinding = LabelledFinding & { readonly keys: readonly string[]; readonly topics: readonly string[] };

/** Notices of one body, oldest first, and pairs of keys that only sound alike, or that a reader may take either way. */
type Generations = {
  readonly notices: readonly (readonly GenerationFinding[])[];
  readonly alike: readonly (readonly [string, string])[];
  readonly open: readonly (readonly [string, string])[];
};

function findingIn(row: string): GenerationFinding {
  const [keys = "", topics = "", title = "", done = ""] = row.split("|");
  return { keys: keys.split("+"), topics: topics === "" ? [] : topics.split(" "), title, done, topic: "" };
}

/** Sections “# 2017” of rows “key+key|topics|title|done”, then “# alike” of rows “key|key”, with “|?” where it is open. */
function generationsIn(rows: string): Generations {
  const sections = rows.split(/^# /mu).map((section) => section.trim().split("\n"));
  const notices = sections
    .filter(([head = ""]) => /^\d/u.test(head))
    .map(([, ...findings]) => findings.map((row) => findingIn(row)));
  const pairs = (sections.find(([head]) => head === "alike") ?? []).slice(1).map((row) => row.split("|"));
  const pairsThat = (isOpen: boolean) =>
    pairs
      .filter(([, , mark]) => (mark === "?") === isOpen)
      .map(([one = "", other = ""]): readonly [string, string] => [one, other]);
  return { notices, alike: pairsThat(false), open: pairsThat(true) };
}

type GenerationSet = { readonly name: string; readonly bodies: readonly Generations[] };

/** Every set, in the order in which they were measured. */
export const generationSets: readonly GenerationSet[] = [
  { name: "county, bureau, university", bodies: [countyRows, bureauRows, univRows].map(generationsIn) },
  { name: "hospital, state firm, town", bodies: [hospitalRows, groupRows, townRows].map(generationsIn) },
  { name: "police, bank, street", bodies: [policeRows, bankRows, streetRows].map(generationsIn) },
  { name: "district, college, transport", bodies: [districtRows, schoolRows, trafficRows].map(generationsIn) },
  { name: "shire, civil affairs, waterworks", bodies: [shireRows, civilRows, waterRows].map(generationsIn) },
  {
    name: "education bureau, tourism group, court",
    bodies: [edubureauRows, tourgroupRows, justiceRows].map(generationsIn),
  },
  { name: "borough, agriculture", bodies: [boroughRows, agriRows].map(generationsIn) },
];

const sharesKey = (one: GenerationFinding, other: GenerationFinding): boolean =>
  one.keys.some((key) => other.keys.includes(key));

const isAmong = (
  pairs: readonly (readonly [string, string])[],
  one: GenerationFinding,
  other: GenerationFinding,
): boolean =>
  pairs.some(
    ([key, second]) =>
      (one.keys.includes(key) && other.keys.includes(second)) ||
      (one.keys.includes(second) && other.keys.includes(key)),
  );

type Successive = { readonly before: readonly GenerationFinding[]; readonly after: readonly GenerationFinding[] };

const successiveOf = ({ notices }: Generations): Successive[] =>
  notices.flatMap((before, at) => notices.slice(at + 1).map((after) => ({ before, after })));

const readFinding = (finding: GenerationFinding, n: number, isTopicKnown: boolean) => ({
  ...findingOf(finding, n, false),
  topics: isTopicKnown ? [...finding.topics] : [],
});

/** Every pair of a set that is one issue or only sounds alike, as two notices of one finding each. */
export function judgeGenerationPairs(bodies: readonly Generations[], isTopicKnown: boolean): Judged[] {
  return bodies.flatMap((body) =>
    successiveOf(body).flatMap(({ before, after }) =>
      before.flatMap((one) =>
        after.flatMap((other) => {
          const repeated = sharesKey(one, other);
          if (!repeated && !isAmong(body.alike, one, other)) return [];
          const sides = [readFinding(one, 1, isTopicKnown), readFinding(other, 1, isTopicKnown)] as const;
          const [found] = alignFindings([sides[0]], [sides[1]]).repeated;
          const verdict = found?.verdict ?? null;
          return [{ before: one.title, after: other.title, repeated, verdict, score: found?.score ?? 0 }];
        }),
      ),
    ),
  );
}

/** Every claim of the alignments of whole notices but open ones, then every issue that they missed. */
export function judgeGenerations(bodies: readonly Generations[], isTopicKnown: boolean): Judged[] {
  return bodies.flatMap((body) => successiveOf(body).flatMap((pair) => judgeNotices(body, pair, isTopicKnown)));
}

function judgeNotices({ open }: Generations, { before, after }: Successive, isTopicKnown: boolean): Judged[] {
  const read = (side: readonly GenerationFinding[]) => side.map((one, at) => readFinding(one, at, isTopicKnown));
  const claims = alignFindings(read(before), read(after)).repeated.flatMap((claim) => {
    const [one, other] = [before[claim.before.n], after[claim.after.n]];
    return one === undefined || other === undefined ? [] : [{ one, other, claim }];
  });
  const right = claims.filter(({ one, other }) => sharesKey(one, other));
  const isDone = (finding: GenerationFinding) => right.some(({ one, other }) => one === finding || other === finding);
  const missed = before.flatMap((one) => {
    const partners = after.filter((other) => sharesKey(one, other));
    const [other] = partners;
    if (other === undefined || isDone(one) || partners.every(isDone)) return [];
    return [{ before: one.title, after: other.title, repeated: true, verdict: null, score: 0 }];
  });
  const judged = claims
    .filter(({ one, other }) => sharesKey(one, other) || !isAmong(open, one, other))
    .map(({ one, other, claim: { verdict, score } }) => ({
      before: one.title,
      after: other.title,
      repeated: sharesKey(one, other),
      verdict,
      score,
    }));
  return [...judged, ...missed];
}
