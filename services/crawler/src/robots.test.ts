import { expect, test } from "vitest";
import { judgeRobots } from "./robots.ts";

const robotsUrl = "http://jw.yangzhou.example/robots.txt";
const on = (path: string): string => `http://jw.yangzhou.example${path}`;

function judged(status: number, text = "") {
  return judgeRobots(robotsUrl, { status, bytes: new TextEncoder().encode(text) }, "ZhenggaiBot");
}

test.each([400, 401, 403, 404, 410, 429])(
  "HTTP %i: there are no rules, everything is allowed (RFC 9309 2.3.1.3)",
  (status) => {
    expect(judged(status, "User-agent: *\nDisallow: /")(on("/art/1.html")).access).toBe("allowed");
  },
);

test.each([500, 502, 503])(
  "HTTP %i: the site did not say, nothing may be fetched for now (RFC 9309 2.3.1.4)",
  (status) => {
    expect(judged(status)(on("/art/1.html")).access).toBe("unavailable");
  },
);

test("no answer at all is as good as a server error", () => {
  expect(judgeRobots(robotsUrl, null, "ZhenggaiBot")(on("/")).access).toBe("unavailable");
});

test("rules for everybody hold for us: the longest match decides, and allow wins a tie", () => {
  const judge = judged(200, "User-agent: *\nDisallow: /admin\nDisallow: /art/\nAllow: /art/2024/\nDisallow: /*.pdf$\n");
  const access = (path: string): string => judge(on(path)).access;
  expect(
    ["/", "/adm", "/admin/x", "/art/1.html", "/art/2024/1.html", "/col/1.pdf", "/col/1.pdf?x"].map(access),
  ).toEqual(["allowed", "allowed", "disallowed", "disallowed", "allowed", "disallowed", "allowed"]);
});

test("rules that name us hold instead of those for everybody, whatever the case of our name", () => {
  const judge = judged(200, "User-agent: *\nDisallow: /\n\nUser-agent: zhenggaibot\nDisallow: /private\n");
  expect(judge(on("/art/1.html")).access).toBe("allowed");
  expect(judge(on("/private/1.html")).access).toBe("disallowed");
});

test("rules for others are not ours; an empty file and a page that is no robots.txt forbid nothing", () => {
  expect(judged(200, "User-agent: Baiduspider\nDisallow: /\n")(on("/")).access).toBe("allowed");
  expect(judged(200)(on("/")).access).toBe("allowed");
  expect(judged(200, "<html><body>您访问的页面不存在</body></html>")(on("/")).access).toBe("allowed");
});

test("a byte order mark before the first line does not hide it", () => {
  expect(judged(200, "\uFEFFUser-agent: *\nDisallow: /\n")(on("/")).access).toBe("disallowed");
});

test("the pause that the site asks for is kept, up to a minute", () => {
  const delayMs = (seconds: string): number =>
    judged(200, `User-agent: *\nCrawl-delay: ${seconds}\n`)(on("/")).crawlDelayMs;
  expect([delayMs("3"), delayMs("0.5"), delayMs("86400"), delayMs("soon")]).toEqual([3_000, 500, 60_000, 0]);
  expect(judged(404)(on("/")).crawlDelayMs).toBe(0);
});

test("rules beyond the first 500 kB are not read", () => {
  const judge = judged(200, `${"# 注释\n".repeat(60_000)}User-agent: *\nDisallow: /\n`);
  expect(judge(on("/")).access).toBe("allowed");
});
