/** What `compare --help` says; apart from the verb, so that telling it loads nothing. */
export const COMPARE_HELP = `compare REPORT --kind CODE [options]

将检测报告（PDF）与数字标准逐项比对 / hold a test report (PDF) against the digital standard.

  REPORT               检测报告 PDF / the test report
  --kind CODE          产品种类，如 B11 / kind of product
  --param KEY=VALUE    产品参数，可重复，如 --param grade=一等品 / parameter of the product, repeatable
  --edition ID         标准版本 / edition of the standard
  --confirmed FILE     JSON 数组：已确认的指标编号；不给则视为全部已确认 / JSON list of confirmed codes; without it all count as confirmed
  --on YYYY-MM-DD      比对日期，默认今日 / day of comparison, today by default
  --model TEXT         所报产品型号：报告须包含它 / the model offered: the report must cover it
  --json               机器可读输出 / machine-readable output
  --help               本说明 / this text

退出码 / exit code: 0 报告可证明的门槛指标全部符合 / every gating indicator a report can prove is PASS;
1 未全部符合 / not all; 2 报告无法读取 / unreadable; 64 用法有误 / wrong use`;
