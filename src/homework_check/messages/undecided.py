"""Why a unit of a rule is undecided: cause -> wording."""

from __future__ import annotations

from homework_check.messages.wording import Wording, wording

UNDECIDED: dict[str, Wording] = {
    "minutes": wording(
        "{cls}{day}还不能判断：{items}{flaw}，已知的合计{known}分钟，上限{limit}分钟。",
        "请任课教师核实后写明分钟数（带单位）；没有作业的，作业内容写“无”。",
        "{cls}, {day}: cannot tell yet: {items} {flaw}; the others add up to {known}, "
        "limit {limit}.",
        "Ask the teacher and give the minutes with their unit; if none was set, write 无 as "
        "content.",
    ),
    "form": wording(
        "{cls}{day}还不能判断：{n}项作业的形式没有写或没看懂，书面作业在{low}至{high}分钟之间，"
        "上限{limit}分钟。",
        "请在{cells}补填书面、口头、阅读或实践；已有内容的，写在后面的括号里，如“抄写（书面）”。",
        "{cls}, {day}: cannot tell yet: form missing or not understood, entries: {n}; "
        "written work is between {low} and {high} min, limit {limit}.",
        "Fill in 书面, 口头, 阅读 or 实践 at {cells}; in brackets behind what is there.",
    ),
    "place": wording(
        "{cls}{day}还不能判断：{n}项作业的完成地点没有写或没看懂，计入的作业在{low}至{high}分钟之间，"
        "上限{limit}分钟。",
        "请在{cells}补填家庭、学校或课堂；已有内容的，写在后面的括号里，如“抄写（学校）”。",
        "{cls}, {day}: cannot tell yet: place missing or not understood, entries: {n}; "
        "what counts is between {low} and {high} min, limit {limit}.",
        "Fill in 家庭, 学校 or 课堂 at {cells}; in brackets behind what is there.",
    ),
    "choice": wording(
        "{cls}{day}还不能判断：{n}项作业没有写必做还是选做，或没看懂，计入的作业在{low}至{high}之间，"
        "上限{limit}。",
        "请在{cells}补填必做或选做；已有内容的，写在后面的括号里，如“抄写（选做）”。",
        "{cls}, {day}: cannot tell yet: required or optional missing or not understood, "
        "entries: {n}; what counts is between {low} and {high}, limit {limit}.",
        "Fill in 必做 or 选做 at {cells}; in brackets behind what is there.",
    ),
    "entries-form": wording(
        "{cls}{day}有{n}项作业看不出是不是书面家庭作业：{items}，{field}没有写或没看懂。",
        "请在{cells}写明作业形式（书面、口头、实践）；已有内容的，写在后面的括号里，如“抄写（口头）”；"
        "在校内完成的，写“（书面，校内）”。",
        "{cls}, {day}: entries that may be written homework for home: {n}: {items}; "
        "{field} is missing or not understood.",
        "Say at {cells} whether it is 书面, 口头 or 实践, in brackets behind what is there; if it "
        "is done in school, （书面，校内）.",
    ),
    "entries-place": wording(
        "{cls}{day}有{n}项书面作业看不出是不是在家做：{items}，{field}没有写或没看懂。",
        "请在{cells}写明完成地点（家庭、学校）；已有内容的，写在后面的括号里，如“抄写（学校）”。",
        "{cls}, {day}: written entries that may be done at home: {n}: {items}; "
        "{field} is missing or not understood.",
        "Say at {cells} where it is done (家庭, 学校), in brackets behind what is there.",
    ),
    "entries-choice": wording(
        "{cls}{day}有{n}项作业看不出是必做还是选做：{items}，{field}没有写或没看懂。",
        "请在{cells}写明必做或选做；已有内容的，写在后面的括号里，如“抄写（选做）”。",
        "{cls}, {day}: entries that may be required or optional: {n}: {items}; "
        "{field} is missing or not understood.",
        "Say at {cells} whether it is 必做 or 选做, in brackets behind what is there.",
    ),
    "days-off": wording(
        "{cls}“{header}”合计{sum}分钟，超过一天的上限{limit}分钟，看不出放假前那一天是多少。",
        "请把当天的和周末、假期的分开填：各用一列，或各写一行、各写日期。",
        '{cls}: "{header}" adds up to {sum} min, more than one day\'s {limit}; '
        "the school day's share is unknown.",
        "Keep that day and the days off apart: a column each, or a row each with its own date.",
    ),
    "versions": wording(
        "{cls}{day}两份填报不同，书面作业在{low}至{high}分钟之间，上限{limit}分钟"
        "（{file1}、{file2}）。",
        "请学校确认以哪一份为准，只报这一份（或在另一份里删去这几项），再检查。",
        "{cls}, {day}: two different reports, between {low} and {high} min, limit {limit} "
        "({file1}, {file2}).",
        "Ask the school which one counts; send that alone, or delete the entries from the other.",
    ),
    "entries-versions": wording(
        "{cls}{day}两份填报不同，看不出有没有书面家庭作业：{items}（{file1}、{file2}）。",
        "请学校确认以哪一份为准，只报这一份（或在另一份里删去这几项），再检查。",
        "{cls}, {day}: two different reports, of which one has no written homework for home: "
        "{items} ({file1}, {file2}).",
        "Ask the school which one counts; send that alone, or delete the entries from the other.",
    ),
    "unnamed": wording(
        "{cls}{day}在两个没有写学校的文件中都有（{file1}、{file2}），看不出是不是同一个班。",
        "请在两份的标题都写明学校名称；是同一所学校的，写同一个名称。",
        "{cls}, {day} is in two files that name no school ({file1}, {file2}): the same class?",
        "Put the school's name into both titles; the same name if it is one school.",
    ),
    "summer": wording(
        "{cls}{day}在7月10日至8月31日之间，没有写明是否放假，还不能判断。",
        "已放假的，请在标题写“暑假”；还在上课的，请检查的单位把这些日子写进配置文件[calendar]的days_on。",
        "{cls}, {day} lies between 10 July and 31 August and nothing says whether school was on.",
        "If it was vacation, put 暑假 into the title; if school was on, have these days put into "
        "days_on under [calendar] of the configuration.",
    ),
    "spread": wording(
        "{cls}{day}有作业的格子合并在几天上，当天合计在{low}至{high}分钟之间，上限{limit}分钟。",
        "请取消合并，每天各写各的分钟数。",
        "{cls}, {day}: a merged cell holds the work of several days; "
        "the day's sum is between {low} and {high} min, limit {limit}.",
        "Split it and write each day's minutes.",
    ),
    "shared": wording(
        "{cls}{day}有时长是几科共用的，看不出是合计还是每科各有，当天合计在{low}至{high}分钟之间，"
        "上限{limit}分钟。",
        "请每科各写一行（不合并），各写各的分钟数；是几科合计的，也可以在数字前写“共”。",
        "{cls}, {day}: minutes in one cell may be of several subjects together or of each; "
        "the day's sum is between {low} and {high} min, limit {limit}.",
        "Give each subject a row with its own minutes; or put 共 before those of all together.",
    ),
    "maybe-none": wording(
        "{cls}{day}有的行或列看不出是不是作业（{cells}），在{low}至{high}之间，上限{limit}。",
        "是学科的，请在后面注明属于哪一科，如“国学（语文）”；不是作业的，请移到另一张工作表。",
        "{cls}, {day}: nothing says whether a row or column is of homework ({cells}): between "
        "{low} and {high}, limit {limit}.",
        "If it is a subject, say of which, such as 国学（语文）; move what is no homework to "
        "another sheet.",
    ),
    "none-beside-content": wording(
        "{cls}{day}有作业的时长写着没有，看不出有没有布置：{items}。",
        "有作业请写分钟数；没有作业请把内容也写成“无”。",
        "{cls}, {day}: work of which the minutes say that there was none: {items}.",
        "Write the minutes, or 无 as content too.",
    ),
    "note-minutes": wording(
        "{cls}{day}有作业的备注里另写了时长（{cells}），当天合计在{low}至{high}分钟之间，上限{limit}分钟。",
        "请核实备注里的时长要不要另外计入：另有的作业请单列一行，在备注写“已单列”；"
        "已经算在内的，在备注写“已计入”。",
        "{cls}, {day}: remarks state other minutes ({cells}): the day's sum is between {low} and "
        "{high} min, limit {limit}.",
        "Check: give other work a row of its own and remark 已单列; if it is included already, "
        "remark 已计入.",
    ),
    "note": wording(
        "{cls}{day}有作业的备注说取消了或改了（{cells}），看不出还算不算：在{low}至{high}之间，"
        "上限{limit}。",
        "请核实当天实际布置了什么，按实际的填写（没布置的，作业内容写“无”），再删去备注里的这句话。",
        "{cls}, {day}: a remark says that work was withdrawn or changed ({cells}): between {low} "
        "and {high}, limit {limit}.",
        "Find out what was set, fill that in (无 as content if none) and delete this remark.",
    ),
    "measured": wording(
        "{cls}{day}预计合计与实测平均合计不同（{low}分钟、{high}分钟），上限{limit}分钟在两者之间。",
        "请核对两列，填错的请更正；都没有填错的，由检查的单位定以哪一列为准，"
        "在配置文件的[columns]里把另一列写成“不用”。",
        "{cls}, {day}: estimates and measured means differ ({low} and {high} min); "
        "the limit {limit} lies between.",
        "Check both columns and correct mistakes; if there are none, whoever checks decides which "
        "counts and sets the other to 不用 under [columns] of the configuration.",
    ),
    "readings": wording(
        "{cls}{day}的时长不止一种读法（{cells}，连同作业内容），"
        "当天合计在{low}至{high}分钟之间，上限{limit}分钟。",
        "请核对时长和内容，分行写清每项是谁做、书面还是口头、要几分钟。",
        "{cls}, {day}: minutes can be read in several ways ({cells}, with their content); "
        "the day's sum is between {low} and {high} min, limit {limit}.",
        "Check both; write a line for each: for whom, written or oral, how many minutes.",
    ),
    "at-least": wording(
        "{cls}{day}有作业只写了“至少”多少分钟：最少{low}分钟，上限{limit}分钟，还不能判断。",
        "请把{cells}改写成一般学生大约要几分钟。",
        "{cls}, {day}: some minutes are given as a minimum: at least {low} min, limit {limit}: "
        "cannot tell yet.",
        "Write the minutes an average pupil needs at {cells} instead.",
    ),
    "implausible": wording(
        "{cls}{day}有一项时长大得不大可能（{cells}），核实前不当作超时，上限{limit}分钟。",
        "请核对单位是分钟还是小时、是否多写了一位；几项写在一起的，请分行写。",
        "{cls}, {day}: unlikely minutes at {cells}, not taken as over until checked; "
        "limit {limit}.",
        "Check the unit (minutes or hours) and the digits; give each of several tasks a row.",
    ),
    "not-reported": wording(
        "{cls}{day}写了班级和日期，没有填作业，还不能判断。",
        "请补填；当天没有作业请写“无”。",
        "{cls}, {day}: class and date are given but no homework: cannot tell.",
        "Fill it in; write 无 if there was none.",
    ),
    "mixed": wording(
        "{cls}{day}还不能判断：在{low}至{high}之间，上限{limit}。",
        "请核对并补填{cells}。",
        "{cls}, {day}: cannot tell yet: between {low} and {high}, limit {limit}.",
        "Check and complete {cells}.",
    ),
}

