import { subjectSchema } from "@zhenggai/notice";
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveSubject } from "./resolve-subject.ts";
import type { SubjectQuery } from "./resolve-subject.ts";

const ON = "2024-03-15";
const resolve = (name: string, more: Partial<SubjectQuery> = {}) =>
  resolveSubject({ name, bodyKind: null, on: ON, context: [], ...more });
const candidateIds = (name: string, more: Partial<SubjectQuery> = {}) =>
  resolve(name, more).candidates.map(({ bodyId }) => bodyId);

describe("a body of a city", () => {
  it.each([
    ["样州市公安局样州经济技术开发区分局", "division-990100/公安局样州经济技术开发区分局"],
    ["样州市政协机关", "division-990100/政协机关"],
  ])("is found as %s", (name, bodyId) => expect(resolve(name).bodyId).toBe(bodyId));
});

describe("a district whose name is unique", () => {
  it.each(["玄武区", "南京玄武区", "南京市玄武区", "江苏省玄武区", "江苏南京玄武区", "江苏省南京市玄武区", "玄武"])(
    "is found as %s",
    (name) => {
      expect(resolve(name)).toEqual({
        name,
        bodyKind: null,
        bodyId: "division-320102",
        resolution: "exact",
        candidates: [],
        division: { code: "320102", province: "江苏省", city: "南京市", county: "玄武区" },
        zone: null,
      });
    },
  );

  it("is found with its Party body, which also gives the kind", () => {
    const subject = resolve("中共样州市望麓区委员会");
    expect([subject.bodyId, subject.bodyKind, subject.name]).toEqual([
      "division-990103",
      "区委",
      "中共样州市望麓区委员会",
    ]);
  });

  it("keeps the kind that the caller read", () => {
    expect(resolve("望麓区", { bodyKind: "区委" }).bodyKind).toBe("区委");
  });
});

describe("districts that share a name", () => {
  const FOUR = ["division-320106", "division-320302", "division-350102", "division-410204"];

  it("are ambiguous without a parent, listed with their full names", () => {
    const subject = resolve("鼓楼区");
    expect([subject.resolution, subject.bodyId, subject.division]).toEqual(["ambiguous", null, null]);
    expect(subject.candidates.map(({ bodyId }) => bodyId)).toEqual(FOUR);
    expect(subject.candidates[1]?.name).toBe("江苏省徐州市鼓楼区");
  });

  it.each([
    ["南京市鼓楼区", "320106"],
    ["徐州市鼓楼区", "320302"],
    ["徐州鼓楼", "320302"],
    ["福建省鼓楼区", "350102"],
    ["河南省开封市鼓楼区", "410204"],
    ["枣庄市市中区", "370402"],
    ["枣庄市中区", "370402"],
    ["四川省乐山市市中区", "511102"],
    ["北京市朝阳区", "110105"],
    ["长春市朝阳区", "220104"],
    ["样州市云汀区", "990102"],
    ["例江市云汀区", "990203"],
  ])("are told apart where the parent is printed: %s", (name, code) => {
    expect(resolve(name).bodyId).toBe(`division-${code}`);
  });

  it.each([
    ["市中区", ["division-370103", "division-370402", "division-511002", "division-511102"]],
    ["朝阳区", ["division-110105", "division-220104"]],
    ["云汀区", ["division-990102", "division-990203"]],
  ])("stay ambiguous as %s", (name, ids) => {
    expect(resolve(name).resolution).toBe("ambiguous");
    expect(candidateIds(name)).toEqual(ids);
  });

  it("are decided by the parent printed right before the name in a text", () => {
    const context = ["清风样例网", "省委第三巡视组对样州市云汀区开展巡视，其间到例江市核查线索"];
    expect(resolve("云汀区", { context }).bodyId).toBe("division-990102");
  });

  it("are decided by a publisher that names the city, in full or short", () => {
    const from = (publisher: string) => resolve("云汀区", { context: [publisher] }).bodyId;
    expect(["样州市纪委监委网站", "样州清风网", "清廉样州"].map(from)).toEqual(Array(3).fill("division-990102"));
  });

  it("are narrowed, not decided, by a publisher that names only a province with two of them", () => {
    expect(candidateIds("鼓楼区", { context: ["江苏省纪委监委网站"] })).toEqual(["division-320106", "division-320302"]);
    expect(resolve("鼓楼区", { context: ["清风样例网"] }).candidates).toHaveLength(4);
  });

  it("are not decided by a publisher that names no place", () => {
    expect(resolve("鼓楼区", { context: ["清风扬帆网", "", "廉洁在线"] }).candidates).toHaveLength(4);
  });

  it("stay ambiguous where one text names the province of one and another the city of a second", () => {
    const context = ["江苏省纪委监委网站", "区委组织干部到福州市学习"];
    expect(candidateIds("鼓楼区", { context })).toEqual(["division-320106", "division-320302", "division-350102"]);
  });

  it("don't take a city for the province of the same name, nor the other way round", () => {
    const from = (publisher: string) => resolve("朝阳区", { context: [publisher] }).bodyId;
    expect(from("吉林市纪委监委网站")).toBeNull();
    expect(from("吉林清风网")).toBeNull();
    expect(from("吉林省纪委监委网站")).toBe("division-220104");
    expect(from("北京市纪委监委网站")).toBe("division-110105");
  });

  it("are told apart by the kind of body where only the suffix was left out", () => {
    expect(resolve("吉林").resolution).toBe("ambiguous");
    expect(resolve("吉林", { bodyKind: "市委" }).bodyId).toBe("division-220200");
    expect(resolve("吉林", { bodyKind: "省委" }).bodyId).toBe("division-220000");
    expect(resolve("海州", { bodyKind: "区委" }).candidates).toHaveLength(2);
  });

  it("are ambiguous for a body within them too", () => {
    expect(candidateIds("云汀区财政局")).toEqual(["division-990102/财政局", "division-990203/财政局"]);
    expect(resolve("云汀区财政局", { context: ["样州清风网"] }).bodyId).toBe("division-990102/财政局");
  });
});

