/**
 * What a finding may be about: 18 topics with the words that speak for each. Pure data: to teach the reader a word, add it here.
 *
 * A cue is a literal word, or several joined by “+” that must all occur (“拖欠+企业”); its weight says how strongly it speaks for the
 * topic: 6 names it outright, 1 only tips a balance. A cue inside a longer matched cue does not count (饮水安全 is not 安全), so a
 * longer one can also take a word away from another topic (创新创业生态 is no ecology). Words of the genre only: no place, no body.
 */
export type TopicRule = {
  readonly id: string;
  /** 中文 term. */
  readonly term: string;
  readonly meaning: string;
  /** Space-separated cues by weight. */
  readonly cues: Readonly<Record<number, string>>;
};

export const topicRules: readonly TopicRule[] = [
  {
    id: "T01",
    term: "招商引资与营商环境",
    meaning:
      "Attracting investment and treating firms well: incentives, approvals, inspections of firms, contracts with investors.",
    cues: {
      6: "招商引资 营商环境 双招双引 惠企 助企 政商关系",
      5: "招商 涉企 服务企业 企业服务 企业账款 拖欠+企业 引进项目 项目招引 招引 放管服 亲清",
      4: "民营企业 中小企业 行政审批 审批服务 市场准入 政务服务",
      2: "履约 奖补资金 市场主体",
    },
  },
  {
    id: "T02",
    term: "产业发展与高质量转型",
    meaning:
      "What the economy lives on: industries, parks and zones, innovation, large projects, the change to better growth.",
    cues: {
      6: "产业结构 产业集群 主导产业 新旧动能 新质生产力 转型升级 高新技术产业",
      5: "高质量发展 转型发展 经济转型 创新驱动 创新创业生态 创新生态 产业生态 科技创新 科技成果 成果转化 科创 数字经济 海洋经济 楼宇经济 夜间经济 实体经济 重点项目 智改数转",
      4: "产业 高新区 开发区 一区多园 园区 制造业 孵化 僵尸企业 争先进位 发展后劲",
      3: "创新 工业 集约 转方式 要素保障 亩均 企业培育 新发展理念",
      1: "经济 转型 科技 载体",
    },
  },
  {
    id: "T03",
    term: "生态环境",
    meaning: "Air, water, soil, waste and nature: pollution, its control and repair.",
    cues: {
      6: "生态环境 生态文明 生态修复 环境保护 污染防治 生态治理 绿色发展",
      5: "生态 污染 环保 黑臭 截污 雨污 水质 排污 河湖 固废 扬尘 环境基础设施 海岸带 矿产资源",
      3: "河道 矿山 大气 土壤 节能减排 碳达峰 采砂",
      2: "油烟 噪声 垃圾",
    },
  },
  {
    id: "T04",
    term: "民生保障",
    meaning:
      "What people live by: schools, care, health, homes and resettlement, insurance, transport and other public services.",
    cues: {
      6: "公共服务 民生 养老 安置房 回迁房 医共体 医疗 大班额 社会保险 失地农民 被征地农民 立德树人",
      5: "教育 学校 学位 托育 卫生 医保 住房 保障房 公租房 殡葬 饮水安全 饮水 食品安全 药品安全 社会救助 低保 就业 不动产登记 老旧小区 棚户区 校车 疫情防控 师德 招生 医院",
      4: "物业 房产 安置 交通 停车 供水 办证 惠民 房屋 群众利益 文化服务 残疾 食堂 补偿款",
      2: "拆迁 移民 楼盘 群众",
    },
  },
  {
    id: "T05",
    term: "社会治理、信访与法治",
    meaning: "Order and law: petitions, conflicts, grids and hotlines, administration by law, crime and drugs.",
    cues: {
      6: "社会治理 信访 社会稳定 社会矛盾 矛盾化解 扫黑除恶 禁毒 依法行政 法治",
      5: "基层治理 区域治理 历史遗留问题 网格 热线 社会环境 权责下放 违规违法 平安建设 综合执法 执法尺度",
      4: "执法 积案 维稳 赋权 反诈 裁量 司法",
      3: "违法 矛盾",
      1: "治理",
    },
  },
  {
    id: "T06",
    term: "安全生产与消防",
    meaning: "Accidents and fires, and the places where they may happen.",
    cues: {
      6: "安全生产 消防安全 消防 安全隐患 燃气安全",
      5: "安全监管 安全发展 火灾 危险化学品 危化品 应急管理",
      3: "隐患 安全",
    },
  },
  {
    id: "T07",
    term: "国资国企、财政金融与债务",
    meaning:
      "Public money and public firms: platforms and their debts, state assets, funds, budget and revenue, financial risk.",
    cues: {
      6: "平台公司 融资平台 国有企业 国有资产 国资国企 债务 投资基金 金融风险",
      5: "国企 国资 国有 融资 财政 非税收入 预算 担保 经营风险 科研经费",
      3: "金融 投资 资产收益 专项资金 财务 内控 主业",
    },
  },
  {
    id: "T08",
    term: "工程建设与招投标采购",
    meaning: "Public works and what is bought for public money: tenders, procurement, changes of contract.",
    cues: {
      6: "工程建设 招投标 政府采购 政府投资工程 工程领域",
      5: "招标 投标 采购 设计变更 工程变更 变更签证 工程签证 未批先建 物资采购",
      3: "工程 项目建设+违规",
    },
  },
  {
    id: "T09",
    term: "全面从严治党主体责任",
    meaning: "The committee's own duty to govern the Party strictly, and how the pressure is passed down.",
    cues: {
      6: "两个责任 从严治党主体责任 管党治党 党风廉政建设责任",
      5: "从严治党责任 主体责任",
      4: "全面从严治党 一岗双责 第一责任人",
      2: "压力传导 责任传导 责任压",
    },
  },
  {
    id: "T10",
    term: "纪检监督与廉洁风险",
    meaning:
      "Supervision by discipline commissions and inspectors, corruption close to the people, risks to integrity.",
    cues: {
      8: "从严治党监督责任",
      6: "监督责任 监督执纪 纪检监察 廉洁风险 廉政风险 腐败 正风肃纪 巡察利剑 优亲厚友",
      5: "纪委 执纪 监督乏力 巡察工作 巡察质量 派驻监督 一把手+监督 监督首责",
      4: "廉洁 廉政 微腐败",
      3: "警示教育 纪律意识 问题线索 牟利",
      1: "监督 监管",
    },
  },
  {
    id: "T11",
    term: "作风与中央八项规定",
    meaning:
      "How officials behave: formalism, bureaucracy, shirking, feasts and allowances, too many meetings and papers.",
    cues: {
      6: "八项规定 四风 形式主义 官僚主义 大操大办 津贴补贴 津补贴 公务接待",
      5: "作风 推诿 扯皮 公车 公务用车 文山会海 减负 违规吃喝 推绕拖 会风 文风 三公 吃喝",
      4: "会议 检查考核 不作为 慢作为 乱作为 公款 违规发放 不担当",
      2: "调研 文件 层层",
    },
  },
  {
    id: "T12",
    term: "选人用人与干部队伍",
    meaning: "Who is chosen and how: appointments, cadre files, young cadres, incentives to act, talent.",
    cues: {
      6: "选人用人 选拔任用 干部队伍 年轻干部 干部档案 人事档案 激励干部 干部任用",
      5: "人才 担当作为 编外 借调 职数 干部人事 班子结构 干部管理",
      3: "兼职 人事",
      2: "干部",
    },
  },
  {
    id: "T13",
    term: "基层党组织与党员管理",
    meaning:
      "Party branches and members: building them, their meetings, their secretaries, responsibility for Party building.",
    cues: {
      6: "基层党组织 基层党建 党建工作 党支部 党组织书记 党员管理 组织生活 党内政治生活 党员教育 机关党建 党组织建设",
      5: "党建 党组织 支部 软弱涣散 战斗堡垒 强基工程 三会一课 发展党员 流动党员 党费",
      3: "党员",
    },
  },
  {
    id: "T14",
    term: "意识形态与宗教",
    meaning: "Ideology and who answers for it, public opinion and media, religion.",
    cues: {
      6: "意识形态 宗教 舆情 思政",
      5: "宣传思想 舆论 思想政治工作 网络安全 统一战线 统战",
      2: "阵地管理 宣传 教育引导",
    },
  },
  {
    id: "T15",
    term: "巡视巡察审计整改落实",
    meaning: "What became of earlier inspections and audits: follow-through, relapse, lasting mechanisms.",
    cues: {
      7: "审计整改 巡视整改 巡察整改 整改不到位 整改责任 整改措施 上轮巡视 上一轮巡视 上次+巡视+整改 巡视反馈",
      6: "整改落实 整改成效 举一反三 反馈问题",
      5: "敷衍整改 整改",
      4: "制度执行 长效机制",
      2: "审计 巡视",
    },
  },
  {
    id: "T16",
    term: "政治建设与领导班子",
    meaning:
      "Politics at the top: carrying out decisions from above, theory, the view of achievements, how the committee leads and decides.",
    cues: {
      6: "中心组学习 理论学习 理论武装 政绩观 民主集中制 政治站位 政治建设 领导作用 领导班子 中国特色社会主义思想 三重一大 集体决策 议事决策 政治生态 第一议题 把方向",
      5: "决策部署 上级决策 重大决策 政治意识 核心作用 国之大者 班子建设",
      4: "共识 学习贯彻 核心职能 党管武装",
      2: "班子 政治责任",
    },
  },
  {
    id: "T17",
    term: "乡村振兴与农村集体经济",
    meaning: "Farming and villages: land and grain, collective assets and income, poverty relief, common prosperity.",
    cues: {
      6: "乡村振兴 农业农村 集体经济 集体资产 集体资金 村集体 脱贫 扶贫 共同富裕 惠农 农田 耕地 粮食 宅基地 三资",
      5: "农村 农业 三农 移民后期扶持 粮库",
      4: "村级 村居",
      2: "乡村 农民",
    },
  },
  {
    id: "T18",
    term: "区域战略与文旅资源",
    meaning: "A place's part in strategies wider than itself, its position, its heritage and its visitors.",
    cues: {
      6: "国家重大战略 重大战略 国家战略 区域战略 区域优势 区域协调 一体化发展 文旅 旅游 文物 历史街区 历史文化 老区振兴 文化遗产",
      4: "区位优势 老街 非遗 景区 文化资源 文化产业",
    },
  },
];
