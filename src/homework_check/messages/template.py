"""The words of the blank log and of ``homework-check template``.

Options are separated by commas, as a drop-down list wants them. Every option is a word that
reading understands, so that what is chosen from a list is never asked about; a language has
only those it has such words for.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from homework_check.model import Form, Place
from homework_check.text import Text


class Box(NamedTuple):
    """A small window beside a cell; Excel shows 32 characters of its title, 255 of its text."""

    title: Text
    text: Text


# ---- the sheet that is filled in ------------------------------------------------------

SHEET: Final = Text("作业登记", "Homework log")
TITLE: Final = Text("作业登记表", "Homework log")
# NOTE: a title line states a school only behind the Chinese word.
SCHOOL: Final = Text("学校：", "School 学校：")
WEEK: Final = Text("周次：", "Week 周次：")
NOTE: Final = Text(
    "一行填一项作业。没有作业的那天也填一行，作业内容和时长都写“无”。不要填教师、学生姓名。",
    'One piece of homework a row. A day without homework has a row too: write "none" under '
    "Homework and Minutes. No names of teachers or pupils.",
)

HEADERS: Final = {
    "grade": Text("年级", "Grade"),
    "class": Text("班级", "Class"),
    "date": Text("日期", "Date"),
    "subject": Text("学科", "Subject"),
    "content": Text("作业内容", "Homework"),
    "form": Text("作业形式", "Form"),
    "place": Text("完成地点", "Place"),
    "minutes": Text("预计时长（分钟）", "Minutes"),
    "choice": Text("必做或选做", "Required/optional"),
    "posted": Text("是否公示", "Posted"),
    "marked": Text("是否批改", "Marked"),
}
"""By field, in the order of the columns."""

NONE: Final = Text("无", "none")
CLASS: Final = Text("{n}班", "Class {n}")
SUBJECTS: Final = Text(
    "语文,数学,英语,道德与法治,科学,物理,化学,生物,历史,地理,体育与健康,音乐,美术,艺术,劳动,信息科技,"
    "综合实践活动,书法,心理健康",
    "Chinese,Maths,English,Politics,Science,Physics,Chemistry,Biology,History,Geography,PE,"
    "Music,Art,IT",
)
# 探究 may be written or not, so it is never understood and no choice here.
FORMS: Final = {
    Form.WRITTEN: Text("书面", "Written"),
    Form.OTHER: Text(
        "口头,阅读,背诵,实践,体育锻炼,艺术,劳动", "Oral,Reading,Speaking,Listening,Practical"
    ),
}
PLACES: Final = {
    Place.HOME: Text("家庭", "Home"),
    Place.SCHOOL: Text("学校", "School"),
    Place.LESSON: Text("课堂", "Lesson"),
}
CHOICES: Final = {
    "required": Text("必做", "Required"),
    "optional": Text("选做", "Optional"),
}
YES_NO: Final = Text("是,否", "Yes,No")

PROMPTS: Final = {
    "school": Box(Text("学校", "School"), Text("写学校全称", "The full name, without blanks")),
    "week": Box(
        Text("周次", "Week"),
        Text(
            "写明年月日，如：第2周（2023年9月4日—9月8日）",
            "With the year, such as 2023-09-04—2023-09-08",
        ),
    ),
    "grade": Box(Text("年级", "Grade"), Text("从下拉中选", "Choose from the list")),
    "class": Box(
        Text("班级", "Class"),
        Text("如2班；有班名的可直接写", "Such as Class 2; a class with a name may be typed"),
    ),
    "date": Box(
        Text("日期", "Date"),
        Text("布置作业的日期，如2023-9-4", "The day it was set, such as 2023-9-4"),
    ),
    "subject": Box(
        Text("学科", "Subject"),
        Text(
            "从下拉中选；整天没有作业可空着",
            "Choose from the list; empty on a day without homework",
        ),
    ),
    "content": Box(
        Text("作业内容", "Homework"),
        Text("写书名、页码、题号；没有写“无”", 'Book, pages, exercises; "none" if there is none'),
    ),
    "form": Box(
        Text("作业形式", "Form"),
        Text(
            "要动笔写的选“书面”；又写又说的也选“书面”",
            'What is written down, also in part, is "Written"',
        ),
    ),
    "place": Box(
        Text("完成地点", "Place"),
        Text(
            "带回家做选“家庭”；课后服务时做选“学校”；上课时做选“课堂”",
            'To take home: "Home"; in after-school care: "School"; in class: "Lesson"',
        ),
    ),
    "minutes": Box(
        Text("预计时长", "Minutes"),
        Text(
            "中等水平学生大约要几分钟，只写数字；没有写“无”",
            'What an average pupil needs, as a number; "none" if there is none',
        ),
    ),
    "choice": Box(
        Text("必做或选做", "Required or optional"),
        Text("选做的也计入总时长", "Optional work counts towards the total as well"),
    ),
    "posted": Box(
        Text("是否公示", "Posted"), Text("是否已在校内公示", "Whether it was posted in school")
    ),
    "marked": Box(
        Text("是否批改", "Marked"),
        Text(
            "教师批改后填；部分批改写批改数/应批数，如38/40",
            "Once it is marked; in part: marked/handed in, such as 38/40",
        ),
    ),
}