describe("names and time", () => {
  it.each([
    ["长乐市", "2016-05-01", "350182"],
    ["长乐市", "2017-03-01", "350182"],
    ["长乐区", "2017-12-01", "350112"],
    ["长乐区", "2024-05-01", "350112"],
    ["长乐市", "2019-05-01", "350182"],
    ["原长乐市", "2024-05-01", "350182"],
    ["福建省福州市原长乐市", "2024-05-01", "350182"],
    ["杭州市江干区", "2020-05-01", "330104"],
    ["襄樊市襄城区", "2009-05-01", "420602"],
    ["襄阳市襄城区", "2015-05-01", "420602"],
    ["重庆市江北区", "2024-05-01", "500105"],
    ["重庆市两江新区", "2026-05-01", "500157"],
    ["喀什地区岑岭县", "2026-10-01", "653132"],
    ["草湖市", "2026-10-01", "659013"],
    ["原平市", "2024-05-01", "140981"],
    ["原州区", "2024-05-01", "640402"],
  ])("%s on %s is %s", (name, on, code) => {
    expect(resolve(name, { on }).bodyId).toBe(`division-${code}`);
  });

  it("gives the names of the parents at that time", () => {
    expect(resolve("襄城区", { on: "2009-05-01" }).division?.city).toBe("襄樊市");
    expect(resolve("襄城区", { on: "2015-05-01" }).division?.city).toBe("襄阳市");
  });

  it("leaves a name unresolved long after it ended or before it began, and lists who had it", () => {
    for (const [name, on, code] of [
      ["长乐市", "2024-05-01", "350182"],
      ["长乐区", "2010-05-01", "350112"],
    ] as const) {
      const subject = resolve(name, { on });
      expect([subject.resolution, subject.bodyId]).toEqual(["unresolved", null]);
      expect(subject.candidates.map(({ bodyId }) => bodyId)).toEqual([`division-${code}`]);
    }
  });

  it("keeps a name ambiguous in the years after one of its bearers ended", () => {
    expect(candidateIds("江北区", { on: "2026-05-01" })).toEqual(["division-330205", "division-500105"]);
    expect(resolve("江北区", { on: "2030-05-01" }).bodyId).toBe("division-330205");
  });

  it("accepts any name of the years since 2013 where the date is unknown", () => {
    expect(resolve("长乐市", { on: null }).bodyId).toBe("division-350182");
    expect(resolve("长乐区", { on: null }).bodyId).toBe("division-350112");
    expect(resolve("樊东区", { on: null }).resolution).toBe("unresolved");
    expect(resolve("长乐区", { on: "" }).bodyId).toBe("division-350112");
  });
});

describe("provinces, cities and special forms", () => {
  it.each([
    ["样例省", "990000"],
    ["样州市", "990100"],
    ["样例省样州市委", "990100"],
    ["吉林省吉林市", "220200"],
    ["吉林市船营区", "220204"],
    ["内蒙古自治区", "150000"],
    ["广西壮族自治区党委", "450000"],
    ["重庆市委", "500000"],
    ["恩施州委", "422800"],
    ["恩施土家族苗族自治州", "422800"],
    ["锡林郭勒盟委", "152500"],
    ["喀什地委", "653100"],
    ["酉阳县", "500242"],
    ["仙桃市", "429004"],
    ["湖北省仙桃市", "429004"],
    ["新疆生产建设兵团第八师石河子市", "659001"],
    ["新疆维吾尔自治区石河子市", "659001"],
    ["上海市浦东新区", "310115"],
    ["天津滨海新区", "120116"],
  ])("%s is %s", (name, code) => {
    expect(resolve(name).bodyId).toBe(`division-${code}`);
  });

  it("has no city for a county directly under its province or municipality", () => {
    expect(resolve("仙桃市").division).toEqual({ code: "429004", province: "湖北省", city: null, county: "仙桃市" });
    expect(resolve("海淀区").division).toEqual({ code: "110108", province: "北京市", city: null, county: "海淀区" });
  });
});

