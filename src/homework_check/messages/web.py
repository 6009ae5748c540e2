"""Words that only the HTML report needs."""

from __future__ import annotations

from typing import Final

from homework_check.text import Text

WORDS: Final = {
    "title": Text("作业登记检查报告", "Homework check"),
    "heat": Text("班级与日期", "Classes and days"),
    "legend": Text(
        "格中是分钟数。深红底白字：未达标；斜线和“?”：待核；虚线框：未填报，或没有适用的规则；"
        "灰色：不作判断；≤是上限。",
        "Figures are minutes. White on dark red: not met; hatched with ?: undecided; dashed: "
        "not reported, or no rule applies; grey: not judged; ≤ is the limit.",
    ),
    "unread": Text("未报送和无法读取", "Missing and unreadable"),
    "rules": Text("规则与依据", "Rules and sources"),
    "rule": Text("规则", "Rule"),
    "severity": Text("级别", "Severity"),
    "reference": Text("依据", "Source"),
    "not-judged": Text("不作判断", "Not judged"),
    "limits": Text("判断时的假定和结果的局限", "Assumptions and limits"),
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
    "chart": Text("各校班日：达标/应判", "Class-days of each school: met/judged"),
}
