import { readdirSync, readFileSync } from "node:fs";
import { Fault } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { sitesFolder } from "./sites-folder.ts";
import { parseSourceDefinition } from "./source-definition.ts";

const sound = `id: qingfeng-col12
name: 清风样例网 巡视整改
site: 清风样例网
hosts: [qingfeng.yangli.example]
listUrl: http://qingfeng.yangli.example/col/col12/index.html
dialect: hanweb-jpage
parameters:
  unitId: "20188"
maxListPages: 5
schedule: { cron: "0 6 * * *", timeZone: Asia/Shanghai }
rank: official
verified: null
expectedYield: 3
`;

function faultOf(yamlText: string): Fault {
  try {
    parseSourceDefinition(yamlText, "sites/x.yaml");
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error("no fault");
}

describe("parseSourceDefinition", () => {
  it("reads a source and fills in what may be left out", () => {
    const source = parseSourceDefinition(sound, "sites/x.yaml");
    expect(source).toMatchObject({ fetch: "http", parameters: { unitId: "20188" }, rank: "official" });
    expect(parseSourceDefinition(sound.replace(/parameters:\n.*\n/u, ""), "x").parameters).toEqual({});
  });

  it.each([
    ["a missing key", sound.replace(/rank: official\n/u, ""), "sites/x.yaml:1 rank"],
    ["an unknown key", `${sound}cookies: yes\n`, "sites/x.yaml:14 cookies"],
    ["an unknown parameter", sound.replace("unitId", "unit"), "sites/x.yaml:8 parameters.unit"],
    ["a host with a path", sound.replace("[qingfeng.yangli.example]", "[a.example/x]"), "sites/x.yaml:4 hosts.0"],
    ["a list outside its hosts", sound.replace("http://qingfeng.", "http://other."), "sites/x.yaml:5 listUrl"],
    ["an unknown dialect", sound.replace("hanweb-jpage", "hanwebb"), "sites/x.yaml:6 dialect"],
    ["a wrong cron", sound.replace("0 6 * * *", "daily"), "sites/x.yaml:10 schedule.cron"],
    ["a claim without a note", sound.replace("verified: null", "verified: { on: 2026-01-02 }"), "verified.note"],
    ["no map at all", "- id", "sites/x.yaml:1 (whole file)"],
  ])("refuses %s and names file, line and key", (_, yamlText, where) => {
    const fault = faultOf(yamlText);
    expect(fault.code).toBe("E2003");
    expect(fault.value).toContain(where);
  });

  it("takes a site that listens on a port of its own: its host is what is allowed", () => {
    const onPort = sound.replace("http://qingfeng.yangli.example/", "http://qingfeng.yangli.example:8081/");
    expect(new URL(parseSourceDefinition(onPort, "x").listUrl).port).toBe("8081");
  });

  it("names the line where the YAML itself is broken", () => {
    expect(faultOf(sound.replace("[qingfeng.yangli.example]", "[qingfeng.yangli.example")).value).toMatch(
      /^sites\/x\.yaml:[45]$/u,
    );
  });
});

describe("the shipped sites", () => {
  const names = readdirSync(new URL(sitesFolder));

  it.each(names)("%s is sound, is named after its id, and claims nothing that nobody saw", (name) => {
    const source = parseSourceDefinition(readFileSync(new URL(name, sitesFolder), "utf8"), name);
    expect(`${source.id}.yaml`).toBe(name);
    expect(source.verified).toBeNull();
  });
});