describe("zones", () => {
  it.each(["镇江经济技术开发区", "镇江经开区", "镇江新区", "江苏省镇江新区", "镇江市经济技术开发区"])(
    "%s is one zone",
    (name) => {
      const subject = resolve(name);
      expect([subject.resolution, subject.bodyId, subject.division]).toEqual([
        "exact",
        "zone-zhenjiang-new-area",
        null,
      ]);
      expect(subject.zone).toEqual({ id: "zone-zhenjiang-new-area", name: "镇江经济技术开发区", hostCode: "321100" });
    },
  );

  it.each(["样州经济技术开发区党工委", "样州经开区", "中共样州新区工作委员会"])("%s is the sample's", (name) => {
    expect(resolve(name).bodyId).toBe("zone-sample-yangzhou-new-area");
  });

  it("are found without their host's name only where a text names the host", () => {
    expect(resolve("经开区").resolution).toBe("unresolved");
    expect(resolve("高新区", { context: ["例江廉政网"] }).bodyId).toBe("zone-sample-lijiang-hitech");
    expect(resolve("高新区", { context: ["样州清风网"] }).resolution).toBe("unresolved");
  });

  it("give way to the division that they became", () => {
    expect(resolve("两江新区", { on: "2023-05-01" }).bodyId).toBe("zone-chongqing-liangjiang-new-area");
    expect(resolve("两江新区", { on: "2026-05-01" }).bodyId).toBe("division-500157");
    expect(resolve("杭州钱塘新区", { on: "2020-05-01" }).bodyId).toBe("zone-hangzhou-qiantang-new-area");
    expect(resolve("杭州市钱塘区").bodyId).toBe("division-330114");
  });

  it("have bodies of their own", () => {
    expect(resolve("样州新区财政局").bodyId).toBe("zone-sample-yangzhou-new-area/财政局");
  });

  it("that the register doesn't know stay unresolved", () => {
    expect(resolve("样州虚云经济技术开发区").resolution).toBe("unresolved");
    expect(resolve("样州市虚云开发区管委会").resolution).toBe("unresolved");
  });
});

describe("bodies within a division", () => {
  it.each([
    ["样州市柏塘县自然资源局", "division-990121/自然资源局"],
    ["柏塘县自然资源局党组", "division-990121/自然资源局"],
    ["柏塘县石桥镇", "division-990121/石桥镇"],
    ["样例省水利厅", "division-990000/水利厅"],
    ["样州市城市管理局", "division-990100/城市管理局"],
    ["样州市市场监督管理局", "division-990100/市场监督管理局"],
  ])("%s is %s", (name, bodyId) => {
    expect(resolve(name).bodyId).toBe(bodyId);
  });

  it("carry the division they sit in", () => {
    expect(resolve("柏塘县自然资源局").division?.county).toBe("柏塘县");
  });

  it("named from their own city's view need a text that names it", () => {
    expect(resolve("市财政局党组", { context: ["样州清风网"] }).bodyId).toBe("division-990100/财政局");
    expect(resolve("市财政局党组").resolution).toBe("unresolved");
  });
});

describe("unknown names", () => {
  it.each([
    "虚云区",
    "徐州市玄武区",
    "样州市虚云区",
    "样州市虚云区档案局",
    "新疆生产建设兵团",
    "样州大学",
    "区",
    "",
    "constructor",
  ])("%j is unresolved", (name) => {
    const { resolution, bodyId, division, zone } = resolve(name);
    expect([resolution, bodyId, division, zone]).toEqual(["unresolved", null, null, null]);
  });
});

describe("any input", () => {
  const word = constantFrom(
    "样例省",
    "样州市",
    "样州",
    "云汀区",
    "区委",
    "原",
    "市",
    "新区",
    "吉林",
    "鼓楼区",
    "局",
    "x",
  );
  const name = array(word, { maxLength: 5 }).map((words) => words.join(""));

  it("gives a subject that the schema accepts, with an id exactly where it is exact", () => {
    assert(
      property(name, array(name, { maxLength: 3 }), constantFrom(null, ON, "1990-01-01"), (printed, context, on) => {
        const subject = resolveSubject({ name: printed, bodyKind: null, on, context });
        expect(subjectSchema.parse(subject)).toEqual(subject);
        expect(subject.bodyId !== null).toBe(subject.resolution === "exact");
        expect((subject.division ?? subject.zone) !== null).toBe(subject.resolution === "exact");
        expect(subject.resolution !== "ambiguous" || subject.candidates.length > 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("is not decided by the order of the texts", () => {
    assert(
      property(name, array(name, { maxLength: 4 }), (printed, context) => {
        const forward = resolveSubject({ name: printed, bodyKind: null, on: ON, context });
        expect(resolveSubject({ name: printed, bodyKind: null, on: ON, context: context.toReversed() })).toEqual(
          forward,
        );
      }),
      { numRuns: 200 },
    );
  });
});
