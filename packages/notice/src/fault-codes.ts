import type { FaultEntry } from "./fault-entry.ts";
import { siteFaultCodes } from "./site-fault-codes.ts";

/**
 * Registry of error codes. E1 program, E2 usage and configuration, E3 dependencies, E4 sites and pages, E5 reading (both in
 * `site-fault-codes.ts`). A code is never reused.
 */
export const faultCodes = {
  E1001: {
    zh: "程序内部错误",
    en: "unexpected error in the program",
    fix: { zh: "加 --verbose 重新运行，并附上输出提交问题", en: "run again with --verbose and report the output" },
    retry: "later",
    exitCode: 1,
  },
  E1002: {
    zh: "任务超过 1 KB 上限",
    en: "a job is larger than 1 KB",
    fix: { zh: "任务只放编号，正文放数据库", en: "put ids into jobs, bodies into the store" },
    retry: "never",
    exitCode: 1,
  },
  E1003: {
    zh: "任务内容不符合任务目录",
    en: "a job does not match the catalog",
    fix: { zh: "检查 packages/queues/src/job-catalog.ts", en: "see packages/queues/src/job-catalog.ts" },
    retry: "never",
    exitCode: 1,
  },
  E1004: {
    zh: "任务执行超时",
    en: "a job ran past its time limit",
    fix: {
      zh: "查看该任务的日志；时限见 packages/queues/src/job-catalog.ts",
      en: "see the job's log; limits stand in packages/queues/src/job-catalog.ts",
    },
    retry: "later",
    exitCode: 1,
  },
  E2001: {
    zh: "命令用法不对",
    en: "wrong usage of the command",
    fix: { zh: "zhenggai --help", en: "zhenggai --help" },
    retry: "never",
    exitCode: 2,
  },
  E2002: {
    zh: "环境设置不对",
    en: "a setting is missing or wrong",
    fix: { zh: "zhenggai doctor 列出全部设置", en: "zhenggai doctor lists every setting" },
    retry: "never",
    exitCode: 2,
  },
  E2003: {
    zh: "来源文件不合规范",
    en: "a source file is malformed",
    fix: { zh: "zhenggai sources check 指出行号", en: "zhenggai sources check names the line" },
    retry: "never",
    exitCode: 2,
  },
  E2004: {
    zh: "没有这个来源",
    en: "no such source",
    fix: { zh: "zhenggai sources list", en: "zhenggai sources list" },
    retry: "never",
    exitCode: 2,
  },
  E2005: {
    zh: "端口被占用",
    en: "the port is taken",
    fix: {
      zh: "换一个端口（HEALTH_PORT / CONSOLE_PORT），0 为自动",
      en: "set another port (HEALTH_PORT / CONSOLE_PORT); 0 picks a free one",
    },
    retry: "never",
    exitCode: 2,
  },
  E2006: {
    zh: "文件读不了",
    en: "a file can't be read",
    fix: { zh: "检查路径与权限", en: "check path and permissions" },
    retry: "never",
    exitCode: 2,
  },
  E2007: {
    zh: "数据目录正被另一个进程使用",
    en: "the data folder is in use by another process",
    fix: { zh: "结束那个进程，或换一个 DATA_DIR", en: "stop that process or set another DATA_DIR" },
    retry: "never",
    exitCode: 2,
  },
  E3001: {
    zh: "连不上 MongoDB",
    en: "can't reach MongoDB",
    fix: {
      zh: "docker compose up -d mongo，或先用 npm run demo（无需数据库）",
      en: "docker compose up -d mongo, or npm run demo, which needs none",
    },
    retry: "later",
    exitCode: 3,
  },
  E3002: {
    zh: "连不上 Redis",
    en: "can't reach Redis",
    fix: {
      zh: "docker compose up -d redis，或先用 npm run demo（无需 Redis）",
      en: "docker compose up -d redis, or npm run demo, which needs none",
    },
    retry: "later",
    exitCode: 3,
  },
  E3003: {
    zh: "MongoDB 拒绝登录",
    en: "MongoDB refused the login",
    fix: { zh: "检查 MONGODB_URL 中的用户名和密码", en: "check user and password in MONGODB_URL" },
    retry: "never",
    exitCode: 3,
  },
  E3004: {
    zh: "Redis 拒绝登录",
    en: "Redis refused the login",
    fix: { zh: "检查 REDIS_URL 中的密码", en: "check the password in REDIS_URL" },
    retry: "never",
    exitCode: 3,
  },
  E3005: {
    zh: "MongoDB 不是副本集",
    en: "MongoDB is not a replica set",
    fix: {
      zh: "以单节点副本集启动：mongod --replSet rs0，再执行 rs.initiate()",
      en: "start a single-node replica set: mongod --replSet rs0, then rs.initiate()",
    },
    retry: "never",
    exitCode: 3,
  },
  E3006: {
    zh: "Redis 版本或设置不合要求",
    en: "Redis is too old or wrongly configured",
    fix: {
      zh: "需要 Redis ≥ 6.2，maxmemory-policy noeviction",
      en: "needs Redis ≥ 6.2 with maxmemory-policy noeviction",
    },
    retry: "never",
    exitCode: 3,
  },
  E3007: {
    zh: "依赖安装失败",
    en: "installing the dependencies failed",
    fix: {
      zh: "检查网络能否访问 npm 源后重试",
      en: "check that the npm registry can be reached, then run again",
    },
    retry: "later",
    exitCode: 3,
  },
  ...siteFaultCodes,
} as const satisfies Record<string, FaultEntry>;

export type FaultCode = keyof typeof faultCodes;
