import { describe, expect, it } from "vitest";
import { normalizedView } from "../normalized-view.ts";
import { paragraphs } from "../paragraphs.ts";
import { contactOf, type ReadContact } from "./contact.ts";

function contact(text: string): ReadContact["contact"] {
  const view = normalizedView(text);
  return contactOf(view, paragraphs(view.text)).contact;
}

describe("contactOf", () => {
  it.each([
    [
      "联系方式：0990-5550101；邮政信箱：云汀区委办418室；电子邮箱：a.b@yunting.example。",
      "0990-5550101",
      "云汀区委办418室",
      null,
      "a.b@yunting.example",
    ],
    [
      "联系电话：0990—5550101；邮政信箱：区委办（汀南街49号），邮编：990102）。",
      "0990—5550101",
      "区委办(汀南街49号)",
      "990102",
      null,
    ],
    [
      "受理电话：0990-5550144（工作日）；来信地址：古渡路18号（信封注明“监督”），邮编：990202。",
      "0990-5550144",
      "古渡路18号",
      "990202",
      null,
    ],
    [
      "联系电话:0990-5550007(工作时间) 邮政信箱:样州市第18号信箱 邮编:990100 电子信箱:a@yangzhou.example",
      "0990-5550007",
      "样州市第18号信箱",
      "990100",
      "a@yangzhou.example",
    ],
    ["监督电话：0990—5552468    邮箱：jc@court.example", "0990—5552468", null, null, "jc@court.example"],
    ["联系方式：电话0990-5550101；电子邮箱：x@yunting.example。", "0990-5550101", null, null, "x@yunting.example"],
  ])("reads %s", (text, ...expected) => {
    const { phone, address, postcode, email } = contact(text) ?? {};
    expect([phone, address, postcode, email]).toEqual(expected);
  });

  it("is null where none is printed", () => expect(contact("欢迎广大干部群众监督。")).toBeNull());
});
