"""Words that only the HTML report needs."""

from __future__ import annotations

from typing import Final

from homework_check.text import Text

WORDS: Final = {
    "title": Text("作业登记检查报告", "Homework check"),
    "days": Text("班级与日期", "Classes and days"),
    "legend": Text(
        "格中是分钟数，≤是上限。白底到深色底：达标，颜色越深越接近上限；深红底白字：未达标；"
        "斜线和“?”：待核；虚线框：未填报，或没有适用的规则；灰底和“-”：不作判断。"
        "点未达标和待核的格，可以看到说明。",
        "Figures are minutes, ≤ is the limit. White to dark: met, the darker the nearer to the "
        "limit; white on dark red: not met; hatched with ?: undecided; dashed: not reported, or "
        "no rule applies; grey with -: not judged. Cells that are not met or undecided lead to "
        "what they are about.",
    ),
    "absent": Text("未报送和没有读到", "Missing and not read"),
    "rules": Text("规则与依据", "Rules and sources"),
    "rule": Text("规则", "Rule"),
    "severity": Text("级别", "Severity"),
    "reference": Text("依据", "Source"),
    "not-judged": Text("不作判断", "Not judged"),
    "notes": Text("判断时的假定和结果的局限", "Assumptions and limits"),
    "subject": Text("学科", "Subject"),
    "content": Text("内容", "Content"),
    "form": Text("形式", "Form"),
    "minutes": Text("分钟", "Minutes"),
    "cell": Text("单元格", "Cell"),
    "grade": Text("年级", "Grade"),
    "all": Text("全部", "All"),
    "offline": Text(
        "本页不联网，可直接转发或打印。", "This page needs no network: pass it on or print it."
    ),
    "chart": Text("班日（未达标、待核、达标）", "Class-days (not met, undecided, met)"),
    "short": Text(
        "数量太多，这里写明单元格，不列各条作业的内容；少几所学校一起检查时都列。",
        "These are too many to show what each entry says; their cells are named. A report of "
        "fewer schools shows the entries too.",
    ),
    "folded": Text(
        "问题太多，折叠的没有打印；要打印哪所学校的，请先在网页上展开。",
        "There are too many findings to print what is folded: open on the page what you want.",
    ),
    "county": Text("县（市、区）", "County"),
    "shown": Text("显示{shown}处，共{all}处", "{shown} of {all} items shown"),
    "show-all": Text("全部显示", "Show all"),
}
