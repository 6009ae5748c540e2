"""Findings about single entries and cells: rule id -> case -> wording."""

from __future__ import annotations

from homework_check.messages.wording import Wording, wording

ABOUT_MINUTES: dict[str, dict[str, Wording]] = {
    "blank-minutes": {
        "": wording(
            "没有填时长：{cells}。",
            "请任课教师核实后补填（带单位）；没有作业请在作业内容写“无”。",
            "No minutes: {cells}.",
            "Ask the teacher and fill it in with its unit; write 无 as content if there was none.",
        ),
    },
    "unread-minutes": {
        "": wording(
            "时长没看懂：{cells}是“{value}”。",
            "请改写成分钟数，如30分钟。",
            'Minutes not understood: {cells} says "{value}".',
            "Write minutes instead, such as 30分钟.",
        ),
        "none-beside-content": wording(
            "{cells}的时长是“{value}”，可作业内容写着“{quote}”，看不出有没有布置。",
            "有作业请写分钟数；没有作业请把内容也写成“无”。",
            '{cells} says "{value}", but the content says "{quote}": was it set or not?',
            "Write the minutes, or 无 as content too.",
        ),
        "maybe-hours": wording(
            "{cells}是{value}，没有写单位，可能是小时。",
            "请写上单位，如1.5小时或90分钟。",
            "{cells} says {value} without a unit; maybe hours.",
            "Write the unit, too: 1.5小时 or 90分钟.",
        ),
        "no-unit": wording(
            "{cells}是{value}，没有写单位，看不出是不是分钟。",
            "请在标题写明“单位：分钟”（或小时），或在数字后写上单位。",
            "{cells} says {value} without a unit: are these minutes?",
            "Put 单位：分钟 (or 小时) into the title, or the unit behind each number.",
        ),
        "spread": wording(
            "{cells}合并在几天上，看不出“{value}”各天有多少。",
            "请取消合并，每天各写各的分钟数。",
            'A merged cell over several days says "{value}" ({cells}): how much a day?',
            "Split it and write each day's minutes.",
        ),
        "shared": wording(
            "{cells}的“{value}”是几科共用的，看不出是合计还是每科各有。",
            "请每科各写一行（不合并），各写各的分钟数；是几科合计的，也可以在数字前写“共”。",
            'Several subjects share "{value}" in one cell ({cells}): together, or each?',
            "Give each subject a row with its own minutes; or put 共 before those of all together.",
        ),
        "note-minutes": wording(
            "{cells}的备注写“{value}”，看不出要不要另外计入。",
            "请核实备注里的时长要不要另外计入：另有的作业请单列一行，在备注写“已单列”；"
            "已经算在内的，在备注写“已计入”。",
            'The remark beside {cells} says "{value}": does this count, too?',
            "Check: give other work a row of its own and remark 已单列; if it is included already, "
            "remark 已计入.",
        ),
        "note": wording(
            "{cells}的备注写“{value}”，看不出这项作业还算不算。",
            "请核实当天实际布置了什么，按实际的填写（没布置的，作业内容写“无”），再删去备注里的这句话。",
            'The remark beside {cells} says "{value}": does this homework count?',
            "Find out what was set, fill that in (无 as content if none) and delete this remark.",
        ),
        "head": wording(
            "{cells}写“{value}”，看不出要不要与其他列相加。",
            "请在表头写明这一列是什么。",
            '{cells} says "{value}": does it add to the other columns?',
            "Name in the header what this column is of.",
        ),
        "formula": wording(
            "{cells}是公式，文件里没有可用的结果：{value}。",
            "请在Excel或WPS中打开，改好公式或写上分钟数，保存后再检查。",
            "{cells} is a formula without a usable result: {value}.",
            "Open in Excel or WPS, mend it or write the minutes, save, run again.",
        ),
    },
    "implausible-minutes": {
        "": wording(
            "{cell}写{value}，一项作业{minutes}分钟，不大可能；核实前不当作超时。",
            "请核对单位是分钟还是小时、是否多写了一位；几项写在一起的，请分行写。",
            "{cell} says {value}: {minutes} min for one task is unlikely; "
            "not taken as over until checked.",
            "Check the unit (minutes or hours) and the digits; give each of several tasks a row.",
        ),
    },
    "total-mismatch": {
        "": wording(
            "合计对不上：{cell}写{value}，各项相加是{sum}。按各项相加判断。",
            "请核对是漏了一科还是合计没有更新。",
            "Total differs: {cell} says {value}, the entries add up to {sum}. "
            "The entries were used.",
            "Check for a missing subject or an old total.",
        ),
        "written": wording(
            "合计对不上：{cell}写{value}，书面的各项相加是{sum}。按各项相加判断。",
            "请核对是漏了一科还是合计没有更新。",
            "Total differs: {cell} says {value}, the written entries add up to {sum}. "
            "The entries were used.",
            "Check for a missing subject or an old total.",
        ),
    },
    "overlapping-entry": {
        "": wording(
            "{cls}{day}{subject}在{file1}和{file2}中时长不同（{a}、{b}分钟）。",
            "请学校确认以哪一份为准，只报这一份（或在另一份里删去这一项），再检查。",
            "{cls}, {day}, {subject} differs between {file1} and {file2} ({a} and {b} min).",
            "Ask which one counts; send that alone, or delete the entry from the other.",
        ),
        "reworded": wording(
            "{cls}{day}{subject}在{file1}和{file2}中都有，内容不同：改过的一份，还是两份都算？"
            "（{a}至{b}分钟）",
            "请学校确认：改过的，只报改后的一份；都要算的，合在一份里再检查。",
            "{cls}, {day}, {subject} is in {file1} and {file2} in other words: "
            "a correction, or both? ({a} to {b} min)",
            "Ask the school: send the corrected file alone, or put both into one.",
        ),
    },
    "duplicate-entry": {
        "summary": wording(
            "{file2}中有{n}条是{file}里各项的合计，没有另外计入。",
            "不用处理；不是合计、而是另外的作业的，请写清内容。",
            "Entries of {file2} that sum up those of {file}: {n}, not counted again.",
            "Nothing to do, unless they are other tasks: then say which.",
        ),
        "files": wording(
            "{n}条作业在{file}和{file2}中完全相同，只算一次。",
            "不用处理；不是同一次作业的请写清内容。",
            "Entries equal in {file} and {file2}: {n}, counted once.",
            "Nothing to do, unless they are two tasks: then tell them apart.",
        ),
        "sheet": wording(
            "{cells}与{cells2}完全相同，两条都算了。",
            "重复登记的请删去一条。",
            "{cells} and {cells2} are equal; both were counted.",
            "Delete one if it was entered twice.",
        ),
    },
}

