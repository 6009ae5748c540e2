"""Findings about dates, forms and places that were not understood: rule id -> case -> wording."""

from __future__ import annotations

from homework_check.messages.wording import Wording, wording

ABOUT_LABELS: dict[str, dict[str, Wording]] = {
    "unread-date": {
        "": wording(
            "日期没看懂：{cells}是“{value}”，{n}条没有归入某天。",
            "请写成年-月-日，如2023-9-4",
            'Date not understood: {cells} says "{value}"; entries on no day: {n}.',
            "Write year-month-day, such as 2023-9-4",
        ),
        "blank": wording(
            "没有填日期：{cells}，{n}条没有归入某天。",
            "请写成年-月-日，如2023-9-4",
            "No date: {cells}; entries on no day: {n}.",
            "Write year-month-day, such as 2023-9-4",
        ),
        "year": wording(
            "日期没有写年份：{cells}是“{value}”，{n}条没有归入某天。",
            "请写上年份，如2023-9-4，或在标题写明年份，或加 --assume year=2023",
            'Date without a year: {cells} says "{value}"; entries on no day: {n}.',
            "Write the year, too: 2023-9-4; or put it into the title, or add --assume year=2023",
        ),
        "week": wording(
            "只写了星期或周次：{cells}是“{value}”，{n}条没有归入某天。",
            "请写日期，如2023-9-4，或在标题写明是哪一周，如2023年9月4日—9月8日；"
            "检查时也可以加那一周的日期：--week 2023-09-04",
            'Only a weekday or week number: {cells} says "{value}"; entries on no day: {n}.',
            "Write dates, such as 2023-9-4, or the week into the title: 2023年9月4日—9月8日; "
            "or add a date of that week: --week 2023-09-04",
        ),
        "several": wording(
            "一格写了几天：{cells}是“{value}”，{n}条没有归入某天。",
            "请一行只写一天；几天都有的作业，每天写一行。",
            'Several days in one cell: {cells} says "{value}"; entries on no day: {n}.',
            "Write one day a row; what was set on several days takes a row for each.",
        ),
    },
    "unread-form": {
        "": wording(
            "作业形式没看懂：{cells}是“{value}”。",
            "请写书面、口头、阅读或实践；或写在后面，如“预习（口头）”。",
            'Form not understood: {cells} says "{value}".',
            "Write 书面, 口头, 阅读 or 实践; or behind it: 预习（口头）.",
        ),
        "blank": wording(
            "没有填作业形式：{cells}。",
            "请写书面、口头、阅读或实践。",
            "No form: {cells}.",
            "Write 书面, 口头, 阅读 or 实践.",
        ),
        "contradiction": wording(
            "{cells}的作业形式是“{value}”，同一行别处写的不一样。",
            "请核对这一行的形式、内容和学科，写成一致。",
            '{cells} says the form is "{value}"; the row says another beside it.',
            "Check the form, content and subject of the row and make them agree.",
        ),
        "subject": wording(
            "{cells}的学科是“{value}”，标题写的是书面作业，看不出它是不是书面完成。",
            "请在学科后面写明，如“体育（书面）”或“体育（实践）”。",
            '{cells}: the subject is "{value}", the title says written work: is this written?',
            "Say it behind the subject: 体育（书面） or 体育（实践）.",
        ),
        "noted": wording(
            "{cells}的学科是“{value}”，标题写的是书面作业，表中的说明却说它不全是书面或不计入。",
            "请在学科后面写明，如“{value}（口头）”；只有一部分是书面的，请分两行写。",
            '{cells}: the subject is "{value}", the title says written work, and a note says that '
            "not all of it is written or counts.",
            "Say it behind the subject: {value}（口头）; if some of it is written, use two rows.",
        ),
    },
    "unread-place": {
        "": wording(
            "完成地点没看懂：{cells}是“{value}”。",
            "请写家庭、学校或课堂；或写在后面，如“图书馆（学校）”。",
            'Place not understood: {cells} says "{value}".',
            "Write 家庭, 学校 or 课堂; or behind it: 图书馆（学校）.",
        ),
        "blank": wording(
            "没有填完成地点：{cells}。",
            "请写家庭、学校或课堂。",
            "No place: {cells}.",
            "Write 家庭, 学校 or 课堂.",
        ),
        "contradiction": wording(
            "{cells}的完成地点是“{value}”，同一行别处写的不一样。",
            "请核对这一行的地点和内容，写成一致。",
            '{cells} says the place is "{value}"; the row says another beside it.',
            "Check the place and content of the row and make them agree.",
        ),
    },
}