FLAG_UNDECIDED: dict[str, Wording] = {
    "marked": wording(
        "{cls}有{n}条作业看不出是否批改：{cells}是“{value}”。",
        "请填“是”“否”，或批改数/应批数，如38人/40人。",
        '{cls}: marked or not? Entries: {n}; {cells} says "{value}".',
        "Write 是, 否, or marked/set such as 38人/40人.",
    ),
    "marked-maybe-asked": wording(
        "{cls}有{n}条作业没有批改，{field}没有写或没看懂（{cells}），看不出要不要批改。",
        "请在{cells}写明{field}；已有内容的，写在后面的括号里。要批改的请批改。",
        "{cls}: not marked, and {field} is missing or not understood ({cells}), so that nobody "
        "knows whether it has to be. Entries: {n}.",
        "Say {field} at {cells}; in brackets behind what is there. Mark what has to be marked.",
    ),
    "posted-maybe-asked": wording(
        "{cls}有{n}条作业没有公示，{field}没有写或没看懂（{cells}），看不出要不要公示。",
        "请在{cells}写明{field}；已有内容的，写在后面的括号里。要公示的请公示。",
        "{cls}: not posted, and {field} is missing or not understood ({cells}), so that nobody "
        "knows whether it has to be. Entries: {n}.",
        "Say {field} at {cells}; in brackets behind what is there. Post what has to be posted.",
    ),
    "posted": wording(
        "{cls}有{n}条作业看不出是否公示：{cells}是“{value}”。",
        "请填“是”或“否”。",
        '{cls}: posted or not? Entries: {n}; {cells} says "{value}".',
        "Write 是 or 否.",
    ),
}