ABOUT_KEYS: dict[str, dict[str, Wording]] = {
    "not-reported": {
        "": wording(
            "{cells}只有班级和日期，没有填作业；{cls}{day}按未填报算。",
            "请补填；当天没有作业请写“无”。",
            "{cells} has class and date but no homework; {cls}, {day} counts as not reported.",
            "Fill it in; write 无 if there was none.",
        ),
    },
    "possible-gap": {
        "": wording(
            "{cls}在{days}没有登记，而本校其他班有。",
            "请核对是否漏填；当天没有作业也要填“无”。",
            "{cls} has nothing on {days} while other classes of the school do.",
            "Check for a gap; a day without homework is 无.",
        ),
    },
    "outside-period": {
        "": wording(
            "{n}条作业不在应报时段（{days}），没有判断：{cells}。",
            "日期写错请改；要一起检查请改 --from、--to",
            "Entries outside the period due ({days}): {n}, not judged: {cells}.",
            "Correct the date, or widen --from and --to",
        ),
        "pack": wording(
            "{n}条作业的日期不在规则包的有效期（{days}），没有判断：{cells}。",
            "日期写错请改；要按那时的规定检查，请用 --rules 指定那时的规则文件",
            "Entries outside the rule pack's dates ({days}): {n}, not judged: {cells}.",
            "Correct the date, or name a file of the rules of that time with --rules",
        ),
    },
    "weekday-mismatch": {
        "": wording(
            "日期和星期对不上：{cells}是{date}（{weekday}），却写着{value}。按日期判断。",
            "请核对，改正写错的一个。",
            "Date and weekday differ: {cells} is {date} ({weekday}) but says {value}. "
            "The date was used.",
            "Check both and correct the wrong one.",
        ),
    },
    "unknown-subject": {
        "": wording(
            "学科不在词表里：{cells}是“{value}”，照原样计入。",
            "不用处理；写法不统一的请改。",
            'Subject not in the list: {cells} says "{value}"; counted as it is.',
            "Nothing to do; or unify the spelling.",
        ),
        "maybe": wording(
            "学科不在词表里：{cells}是“{value}”，不知道是不是学科，没有当作一定要计入的时长。",
            "是学科的，请在后面注明属于哪一科，如“国学（语文）”；不是的，不用处理。",
            'Subject not in the list: {cells} says "{value}"; maybe none, so its minutes may '
            "count or not.",
            "If it is a subject, say of which, such as 国学（语文）; else nothing to do.",
        ),
    },
    "unread-grade": {
        "": wording(
            "年级没看懂：{cells}是“{value}”，{n}条没有归入班级。",
            "请写“三年级”“七年级”等；五四学制请加 --school-system 5-4"
            "（有预备年级的：5-4-preparatory）",
            'Grade not understood: {cells} says "{value}"; entries in no class: {n}.',
            "Write 三年级, 七年级 ...; for 5-4 schools add --school-system 5-4 (5-4-preparatory "
            "where grade 6 is a preparatory one)",
        ),
        "blank": wording(
            "没有填年级：{cells}，{n}条没有归入班级。",
            "请写“三年级”“七年级”等。",
            "No grade: {cells}; entries in no class: {n}.",
            "Write 三年级, 七年级 ...",
        ),
    },
    "unread-class": {
        "": wording(
            "班级没看懂：{cells}是“{value}”，{n}条没有归入班级。",
            "请写“2班”或“三年级2班”；全年级都做的，写“全年级”。",
            'Class not understood: {cells} says "{value}"; entries in no class: {n}.',
            "Write 2班 or 三年级2班; for the whole grade 全年级.",
        ),
        "blank": wording(
            "没有填班级：{cells}，{n}条没有归入班级。",
            "请写“2班”或“三年级2班”。",
            "No class: {cells}; entries in no class: {n}.",
            "Write 2班 or 三年级2班.",
        ),
        "school": wording(
            "学校没看懂：{cells}是“{value}”，{n}条没有归入班级。",
            "请改正公式，或直接写学校名称。",
            'School not understood: {cells} says "{value}"; entries in no class: {n}.',
            "Mend the formula, or write the name of the school.",
        ),
    },
}
