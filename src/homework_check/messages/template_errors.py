"""What the blank log says to a cell that cannot be right, and the command to its options."""

from __future__ import annotations

from typing import Final

from homework_check.messages.template import Box
from homework_check.text import Text

NOT_LISTED: Final = Box(
    Text("不在下拉之中", "Not in the list"),
    Text("请从下拉中选。", "Choose from the list."),
)
BOXES: Final = {
    "class": Box(
        Text("请看一下班级", "Is this the class?"),
        Text("一般写“2班”；本来就是这个班名的，可以照写。", "Usually Class 2; a name may be kept."),
    ),
    "date": Box(
        Text("日期填写有误", "Not a date"),
        Text("请写年月日，如2023-9-4。", "Write year, month and day, such as 2023-9-4."),
    ),
    "subject": Box(
        Text("请看一下学科", "Is this the subject?"),
        Text("一般从下拉中选；下拉中没有的，可以照写。", "Choose from the list if it is there."),
    ),
    "content": Box(
        Text("作业内容太长", "Homework is too long"),
        Text("请写得短一些，200字以内。", "Keep it within 200 characters."),
    ),
    "minutes": Box(
        Text("时长填写有误", "Not a number of minutes"),
        Text(
            "请只写整分钟数（1至240），没有作业请写“无”。",
            'Write whole minutes (1 to 240), or "none" if there is no homework.',
        ),
    ),
    "marked": Box(
        Text("请看一下批改", "Is this right?"),
        Text(
            "写“是”或“否”；部分批改写批改数/应批数，如38/40。",
            "Yes or No, or marked/handed in, such as 38/40.",
        ),
    ),
}
"""By field; the others only know their list."""

NO_OUTPUT: Final = Text("没有写要存成哪个文件。", "no file to save the form to.")
NO_OUTPUT_HINT: Final = Text(
    "例如：homework-check template -o 作业登记表.xlsx",
    "Example: homework-check template -o log.xlsx",
)
EXISTS: Final = Text(
    "“{file}”已经存在，里面可能有登记，没有改动。",
    '"{file}" exists and may be filled in; it was left as it is.',
)
