/**
 * Topics of findings, assigned by reading before any rule was written; the first is primary. By sample notice, in printing order.
 */
export const sampleTopics: Readonly<Record<string, readonly string[]>> = {
  "baitang-2023": ["T03", "T18", "T17", "T18", "T17", "T04", "T09", "T11", "T16 T12"],
  "baitang-bureau-2021": ["T03", "T02", "T17 T05", "T04", "T13 T10"],
  "lanpu-2020": ["T02", "T18", "T03", "T04 T17", "T04 T10", "T14", "T10 T16"],
  "lijiang-hitech-2022": ["T02", "T02", "T02", "T06 T03", "T07", "T01 T11", "T09"],
  "lijiang-yunting-2023": ["T17", "T03", "T04", "T17", "T17 T04", "T13"],
  "shizhi-2023": ["T02", "T02", "T17", "T04", "T01", "T05", "T13", "T11"],
  "wanglu-2019": ["T16", "T02", "T01", "T02", "T04", "T03", "T04", "T17", "T12", "T11"],
  "wanglu-2023": ["T02", "T18", "T01", "T07", "T04", "T04", "T06", "T17", "T12"],
  "xizhao-2023": ["T02", "T04", "T01", "T13", "T11", "T02", "T04 T05", "T07", "T10 T15"],
  "yangzhou-zone-2019": ["T02", "T02", "T01", "T03", "T07", "T04", "T08 T10", "T13", "T12"],
  "yunting-2016": ["T16", "T01", "T03", "T04", "T17", "T11", "T12", "T08"],
  "yunting-2019": ["T14", "T01 T02", "T07", "T06", "T17", "T08", "T11", "T12", "T05"],
  "yunting-2023": ["T02", "T05 T03", "T06", "T18", "T04", "T07", "T03", "T04", "T05"],
};

const zoneOf2020 =
  "T18,T07,T03,T02,T02,T02 T06,T01,T04,T17,T05,T09,T11,T08,T08,T01,T13,T13,T12,T14,T12,T05 T02,T11,T15,T15,T15";
const districtOf2024 = "T16,T18,T02,T17,T05,T04,T09,T10,T10,T11,T16,T12,T13,T15";

/** The two real notices without annotation, by number of the seed. */
export const seedTopics: Readonly<Record<string, readonly string[]>> = {
  "002": zoneOf2020.split(","),
  "004": districtOf2024.split(","),
};
