import { describe, expect, it } from "vitest";
import { judgeResponse, type JudgedResponse } from "./judge-response.ts";

const url = "http://qingfeng.yangli.example/art/2024/3/27/art_12_7.html";
const sentence = "据样例省纪委监委消息，样例省某局副局长王某某涉嫌严重违纪，目前正接受审查。";
const judge = (text: string, more: Partial<JudgedResponse> = {}): string => {
  const { verdict, rule } = judgeResponse({ status: 200, url, finalUrl: url, contentType: "text/html", text, ...more });
  return `${verdict} ${rule}`;
};

describe("judgeResponse", () => {
  it.each([
    [401, "login"],
    [403, "blocked"],
    [404, "absent"],
    [405, "blocked"],
    [410, "absent"],
    [412, "blocked"],
    [429, "blocked"],
    [500, "server-error"],
    [502, "server-error"],
    [521, "blocked"],
    [302, "blocked"],
  ])("takes status %i for %s whatever the body says", (status, verdict) => {
    expect(judge(`<p>${sentence}</p>`, { status })).toBe(`${verdict} status-${status}`);
  });

  it("takes a one-sentence notice for content, also below a script that sets a cookie", () => {
    expect(judge(`<h1>通报</h1><div>2024-03-22 清风样例网</div><p>${sentence}</p>`)).toBe("content body");
    const cookie = `<script>document.cookie="HOY=1"</script>`;
    expect(judge(`<html>${cookie}<h1>通报</h1><div>2024-03-22 清风样例网</div><p>${sentence}</p>`)).toBe(
      "content body",
    );
  });

  it.each([
    ["瑞数", `<html><script>$_ts=window['$_ts'];</script><body></body></html>`],
    ["加速乐", `<script>document.cookie=('_').concat('_jsl_clearance');location.href=location.pathname</script>`],
    ["C3VK", `<script>document.cookie="C3VK=1a2b; path=/; max-age=300";location.reload()</script>`],
    ["a shell that waits", `<html><head><meta http-equiv="refresh" content="1"></head><body>请稍候。</body></html>`],
    ["a slider", `<html><body><p>访问过于频繁，请完成验证。</p></body></html>`],
    ["a firewall", `<html><title>拦截</title><body>您的访问已被拦截，云防护。</body></html>`],
  ])("never lets a challenge with status 200 pass: %s", (_, text) => {
    expect(judge(text)).toMatch(/^blocked /u);
  });

  it.each([
    "<html><title>提示信息</title><body><p>您访问的页面不存在或已删除！</p></body></html>",
    "<html><title>404</title><body><p>走错了</p></body></html>",
    "<html><title>样例网</title><body><ul><li><a href='/'>首页</a></li></ul><p>对不起，该文章已被删除</p></body></html>",
    "<html><body>找不到您要的信息</body></html>",
  ])("takes a note that something is missing for absent: %s", (text) => {
    expect(judge(text)).toMatch(/^absent soft-404/u);
  });

  it("does not mistake a long notice that speaks of deleted pages for a soft 404", () => {
    const paragraphs = `<p>${sentence}网站上的失实信息已删除。</p>`.repeat(20);
    expect(judge(`<h1>通报</h1>${paragraphs}`)).toBe("content body");
  });

  it("takes a redirect to home, to the list or to an error page for absent, and one to a login for login", () => {
    const body = `<p>${sentence.repeat(20)}</p>`;
    const at = (finalUrl: string): string =>
      judge(body, { finalUrl, listUrl: "http://qingfeng.yangli.example/col/1/" });
    expect(at("http://qingfeng.yangli.example/")).toBe("absent redirect-home");
    expect(at("http://qingfeng.yangli.example/index.html")).toBe("absent redirect-home");
    expect(at("http://qingfeng.yangli.example/col/1/")).toBe("absent redirect-list");
    expect(at("http://qingfeng.yangli.example/404.html")).toBe("absent redirect-error-page");
    expect(at("http://qingfeng.yangli.example/login.jsp?to=/")).toBe("login redirect-login");
    expect(at(url.replace("http:", "https:"))).toBe("content body");
  });

  it("takes a password form for a login", () => {
    expect(judge(`<form>用户名<input name=u>密码<input type=password></form>`)).toBe("login password-field");
  });

  it("takes nothing, white space and Hanweb's 54-byte shell for empty, records for content", () => {
    expect(judge("")).toBe("empty no-body");
    expect(judge(" \n")).toBe("empty no-body");
    expect(judge(`<?xml version="1.0" encoding="UTF-8"?><datastore/>`)).toBe("empty no-visible-text");
    const records = `<datastore><recordset><record><![CDATA[<li>1</li>]]></record></recordset></datastore>`;
    expect(judge(records, { contentType: "text/xml" })).toBe("content records");
  });

  it("does not read files", () => {
    expect(judge("", { contentType: "application/pdf" })).toBe("content file");
  });
});
