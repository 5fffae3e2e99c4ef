/** Words by which a heading owns up to something: 不到位, 薄弱, 滞后… Weak evidence alone, telling where most headings of a kind have one. */
const flaw =
  /不(?:够|到|足|强|高|力|严|深|实|明|规|突|及|充|彻|扎|全|平|健|完|科|主|敢|愿|会|紧|牢|快|优|顺|细|准|透|畅|佳|大|多|好|清|齐|精|坚|经|作为|担当|落|重视|均|稳|广|久|合理|配套|匹配|精细|平|宽|振|活|长|久|纯|符|当|良|主动|常|系统|透明|规则|连续|统一|聚焦|经常)|缺(?:失|位|乏|少|口|陷|编|项|失)|薄弱|滞后|弱化|虚化|淡化|虚设|宽松软|欠缺|欠账|欠佳|有欠|短板|漏洞|偏差|偏软|偏[多少慢低旧高大]|差距|乏力|失[管序范察真衡当实控信职责]|虚假|跑偏|走偏|盲点|滞留|积压|不(?!移|息|懈|舍|辱|怠|断|忘|变|渝|止|停|折)[\u4e00-\u9fff]{1,2}(?<!不(?:松劲|动摇|停歇|放松|走样|松手|放过|反弹|放手|收兵|含糊|手软|缺位|越位))$|走样|居高不下|应[\u4e00-\u9fff]未[\u4e00-\u9fff]|失之于|优亲厚友|吃拿卡要|挤占|截留|套取|虚报|虚列|冒领|浮于表面|大而化之|上热[中下]|层层[^,。]{0,4}[衰递]减|[衰递]减|边缘化|断层|老化|单一|雷同|照搬|变通|一言堂|好人主义|怕得罪|本位主义|躺平|畏难|等靠要|下滑|萎缩|浪费|超[标编支]|空缺|倒挂|造假|低[效下]|抓而不|重[\u4e00-\u9fff]{1,6}轻[\u4e00-\u9fff]|禁而不|违[规纪反法]|流于|形式主义|官僚主义|走过场|打折扣|两张皮|[多频]发|不作为|慢作为|乱作为|迟缓|缓慢|迟滞|隐患|风险|粗放|松[散懈软]|脱节|盲区|死角|混乱|虚增|拖欠|拖延|逾期|随意|乱象|时有发生|屡禁|反弹|敷衍|推诿|扯皮|悬空|空转|闲置|亟[待需]|有待|尚未|难以|仍(?:有|需|存)|存在|过[多度高低]|较[差弱慢少低重大高]|[差弱慢难低]$/;
const but = "(?!.?(?:不|缓|滞|迟|难|慢|较|乏|差|弱|软))";
/** What is done about a problem reads differently: 坚决整治…问题, 着力解决…问题; but 轮岗推进缓慢 owns up. */
const remedy = new RegExp(
  `^[^不未没无]{0,4}?(?:解决|查摆|排查|梳理|化解|整治|纠正|纠治|破解|防止|杜绝|查处|通报|曝光|剖析|紧盯|严查|查纠|处置|清理|举一反三|避免)${but}`,
);
/** These may also name what was done badly: 研究型审计开展不深, 整改“后半篇文章”做得不实. */
const deed = new RegExp(
  `^[^不未没无]{0,4}?(?:整改|推动|研究|推进|督促|坚持|加强|强化|完善|健全|建立|制定|开展|落实好|持续)${but}`,
);
const predicate =
  /[不未缺][\u4e00-\u9fff]{1,3}。?$|(?:薄弱|滞后|松懈|缓慢|乏力|欠缺|虚化|弱化|有差距|有偏差|有短板)。?$/;

/** 补齐短板, 堵塞制度漏洞, 防范化解风险; but 防范化解风险能力不足 owns up. */
const cure =
  /^.{0,6}(?:补|堵|消|弥|防|除|破|守|降|减|遏|(?<!严)治|打|攻|缩|扭|查|扫|清|避|化)[^不有存]{0,6}?(?:短板|漏洞|隐患|风险|差距|盲区|死角|乱象|弱项|薄弱环节)(?!.{0,12}(?:不|缺|弱|差|滞|乏|慢))/;

/** Whether a heading reads as a problem: “学用脱节、转型偏慢” does, “健全制度机制” does not. */
export function namesFlaw(heading: string): boolean {
  return heading !== "" && flaw.test(heading) && !isRemedy(heading);
}

/** The same of the words before 问题, where even “整改账目不清” tells what is done: 整改账目不清问题. */
export function namesFlawedMatter(words: string): boolean {
  return flaw.test(words) && !isRemedy(words) && !deed.test(words);
}

function isRemedy(heading: string): boolean {
  if (remedy.test(heading) || cure.test(heading)) return true;
  return deed.test(heading) && !predicate.test(heading);
}

/** Whether a heading says that it is a problem, whatever its words: “产业项目重建设轻管护问题” does, “推动解决停车问题” does not. */
export function endsAsProblem(heading: string): boolean {
  return /[^类等决]问题$/.test(heading) && !isRemedy(heading);
}
